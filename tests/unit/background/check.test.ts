import 'fake-indexeddb/auto';
import { beforeEach, describe, expect, it, vi } from 'vitest';
import { fakeBrowser } from 'wxt/testing/fake-browser';
import { annotations } from '../../../utils/db/annotations.ts';
import { readCheckAddress } from '../../../utils/messaging/check-address.ts';
import type { Request } from '../../../utils/messaging/protocol.ts';
import { samplePage } from '../messaging/sample-page.ts';
import { type Frame, World } from './world.ts';

const words = 'We will not sell the harbour to anyone this year.';
const page = samplePage();
const start = page.text.indexOf(words);
const place = { start, end: start + words.length, exact: words };
let world: World;
let frame: Frame;
let create: ReturnType<typeof vi.fn>;

beforeEach(async () => {
  world = new World();
  await annotations.clearAll();
  frame = world.load(page);
  await world.visit(frame);
  create = vi.fn(async () => ({}));
  Object.assign(fakeBrowser.tabs, { create });
});

const open = (changes: Partial<Request<'check.open'>> = {}) => world.fromPage(frame, 'check.open', { quotation: 0, place, ...changes });
const opened = () => readCheckAddress(new URL(create.mock.lastCall?.[0].url, 'https://x.example').hash);

describe('a check that is asked for in the page', () => {
  it('opens in a tab that belongs to the asker’s, for the quotation that the page shows there', async () => {
    expect(await open()).toEqual({ ok: true, value: {} });
    expect(create).toHaveBeenCalledExactlyOnceWith(expect.objectContaining({ openerTabId: 1 }));
    expect(opened()).toEqual({ kind: 'quotation', tabId: 1, frameId: 0, place });
  });

  it('is that of the annotation where the quotation is kept', async () => {
    const kept = await world.fromOwn('quotation.keep', { tabId: 1, frameId: 0, ...place });
    if (!kept.ok) throw new Error(kept.code);
    await open();
    expect(opened()).toEqual({ kind: 'annotation', id: kept.value.id });
  });

  it('of a private window opens in another window', async () => {
    frame = world.load(page, { incognito: true });
    await world.visit(frame);
    expect(await open()).toEqual({ ok: true, value: {} });
    expect(create.mock.lastCall).toEqual([{ url: expect.any(String) }]);
  });

  it.each([
    ['words that no quotation of the page has', { place: { ...place, exact: 'We will sell the harbour to anyone this year.' } }],
    ['another place', { place: { ...place, start: start + 1 } }],
    ['the index of another quotation', { quotation: 1 }],
  ])('opens nothing for %s', async (_, changes) => {
    expect(await open(changes)).toEqual({ ok: false, code: 'page-changed' });
    expect(create).not.toHaveBeenCalled();
  });
});
