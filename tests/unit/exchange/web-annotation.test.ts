import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { describe as describePassage } from '../../../utils/anchor/describe.ts';
import { type Annotation, Claim, EarlierWording, Evidence, Paragraph, QuotationBody, Target } from '../../../utils/domain/annotation.ts';
import { TextPositionSelector, TextQuoteSelector } from '../../../utils/domain/selector.ts';
import { webAnnotation } from '../../../utils/exchange/formats/web-annotation.ts';
import { anyAnnotation, manyAnnotations } from './arbitrary-annotation.ts';
import { context } from './golden-context.ts';

const write = (annotations: readonly Annotation[]) => [...(webAnnotation.write?.(annotations, context) ?? [])].join('');
const NOW = '2026-11-24T12:00:00.000Z';
function read(value: unknown) {
  const file = webAnnotation.read?.(typeof value === 'string' ? value : JSON.stringify(value), NOW);
  if (!file?.ok) throw new Error(`not read: ${file?.code}`);
  return file.value;
}
const readOne = (value: unknown) => read(value).annotations[0]?.annotation;

/** https://www.w3.org/TR/annotation-vocab/#motivation */
const MOTIVATIONS =
  'assessing bookmarking classifying commenting describing editing highlighting identifying linking moderating questioning replying tagging';

describe('Web Annotations of ours', () => {
  it('come back as they were', () =>
    fc.assert(
      fc.property(manyAnnotations, (annotations) => {
        const file = read(write(annotations));
        expect(file.invalid).toEqual([]);
        expect(file.annotations.map((row) => row.annotation)).toEqual(annotations);
      }),
    ));

  it('carry every field of the records: a new one must be written here too', () => {
    // Tried by the property above; this list makes a new field fail until arbitrary-annotation.ts gives it values.
    const schemas = [Target, TextQuoteSelector, TextPositionSelector, EarlierWording, Paragraph, Claim, QuotationBody, Evidence];
    expect(schemas.map((schema) => Object.keys(schema.shape))).toEqual([
      ['source', 'canonical', 'title', 'site', 'selector', 'paragraph', 'history', 'styleClass'],
      ['type', 'exact', 'prefix', 'suffix', 'copies'],
      ['type', 'start', 'end', 'astral'],
      ['selector', 'paragraph', 'source', 'until'],
      ['text', 'start', 'end'],
      ['type', 'purpose', 'id', 'text', 'author', 'date', 'assessment'],
      [
        'type',
        'purpose',
        'kind',
        'region',
        'speaker',
        'mention',
        'cue',
        'source',
        'rule',
        'confidence',
        'links',
        'why',
        'correction',
        'part',
      ],
      ['quote', 'reading', 'check', 'selector', 'context', 'type', 'purpose', 'id'],
    ]);
  });

  it('keep to the model', () =>
    fc.assert(
      fc.property(anyAnnotation, (annotation) => {
        const page = JSON.parse(write([annotation]));
        expectNoNull(page);
        expect(page['@context'][0]).toBe('http://www.w3.org/ns/anno.jsonld');
        expect([page.type, page.id]).toEqual(['AnnotationPage', `urn:uuid:${context.id}`]);
        const [item] = page.items;
        expect([item.type, item.id]).toEqual(['Annotation', `urn:uuid:${annotation.id}`]);
        expect(MOTIVATIONS.split(' ')).toContain(item.motivation);
        expect(item.creator).toEqual({ type: 'Person', name: 'R. Reader' });
        for (const body of item.body ?? []) {
          expect(['TextualBody', 'SpecificResource']).toContain(body.type);
          expect(MOTIVATIONS.split(' ')).toContain(body.purpose);
          if (body.type === 'SpecificResource') expect(body.source.id).toMatch(/^urn:[a-z-]+:\S+$/);
          else expect(body.value).toEqual(expect.any(String));
        }
        for (const selector of item.target.selector) expect(['TextQuoteSelector', 'TextPositionSelector']).toContain(selector.type);
      }),
    ));

  it('count in code points', () =>
    fc.assert(
      fc.property(
        fc.string({ unit: 'binary-ascii' }),
        fc.string({ unit: 'grapheme' }),
        fc.string({ unit: 'grapheme', minLength: 1 }),
        (a, b, words) => {
          const before = `${a}😀𝔸${b}`;
          const text = `${before}${words}${b}`;
          const selector = describePassage({ text }, { start: before.length, end: before.length + words.length });
          const [sample] = fc.sample(anyAnnotation, { numRuns: 1, seed: 3 });
          if (sample === undefined) throw new Error('no sample');
          const annotation = { ...sample, target: { ...sample.target, selector } };
          const [item] = JSON.parse(write([annotation])).items;
          const start = [...before].length;
          expect(item.target.selector[1]).toEqual({ type: 'TextPositionSelector', start, end: start + [...words].length });
          expect(readOne(write([annotation]))).toEqual(annotation);
        },
      ),
    ));

  it('leave out a position that does not fit its words, and keep it as ours', () => {
    const [sample] = fc.sample(anyAnnotation, { numRuns: 1, seed: 4 });
    if (sample === undefined) throw new Error('no sample');
    const selector: Annotation['target']['selector'] = [
      { type: 'TextQuoteSelector', exact: 'four', prefix: '', suffix: '' },
      { type: 'TextPositionSelector', start: 10, end: 19 },
    ];
    const annotation = { ...sample, target: { ...sample.target, selector } };
    expect(JSON.parse(write([annotation])).items[0].target.selector).toHaveLength(1);
    expect(readOne(write([annotation]))).toEqual(annotation);
  });

  it('do not bring deleted annotations back to life elsewhere', () => {
    const [sample] = fc.sample(anyAnnotation, { numRuns: 1, seed: 5 });
    if (sample === undefined) throw new Error('no sample');
    expect(JSON.parse(write([{ ...sample, deleted: NOW }])).items).toEqual([]);
  });
});

const foreign = {
  '@context': 'http://www.w3.org/ns/anno.jsonld',
  id: 'https://notes.example/a/17',
  type: 'Annotation',
  created: '2025-05-01T10:00:00+02:00',
  body: [
    { type: 'TextualBody', value: 'A remark.', purpose: 'commenting' },
    { type: 'TextualBody', value: 'climate', purpose: 'tagging' },
    { type: 'TextualBody', value: 'climate', purpose: 'tagging' },
    { id: 'https://pictures.example/1.jpg', type: 'Image' },
    'https://links.example/1',
  ],
  target: {
    source: { id: 'https://news.example/story', type: 'Text' },
    selector: [
      { type: 'TextPositionSelector', start: 5, end: 14 },
      { type: 'TextQuoteSelector', exact: 'the words', prefix: 'before ' },
    ],
  },
};

describe('Web Annotations of others', () => {
  it('are read with what we have a place for', () => {
    expect(readOne(foreign)).toEqual({
      id: expect.stringMatching(/^[0-9a-f-]{36}$/),
      motivation: 'commenting',
      target: {
        source: 'https://news.example/story',
        title: '',
        site: 'news.example',
        selector: [{ type: 'TextQuoteSelector', exact: 'the words', prefix: 'before ', suffix: '' }],
        styleClass: 'yellow',
      },
      body: [
        { type: 'TextualBody', purpose: 'commenting', format: 'text/markdown', value: 'A remark.' },
        { type: 'TextualBody', purpose: 'tagging', value: 'climate' },
      ],
      created: '2025-05-01T08:00:00.000Z',
      modified: '2025-05-01T08:00:00.000Z',
      deleted: null,
    });
  });

  it('get the same id each time, and different ones for different names', () => {
    expect(readOne(foreign)?.id).toBe(readOne(foreign)?.id);
    const ids = Array.from({ length: 2000 }, (_, i) => readOne({ ...foreign, id: `https://notes.example/a/${i}` })?.id);
    expect(new Set(ids).size).toBe(2000);
  });

  it.each([
    ['one alone', foreign],
    ['a list', [foreign]],
    ['a page', { type: 'AnnotationPage', items: [foreign] }],
    ['a collection', { type: 'AnnotationCollection', first: { type: 'AnnotationPage', items: [foreign] } }],
  ])('may be %s', (_, file) => expect(read(file).annotations).toHaveLength(1));

  it('that mark no words are named as invalid', () => {
    expect(read([{ ...foreign, target: 'https://news.example/story' }]).invalid).toEqual([
      { row: 0, why: expect.stringMatching(/^target\.selector/), faults: [{ path: 'target.selector', missing: false }] },
    ]);
  });

  it.each(['', '{', '{"a":1}', '[1,2]', '"text"', '{"format":"saidso","version":1,"annotations":[]}'])('%s is refused', (text) =>
    expect(webAnnotation.read?.(text, NOW)).toMatchObject({ ok: false }),
  );

  it('never make it throw', () =>
    fc.assert(
      fc.property(fc.json(), (value) => void webAnnotation.read?.(`[{"type":"Annotation","target":${value},"body":${value}}]`, NOW)),
    ));
});

/** JSON-LD leaves out what is not there; only a JSON literal is a matter of its own. */
function expectNoNull(value: unknown): void {
  expect(value).not.toBeNull();
  if (typeof value !== 'object' || value === null) return;
  for (const [key, inner] of Object.entries(value)) if (key !== '@value') expectNoNull(inner);
}
