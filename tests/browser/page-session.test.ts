import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { PageSession } from '../../entrypoints/page.content/page-session.ts';
import type { PageView } from '../../utils/domain/anchor.ts';
import type { ErrorCode, Result } from '../../utils/domain/error-code.ts';
import type { PageText } from '../../utils/domain/page-text.ts';
import { DEFAULT_SETTINGS } from '../../utils/domain/settings.ts';
import { build, clear } from './page-fixture.ts';
import { quotation } from './view-fixture.ts';

const QUOTE = 'the water is warm today';
let refuse: ErrorCode | null = null;
let asked = 0;
let alive = true;
/** Answers wait for it, when there is one. */
let held: Promise<void> | null = null;

vi.mock('wxt/browser', () => ({ browser: { i18n: { getMessage: () => '' }, runtime: { id: 'x', getURL: (path: string) => path } } }));
vi.mock('../../utils/messaging/ask.ts', () => ({
  isAlive: () => alive,
  ask: async (name: string, { page }: { page: PageText }): Promise<Result<unknown>> => {
    if (name !== 'page.view') return { ok: false, code: 'no-answer' };
    asked++;
    await held;
    if (refuse !== null) return { ok: false, code: refuse };
    const start = page.text.indexOf(QUOTE);
    const view: PageView = {
      quotations: start < 0 ? [] : [quotation(page.text, start, start + QUOTE.length)],
      highlights: [],
      truncated: false,
    };
    return { ok: true, value: view };
  },
}));

const marked = (): string[] =>
  [...CSS.highlights.values()].flatMap((highlight) =>
    [...highlight].map((part) => {
      const range = document.createRange();
      range.setStart(part.startContainer, part.startOffset);
      range.setEnd(part.endContainer, part.endOffset);
      return range.toString();
    }),
  );

let life: AbortController;
beforeEach(() => {
  life = new AbortController();
  refuse = null;
  held = null;
  asked = 0;
  alive = true;
});
afterEach(() => {
  life.abort();
  clear();
});

describe('a page that changes while the background does not answer', () => {
  it.each<ErrorCode>(['no-answer', 'page-changed', 'unexpected'])(
    'has nothing painted on other words, and is asked about again: %s',
    async (code) => {
      const root = build(`<p>She said: “${QUOTE}”.</p>`);
      const session = new PageSession(DEFAULT_SETTINGS, life.signal);
      session.refresh(DEFAULT_SETTINGS);
      await vi.waitFor(() => expect(marked()).toEqual([QUOTE]));

      refuse = code;
      const before = asked;
      const more = document.createElement('p');
      more.textContent = 'A new paragraph stands before everything else now, and it is longer than the other one.';
      root.prepend(more);
      await vi.waitFor(() => expect(asked).toBeGreaterThan(before));
      await vi.waitFor(() => expect(marked()).toEqual([]));

      refuse = null;
      await vi.waitFor(() => expect(marked()).toEqual([QUOTE]), { timeout: 5_000 });
    },
  );
});

describe('a page in which the extension was updated', () => {
  it('is left to the new script at the first change: the old one paints nothing any more', async () => {
    const root = build(`<p>She said: “${QUOTE}”.</p>`);
    new PageSession(DEFAULT_SETTINGS, life.signal).refresh(DEFAULT_SETTINGS);
    await vi.waitFor(() => expect(marked()).toEqual([QUOTE]));
    alive = false;
    root.append('What the page goes on to say after that.');
    await vi.waitFor(() => expect(marked()).toEqual([]), { timeout: 5_000 });
  });
});

it('whoever asks what is shown while an answer is on its way gets that answer', async () => {
  build(`<p>She said: “${QUOTE}”.</p>`);
  const session = new PageSession(DEFAULT_SETTINGS, life.signal);
  let answer = (): void => {};
  held = new Promise((resolve) => {
    answer = resolve;
  });
  session.refresh(DEFAULT_SETTINGS);
  await vi.waitFor(() => expect(asked).toBe(1));
  const shown = session.shown();
  answer();
  expect((await shown)?.quotations).toHaveLength(1);
});
