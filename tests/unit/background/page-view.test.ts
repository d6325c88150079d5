import 'fake-indexeddb/auto';
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { fakeBrowser } from 'wxt/testing/fake-browser';
import { describe as describeSpan } from '../../../utils/anchor/describe.ts';
import { anchors } from '../../../utils/db/anchors.ts';
import { annotations } from '../../../utils/db/annotations.ts';
import type { Annotation } from '../../../utils/domain/annotation.ts';
import { DEFAULT_SETTINGS, type Settings } from '../../../utils/domain/settings.ts';
import { sample } from '../db/sample.ts';
import { samplePage } from '../messaging/sample-page.ts';
import { World } from './world.ts';

const words = 'We will not sell the harbour to anyone this year.';
const page = samplePage();
const story = page.url;
let world: World;

beforeEach(async () => {
  world = new World();
  await annotations.clearAll();
});
afterEach(() => vi.restoreAllMocks());

const settings = (changes: Partial<Settings>) => fakeBrowser.storage.local.set({ settings: { ...DEFAULT_SETTINGS, ...changes } });

/** An annotation on words of the sample page, or of a page like it. */
function kept(n: number, exact: string, changes: Parameters<typeof sample>[1] = {}): Annotation {
  const annotation = sample(n, { source: story, ...changes });
  const start = page.text.indexOf(exact);
  annotation.target.selector =
    start < 0 ? [{ type: 'TextQuoteSelector', exact, prefix: '', suffix: '' }] : describeSpan(page, { start, end: start + exact.length });
  return annotation;
}

describe('a page opens', () => {
  it('and may work', async () => {
    expect(await world.fromPage(world.load(page), 'page.open', {})).toEqual({
      ok: true,
      value: { paused: false, showQuotations: true, colours: DEFAULT_SETTINGS.colours, theme: 'system' },
    });
  });

  it('and is told that marks are not wanted', async () => {
    await settings({ showQuotations: false });
    expect(await world.fromPage(world.load(page), 'page.open', {})).toMatchObject({
      ok: true,
      value: { paused: false, showQuotations: false },
    });
  });

  it.each<[string, Partial<Settings>]>([
    ['everything', { paused: true }],
    ['its host', { pausedSites: ['gazette.example'] }],
  ])('and does nothing when %s is paused', async (_, changes) => {
    await settings(changes);
    const frame = world.load(samplePage({ url: 'https://www.gazette.example/story' }));
    expect(await world.fromPage(frame, 'page.open', {})).toMatchObject({ ok: true, value: { paused: true } });
    expect(await world.fromPage(frame, 'page.view', { page })).toEqual({ ok: false, code: 'paused' });
    expect([world.badge.get(1), world.title.get(1)]).toEqual(['II', 'toolbar_paused']);
  });

  it('in a frame of a paused site, or of one in which a paused one is embedded, is paused too', async () => {
    await settings({ pausedSites: ['gazette.example'] });
    world.load(page);
    const inside = world.load(samplePage({ url: 'https://embed.example/1' }), { frameId: 5 });
    expect(await world.fromPage(inside, 'page.open', {})).toMatchObject({ value: { paused: true } });
    world.load(samplePage({ url: 'https://other.example/' }), { tabId: 2 });
    const embedded = world.load(page, { tabId: 2, frameId: 5 });
    expect(await world.fromPage(embedded, 'page.open', {})).toMatchObject({ value: { paused: true } });
  });
});

describe('a page asks for its view', () => {
  it('and gets its quotations', async () => {
    const view = await world.visit(world.load(page));
    expect(view.quotations.map(({ text, speaker }) => [text, speaker])).toEqual([[words, 'Mara Lind']]);
    expect([view.highlights, view.truncated]).toEqual([[], false]);
  });

  it('and the places of its own annotations, in page order, and of no other page’s', async () => {
    const list = [
      kept(1, 'The vote was close.'),
      kept(2, words),
      kept(3, 'words that are gone'),
      kept(4, words, { source: 'https://gazette.example/other' }),
      kept(5, words, { source: 'https://news.example/story' }),
      kept(6, words, { deleted: '2026-01-02T00:00:00.000Z' }),
      kept(7, 'The council agreed.', { source: 'http://www.gazette.example/story/?utm_source=x#top' }),
    ];
    await annotations.applyImport({ add: list, update: [] });
    const { highlights } = await world.visit(world.load(page));
    expect(highlights.map(({ id, span }) => [Number(id.slice(-2)), span && page.text.slice(span.start, span.end)])).toEqual([
      [2, words],
      [7, 'The council agreed.'],
      [1, 'The vote was close.'],
      [3, null],
    ]);
  });

  it('and learns nothing but places: no notes, tags or claims', async () => {
    const secret = 'nobody but the reader knows this';
    const body: Annotation['body'] = [
      { type: 'TextualBody', purpose: 'commenting', format: 'text/markdown', value: secret },
      { type: 'TextualBody', purpose: 'tagging', value: secret },
    ];
    await annotations.create(kept(1, words, { body }));
    const view = await world.visit(world.load(page));
    expect(view.highlights).toHaveLength(1);
    expect(JSON.stringify(view)).not.toContain('nobody but');
    expect(Object.keys(view.highlights[0] ?? {}).sort()).toEqual(['colour', 'id', 'span', 'status']);
  });

  it('notes where its annotations were, for the lists of extension pages', async () => {
    await annotations.applyImport({ add: [kept(1, words), kept(2, 'words that are gone')], update: [] });
    await world.visit(world.load(page));
    expect(await anchors.get(sample(1).id)).toMatchObject({ status: expect.not.stringMatching('orphaned'), url: story });
    expect(await anchors.get(sample(2).id)).toMatchObject({ status: 'orphaned', reason: 'absent' });
    expect((await anchors.adrift()).map(({ annotationId }) => annotationId)).toEqual([sample(2).id]);
  });

  it('leaves no trace of a visit in a private window', async () => {
    await annotations.create(kept(1, words));
    await world.visit(world.load(page, { incognito: true }));
    expect(await anchors.get(sample(1).id)).toBeNull();
  });

  it('stores nothing of what it showed', async () => {
    await world.visit(world.load(page));
    expect(JSON.stringify(await fakeBrowser.storage.local.get(null))).not.toContain('harbour');
    expect(JSON.stringify(await fakeBrowser.storage.session.get(null))).not.toContain('harbour');
    expect(await annotations.count()).toBe(0);
  });

  it('is told to ask again when its tab shows another page by now', async () => {
    const frame = world.load(page);
    world.tabs.set(1, { id: 1, url: 'https://gazette.example/next', title: '', status: 'complete', incognito: false });
    expect(await world.fromPage(frame, 'page.view', { page })).toEqual({ ok: false, code: 'page-changed' });
  });

  it('is believed when its message overtook the news of the tab’s new URL', async () => {
    const frame = world.load(page);
    const old = { tab: { id: 1, url: 'https://gazette.example/before' } };
    expect(await world.fromPage(frame, 'page.view', { page }, old)).toMatchObject({ ok: true });
  });

  it('cannot ask for another page’s annotations', async () => {
    await annotations.create(kept(1, words));
    const evil = world.load(samplePage({ url: 'https://evil.example/' }));
    expect(await world.fromPage(evil, 'page.view', { page })).toEqual({ ok: false, code: 'page-changed' });
    const inFrame = world.load(samplePage({ url: 'https://evil.example/frame' }), { frameId: 3 });
    expect(await world.fromPage(inFrame, 'page.view', { page })).toEqual({ ok: false, code: 'page-changed' });
    const metadata = { ...page.metadata, canonical: story };
    const claimed = samplePage({ url: 'https://evil.example/', base: story, metadata });
    expect(await world.fromPage(evil, 'page.view', { page: claimed })).toMatchObject({ ok: true, value: { highlights: [] } });
  });

  it('gets its quotations even when the database does not open', async () => {
    const { database } = await import('../../../utils/db/database.ts');
    database.close();
    vi.spyOn(IDBFactory.prototype, 'open').mockImplementation(() => {
      throw new DOMException('refused', 'InvalidStateError');
    });
    const view = await world.visit(world.load(page));
    expect([view.quotations.length, view.highlights]).toEqual([1, []]);
    vi.restoreAllMocks();
    await database.open();
  });

  it('says that a page was cut', async () => {
    expect((await world.visit(world.load(samplePage({ truncated: true })))).truncated).toBe(true);
  });
});

describe('one document under several URLs', () => {
  const amp = 'https://amp.gazette.example/amp/story';
  const withCanonical = (url: string, canonical: string) => samplePage({ url, base: url, metadata: { ...page.metadata, canonical } });

  it('is known by its canonical URL', async () => {
    await annotations.create(kept(1, words));
    expect((await world.visit(world.load(withCanonical(amp, story)))).highlights).toHaveLength(1);
  });

  it('is not known by a canonical that an earlier route left behind', async () => {
    await annotations.create(kept(1, words, { source: 'https://gazette.example/first' }));
    const frame = world.load(withCanonical('https://gazette.example/first?share=mail', 'https://gazette.example/first'));
    expect((await world.visit(frame)).highlights).toHaveLength(1);
    frame.url = 'https://gazette.example/second?from=start';
    world.tabs.set(1, { id: 1, url: frame.url, title: '', status: 'complete', incognito: false });
    frame.page = withCanonical(frame.url, 'https://gazette.example/first');
    expect((await world.read(frame)).highlights).toEqual([]);
    await world.startWorker();
    expect((await world.visit(frame)).highlights).toEqual([]);
    frame.page = withCanonical(frame.url, 'https://gazette.example/second');
    await annotations.create(kept(2, words, { source: 'https://gazette.example/second' }));
    expect((await world.read(frame)).highlights).toHaveLength(1);
  });

  it('a canonical is judged anew for another document of the same tab', async () => {
    await annotations.create(kept(1, words, { source: 'https://gazette.example/first' }));
    await world.visit(
      world.load(withCanonical('https://gazette.example/first?share=mail', 'https://gazette.example/first'), { documentId: 'A' }),
    );
    const second = world.load(withCanonical('https://gazette.example/first?via=feed', 'https://gazette.example/first'), {
      documentId: 'B',
    });
    expect((await world.visit(second)).highlights).toHaveLength(1);
  });
});

describe('frames', () => {
  it('have the annotations of their own document', async () => {
    await annotations.applyImport({ add: [kept(1, words), kept(2, words, { source: 'https://embed.example/post' })], update: [] });
    const top = await world.visit(world.load(page));
    const inside = await world.visit(world.load(samplePage({ url: 'https://embed.example/post' }), { frameId: 4 }));
    expect([top.highlights.map(({ id }) => id), inside.highlights.map(({ id }) => id)]).toEqual([[sample(1).id], [sample(2).id]]);
  });

  it('that changed their route are read under the new one: the browser tells only the first', async () => {
    await annotations.create(kept(1, words, { source: 'https://embed.example/two' }));
    world.load(samplePage({ url: 'https://host.example/' }));
    const frame = world.load(samplePage({ url: 'https://embed.example/two' }), { frameId: 4 });
    const answer = await world.fromPage(
      frame,
      'page.view',
      { page: samplePage({ url: 'https://embed.example/two' }) },
      { url: 'https://embed.example/one' },
    );
    expect(answer).toMatchObject({ ok: true, value: { highlights: [{ id: sample(1).id }] } });
  });

  it('without a URL of their own, written by another origin, see nothing of the page, whatever canonical they name', async () => {
    await annotations.applyImport({ add: [kept(1, words), kept(2, words, { source: 'https://adverts.example/other' })], update: [] });
    await world.visit(world.load(page));
    const advert = world.load(samplePage({ url: 'about:srcdoc', base: story }), { frameId: 4 });
    for (const canonical of [null, story, 'https://adverts.example/other']) {
      const read = samplePage({ url: 'about:srcdoc', base: story, metadata: { ...page.metadata, canonical } });
      const answer = await world.fromPage(advert, 'page.view', { page: read }, { origin: 'https://adverts.example' });
      expect(answer).toMatchObject({ ok: true, value: { highlights: [] } });
    }
  });

  it('without a URL of their own share the page’s annotations, and what one shows is no orphan of the other', async () => {
    await annotations.create(kept(1, 'only in the frame'));
    const top = world.load(page);
    const inside = world.load(samplePage({ url: 'about:srcdoc', base: story, text: 'This is only in the frame.' }), { frameId: 4 });
    expect((await world.visit(inside)).highlights[0]?.span).not.toBeNull();
    expect((await world.visit(top)).highlights[0]?.status).toBe('orphaned');
    expect((await anchors.get(sample(1).id))?.status).not.toBe('orphaned');
  });
});

describe('the toolbar button', () => {
  it('counts the quotations of all frames of the tab', async () => {
    await world.visit(world.load(page));
    expect([world.badge.get(1), world.title.get(1)]).toEqual(['1', 'toolbar_quotes 1']);
    await world.visit(world.load(samplePage({ url: 'https://embed.example/post' }), { frameId: 4 }));
    expect(world.badge.get(1)).toBe('2');
  });

  it('says nothing where there is none', async () => {
    await world.visit(world.load(samplePage({ text: 'Nobody is quoted here.' })));
    expect([world.badge.get(1), world.title.get(1)]).toEqual(['', 'toolbar_quotes_none']);
  });

  it('forgets the page before, frames too, when another document opens', async () => {
    await world.visit(world.load(page, { documentId: 'A' }));
    await world.visit(world.load(samplePage({ url: 'https://embed.example/post' }), { frameId: 4, documentId: 'B' }));
    const next = world.load(samplePage({ url: 'https://gazette.example/next', text: 'Nobody.' }), { documentId: 'C' });
    await world.visit(next);
    await vi.waitFor(() => expect(world.badge.get(1)).toBe(''));
  });

  it('is that of the document that is there now, whatever one that was left still says', async () => {
    const left = world.load(page, { documentId: 'A' });
    await world.visit(left);
    const now = world.load(samplePage({ url: page.url, text: 'Nobody is quoted here.' }), { documentId: 'B' });
    await world.visit(now);
    expect(await world.fromPage(left, 'page.view', { page })).toEqual({ ok: false, code: 'page-changed' });
    expect(world.badge.get(1)).toBe('');
    const { start, end, text } = { start: 0, end: 6, text: 'Nobody' };
    const kept = await world.fromPage(now, 'annotation.create', { span: { start, end }, exact: text, colour: null, quotation: null });
    expect(kept.ok).toBe(true);
  });

  it('keeps its count while the page only looks again', async () => {
    const frame = world.load(page, { documentId: 'A' });
    await world.visit(frame);
    await world.fromPage(frame, 'page.open', {});
    expect(world.badge.get(1)).toBe('1');
  });

  it('keeps it after the worker was stopped', async () => {
    await world.visit(world.load(page));
    await world.startWorker();
    await world.visit(world.load(samplePage({ url: 'https://embed.example/post' }), { frameId: 4 }));
    expect(world.badge.get(1)).toBe('2');
  });

  it('does not mind a tab that was closed meanwhile', async () => {
    vi.spyOn(fakeBrowser.action, 'setBadgeText').mockRejectedValue(new Error('No tab with id: 1.'));
    expect((await world.visit(world.load(page))).quotations).toHaveLength(1);
  });
});

describe('the drawing script', () => {
  it('is loaded into the asking frame and no other', async () => {
    expect(await world.fromPage(world.load(page, { tabId: 3, frameId: 9 }), 'page.draw', {}, { tab: { id: 3, url: story } })).toEqual({
      ok: true,
      value: {},
    });
    expect(world.scripts).toEqual([{ target: { tabId: 3, frameIds: [9] }, files: ['/draw.js'] }]);
  });

  it('that cannot be loaded is a value', async () => {
    vi.spyOn(fakeBrowser.scripting, 'executeScript').mockRejectedValue(new Error('Cannot access contents of the page.'));
    expect(await world.fromPage(world.load(page), 'page.draw', {})).toEqual({ ok: false, code: 'no-page' });
  });
});
