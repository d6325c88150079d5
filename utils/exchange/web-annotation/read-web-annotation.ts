import { Annotation, Colour, EarlierWording, type Motivation, motivationOf, Paragraph } from '../../domain/annotation.ts';
import { FragmentSelector } from '../../domain/selector.ts';
import { REPORTED } from '../parse-rows.ts';
import { nameBasedUuid } from './name-based-uuid.ts';
import { readBody } from './read-body.ts';
import { iriOf, listOf, property, textOf, timeOf } from './reader.ts';
import { isUuid } from './vocabulary.ts';

/**
 * A W3C annotation as ours, parsed by the domain's schema. What is missing takes a default: a colour, the time `now`, a
 * motivation from the bodies. An id that is no UUID becomes one that is the same each time. The first target counts.
 */
export function readWebAnnotation(value: unknown, now: string): ReturnType<typeof Annotation.safeParse> {
  const body = uniqueTags(listOf(property(value, 'body')).flatMap(readBody));
  const textual = textOf(property(value, 'bodyValue'));
  if (textual !== null) body.push(...readBody(textual));
  const created = timeOf(property(value, 'created')) ?? timeOf(property(value, 'modified')) ?? now;
  const read = {
    id: readId(value),
    motivation: readMotivation(value) ?? motivationOf(body),
    target: readTarget(listOf(property(value, 'target'))[0]),
    body,
    created,
    modified: timeOf(property(value, 'modified')) ?? created,
    deleted: null,
  };
  return Annotation.safeParse(read, REPORTED);
}

function readId(value: unknown): string {
  const iri = textOf(property(value, 'id')) ?? textOf(property(value, '@id'));
  const uuid = iri?.replace(/^urn:uuid:/i, '') ?? '';
  return isUuid(uuid) ? uuid : nameBasedUuid(iri ?? JSON.stringify(value) ?? '');
}

const MOTIVATIONS: Motivation[] = ['highlighting', 'commenting', 'assessing'];

function readMotivation(value: unknown): Motivation | null {
  const given = listOf(property(value, 'motivation')).map((one) => iriOf(one)?.replace(/^(?:oa:|http:\/\/www\.w3\.org\/ns\/oa#)/, ''));
  return MOTIVATIONS.find((motivation) => given.includes(motivation)) ?? null;
}

function readTarget(target: unknown): unknown {
  const source = textOf(target) ?? iriOf(property(target, 'source')) ?? iriOf(target);
  const colour = Colour.safeParse(property(target, 'styleClass'));
  return {
    source: source ?? '',
    ...given('canonical', property(target, 'saidso:canonical')),
    title: textOf(property(target, 'saidso:title')) ?? '',
    site: textOf(property(target, 'saidso:site')) ?? (source !== null && URL.canParse(source) ? new URL(source).host : ''),
    selector: readSelectors(target),
    ...given('paragraph', readParagraph(target)),
    ...given('history', readHistory(target)),
    styleClass: colour.success ? colour.data : 'yellow',
  };
}

function readSelectors(target: unknown): unknown[] {
  const selectors = listOf(property(target, 'selector'));
  const quote = selectors.find((one) => property(one, 'type') === 'TextQuoteSelector');
  const exact = textOf(property(quote, 'exact'));
  if (exact === null) return [];
  const read: unknown[] = [
    {
      type: 'TextQuoteSelector',
      exact,
      prefix: textOf(property(quote, 'prefix')) ?? '',
      suffix: textOf(property(quote, 'suffix')) ?? '',
      ...given('copies', property(quote, 'saidso:copies')),
    },
  ];
  const position = readPosition(target);
  const link = selectors.find((one) => property(one, 'type') === 'FragmentSelector');
  return [...read, ...(position === null ? [] : [position]), ...(FragmentSelector.safeParse(link).success ? [link] : [])];
}

/** Others' code points cannot become UTF-16 units without the page; the words are enough to find the passage. Ours has both. */
function readPosition(target: unknown): unknown {
  const [start, end, astral] = ['start', 'end', 'astral'].map((key) => property(target, `saidso:${key}`));
  if (typeof start !== 'number' || typeof end !== 'number') return null;
  return { type: 'TextPositionSelector', start, end, ...given('astral', astral) };
}

/** Our own, or none: what does not fit is no reason to refuse the words. */
function readParagraph(wording: unknown): Paragraph | undefined {
  const paragraph = property(wording, 'saidso:paragraph');
  const [text, start, end] = ['text', 'start', 'end'].map((key) => property(paragraph, `saidso:${key}`));
  return Paragraph.safeParse({ text, start, end }).data;
}

function readHistory(target: unknown): EarlierWording[] | undefined {
  const history = listOf(property(target, 'saidso:history')).flatMap((earlier) => {
    const selector = readSelectors(earlier);
    const until = timeOf(property(earlier, 'saidso:until'));
    const source = given('source', property(earlier, 'source'));
    return EarlierWording.safeParse({ selector, ...given('paragraph', readParagraph(earlier)), ...source, until }).data ?? [];
  });
  return history.length === 0 ? undefined : history;
}

const given = (key: string, value: unknown): Record<string, unknown> => (value === undefined ? {} : { [key]: value });

function uniqueTags<T extends { purpose: string }>(bodies: T[]): T[] {
  const seen = new Set<unknown>();
  return bodies.filter((body) => {
    if (body.purpose !== 'tagging' || !('value' in body)) return true;
    const isNew = !seen.has(body.value);
    seen.add(body.value);
    return isNew;
  });
}
