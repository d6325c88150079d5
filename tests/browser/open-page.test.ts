import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { openPage } from '../../entrypoints/page.content/open-page.ts';
import type { ErrorCode } from '../../utils/domain/error-code.ts';
import { DEFAULT_SETTINGS } from '../../utils/domain/settings.ts';
import { build, clear } from './page-fixture.ts';

let asked: string[] = [];
let refuse: ErrorCode | null = null;
let alive = true;

vi.mock('wxt/browser', () => ({ browser: { i18n: { getMessage: () => '' }, runtime: { id: 'x', getURL: (path: string) => path } } }));
vi.mock('../../utils/messaging/ask.ts', () => ({
  isAlive: () => alive,
  onFrameRequest: () => undefined,
  ask: async (name: string) => {
    asked.push(name);
    if (refuse !== null) return { ok: false, code: refuse };
    return { ok: true, value: name === 'page.view' ? { quotations: [], highlights: [], truncated: false } : DEFAULT_SETTINGS };
  },
}));

const opened = (): number => asked.filter((name) => name === 'page.open').length;

beforeEach(() => {
  asked = [];
  refuse = null;
  alive = true;
  build('<p>The ferry leaves at nine.</p>');
});
afterEach(() => {
  // As an update of the extension ends it.
  alive = false;
  window.dispatchEvent(new Event('focus'));
  clear();
  document.getElementById('saidsoIsHere')?.remove();
});

describe('the first word of the script in a page', () => {
  it('is said again when nobody answers', async () => {
    refuse = 'no-answer';
    openPage();
    await vi.waitFor(() => expect(opened()).toBe(1));
    expect(asked).not.toContain('page.view');
    refuse = null;
    await vi.waitFor(() => expect(asked).toContain('page.view'), { timeout: 5_000 });
    expect(opened()).toBe(2);
  });

  it('is said again, at once, when the reader comes back', async () => {
    refuse = 'no-answer';
    openPage();
    await vi.waitFor(() => expect(opened()).toBe(1));
    refuse = null;
    window.dispatchEvent(new Event('focus'));
    await vi.waitFor(() => expect(asked).toContain('page.view'), { timeout: 400 });
  });
});

describe('the script brought into a page once more', () => {
  it('leaves the one that is at work there', async () => {
    openPage();
    openPage();
    await vi.waitFor(() => expect(asked).toContain('page.view'));
    expect(opened()).toBe(1);
  });

  it('takes the place of one that belongs to a version that is gone', async () => {
    openPage();
    await vi.waitFor(() => expect(opened()).toBe(1));
    alive = false;
    openPage();
    await vi.waitFor(() => expect(opened()).toBe(2));
  });

  it('is not kept out by an element of the page with a name of ours', async () => {
    const form = document.createElement('form');
    form.id = 'saidsoIsHere';
    document.body.append(form);
    Reflect.deleteProperty(globalThis, 'saidsoIsHere');
    expect(globalThis.saidsoIsHere).toBe(form);
    openPage();
    await vi.waitFor(() => expect(asked).toContain('page.view'));
  });
});
