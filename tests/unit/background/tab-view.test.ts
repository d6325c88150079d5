import 'fake-indexeddb/auto';
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { fakeBrowser } from 'wxt/testing/fake-browser';
import { annotations } from '../../../utils/db/annotations.ts';
import type { PageView } from '../../../utils/domain/anchor.ts';
import type { QuotationPlace, TabView } from '../../../utils/messaging/protocol.ts';
import { changeSettings, withPaused } from '../../../utils/settings.ts';
import { samplePage } from '../messaging/sample-page.ts';
import { World } from './world.ts';

const page = samplePage();
const embedded = samplePage({
  url: 'https://embed.example/post',
  text: 'Jon Oak said: “The bridge will be open again before the winter.”',
});
let world: World;

beforeEach(async () => {
  world = new World();
  await annotations.clearAll();
});
afterEach(() => vi.restoreAllMocks());

async function viewOf(tabId = 1): Promise<TabView> {
  const answer = await world.fromOwn('tab.view', { tabId });
  if (!answer.ok) throw new Error(answer.code);
  return answer.value;
}
const tab = (url: string | undefined, status = 'complete') => world.tabs.set(1, { id: 1, url, title: 'T', status, incognito: false });

/** How popup and panel name a quotation that they show. */
function placeOf({ quotations }: PageView, index: number): QuotationPlace {
  const quotation = quotations[index];
  if (quotation === undefined) throw new Error('no such quotation');
  return { start: quotation.start, end: quotation.end, exact: quotation.text };
}

describe('the view of a tab', () => {
  it('has the quotations of all its frames, with what is kept', async () => {
    await world.visit(world.load(page));
    const inside = await world.visit(world.load(embedded, { frameId: 4 }));
    const kept = await world.fromOwn('quotation.keep', { tabId: 1, frameId: 4, ...placeOf(inside, 0) });
    for (const frame of world.frames.values()) await world.read(frame);
    const view = await viewOf();
    expect(view).toMatchObject({ url: page.url, title: page.title, host: 'gazette.example', state: 'ready', truncated: false });
    expect(view.quotations.map(({ frameId, index, quotation, keptAs }) => [frameId, index, quotation.speaker, keptAs])).toEqual([
      [0, 0, 'Mara Lind', null],
      [4, 0, 'Jon Oak', kept.ok && kept.value.id],
    ]);
    expect(view.highlights.map(({ frameId, id }) => [frameId, id])).toEqual([[4, kept.ok && kept.value.id]]);
  });

  it('has each annotation once, where it has a place', async () => {
    const inside = samplePage({
      url: 'about:srcdoc',
      base: page.url,
      text: 'This sentence stands only in the frame of the page, nowhere else.',
    });
    const top = world.load(page);
    await world.visit(top);
    const frame = world.load(inside, { frameId: 4 });
    await world.visit(frame);
    await world.fromPage(frame, 'annotation.create', {
      span: { start: 5, end: 38 },
      exact: inside.text.slice(5, 38),
      colour: null,
      quotation: null,
    });
    await world.read(top);
    await world.read(frame);
    expect(top.view?.highlights.map(({ span }) => span)).toEqual([null]);
    expect((await viewOf()).highlights).toMatchObject([{ frameId: 4, span: { start: 5, end: 38 } }]);
  });

  it('is the same after the worker was stopped', async () => {
    await world.visit(world.load(page));
    await world.visit(world.load(embedded, { frameId: 4 }));
    const before = await viewOf();
    await world.startWorker();
    expect(await viewOf()).toEqual(before);
  });

  it('forgets frames that are gone, and the button counts them no more', async () => {
    await world.visit(world.load(page));
    await world.visit(world.load(embedded, { frameId: 4 }));
    expect(world.badge.get(1)).toBe('2');
    world.frames.delete('1/4');
    expect((await viewOf()).quotations).toHaveLength(1);
    expect(world.badge.get(1)).toBe('1');
  });

  it('passes over a frame that answers nonsense', async () => {
    await world.visit(world.load(page));
    const frame = world.load(embedded, { frameId: 4 });
    await world.visit(frame);
    frame.view = { quotations: [{ text: 5 }] } as never; // a page's process can send anything
    expect(await viewOf()).toMatchObject({ state: 'ready', quotations: [{ frameId: 0 }] });
  });

  it('says that a page was cut', async () => {
    await world.visit(world.load(page));
    await world.visit(world.load({ ...embedded, truncated: true }, { frameId: 4 }));
    expect((await viewOf()).truncated).toBe(true);
  });
});

describe('the state of a tab', () => {
  it.each([
    'chrome://settings/',
    'about:config',
    'chrome-extension://test-extension-id/library.html',
    'file:///home/a.html',
    'https://chromewebstore.google.com/detail/x',
    'https://chrome.google.com/webstore/detail/x',
    'https://addons.mozilla.org/firefox/',
    undefined,
  ])('%s: off limits', async (url) => {
    tab(url);
    expect(await viewOf()).toMatchObject({ state: 'off-limits', quotations: [], highlights: [] });
  });

  it.each(['https://gazette.example/story', undefined])('%s, its host withheld: no access', async (url) => {
    tab(url);
    world.hosts = false;
    expect((await viewOf()).state).toBe('no-access');
  });

  it('paused: on this site or everywhere', async () => {
    await world.visit(world.load(page));
    await changeSettings((settings) => withPaused(settings, 'gazette.example', true));
    expect(await viewOf()).toMatchObject({ state: 'paused', host: 'gazette.example', quotations: [] });
  });

  it('loading: before its script speaks, and before it has read', async () => {
    tab(page.url, 'loading');
    expect((await viewOf()).state).toBe('loading');
    expect(world.scripts).toEqual([]);
    await world.fromPage(world.load(page), 'page.open', {});
    expect((await viewOf()).state).toBe('loading');
  });

  it('a page from before the installation: its script is brought in, once', async () => {
    tab(page.url);
    expect((await viewOf()).state).toBe('loading');
    expect(world.scripts).toEqual([{ target: { tabId: 1, allFrames: true }, files: ['/content-scripts/page.js'] }]);
    expect(await world.fromOwn('tab.view', { tabId: 1 })).toEqual({ ok: false, code: 'no-page' });
    expect(world.scripts).toHaveLength(1);
    await world.visit(world.load(page));
    expect((await viewOf()).state).toBe('ready');
  });

  it('what was brought into a page that was left is no reason not to bring it into the next', async () => {
    for (const url of [page.url, 'https://gazette.example/next', page.url]) {
      tab(url);
      const { forgetWoken } = await import('../../../entrypoints/background/wake.ts');
      forgetWoken(1);
      expect((await viewOf()).state).toBe('loading');
    }
    expect(world.scripts).toHaveLength(3);
  });

  it('a page that lets no script in is a value, so is a tab that is gone', async () => {
    tab(page.url);
    vi.spyOn(fakeBrowser.scripting, 'executeScript').mockRejectedValue(new Error('Cannot access contents of the page.'));
    expect(await world.fromOwn('tab.view', { tabId: 1 })).toEqual({ ok: false, code: 'no-page' });
    expect(await world.fromOwn('tab.view', { tabId: 99 })).toEqual({ ok: false, code: 'no-page' });
  });
});

describe('jumping', () => {
  it('goes to the frame and brings the tab to the front', async () => {
    const frame = world.load(page);
    const target = placeOf(await world.visit(frame), 0);
    expect(await world.fromOwn('tab.jump', { tabId: 1, frameId: 0, target })).toEqual({ ok: true, value: { shown: true } });
    expect(frame.told).toContain('frame.jump');
    expect(fakeBrowser.tabs.update).toHaveBeenCalledWith(1, { active: true });
  });

  it('to a quotation that is no longer there shows nothing, never another one in its place', async () => {
    const frame = world.load(page);
    const target = placeOf(await world.visit(frame), 0);
    for (const gone of [
      { ...target, exact: 'Other words.' },
      { ...target, start: target.start - 1 },
    ])
      expect(await world.fromOwn('tab.jump', { tabId: 1, frameId: 0, target: gone })).toEqual({ ok: true, value: { shown: false } });
    expect(frame.told).not.toContain('frame.jump');
  });

  it('to where nothing is is a value', async () => {
    expect(await world.fromOwn('tab.jump', { tabId: 1, frameId: 8, target: { id: 'x' } })).toEqual({ ok: false, code: 'no-page' });
    expect(fakeBrowser.tabs.update).not.toHaveBeenCalled();
  });
});
