import fc from 'fast-check';
import type { Annotation, Body } from '../../../utils/domain/annotation.ts';

/** Pieces that formats trip over, between arbitrary Unicode. */
const HOSTILE = [
  '<script>alert(1)</script>', '<img src=x onerror=alert(1)>', '](javascript:alert(1))', '![x](data:text/html,x)', '[a]: javascript:x\n',
  '`', '``', '```\n', '~~~\n', '\\', '*', '_', '|', '#', '> ', '- ', '1. ', '\n', '\n\n', '\r', '\t', '    ', '<!--', '-->', '<![CDATA[', '<?x', '&lt;', '&#106;avascript:',
  '<javascript:alert(1)>', '<https://ok.example>', '"', "'", ',', ';', '=1+1', '+1', '-1', '@x', '\u202e', '\u2028', '\ufeff', '\0', '😀', 'https://www.example.org/?a=b&c', '</p>', '</style>', '$1', '---', '===',
]; // biome-ignore format: a list
const piece = fc.oneof(fc.constantFrom(...HOSTILE), fc.string({ unit: 'grapheme', maxLength: 12 }), fc.lorem({ maxCount: 3 }));
export const hostileText = fc.array(piece, { maxLength: 10 }).map((pieces) => pieces.join(''));
const someText = hostileText.map((text) => (text === '' ? 'x' : text));
const orNull = <T>(value: fc.Arbitrary<T>) => fc.option(value, { nil: null });
const url = fc.oneof(
  fc.webUrl({ withFragments: true, withQueryParameters: true }),
  hostileText.map((text) => `javascript:${text}`),
  hostileText,
);
const time = fc.date({ min: new Date('2000-01-01'), max: new Date('2100-01-01'), noInvalidDate: true }).map((date) => date.toISOString());

const unit = fc.double({ min: 0, max: 1, noNaN: true }).map((value) => value || 0);
const span = fc.tuple(fc.nat(1000), fc.nat(100)).map(([start, length]) => ({ start, end: start + length }));
/** A field that may be missing; `given` leaves it out then. */
const maybe = <T>(value: fc.Arbitrary<T>) => fc.option(value, { nil: undefined });
type Given<T> = { [K in keyof T as undefined extends T[K] ? never : K]: T[K] } & {
  [K in keyof T as undefined extends T[K] ? K : never]?: Exclude<T[K], undefined>;
};
const given = <T extends object>(record: T) =>
  Object.fromEntries(Object.entries(record).filter(([, value]) => value !== undefined)) as Given<T>; // the same without what is missing
const reason = fc.record({
  told: orNull(hostileText),
  rule: hostileText,
  confidence: unit,
  words: orNull(hostileText),
  alternatives: fc.array(fc.record({ name: hostileText, confidence: unit }), { maxLength: 2 }),
});

const tag: fc.Arbitrary<Body> = someText.map((value) => ({
  type: 'TextualBody',
  purpose: 'tagging',
  value: [...value].slice(0, 100).join(''),
}));
const note: fc.Arbitrary<Body> = someText.map((value) => ({ type: 'TextualBody', purpose: 'commenting', format: 'text/markdown', value }));
const claim: fc.Arbitrary<Body> = fc.record({
  type: fc.constant('Claim' as const),
  purpose: fc.constant('describing' as const),
  id: fc.oneof(fc.uuid(), hostileText),
  text: someText,
  author: orNull(hostileText),
  date: orNull(fc.constantFrom('2025', '2025-09', '2025-09-30')),
  assessment: fc.record({
    authenticity: orNull(fc.constantFrom('verbatim' as const, 'edited' as const, 'paraphrased' as const, 'out-of-context' as const, 'misattributed' as const, 'untraceable' as const)),
    veracity: orNull(fc.constantFrom('true' as const, 'mostly-true' as const, 'mixed' as const, 'mostly-false' as const, 'false' as const, 'unverifiable' as const, 'opinion' as const)),
  }),
}); // biome-ignore format: values of one enumeration on one line
const quotation: fc.Arbitrary<Body> = fc
  .record({
    type: fc.constant('Quotation' as const),
    purpose: fc.constant('identifying' as const),
    kind: orNull(fc.constantFrom('block' as const, 'list-item' as const, 'inline' as const, 'pull' as const)),
    region: orNull(fc.constantFrom('article' as const, 'comment' as const, 'other' as const)),
    speaker: orNull(hostileText),
    mention: orNull(hostileText),
    cue: orNull(hostileText),
    source: orNull(fc.record({ name: hostileText, url: orNull(url), title: orNull(hostileText) })),
    rule: hostileText,
    confidence: unit,
    links: maybe(fc.array(fc.record({ url, text: hostileText }), { maxLength: 2 })),
    why: maybe(fc.record({ speaker: orNull(reason), source: orNull(reason) })),
    correction: maybe(fc.uuid()),
    part: maybe(fc.constant(true as const)),
  })
  .map(given);

const evidence: fc.Arbitrary<Body> = fc
  .record({
    id: fc.uuid(),
    quote: hostileText,
    reading: fc
      .record({
        url: orNull(url),
        finalUrl: maybe(url),
        title: hostileText,
        how: fc.constantFrom('fetch' as const, 'tab' as const, 'paste' as const, 'file' as const, 'pdf' as const, 'kept' as const),
        accessed: time,
        sha256: fc.string({ unit: fc.constantFrom(...'0123456789abcdef'), minLength: 64, maxLength: 64 }),
        characters: fc.nat(1_000_000),
        language: orNull(fc.constantFrom('en', 'de')),
        archived: maybe(url),
      })
      .map(given),
    check: fc.record({
      verdict: fc.constantFrom('verbatim' as const, 'edited' as const, 'altered' as const, 'not-found' as const, 'unreadable' as const),
      similarity: unit,
      passage: orNull(span.chain(({ start, end }) => hostileText.map((text) => ({ start, end, text })))),
      before: orNull(span),
      after: orNull(span),
      parts: fc.array(fc.record({ quoteSpan: span, sourceSpan: span }), { maxLength: 2 }),
      changes: fc.array(
        fc.record({
          kind: fc.constantFrom('case' as const, 'number' as const, 'dropped' as const),
          quote: hostileText,
          source: hostileText,
          quoteSpan: span,
          sourceSpan: span,
          grave: fc.boolean(),
        }),
        { maxLength: 2 },
      ),
      notes: fc.array(
        fc.record({
          kind: fc.constantFrom('truncated-sentence' as const, 'spliced' as const),
          text: hostileText,
          span,
          speaker: orNull(hostileText),
          grave: fc.boolean(),
        }),
        { maxLength: 1 },
      ),
      copies: fc.nat(3),
      speaker: orNull(hostileText),
    }),
    selector: fc.array(
      fc
        .record({ exact: hostileText, prefix: hostileText, suffix: hostileText })
        .map((quote) => ({ type: 'TextQuoteSelector' as const, ...quote })),
      { maxLength: 1 },
    ),
    context: orNull(fc.record({ text: hostileText, start: fc.nat(1000) })),
  })
  .map((record) => ({ type: 'Evidence' as const, purpose: 'linking' as const, ...record }));

const position = fc
  .record({ start: fc.nat(1_000_000), length: fc.nat(10_000), astral: fc.option(fc.integer({ min: 1, max: 50 }), { nil: undefined }) })
  .map(({ start, length, astral }) => ({
    type: 'TextPositionSelector' as const,
    start: start + 200,
    end: start + 200 + length,
    ...(astral === undefined ? {} : { astral }),
  }));

const paragraph = fc
  .record({ before: hostileText, words: hostileText, after: hostileText })
  .map(({ before, words, after }) => ({ text: before + words + after, start: before.length, end: before.length + words.length }));
const earlier = fc
  .record({
    quote: fc.record({ exact: hostileText, prefix: hostileText, suffix: hostileText }),
    position: fc.option(position, { nil: undefined }),
    paragraph: fc.option(paragraph, { nil: undefined }),
    source: fc.option(url, { nil: undefined }),
    until: time,
  })
  .map(({ quote, position: place, paragraph: around, source, until }) => ({
    selector: [{ type: 'TextQuoteSelector' as const, ...quote }, ...(place === undefined ? [] : [place])],
    ...(around === undefined ? {} : { paragraph: around }),
    ...(source === undefined ? {} : { source }),
    until,
  }));

const target: fc.Arbitrary<Annotation['target']> = fc
  .record({
    source: url,
    canonical: fc.option(url, { nil: undefined }),
    title: hostileText,
    site: hostileText,
    quote: fc.record({ exact: hostileText, prefix: hostileText, suffix: hostileText }),
    copies: fc.option(fc.integer({ min: 2, max: 9 }), { nil: undefined }),
    position: fc.option(position, { nil: undefined }),
    paragraph: fc.option(paragraph, { nil: undefined }),
    history: fc.option(fc.array(earlier, { minLength: 1, maxLength: 2 }), { nil: undefined }),
    styleClass: fc.constantFrom('yellow' as const, 'green' as const, 'blue' as const, 'pink' as const, 'purple' as const),
  })
  .map(({ source, canonical, title, site, quote, copies, position: place, paragraph: around, history, styleClass }) => ({
    source,
    ...(canonical === undefined ? {} : { canonical }),
    title,
    site,
    selector: [
      { type: 'TextQuoteSelector' as const, ...quote, ...(copies === undefined ? {} : { copies }) },
      ...(place === undefined ? [] : [place]),
    ],
    ...(around === undefined ? {} : { paragraph: around }),
    ...(history === undefined ? {} : { history }),
    styleClass,
  }));

/** Any annotation that the reader could have, hostile texts in every field. All strings are well formed. */
export const anyAnnotation: fc.Arbitrary<Annotation> = fc
  .record({
    id: fc.uuid(),
    motivation: fc.constantFrom('highlighting' as const, 'commenting' as const, 'assessing' as const),
    target,
    tags: fc.uniqueArray(tag, { maxLength: 3, selector: (one) => ('value' in one ? one.value : '') }),
    notes: fc.array(note, { maxLength: 1 }),
    claims: fc.array(claim, { maxLength: 3 }),
    checks: fc.array(evidence, { maxLength: 1 }),
    quotations: fc.array(quotation, { maxLength: 1 }),
    created: time,
    modified: time,
  })
  .map(({ tags, notes, claims, quotations, checks, ...rest }) => ({
    ...rest,
    body: [...tags, ...notes, ...claims, ...quotations, ...checks],
    deleted: null,
  }));

export const manyAnnotations = fc.uniqueArray(anyAnnotation, { maxLength: 4, selector: (annotation) => annotation.id });
