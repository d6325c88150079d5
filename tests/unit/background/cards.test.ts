import 'fake-indexeddb/auto';
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { browser } from 'wxt/browser';
import { annotations } from '../../../utils/db/annotations.ts';
import { sample } from '../db/sample.ts';
import { samplePage } from '../messaging/sample-page.ts';
import { type Frame, World } from './world.ts';

const { id } = sample(1);
const noSuch = { ok: false, code: 'no-such-annotation' };
const notAllowed = { ok: false, code: 'not-allowed' };
let world: World;
let frame: Frame;

beforeEach(async () => {
  world = new World();
  await annotations.clearAll();
  await annotations.create(sample(1, { source: samplePage().url }));
  await annotations.create(sample(2, { source: 'https://gazette.example/other' }));
  frame = world.load(samplePage());
  await world.visit(frame);
});
afterEach(() => {
  vi.restoreAllMocks();
  vi.useRealTimers();
});

async function open(of = id): Promise<string> {
  const answer = await world.fromPage(frame, 'card.open', { id: of, focus: 'note' });
  if (!answer.ok) throw new Error(answer.code);
  return answer.value.token;
}
const context = (token: string, place = { tabId: 1, frameId: 20 }) => world.fromOwn('card.context', { token }, place);
const shown = { ok: true, value: { id, focus: 'note', frame: { tabId: 1, frameId: 0 } } };

describe('a card', () => {
  it('learns from its token what to show and which frame it stands in', async () => expect(await context(await open())).toEqual(shown));

  it('finds its token also when the worker was stopped in between', async () => {
    const token = await open();
    await world.startWorker();
    expect(await context(token)).toEqual(shown);
  });

  it('trades it once, also when two ask at the same time', async () => {
    const token = await open();
    const answers = await Promise.all([context(token), context(token), context(token)]);
    expect(answers.filter(({ ok }) => ok)).toEqual([shown]);
    expect(await context(token)).toEqual(notAllowed);
  });

  it('in another tab, or in no tab, gets nothing, and the right one still can', async () => {
    const token = await open();
    expect(await context(token, { tabId: 2, frameId: 20 })).toEqual(notAllowed);
    expect(await world.fromOwn('card.context', { token })).toEqual(notAllowed);
    expect(await context(token)).toEqual(shown);
  });

  it('speaks to the frame that holds it through the background, and to no other tab', async () => {
    const told = vi.spyOn(browser.tabs, 'sendMessage').mockImplementation(async () => ({ ok: true, value: {} }));
    const say = (tabId: number) => world.fromOwn('card.tell', { frame: { tabId: 1, frameId: 0 }, height: 240 }, { tabId, frameId: 20 });
    expect(await say(2)).toEqual(notAllowed);
    expect(told).not.toHaveBeenCalled();
    expect(await say(1)).toEqual({ ok: true, value: {} });
    expect(told).toHaveBeenCalledExactlyOnceWith(1, { name: 'card.resize', request: { height: 240 } }, { frameId: 0 });
  });

  it('that comes after a minute gets nothing', async () => {
    vi.useFakeTimers({ toFake: ['Date'] });
    const early = await open();
    vi.setSystemTime(Date.now() + 59_000);
    expect((await context(early)).ok).toBe(true);
    const late = await open();
    vi.setSystemTime(Date.now() + 61_000);
    expect(await context(late)).toEqual(notAllowed);
  });

  it.each(['', 'x', 'toString', '__proto__', 'card:', '../tab:1'])('with the made-up token %j gets nothing', async (token) => {
    await open();
    expect(await context(token)).toEqual(notAllowed);
  });
});

describe('the frame of a card', () => {
  const place = { tabId: 1, frameId: 20, documentId: 'A' };
  const get = (of: string, from: Parameters<typeof world.fromOwn>[2] = place) => world.fromOwn('annotation.get', { id: of }, from);
  beforeEach(async () => expect(await context(await open(), place)).toEqual(shown));

  it('reads, changes, removes and restores the annotation that its token named', async () => {
    const read = await get(id);
    if (!read.ok || read.value.annotation === null) throw new Error('not read');
    const { annotation } = read.value;
    expect((await world.fromOwn('annotation.replace', { annotation, basedOn: annotation.modified }, place)).ok).toBe(true);
    expect(await world.fromOwn('annotation.remove', { ids: [id] }, place)).toEqual({ ok: true, value: { ids: [id] } });
    expect(await world.fromOwn('annotation.restore', { ids: [id] }, place)).toEqual({ ok: true, value: { ids: [id] } });
    expect((await world.fromOwn('vocabulary', {}, place)).ok).toBe(true);
  });

  it('and no other, whatever the message says', async () => {
    const other = sample(2, { source: 'https://gazette.example/other' });
    expect(await get(other.id)).toEqual(notAllowed);
    expect(await world.fromOwn('annotation.replace', { annotation: other, basedOn: other.modified }, place)).toEqual(notAllowed);
    expect(await world.fromOwn('annotation.remove', { ids: [id, other.id] }, place)).toEqual(notAllowed);
    expect(await world.fromOwn('annotation.restore', { ids: [other.id] }, place)).toEqual(notAllowed);
    expect(await world.fromOwn('anchor.get', { id: other.id }, place)).toEqual(notAllowed);
    expect(await annotations.get(other.id)).toEqual(other);
  });

  it.each([
    ['another frame', { ...place, frameId: 21 }],
    ['another tab', { ...place, tabId: 2 }],
    ['another document in the same frame', { ...place, documentId: 'B' }],
  ])('%s gets nothing of it', async (_, from) => expect(await get(id, from)).toEqual(notAllowed));

  it('is still bound when the worker was stopped, and no more when the tab is closed', async () => {
    await world.startWorker();
    expect((await get(id)).ok).toBe(true);
    const { forgetTab } = await import('../../../entrypoints/background/tabs.ts');
    await forgetTab(1);
    expect(await get(id)).toEqual(notAllowed);
  });
});

describe('a page opens a card', () => {
  it('for an annotation of its own only; another’s is as good as none', async () => {
    for (const other of [sample(2).id, sample(3).id, ''])
      expect(await world.fromPage(frame, 'card.open', { id: other, focus: 'none' })).toEqual(noSuch);
  });

  it('not for a deleted one', async () => {
    await annotations.remove([id]);
    expect(await world.fromPage(frame, 'card.open', { id, focus: 'none' })).toEqual(noSuch);
  });

  it('not before it was read, nor from a frame of another document', async () => {
    const unread = world.load(samplePage(), { tabId: 5 });
    expect(await world.fromPage(unread, 'card.open', { id, focus: 'none' })).toEqual(noSuch);
    const embedded = world.load(samplePage({ url: 'https://embed.example/' }), { frameId: 6 });
    await world.visit(embedded);
    expect(await world.fromPage(embedded, 'card.open', { id, focus: 'none' })).toEqual(noSuch);
  });

  it('and never gets the context itself', async () => {
    const token = await open();
    expect(await world.fromPage(frame, 'card.context', { token })).toEqual(notAllowed);
  });
});
