import 'fake-indexeddb/auto';
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { describe as describeSpan } from '../../../utils/anchor/describe.ts';
import { anchors } from '../../../utils/db/anchors.ts';
import { annotations } from '../../../utils/db/annotations.ts';
import { type Annotation, exactIn, exactOf } from '../../../utils/domain/annotation.ts';
import type { PageText } from '../../../utils/domain/page-text.ts';
import { sample } from '../db/sample.ts';
import { samplePage } from '../messaging/sample-page.ts';
import { World } from './world.ts';

const words = 'We will not sell the harbour to anyone this year.';
const page = samplePage();
const changed = samplePage({ text: page.text.replace('will not sell', 'will sell') });
const gone = samplePage({ text: 'Harbour plan passes\nNothing is left of what was said.' });
let world: World;

beforeEach(async () => {
  world = new World();
  await annotations.clearAll();
});
afterEach(() => vi.restoreAllMocks());

async function kept(on: PageText = page, exact = words, n = 1): Promise<Annotation> {
  const annotation = sample(n, { source: on.url });
  const start = on.text.indexOf(exact);
  annotation.target.selector = describeSpan(on, { start, end: start + exact.length });
  await annotations.create(annotation);
  return annotation;
}
const stored = async (n = 1): Promise<Annotation> => (await annotations.get(sample(n).id)) ?? Promise.reject(new Error('not there'));
const spanOf = (on: PageText, exact: string) => ({ start: on.text.indexOf(exact), end: on.text.indexOf(exact) + exact.length });

describe('a page whose words have changed', () => {
  it('gets how many differ and since when the others are kept, and never the words', async () => {
    const { created } = await kept();
    const { highlights } = await world.visit(world.load(changed));
    expect(highlights).toMatchObject([{ status: 'changed', differs: { words: 1, kept: created } }]);
    expect(JSON.stringify(highlights)).not.toContain('not');
  });

  it('leaves a note of both wordings, and of the place to take the new one from', async () => {
    await kept();
    await world.visit(world.load(changed));
    const last = await anchors.get(sample(1).id);
    expect(last).toMatchObject({ status: 'changed', since: last?.seen, same: null });
    expect(last?.places[0]?.diff.filter(({ kind }) => kind !== null)).toEqual([{ kind: 'negation', kept: 'not', now: '' }]);
    expect(last?.places[0]?.selector[0]).toMatchObject({ exact: words.replace('will not', 'will') });
    expect(last?.places[0]?.paragraph?.text).toContain('Mara Lind said');
  });

  it('has the places of very many changes described over several views', async () => {
    const line = (n: number, word: string) => `Person number ${n} said that quarter ${n} had ${word} houses by then.`;
    const text = (word: string) => Array.from({ length: 55 }, (_, n) => line(n, word)).join('\n');
    const long = samplePage({ text: text('many'), elements: [] });
    for (let n = 0; n < 55; n++) await kept(long, line(n, 'many'), n + 1);
    const frame = world.load(samplePage({ text: text('few'), elements: [] }));
    const told = async () => (await anchors.adrift()).map(({ status, places }) => `${status} ${places.length}`).sort();
    await world.visit(frame);
    expect(await told()).toEqual([...Array(5).fill('changed 0'), ...Array(50).fill('changed 1')]);
    await world.read(frame);
    expect(await told()).toEqual(Array(55).fill('changed 1'));
  });

  it('tells the card, and takes the reader’s word that theirs is kept', async () => {
    const { id } = await kept();
    await world.visit(world.load(changed));
    expect(await world.fromOwn('anchor.get', { id })).toMatchObject({
      ok: true,
      value: { anchor: { status: 'changed', dismissed: null } },
    });
    expect(await world.fromOwn('anchor.dismiss', { id, words: 'x' })).toEqual({ ok: true, value: {} });
    expect(await world.fromOwn('anchor.get', { id })).toMatchObject({ ok: true, value: { anchor: { dismissed: 'x' } } });
  });
});

describe('a passage that a page does not show', () => {
  it('is not called gone while the page that showed it is open: lists take out what is scrolled away', async () => {
    await kept();
    const frame = world.load(page, { documentId: 'A' });
    await world.visit(frame);
    frame.page = gone;
    expect((await world.read(frame)).highlights).toMatchObject([{ status: 'orphaned' }]);
    expect(await anchors.get(sample(1).id)).toMatchObject({ status: 'exact' });
  });

  it('is gone when the page is opened anew and does not show it', async () => {
    await kept();
    await world.visit(world.load(page, { documentId: 'A' }));
    await world.visit(world.load(gone, { documentId: 'B' }));
    expect(await anchors.get(sample(1).id)).toMatchObject({ status: 'orphaned', reason: 'absent' });
  });
});

describe('attaching to what is selected', () => {
  it('takes the place that the frame tells; the earlier words go to the history', async () => {
    const { id, target } = await kept();
    const frame = world.load(gone);
    await world.visit(frame);
    Object.assign(frame, { selected: true, selection: spanOf(gone, 'Nothing is left') });
    const answer = await world.fromOwn('annotation.attach', { tabId: 1, id });
    const attached = await stored();
    expect(answer).toEqual({ ok: true, value: { annotation: attached } });
    expect(exactOf(attached)).toBe('Nothing is left');
    expect(attached.target.paragraph?.text).toBe(gone.text);
    expect(attached.target.history).toMatchObject([{ selector: target.selector }]);
    expect((await world.read(frame)).highlights).toMatchObject([{ id, status: 'exact' }]);
  });

  it('in another document makes that the annotation’s', async () => {
    const { id } = await kept();
    const other = { ...gone, url: 'https://herald.example/story', title: 'In the Herald' };
    const frame = world.load(other);
    await world.visit(frame);
    Object.assign(frame, { selected: true, selection: spanOf(other, 'Nothing is left') });
    await world.fromOwn('annotation.attach', { tabId: 1, id });
    expect((await stored()).target).toMatchObject({ source: other.url, title: other.title, history: [{ source: page.url }] });
  });

  it('does nothing where nothing is selected', async () => {
    const annotation = await kept();
    await world.visit(world.load(gone));
    expect(await world.fromOwn('annotation.attach', { tabId: 1, id: annotation.id })).toEqual({ ok: true, value: { annotation: null } });
    expect(await stored()).toEqual(annotation);
  });

  it('says so where the page changed meanwhile', async () => {
    const annotation = await kept();
    const frame = world.load(gone);
    await world.visit(frame);
    Object.assign(frame, { selected: true });
    expect(await world.fromOwn('annotation.attach', { tabId: 1, id: annotation.id })).toEqual({ ok: false, code: 'page-changed' });
    expect(await world.fromOwn('annotation.attach', { tabId: 1, id: sample(9).id })).toEqual({ ok: false, code: 'no-such-annotation' });
  });

  it('is not a page’s to ask for', async () => {
    const annotation = await kept();
    const frame = world.load(gone);
    await world.visit(frame);
    const span = spanOf(gone, 'Nothing is left');
    for (const attach of [annotation.id, crypto.randomUUID()]) {
      const request = { span, exact: 'Nothing is left', colour: null, quotation: null, attach };
      expect(await world.fromPage(frame, 'annotation.create', request)).toEqual({ ok: false, code: 'not-allowed' });
    }
    expect(await annotations.all()).toEqual([annotation]);
  });

  it('is done once a question, and by no other tab', async () => {
    const { id } = await kept();
    const frame = world.load(gone);
    const other = world.load({ ...gone, url: 'https://herald.example/' }, { tabId: 2 });
    await world.visit(frame);
    await world.visit(other);
    let token = '';
    Object.defineProperty(frame, 'selected', {
      get: () => true,
    });
    const send = world.fromPage.bind(world);
    vi.spyOn(world, 'fromPage').mockImplementation(async (asker, name, request, as) => {
      if (name === 'annotation.create' && 'attach' in request) token = request.attach ?? '';
      const foreign = await send(other, name, request, as);
      expect(foreign).toMatchObject({ ok: false });
      return send(asker, name, request, as);
    });
    frame.selection = spanOf(gone, 'Nothing is left');
    expect(await world.fromOwn('annotation.attach', { tabId: 1, id })).toMatchObject({ ok: true, value: { annotation: { id } } });
    vi.mocked(world.fromPage).mockRestore();
    const again = { span: frame.selection, exact: 'Nothing is left', colour: null, quotation: null, attach: token };
    expect(await world.fromPage(frame, 'annotation.create', again)).toEqual({ ok: false, code: 'not-allowed' });
  });
});

describe('searching again', () => {
  it('finds the passage in the pages that are open, its own first', async () => {
    const { id } = await kept();
    const elsewhere = { ...page, url: 'https://herald.example/story', title: 'In the Herald' };
    await world.visit(world.load(elsewhere, { tabId: 1 }));
    await world.visit(world.load(changed, { tabId: 2 }));
    await world.visit(world.load({ ...gone, url: 'https://news.example/' }, { tabId: 3 }));
    const answer = await world.fromOwn('annotation.search', { id });
    const places = answer.ok ? answer.value.places : [];
    expect(places.map(({ tabId, isOwn, document, place }) => [tabId, isOwn, document.source, exactIn(place.selector)])).toEqual([
      [2, true, page.url, words.replace('will not', 'will')],
      [1, false, elsewhere.url, words],
    ]);
    expect(places[1]?.document).toEqual({ source: elsewhere.url, title: 'In the Herald', site: 'The Gazette' });
  });

  it('asks a frame when the worker was restarted, and looks into no private window', async () => {
    const { id } = await kept();
    await world.visit(world.load(page, { tabId: 1 }));
    await world.visit(world.load({ ...page, url: 'https://herald.example/story' }, { tabId: 2, incognito: true }));
    await world.startWorker();
    const answer = await world.fromOwn('annotation.search', { id });
    expect(answer.ok && answer.value.places.map(({ tabId }) => tabId)).toEqual([1]);
  });

  it('leads to a place where the words stand, and to none where they do not', async () => {
    const frame = world.load(page);
    await world.visit(frame);
    const target = { ...spanOf(page, 'The vote was close.'), exact: 'The vote was close.' };
    expect(await world.fromOwn('tab.jump', { tabId: 1, frameId: 0, target })).toEqual({ ok: true, value: { shown: true } });
    expect(await world.fromOwn('tab.jump', { tabId: 1, frameId: 0, target: { ...target, exact: 'The vote was open..' } })).toEqual({
      ok: true,
      value: { shown: false },
    });
  });
});
