import 'fake-indexeddb/auto';
import { beforeEach, describe, expect, it, vi } from 'vitest';
import { annotations } from '../../../utils/db/annotations.ts';
import { corrections } from '../../../utils/db/corrections.ts';
import { changeCount, database } from '../../../utils/db/database.ts';
import { type Annotation, type QuotationBody, quotationOf } from '../../../utils/domain/annotation.ts';
import type { Fragment } from '../../../utils/domain/correction.ts';
import type { Result } from '../../../utils/domain/error-code.ts';
import { pageKey } from '../../../utils/text/page-key.ts';
import { aCorrection } from './a-correction.ts';
import { note, sample } from './sample.ts';

const NOW = '2026-02-01T00:00:00.000Z';
const FRAGMENT: Fragment = {
  page: {
    url: 'https://gazette.example/story',
    base: 'https://gazette.example/story',
    title: '',
    language: null,
    text: 'words 1',
    elements: [],
    metadata: { canonical: null, siteName: null, authors: [], description: null, published: null, jsonLd: [] },
    truncated: false,
  },
  passage: { start: 0, end: 7 },
  text: 'words 1',
  faithful: true,
};
const detected: QuotationBody = { type: 'Quotation', purpose: 'identifying', ...aCorrection(1).detected };

/** An annotation as it is made of a detected quotation. */
const kept = (n: number, body: Partial<QuotationBody> = {}): Annotation => sample(n, { body: [note('mine'), { ...detected, ...body }] });
const speaks = (annotation: Annotation, speaker: string, rule = 'reader'): Annotation => ({
  ...annotation,
  body: annotation.body.map((body) => (body.type === 'Quotation' ? { ...body, speaker, rule, confidence: 1 } : body)),
});

function value<T>(result: Result<T>): T {
  if (!result.ok) throw new Error(`expected a value, got ${result.code}`);
  return result.value;
}
const bodyOf = async (n: number): Promise<QuotationBody | null> => {
  const annotation = await annotations.get(sample(n).id);
  return annotation && quotationOf(annotation);
};
const only = async () => {
  const all = await corrections.all();
  expect(all).toHaveLength(1);
  return all[0]?.correction as NonNullable<(typeof all)[0]>['correction']; // one, as just expected
};

beforeEach(async () => {
  value(await annotations.clearAll());
});

describe('a correction', () => {
  it('is found under every URL of its page and no other, the last changed first', async () => {
    value(await corrections.put(aCorrection(1)));
    value(await corrections.put(aCorrection(2)));
    value(await corrections.put(aCorrection(3, { source: 'https://gazette.example/other' })));
    const keys = pageKey('http://www.gazette.example/story/?utm_source=x#top');
    expect(await corrections.forPage(keys)).toEqual([aCorrection(2), aCorrection(1)]);
    expect(await corrections.count()).toBe(3);
  });

  it('is told by the annotations of its passage, at once and with what else the reader wrote there left alone', async () => {
    value(await annotations.create(kept(1)));
    value(await annotations.create(kept(2)));
    value(await corrections.put(aCorrection(1), [sample(1).id], NOW));
    expect(await bodyOf(1)).toEqual({ ...detected, speaker: 'Ida Moss', source: null, rule: 'reader', confidence: 1, correction: aCorrection(1).id }); // biome-ignore format: one body
    expect((await annotations.get(sample(1).id))?.body).toContainEqual(note('mine'));
    expect(await bodyOf(2)).toEqual(detected);
    value(await corrections.put({ ...aCorrection(1), attribution: { speaker: null, source: null } }, [], NOW));
    expect(await bodyOf(1)).toMatchObject({ speaker: null, kind: 'inline' });
    value(await corrections.put({ ...aCorrection(1), attribution: null }, [], NOW));
    expect(await bodyOf(1)).toMatchObject({ speaker: null, kind: null, region: null });
  });

  it('taken back, annotations tell what was detected, to the letter; put again, what it said', async () => {
    value(await annotations.create(kept(1)));
    value(await corrections.put({ ...aCorrection(1), attribution: null }, [sample(1).id]));
    const [removed] = value(await corrections.remove([aCorrection(1).id, 'none']));
    expect(removed?.annotationIds).toEqual([sample(1).id]);
    expect(await bodyOf(1)).toEqual(detected);
    expect(await corrections.count()).toBe(0);
    value(await corrections.put(removed?.correction ?? aCorrection(1), removed?.annotationIds));
    expect(await bodyOf(1)).toMatchObject({ kind: null, rule: 'reader', correction: aCorrection(1).id });
  });

  it('answers what stood there before, and each change of it has a later time', async () => {
    expect(value(await corrections.put(aCorrection(1), [], NOW))).toEqual({ before: null });
    const again = { ...aCorrection(1), attribution: null };
    expect(value(await corrections.put(again, [], aCorrection(1).created))).toEqual({ before: aCorrection(1) });
    expect(Date.parse((await only()).modified)).toBe(Date.parse(aCorrection(1).modified) + 1);
  });

  it('keeps its fragment when it is changed, and gets one without becoming newer', async () => {
    value(await corrections.put(aCorrection(1)));
    const count = await changeCount();
    expect(await corrections.record([{ id: aCorrection(1).id, found: true, fragment: FRAGMENT }])).toBe(true);
    expect(await corrections.all()).toEqual([{ correction: { ...aCorrection(1), fragment: FRAGMENT }, found: true }]);
    expect(await changeCount()).toBe(count + 1);
    await corrections.record([{ id: aCorrection(1).id, found: false, fragment: null }]);
    expect(await corrections.all()).toEqual([{ correction: { ...aCorrection(1), fragment: FRAGMENT }, found: false }]);
    expect(await changeCount()).toBe(count + 1);
    value(await corrections.put({ ...aCorrection(1), attribution: null }));
    expect((await only()).fragment).toEqual(FRAGMENT);
  });

  it('is not half stored: when the annotation cannot be written, neither is it', async () => {
    value(await annotations.create(kept(1)));
    vi.spyOn(database.annotations, 'bulkPut').mockRejectedValueOnce(Object.assign(new Error('full'), { name: 'QuotaExceededError' }));
    expect(await corrections.put(aCorrection(1), [sample(1).id])).toEqual({ ok: false, code: 'disk-full' });
    expect(await corrections.count()).toBe(0);
    expect(await bodyOf(1)).toEqual(detected);
  });
});

describe('an annotation of a detected quotation', () => {
  it('whose speaker is edited makes the correction of its passage, with what was detected', async () => {
    value(await annotations.create(kept(1)));
    const edited = value(await annotations.change(sample(1).id, (now) => speaks(now, 'Ida Moss'), NOW));
    const correction = await only();
    expect(quotationOf(edited)?.correction).toBe(correction.id);
    const { styleClass: _, ...target } = edited.target;
    expect(correction).toMatchObject({ target, detected: aCorrection(1).detected, fragment: null, created: NOW });
    expect(correction.attribution).toEqual({ speaker: 'Ida Moss', source: detected.source });
  });

  it('edited again changes that one, and with it the other annotations of the passage', async () => {
    value(await annotations.create(kept(1)));
    value(await annotations.create({ ...kept(2), target: sample(1).target }));
    value(await corrections.put(aCorrection(1), [sample(1).id, sample(2).id]));
    value(await annotations.change(sample(1).id, (now) => speaks(now, 'Ida B. Moss')));
    expect((await only()).attribution).toEqual({ speaker: 'Ida B. Moss', source: null });
    expect(await bodyOf(2)).toMatchObject({ speaker: 'Ida B. Moss', rule: 'reader' });
  });

  it('that gets its old attribution back (undo of a change of many) takes the correction back', async () => {
    value(await annotations.create(kept(1)));
    value(await annotations.changeAll([sample(1).id], (now) => speaks(now, 'Ida Moss')));
    await only();
    value(await annotations.changeAll([sample(1).id], () => kept(1)));
    expect(await corrections.count()).toBe(0);
    expect(await bodyOf(1)).toEqual(detected);
  });

  it('edited elsewhere makes none; nor does one of the reader’s own words, nor one of a part of the quotation', async () => {
    value(await annotations.create(kept(1)));
    value(await annotations.create(kept(2, { kind: null, region: null, rule: 'reader' })));
    value(await annotations.create(kept(3, { part: true })));
    value(await annotations.change(sample(1).id, (now) => ({ ...now, body: [...now.body.slice(1), note('other')] })));
    for (const n of [2, 3]) value(await annotations.change(sample(n).id, (now) => speaks(now, 'Ida Moss')));
    expect(await corrections.count()).toBe(0);
    expect(await bodyOf(3)).toMatchObject({ speaker: 'Ida Moss' });
  });

  it('deleted leaves the correction, and out of the bin tells what it says by then', async () => {
    value(await annotations.create(kept(1)));
    value(await corrections.put(aCorrection(1), [sample(1).id]));
    value(await annotations.remove([sample(1).id]));
    value(await corrections.put({ ...aCorrection(1), attribution: { speaker: 'Ida B. Moss', source: null } }));
    value(await annotations.restore([sample(1).id]));
    expect(await bodyOf(1)).toMatchObject({ speaker: 'Ida B. Moss' });
  });
});

describe('an import', () => {
  it('brings corrections, of two with one id the later; taken back they are as before', async () => {
    value(await corrections.put(aCorrection(1)));
    const newer = { ...aCorrection(1), attribution: null, modified: NOW };
    const done = value(await annotations.applyImport({ add: [], update: [], corrections: [newer, aCorrection(2)] }));
    expect(done.corrections).toEqual({ added: [aCorrection(2)], replaced: [newer], before: [aCorrection(1)] });
    expect((await corrections.get(newer.id))?.attribution).toBeNull();
    value(await annotations.applyImport({ add: [], update: [], corrections: [aCorrection(1)] }));
    expect((await corrections.get(newer.id))?.attribution).toBeNull();
    expect(value(await annotations.revertImport(done))).toBe(2);
    expect(await corrections.all()).toEqual([{ correction: aCorrection(1), found: null }]);
  });

  it('is not taken back where a correction was changed since', async () => {
    const done = value(await annotations.applyImport({ add: [], update: [], corrections: [aCorrection(1)] }));
    value(await corrections.put({ ...aCorrection(1), attribution: null }));
    expect(value(await annotations.revertImport(done))).toBe(0);
    expect(await corrections.count()).toBe(1);
  });
});

it('deleting everything deletes them', async () => {
  value(await corrections.put(aCorrection(1)));
  value(await annotations.clearAll());
  expect(await corrections.count()).toBe(0);
});
