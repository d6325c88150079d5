import 'fake-indexeddb/auto';
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { annotations } from '../../../utils/db/annotations.ts';
import { corrections } from '../../../utils/db/corrections.ts';
import { quotationOf } from '../../../utils/domain/annotation.ts';
import type { Correction } from '../../../utils/domain/correction.ts';
import type { CorrectionDraft, Request } from '../../../utils/messaging/protocol.ts';
import { samplePage } from '../messaging/sample-page.ts';
import { type Frame, World } from './world.ts';

const words = 'We will not sell the harbour to anyone this year.';
const page = samplePage();
const start = page.text.indexOf(words);
const place = { start, end: start + words.length, exact: words };
const pageChanged = { ok: false, code: 'page-changed' };
const notAllowed = { ok: false, code: 'not-allowed' };
let world: World;
let frame: Frame;

beforeEach(async () => {
  world = new World();
  await annotations.clearAll();
  frame = world.load(page);
  await world.visit(frame);
});
afterEach(() => vi.restoreAllMocks());

async function draft(of = { tabId: 1, frameId: 0, ...place }): Promise<CorrectionDraft> {
  const answer = await world.fromOwn('correction.draft', of);
  if (!answer.ok) throw new Error(answer.code);
  return answer.value;
}
async function correct(attribution: Correction['attribution'], from?: CorrectionDraft): Promise<Correction> {
  const { correction, annotationIds } = from ?? (await draft());
  const stored = { ...correction, attribution };
  expect(await world.fromOwn('correction.put', { correction: stored, annotationIds })).toMatchObject({ ok: true });
  return stored;
}
const open = (changes: Partial<Request<'correction.open'>> = {}, of = frame) =>
  world.fromPage(of, 'correction.open', { quotation: 0, place, take: null, ...changes });
const card = (token: string) => world.fromOwn('card.context', { token }, { tabId: 1, frameId: 20 });
const told = async () => (await world.read(frame)).quotations.map(({ speaker, rule }) => [speaker, rule]);
const other = { speaker: 'Mara B. Lind', source: null };

describe('a correction', () => {
  it('starts from what is told, with what was detected', async () => {
    const { correction, isNew, annotationIds } = await draft();
    expect([isNew, annotationIds]).toEqual([true, []]);
    expect(correction).toMatchObject({
      target: { source: 'https://gazette.example/story', title: 'Harbour plan passes', site: 'The Gazette' },
      attribution: { speaker: 'Mara Lind' },
      detected: { kind: 'inline', region: expect.any(String), speaker: 'Mara Lind' },
      fragment: null,
    });
    expect(await corrections.count()).toBe(0);
  });

  it('is told in the page from then on, also by a background that was stopped, in every tab that shows the document', async () => {
    const again = world.load(samplePage({ url: 'https://gazette.example/story?utm_source=x' }), { tabId: 2 });
    await world.visit(again);
    const elsewhere = world.load(samplePage({ url: 'https://gazette.example/other' }), { tabId: 3 });
    await world.visit(elsewhere);
    const { id } = await correct(other);
    await expect.poll(() => [frame.told, again.told, elsewhere.told].map((list) => list.includes('frame.refresh'))).toEqual([true, true, false]); // biome-ignore format: one line
    for (const each of [frame, again]) {
      expect((await world.read(each)).quotations[0]).toMatchObject({
        speaker: 'Mara B. Lind',
        rule: 'reader',
        corrected: { correction: id },
      });
    }
    await world.startWorker();
    expect(await told()).toEqual([['Mara B. Lind', 'reader']]);
    expect((await world.read(elsewhere)).quotations[0]?.speaker).toBe('Mara Lind');
  });

  it('gets its part of the page at the next look, but none in a private window', async () => {
    await correct(other);
    expect((await corrections.all())[0]).toMatchObject({ found: null, correction: { fragment: null } });
    const hidden = world.load(page, { tabId: 4, incognito: true });
    await world.visit(hidden);
    expect((await corrections.all())[0]).toMatchObject({ found: null, correction: { fragment: null } });
    await world.read(frame);
    expect((await corrections.all())[0]).toMatchObject({ found: true, correction: { fragment: { faithful: true } } });
  });

  it('whose passage is gone does nothing, and is listed as not found', async () => {
    const { id } = await correct(other);
    frame.page = samplePage({ text: 'Harbour plan fails\nNobody spoke.' });
    const view = await world.read(frame);
    expect(view).toMatchObject({ quotations: [], corrections: [{ id, span: null, hides: false, words }] });
    expect((await corrections.all())[0]?.found).toBe(false);
  });

  it('“no quotation” is not shown or counted, and the tab says that it is left out', async () => {
    const { id } = await correct(null);
    frame.view = await world.read(frame);
    expect(frame.view.quotations).toEqual([]);
    expect(world.badge.get(1)).toBe('');
    expect(await world.fromOwn('tab.view', { tabId: 1 })).toMatchObject({
      value: { quotations: [], corrections: [{ id, hides: true, words, frameId: 0 }] },
    });
    expect(await world.fromOwn('correction.remove', { ids: [id] })).toMatchObject({
      ok: true,
      value: { removed: [{ correction: { id } }] },
    });
    expect(await told()).toEqual([['Mara Lind', expect.not.stringMatching(/^reader$/)]]);
    expect(world.badge.get(1)).toBe('1');
  });

  it('is changed, not made anew, when the passage is corrected again', async () => {
    const { id } = await correct(other);
    await world.read(frame);
    const again = await draft();
    expect(again).toMatchObject({ isNew: false, correction: { id, attribution: other, detected: { speaker: 'Mara Lind' } } });
    expect(again.alternatives.speaker[0]?.name).toBe('Mara Lind');
    await correct({ speaker: null, source: null }, again);
    expect(await corrections.count()).toBe(1);
  });
});

describe('a quotation that is kept', () => {
  const keep = () => world.fromOwn('quotation.keep', { tabId: 1, frameId: 0, ...place });
  const body = async () => {
    const [annotation] = await annotations.all();
    return annotation && quotationOf(annotation);
  };

  it('after its correction tells the reader’s attribution, and changes with it', async () => {
    const { id } = await correct(other);
    await world.read(frame);
    await keep();
    expect(await body()).toMatchObject({
      speaker: 'Mara B. Lind',
      rule: 'reader',
      correction: id,
      why: { speaker: { told: 'Mara Lind' } },
    });
    await world.fromOwn('correction.remove', { ids: [id] });
    expect(await body()).toMatchObject({ speaker: 'Mara Lind' });
    expect(await body()).not.toMatchObject({ correction: id });
    expect((await body())?.why?.speaker).toBeNull();
  });

  it('before its correction tells it from then on', async () => {
    await keep();
    const { why } = (await body()) ?? {};
    expect(why?.speaker).toMatchObject({ told: 'Mara Lind', words: expect.stringContaining('Mara Lind') });
    const start = await draft();
    expect(start.annotationIds).toHaveLength(1);
    const { id } = await correct(other, start);
    expect(await body()).toMatchObject({ speaker: 'Mara B. Lind', correction: id, why });
  });

  it('in part says nothing of the whole', async () => {
    const exact = 'We will not sell the harbour';
    await world.fromPage(frame, 'annotation.create', { span: { start, end: start + exact.length }, exact, colour: null, quotation: null });
    expect(await body()).toMatchObject({ speaker: 'Mara Lind', part: true });
  });
});

describe('a page', () => {
  it('asks for the editor of a quotation of its own, which learns by its token what to correct', async () => {
    const opened = await open();
    if (!opened.ok) throw new Error(opened.code);
    expect(await card(opened.value.token)).toMatchObject({
      ok: true,
      value: {
        taken: false,
        draft: { isNew: true, correction: { attribution: { speaker: 'Mara Lind' } } },
        frame: { tabId: 1, frameId: 0 },
      },
    });
    expect(await card(opened.value.token)).toEqual(notAllowed);
  });

  it('cannot ask for words that it does not show, for another index, or for an alternative that there is not', async () => {
    expect(await open({ place: { ...place, exact: 'Anything at all' } })).toEqual(pageChanged);
    expect(await open({ place: { ...place, start: 0 } })).toEqual(pageChanged);
    expect(await open({ quotation: 1 })).toEqual(pageChanged);
    expect(await open({ take: { of: 'speaker', index: 7 } })).toEqual(pageChanged);
    const unread = world.load(samplePage(), { tabId: 5 });
    expect(await open({}, unread)).toEqual({ ok: false, code: 'no-page' });
  });

  it('takes an alternative by its place; the name is the background’s own', async () => {
    await correct(other);
    await world.read(frame);
    const opened = await open({ take: { of: 'speaker', index: 0 } });
    if (!opened.ok) throw new Error(opened.code);
    expect(await card(opened.value.token)).toMatchObject({
      value: { taken: true, draft: { correction: { attribution: { speaker: 'Mara Lind', source: null } } } },
    });
    expect((await corrections.all())[0]?.correction.attribution).toEqual(other);
  });

  it('can neither store a correction nor take one back', async () => {
    const stored = await correct(other);
    expect(await world.fromPage(frame, 'correction.put', { correction: stored, annotationIds: [] })).toEqual(notAllowed);
    expect(await world.fromPage(frame, 'correction.remove', { ids: [stored.id] })).toEqual(notAllowed);
    expect(await world.fromPage(frame, 'correction.draft', { tabId: 1, frameId: 0, ...place })).toEqual(notAllowed);
  });
});

it('the words that decided are shown in the page from popup and panel; where there are none, that is said', async () => {
  frame.view = await world.read(frame);
  const evidence = frame.view.quotations[0]?.why.speaker?.evidence;
  expect(evidence).not.toBeNull();
  const jump = (of: 'speaker' | 'source') => world.fromOwn('tab.jump', { tabId: 1, frameId: 0, target: { ...place, evidence: of } });
  expect(await jump('speaker')).toEqual({ ok: true, value: { shown: true } });
  expect(await jump('source')).toEqual({ ok: true, value: { shown: false } });
});
