import fc from 'fast-check';
import { type Annotation, Authenticity, type Body, Colour, motivationOf, Veracity } from '../../../../utils/domain/annotation.ts';
import { QuotationKind } from '../../../../utils/domain/quotation.ts';

type Sketch = {
  id?: string;
  quote?: string;
  note?: string;
  tags?: string[];
  speaker?: string | null;
  source?: string | null;
  claims?: { text: string; authenticity?: Authenticity | null; veracity?: Veracity | null }[];
  url?: string;
  title?: string;
  site?: string;
  colour?: Colour;
  kind?: QuotationKind | null;
  created?: string;
  modified?: string;
  start?: number;
};

/** An annotation with what a test speaks of; the rest is plain. */
export function sketch(s: Sketch = {}): Annotation {
  const body: Body[] = (s.tags ?? []).map((value) => ({ type: 'TextualBody', purpose: 'tagging', value }));
  if (s.note) body.push({ type: 'TextualBody', purpose: 'commenting', format: 'text/markdown', value: s.note });
  for (const [i, c] of (s.claims ?? []).entries()) {
    const assessment = { authenticity: c.authenticity ?? null, veracity: c.veracity ?? null };
    body.push({ type: 'Claim', purpose: 'describing', id: `claim-${i}`, text: c.text, author: null, date: null, assessment });
  }
  const source = s.source ? { name: s.source, url: null, title: null } : null;
  body.push({
    ...{ type: 'Quotation', purpose: 'identifying', kind: s.kind ?? null, region: null, speaker: s.speaker ?? null },
    ...{ mention: null, cue: null, source, rule: 'test', confidence: 1 },
  });
  const created = s.created ?? '2026-03-01T10:00:00.000Z';
  return {
    id: s.id ?? crypto.randomUUID(),
    motivation: motivationOf(body),
    target: {
      source: s.url ?? 'https://news.example.org/a',
      title: s.title ?? 'A title',
      site: s.site ?? 'Example News',
      selector: [
        { type: 'TextQuoteSelector', exact: s.quote ?? 'some words', prefix: '', suffix: '' },
        { type: 'TextPositionSelector', start: s.start ?? 0, end: (s.start ?? 0) + 10 },
      ],
      styleClass: s.colour ?? 'yellow',
    },
    body,
    created,
    modified: s.modified ?? created,
    deleted: null,
  };
}

const few = (...values: string[]): fc.Arbitrary<string> => fc.constantFrom(...values);
const words = fc.array(few('tariff', 'Zürich', 'éclair', '“so”', 'don’t', '<script>', '\u202egnol', 'ПРАВДА', '東京'), { maxLength: 4 });
const time = fc.date({ min: new Date('2025-01-01'), max: new Date('2026-12-31'), noInvalidDate: true }).map((d) => d.toISOString());

/** Annotations from few names and words, so that they share values. */
export const anAnnotation: fc.Arbitrary<Annotation> = fc
  .record({
    id: fc.uuid({ version: 4 }),
    quote: words.map((w) => w.join(' ')),
    note: words.map((w) => w.join('\n')),
    tags: fc.uniqueArray(few('tax', 'Ärger', 'to check'), { maxLength: 3 }),
    speaker: fc.option(few('Rubio', 'rubio', 'Ana Ósk')),
    source: fc.option(few('The Daily Example', 'UN')),
    claims: fc.array(
      fc.record({
        text: words.map((w) => `claim ${w.join(' ')}`),
        authenticity: fc.option(fc.constantFrom(...Authenticity.options)),
        veracity: fc.option(fc.constantFrom(...Veracity.options)),
      }),
      { maxLength: 2 },
    ),
    url: few('https://news.example.org/a', 'https://www.example.net/b', 'not a url'),
    title: few('One', 'Two', ''),
    site: few('Example News', 'example.net'),
    colour: fc.constantFrom(...Colour.options),
    kind: fc.option(fc.constantFrom(...QuotationKind.options)),
    created: time,
    modified: time,
    start: fc.nat(9),
  })
  .map(sketch);
