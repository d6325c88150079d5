import 'fake-indexeddb/auto';
import fc from 'fast-check';
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { fakeBrowser } from 'wxt/testing/fake-browser';
import { annotations } from '../../../utils/db/annotations.ts';
import { documents } from '../../../utils/db/documents.ts';
import { Annotation, exactOf, quotationOf } from '../../../utils/domain/annotation.ts';
import { DEFAULT_SETTINGS } from '../../../utils/domain/settings.ts';
import type { Request } from '../../../utils/messaging/protocol.ts';
import { pageKey } from '../../../utils/text/page-key.ts';
import { samplePage } from '../messaging/sample-page.ts';
import { type Frame, World } from './world.ts';

const words = 'We will not sell the harbour to anyone this year.';
const page = samplePage();
const pageChanged = { ok: false, code: 'page-changed' };
let world: World;

beforeEach(async () => {
  world = new World();
  await annotations.clearAll();
});
afterEach(() => vi.restoreAllMocks());

/** What the content script asks for a selection of `exact`. */
function selection(exact: string, text = page.text) {
  const start = text.indexOf(exact);
  return { span: { start, end: start + exact.length }, exact, colour: null, quotation: null };
}
const create = (frame: Frame, exact: string, changes: object = {}, as = {}) =>
  world.fromPage(frame, 'annotation.create', { ...selection(exact, frame.page?.text), ...changes }, as);
/** What popup and panel ask for the quotation that they show. */
const keepWords = (changes: Partial<Request<'quotation.keep'>> = {}) =>
  world.fromOwn('quotation.keep', { tabId: 1, frameId: 0, ...selection(words).span, exact: words, ...changes });
async function only(): Promise<Annotation> {
  const list = await annotations.all();
  expect(list).toHaveLength(1);
  return list[0] as Annotation; // there is one
}

describe('a selection is kept', () => {
  it('with its words, page, site and time, as a valid annotation', async () => {
    const frame = world.load(samplePage({ url: 'https://www.gazette.example/story?utm_source=x#top' }));
    await world.visit(frame);
    const before = new Date().toISOString();
    const answer = await create(frame, 'The vote was close.');
    const annotation = await only();
    expect(answer).toEqual({ ok: true, value: { id: annotation.id } });
    expect(Annotation.parse(annotation)).toEqual(annotation);
    expect(annotation).toMatchObject({
      motivation: 'highlighting',
      target: {
        source: 'https://www.gazette.example/story?utm_source=x',
        title: 'Harbour plan passes',
        site: 'The Gazette',
        styleClass: 'yellow',
      },
      body: [],
      deleted: null,
    });
    expect(exactOf(annotation)).toBe('The vote was close.');
    expect(annotation.created >= before && annotation.created === annotation.modified).toBe(true);
  });

  it('in the asked colour, else in the reader’s own', async () => {
    await fakeBrowser.storage.local.set({ settings: { ...DEFAULT_SETTINGS, defaultColour: 'green' } });
    const frame = world.load(page);
    await world.visit(frame);
    await create(frame, 'The vote');
    await create(frame, 'was close.', { colour: 'pink' });
    expect((await annotations.all()).map(({ target }) => target.styleClass).sort()).toEqual(['green', 'pink']);
  });

  it('is found again at the next visit', async () => {
    const frame = world.load(page);
    await world.visit(frame);
    await create(frame, 'The vote was close.');
    await world.startWorker();
    const { highlights } = await world.visit(world.load(page));
    expect(highlights.map(({ status, span }) => [status, page.text.slice(span?.start, span?.end)])).toEqual([
      ['exact', 'The vote was close.'],
    ]);
  });

  it('by its host where the site has no name', async () => {
    const frame = world.load(samplePage({ metadata: { ...page.metadata, siteName: null } }));
    await world.visit(frame);
    await create(frame, 'The vote');
    expect((await only()).target.site).toBe('gazette.example');
  });

  it('with the canonical URL where that is another document name', async () => {
    const metadata = { ...page.metadata, canonical: 'https://gazette.example/story' };
    const frame = world.load(
      samplePage({ url: 'https://amp.gazette.example/amp/story', base: 'https://amp.gazette.example/amp/story', metadata }),
    );
    await world.visit(frame);
    await create(frame, 'The vote');
    expect((await only()).target).toMatchObject({
      source: 'https://amp.gazette.example/amp/story',
      canonical: 'https://gazette.example/story',
    });
    expect(await annotations.forPage(pageKey('https://gazette.example/story'))).toHaveLength(1);
  });

  it('also when the worker was stopped in between: the frame still has the page', async () => {
    const frame = world.load(page);
    await world.visit(frame);
    await world.startWorker();
    expect(await create(frame, 'The vote')).toMatchObject({ ok: true });
    expect(frame.told).toContain('frame.text');
  });

  it('twice when it is highlighted twice: that is the reader’s to decide', async () => {
    const frame = world.load(page);
    await world.visit(frame);
    await create(frame, 'The vote');
    await create(frame, 'The vote');
    expect(await annotations.count()).toBe(2);
  });
});

describe('a selection in somebody’s words', () => {
  const kept = async (exact: string) => {
    const frame = world.load(page);
    await world.visit(frame);
    await create(frame, exact);
    return quotationOf(await only());
  };

  it.each([
    ['all of them', words],
    ['with the marks', `“${words}”`],
    ['with a mark and a space', `: “${words}” `.slice(1)],
    ['a part', 'sell the harbour'],
  ])('%s: takes speaker, kind and the reason along', async (_, exact) => {
    expect(await kept(exact)).toMatchObject({
      purpose: 'identifying',
      kind: 'inline',
      region: 'article',
      speaker: 'Mara Lind',
      cue: 'said',
    });
  });

  it.each([
    ['beside them', 'The council agreed.'],
    ['more than them', `Mara Lind said: “${words}”`],
    ['over their end', 'this year.” The council'],
  ])('%s: takes nothing along', async (_, exact) => expect(await kept(exact)).toBeNull());

  it('within two quotations belongs to the inner one', async () => {
    const { quotationAround } = await import('../../../entrypoints/background/keep.ts');
    const base = {
      kind: 'inline',
      region: 'article',
      mention: null,
      cue: null,
      source: null,
      rule: 'r',
      confidence: 1,
      within: null,
      why: { speaker: null, source: null },
    } as const;
    const quotations = [
      { ...base, speaker: 'outer', start: 0, end: 60, text: page.text.slice(0, 60) },
      { ...base, speaker: 'inner', start: 20, end: 40, text: page.text.slice(20, 40) },
      { ...base, speaker: 'other', start: 70, end: 80, text: page.text.slice(70, 80) },
    ];
    const around = (start: number, end: number) => quotationAround({ page, quotations }, { start, end })?.speaker;
    expect([around(22, 30), around(20, 40), around(19, 30), around(61, 69), around(70, 80)]).toEqual([
      'inner',
      'inner',
      'inner',
      undefined,
      'other',
    ]);
  });
});

describe('nothing is kept', () => {
  const nothing = async (answer: unknown, code = 'page-changed') => {
    expect(answer).toEqual({ ok: false, code });
    expect(await annotations.count()).toBe(0);
  };

  it('when the words are not those of the page at that place', async () => {
    const frame = world.load(page);
    await world.visit(frame);
    await nothing(await create(frame, 'The vote', { exact: 'The vole' }));
    await nothing(await create(frame, 'The vote', { span: { start: 0, end: 8 } }));
    await nothing(await create(frame, 'The vote', { span: { start: 100_000, end: 100_008 } }));
  });

  it('of nothing', async () => {
    const frame = world.load(page);
    await world.visit(frame);
    await nothing(await create(frame, 'The', { span: { start: 3, end: 3 }, exact: '' }), 'bad-request');
    await nothing(await create(frame, 'The', { span: { start: 9, end: 3 } }), 'bad-request');
    const space = page.text.indexOf(' ');
    await nothing(await create(frame, ' ', { span: { start: space, end: space + 1 }, exact: ' ' }), 'bad-request');
  });

  it('when the tab went on to another page', async () => {
    const frame = world.load(page);
    await world.visit(frame);
    world.tabs.set(1, { id: 1, url: 'https://gazette.example/next', title: '', status: 'complete', incognito: false });
    await nothing(await create(frame, 'The vote'));
  });

  it('under another page’s name, whatever the page says its URL is', async () => {
    const evil = world.load(samplePage({ url: 'https://evil.example/' }));
    evil.page = page;
    await nothing(await create(evil, 'The vote'));
    const inside = world.load(samplePage({ url: 'https://evil.example/frame' }), { frameId: 4 });
    inside.page = page;
    await nothing(await create(inside, 'The vote'));
  });

  it('when the frame answers nonsense', async () => {
    const frame = world.load(page);
    for (const junk of [{ ...page, text: 5 }, { ...page, elements: 'x' }, 'page', null]) {
      frame.page = junk as never; // a page's process can send anything
      await nothing(await world.fromPage(frame, 'annotation.create', selection('The vote')));
    }
  });

  it('when the quotation is not there', async () => {
    const frame = world.load(page);
    await world.visit(frame);
    await nothing(await create(frame, words, { quotation: 7 }));
    await nothing(await create(frame, 'The vote', { quotation: 0 }));
  });

  it('when the disk is full, and the code says so', async () => {
    const frame = world.load(page);
    await world.visit(frame);
    const put = vi.spyOn(IDBObjectStore.prototype, 'add').mockImplementation(() => {
      throw new DOMException('no room', 'QuotaExceededError');
    });
    await nothing(await create(frame, 'The vote'), 'disk-full');
    put.mockRestore();
    expect(await create(frame, 'The vote')).toMatchObject({ ok: true });
  });
});

describe('a quotation is kept', () => {
  it('of several paragraphs, whose text is one line', async () => {
    const lines = ['Mara Lind wrote to the council:', 'We will not sell the harbour to anyone.', 'We will keep every berth that is there.'];
    const text = lines.join('\n');
    const [from, second] = [text.indexOf('We will not'), text.indexOf('We will keep')];
    const elements = [
      { tag: 'p', start: 0, end: from - 1, parent: -1 },
      { tag: 'blockquote', start: from, end: text.length, parent: -1 },
      { tag: 'p', start: from, end: second - 1, parent: 1 },
      { tag: 'p', start: second, end: text.length, parent: 1 },
    ];
    const { quotations } = await world.visit(world.load(samplePage({ text, elements })));
    const exact = lines.slice(1).join(' ');
    expect(quotations.map(({ text: said }) => said)).toEqual([exact]);
    expect(await keepWords({ start: from, end: text.length, exact })).toMatchObject({ ok: true, value: { created: true } });
    expect(exactOf(await only())).toBe(lines.slice(1).join('\n'));
  });

  it('from the page and from the popup, with its attribution', async () => {
    const frame = world.load(page);
    await world.visit(frame);
    const first = await create(frame, words, { quotation: 0 });
    expect(quotationOf(await only())).toMatchObject({ speaker: 'Mara Lind', kind: 'inline' });
    expect(await keepWords()).toEqual({ ok: true, value: { ...(first.ok && first.value), created: false } });
    expect(exactOf(await only())).toBe(words);
  });

  it('with the links near it: one may lead to its source', async () => {
    const at = page.text.indexOf('will not sell');
    const link = { tag: 'a', start: at, end: at + 13, parent: 1, href: '/2026/harbour' };
    const frame = world.load(samplePage({ elements: page.elements.toSpliced(2, 0, link) }));
    await world.visit(frame);
    await create(frame, words, { quotation: 0 });
    expect(quotationOf(await only())?.links).toEqual([{ url: 'https://gazette.example/2026/harbour', text: 'will not sell' }]);
  });

  it('once, also by a double click', async () => {
    await world.visit(world.load(page));
    const answers = await Promise.all([keepWords(), keepWords(), keepWords()]);
    const { id } = await only();
    expect(answers).toEqual([true, false, false].map((created) => ({ ok: true, value: { id, created } })));
  });

  it('again after it was deleted', async () => {
    await world.visit(world.load(page));
    await keepWords();
    await annotations.remove([(await only()).id]);
    expect(await keepWords()).toMatchObject({ ok: true, value: { created: true } });
    expect([await annotations.count(), await annotations.countDeleted()]).toEqual([1, 1]);
  });

  it('also when the worker was stopped in between', async () => {
    await world.visit(world.load(page));
    await world.startWorker();
    expect(await keepWords()).toMatchObject({ ok: true });
    expect((await only()).target.source).toBe(page.url);
  });

  it('and its page is told to look again, so are other tabs with that page, and no others', async () => {
    const frames = [
      world.load(page),
      world.load(page, { tabId: 2 }),
      world.load(samplePage({ url: 'https://other.example/' }), { tabId: 3 }),
    ];
    for (const frame of frames) await world.visit(frame);
    await keepWords();
    await vi.waitFor(() => expect(frames.map(({ told }) => told.includes('frame.refresh'))).toEqual([true, true, false]));
  });

  it('and pages that the reader joined with it look again too, and show it', async () => {
    const copy = samplePage({ url: 'https://courier.example/copy' });
    const [first, other] = [world.load(page), world.load(copy, { tabId: 2 })];
    for (const frame of [first, other]) await world.visit(frame);
    await documents.join([page.url, copy.url]);
    await keepWords();
    await vi.waitFor(() => expect(other.told).toContain('frame.refresh'));
    expect((await world.read(other)).highlights).toHaveLength(1);
    expect((await only()).target.source).toBe(page.url);
  });

  it('with a link that leads to the words', async () => {
    await world.visit(world.load(page));
    await keepWords();
    expect((await only()).target.selector.at(-1)).toMatchObject({ type: 'FragmentSelector' });
  });

  it('in the canonical document after a restart too', async () => {
    const metadata = { ...page.metadata, canonical: 'https://gazette.example/story' };
    await world.visit(
      world.load(samplePage({ url: 'https://amp.gazette.example/amp/story', base: 'https://amp.gazette.example/amp/story', metadata })),
    );
    await world.startWorker();
    await keepWords();
    expect((await only()).target.canonical).toBe('https://gazette.example/story');
  });

  it('is a value where there is nothing to keep', async () => {
    expect(await keepWords({ tabId: 9 })).toEqual({ ok: false, code: 'no-page' });
    await world.visit(world.load(page));
    const { start, end } = selection(words).span;
    for (const other of [{ start: 0, end: 5, exact: 'Harbo' }, { start: start - 1 }, { end: end + 1 }, { exact: 'We will sell.' }])
      expect(await keepWords(other)).toEqual(pageChanged);
    expect(await annotations.count()).toBe(0);
  });

  it('never the one that stands in its place by now, when the tab went on while the panel showed the page before', async () => {
    await world.visit(world.load(page, { documentId: 'A' }));
    const text = page.text.replace('not sell the harbour', 'now sell the harbour');
    await world.visit(world.load(samplePage({ url: 'https://gazette.example/next', text }), { documentId: 'B' }));
    expect(await keepWords()).toEqual(pageChanged);
    expect(await annotations.count()).toBe(0);
  });
});

describe('changes of route', () => {
  const app = samplePage({ url: 'https://app.example/two', text: 'Old words stand under the new address for a while.' });
  const keepOld = async (address: string) => {
    await annotations.clearAll();
    const frame = world.load(app);
    await world.visit(frame);
    frame.address = address;
    const answer = await create(frame, 'Old words');
    return { answer, stored: (await annotations.all()).map(({ target }) => [target.source, target.canonical]) };
  };

  it('leave words that came with the route before under its address', async () => {
    expect((await keepOld('https://app.example/one')).stored).toEqual([['https://app.example/one', undefined]]);
  });

  it('let a page name no address of another origin', async () => {
    expect(await keepOld('https://other.example/one')).toEqual({ answer: { ok: false, code: 'page-changed' }, stored: [] });
  });

  it('never store an annotation under another route’s URL than that in which its words were read', async () => {
    const routes = ['one', 'two', 'three'];
    const pageAt = (route: string) =>
      samplePage({ url: `https://app.example/${route}`, base: 'https://app.example/', text: `You read route ${route} now.` });
    const step = fc.record({
      shown: fc.constantFrom(...routes),
      tab: fc.constantFrom(...routes),
      sender: fc.constantFrom(...routes),
      read: fc.boolean(),
      stop: fc.integer({ min: 0, max: 19 }).map((n) => n === 0),
    });
    await fc.assert(
      fc.asyncProperty(fc.array(step, { minLength: 1, maxLength: 8 }), async (steps) => {
        await annotations.clearAll();
        const frame = world.load(pageAt('one'));
        await world.visit(frame);
        for (const { shown, tab, sender, read, stop } of steps) {
          frame.page = pageAt(shown);
          frame.url = frame.page.url;
          const tabUrl = `https://app.example/${tab}`;
          world.tabs.set(1, { id: 1, url: tabUrl, title: '', status: 'complete', incognito: false });
          if (stop) await world.startWorker();
          const as = { url: `https://app.example/${sender}` };
          if (read) await world.fromPage(frame, 'page.view', { page: frame.page }, as);
          await create(frame, `route ${shown}`, {}, as);
        }
        for (const annotation of await annotations.all())
          expect(annotation.target.source).toBe(`https://app.example/${exactOf(annotation).slice(6)}`);
      }),
      { numRuns: 130 }, // about 600 changes of route
    );
  }, 60_000);
});
