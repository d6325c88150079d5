import { type Annotation, type Body, type EarlierWording, type Evidence, exactIn, type Paragraph } from '../../domain/annotation.ts';
import type { Source } from '../../domain/quotation.ts';
import type { Selector, TextPositionSelector } from '../../domain/selector.ts';
import { claimIri } from './vocabulary.ts';

/** JSON-LD: a property without a value is left out. */
type Node = Record<string, unknown>;

/** One annotation as a W3C annotation, without `@context` (the page around it has one). */
export function writeWebAnnotation(annotation: Annotation, creator: string): Node {
  const { target } = annotation;
  return {
    id: `urn:uuid:${annotation.id}`,
    type: 'Annotation',
    motivation: annotation.motivation,
    created: annotation.created,
    modified: annotation.modified,
    ...(creator === '' ? {} : { creator: { type: 'Person', name: creator } }),
    ...(annotation.body.length === 0 ? {} : { body: annotation.body.map((body) => writeBody(body, annotation.id)) }),
    target: {
      type: 'SpecificResource',
      source: target.source,
      styleClass: target.styleClass,
      ...(target.canonical === undefined ? {} : { 'saidso:canonical': target.canonical }),
      'saidso:title': target.title,
      'saidso:site': target.site,
      ...writeWording(target),
      ...(target.history === undefined
        ? {}
        : { 'saidso:history': target.history.map((earlier) => ({ 'saidso:until': earlier.until, ...writeWording(earlier) })) }),
    },
  };
}

/** How words are found again, and what stood around them: those of the target, or earlier ones (in another document, with its `source`). */
function writeWording(wording: Pick<EarlierWording, 'selector' | 'paragraph'> & { source?: string | undefined }): Node {
  const { selector, paragraph, source } = wording;
  const position = selector.find((one): one is TextPositionSelector => one.type === 'TextPositionSelector');
  return {
    ...(source === undefined ? {} : { source }),
    ...(position === undefined ? {} : writePosition(position)),
    selector: selector.flatMap((one) => writeSelector(one, exactIn(selector))),
    ...(paragraph === undefined ? {} : { 'saidso:paragraph': writeParagraph(paragraph) }),
  };
}

const writeParagraph = ({ text, start, end }: Paragraph): Node => ({ 'saidso:text': text, 'saidso:start': start, 'saidso:end': end });

const writePosition = ({ start, end, astral = 0 }: TextPositionSelector): Node => ({
  'saidso:start': start,
  'saidso:end': end,
  ...(astral > 0 ? { 'saidso:astral': astral } : {}),
});

/** The one place where UTF-16 units become code points. A position whose length is not that of its words is only kept as ours. */
function writeSelector(selector: Selector, exact: string): Node[] {
  if (selector.type === 'TextQuoteSelector') {
    const { copies, ...quote } = selector;
    return [{ ...quote, ...(copies === undefined ? {} : { 'saidso:copies': copies }) }];
  }
  if (selector.type === 'FragmentSelector') return [selector];
  if (selector.end - selector.start !== exact.length) return [];
  const start = selector.start - (selector.astral ?? 0);
  return [{ type: selector.type, start, end: start + [...exact].length }];
}

function writeBody(body: Body, annotationId: string): Node {
  if (body.type === 'TextualBody')
    return body.purpose === 'tagging'
      ? { type: body.type, purpose: body.purpose, value: body.value }
      : { type: body.type, purpose: body.purpose, format: body.format, value: body.value };
  // The model gives a purpose to textual bodies and specific resources only: the thing itself is the source of one.
  if (body.type === 'Claim')
    return {
      type: 'SpecificResource',
      purpose: body.purpose,
      source: given({
        id: claimIri(body.id),
        type: 'schema:Claim',
        'schema:text': body.text,
        'schema:author': named(body.author),
        'schema:dateCreated': body.date,
        'saidso:authenticity': body.assessment.authenticity,
        'saidso:veracity': body.assessment.veracity,
      }),
    };
  if (body.type === 'Evidence') return writeEvidence(body);
  return {
    type: 'SpecificResource',
    purpose: body.purpose,
    source: given({
      id: `urn:uuid:${annotationId}#quotation`,
      type: 'schema:Quotation',
      'schema:creator': named(body.speaker),
      'schema:isBasedOn': writeSource(body.source),
      'saidso:kind': body.kind,
      'saidso:region': body.region,
      'saidso:mention': body.mention,
      'saidso:cue': body.cue,
      'saidso:rule': body.rule,
      'saidso:confidence': body.confidence,
      'saidso:links': literal(body.links),
      'saidso:why': literal(body.why),
      'saidso:correction': body.correction ?? null,
      'saidso:part': body.part ?? null,
    }),
  };
}

/** The source that was compared with, as a link; the comparison goes along as it is stored. */
function writeEvidence({ id, type, purpose, ...record }: Evidence): Node {
  const { finalUrl, url, title } = record.reading;
  return {
    type: 'SpecificResource',
    purpose,
    source: given({
      id: `urn:uuid:${id}`,
      type: 'schema:CreativeWork',
      'schema:name': title,
      'schema:url': finalUrl ?? url,
      'saidso:check': literal(record),
    }),
  };
}

/** What only we read: a JSON literal of JSON-LD 1.1. */
const literal = (value: unknown): Node | null => (value === undefined ? null : { type: '@json', '@value': value });

const named = (name: string | null): Node | null => (name === null ? null : { 'schema:name': name });

const writeSource = (source: Source | null): Node | null =>
  source === null
    ? null
    : given({
        type: 'schema:CreativeWork',
        'schema:publisher': named(source.name),
        'schema:name': source.title,
        'schema:url': source.url,
      });

const given = (node: Node): Node => Object.fromEntries(Object.entries(node).filter(([, value]) => value !== null));
