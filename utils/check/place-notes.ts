import type { CheckNote, CheckPart } from '../domain/check.ts';
import type { TextSpan } from '../domain/page-text.ts';
import type { Quotation } from '../domain/quotation.ts';
import { isNegation } from '../match/negation.ts';
import { findMarkedSpans } from '../text/quotation-marks.ts';
import { sentencesIn } from '../text/sentences.ts';
import type { QuoteWords } from './quote-words.ts';
import type { Label } from './skippable-words.ts';
import type { SourceWords } from './source-words.ts';

/** Text looked at before and behind a passage, in UTF-16 units: two long sentences. */
const AROUND = 1200;

/** Sentences of a stretch; a line that breaks in the middle of one ("…, and they⏎told us") does not end it. Offsets stay. */
const sentencesOf = (text: string, { start, end }: TextSpan): TextSpan[] =>
  sentencesIn(text.slice(start, end).replace(/(?<=[\p{L},;])\n(?=\p{Ll})/gu, ' '), { start: 0, end: end - start }).map((span) => ({
    start: span.start + start,
    end: span.end + start,
  }));

/** The bounds of what is shown before and behind a passage: its own sentence, and the one next to it. */
export function sentencesAround(text: string, passage: TextSpan): { before: TextSpan; after: TextSpan } {
  const from = Math.max(0, passage.start - AROUND);
  const to = Math.min(text.length, passage.end + AROUND);
  const sentences = sentencesOf(text, { start: from, end: to });
  const first = sentences.findIndex(({ end }) => end > passage.start);
  const last = sentences.findLastIndex(({ start }) => start < passage.end);
  const own = sentences[first];
  const opens = own === undefined || own.start >= passage.start;
  const before = first < 0 ? undefined : (sentences[first - 1] ?? (opens ? undefined : own));
  const after = sentences[last + 1] ?? sentences[last];
  return {
    before: { start: Math.min(before?.start ?? passage.start, passage.start), end: passage.start },
    after: { start: passage.end, end: Math.max(after?.end ?? passage.end, passage.end) },
  };
}

export interface Expected {
  /** Whose words the quote is said to be; null when it is given as the source's own. */
  speaker: string | null;
  /** The quotations that were found in the source. */
  quotations: readonly Quotation[] | null;
}

/** What the place says that the words do not. */
export function placeNotes(source: SourceWords, quote: QuoteWords, parts: readonly CheckPart[], expected: Expected): CheckNote[] {
  const first = parts[0];
  const last = parts.at(-1);
  if (first === undefined || last === undefined) return [];
  return [
    ...afterNegation(source, first.sourceSpan),
    ...afterCondition(source, first.sourceSpan),
    ...truncatedSentence(source, quote, last),
    ...speakerNotes(source, first.sourceSpan, expected),
    ...severalSpeakers(source, parts),
  ];
}

const note = (kind: CheckNote['kind'], text: string, span: TextSpan, grave: boolean, speaker: string | null = null): CheckNote => ({
  kind,
  text: text.slice(span.start, span.end),
  span,
  speaker,
  grave,
});

/** The part of the sentence before a place, and the part behind one. */
function sentenceBefore(text: string, at: number): TextSpan {
  const start = Math.max(0, at - AROUND);
  const last = sentencesOf(text, { start, end: Math.min(text.length, at + 1) }).at(-1);
  return last === undefined || last.start > at ? { start: at, end: at } : { start: last.start, end: at };
}
function sentenceBehind(text: string, at: number): TextSpan {
  const first = sentencesOf(text, { start: at, end: Math.min(text.length, at + AROUND) })[0];
  return first === undefined ? { start: at, end: at } : { start: at, end: first.end };
}

/** Words between a negation and what it negates. */
const NEAR = 4;

function afterNegation({ text }: SourceWords, { start }: TextSpan): CheckNote[] {
  const before = sentenceBefore(text, start);
  const clause = /[^,;:–—]*$/.exec(text.slice(before.start, start).replace(/ -+ /g, ' , '))?.[0] ?? '';
  const words = [...clause.matchAll(/[\p{L}\p{N}]+(?:['’]\p{L}+)*/gu)].slice(-NEAR);
  const negation = words.find(([word]) => isNegation(word.toLowerCase().replace('’', "'")));
  if (negation === undefined) return [];
  return [note('after-negation', text, { start: start - clause.length + negation.index, end: start }, true)];
}

function afterCondition({ text, language }: SourceWords, { start }: TextSpan): CheckNote[] {
  const before = sentenceBefore(text, start);
  const words = text.slice(before.start, start).toLowerCase().replace(/’/g, "'");
  const opening = words.replace(/^[\s"'“„«(–—-]*(?:(?:and|but|und|aber|et|mais|y|pero)\s)?/u, '');
  const condition = language.conditions.some((phrase) => opening.startsWith(`${phrase} `));
  return condition && /\p{L}/u.test(opening.slice(opening.indexOf(' '))) ? [note('after-condition', text, before, true)] : [];
}

function truncatedSentence({ text, language }: SourceWords, quote: QuoteWords, { sourceSpan }: CheckPart): CheckNote[] {
  const rest = sentenceBehind(text, sourceSpan.end);
  const words = text.slice(rest.start, rest.end);
  if (/^["'”’»“)\]]*\s*[.!?…]/u.test(words) || !/\p{L}/u.test(words)) return [];
  const low = words.toLowerCase().replace(/’/g, "'");
  const turns = language.turns.some((phrase) => {
    const at = low.search(new RegExp(`(?:^["'”’»)]*[\\s,;:–—-]*|[,;:–—]\\s*|\\s-+\\s)${phrase}(?![\\p{L}'])`, 'u'));
    return at >= 0;
  });
  const lastWord = quote.words.at(-1);
  const closed = lastWord !== undefined && /^["'”’»)\]]*[.!?]/.test(quote.folded.text.slice(lastWord.end)) && !endsInEllipsis(quote);
  return turns || closed ? [note('truncated-sentence', text, rest, turns)] : [];
}

const endsInEllipsis = ({ events, words }: QuoteWords): boolean =>
  events.some(({ kind, slot }) => kind === 'ellipsis' && slot === words.length);

/** The label under which a place stands. */
export function labelAt(labels: readonly Label[], at: number): Label | null {
  let [low, high] = [0, labels.length];
  while (low < high) {
    const middle = (low + high) >> 1;
    if ((labels[middle]?.start ?? 0) <= at) low = middle + 1;
    else high = middle;
  }
  return labels[low - 1] ?? null;
}

function severalSpeakers({ text, labels }: SourceWords, parts: readonly CheckPart[]): CheckNote[] {
  const first = parts[0];
  if (first === undefined) return [];
  const name = labelAt(labels, first.sourceSpan.start)?.name;
  for (const { sourceSpan } of parts.slice(1)) {
    const other = labelAt(labels, sourceSpan.start);
    if (name !== undefined && other !== null && other.name !== name)
      return [note('several-speakers', text, { start: other.start, end: other.end }, true, other.name)];
  }
  return [];
}

/** Labels that name an office or a role, not a person. */
const ROLE =
  /^(?:q|a|the\b.*|question|answer|moderator|host|interviewer|reporter|male|female|unidentified.*|voice|audience.*|speaker|frage|antwort|moderation|journaliste|pregunta|respuesta)$/i;

/** The words of another speaker than the one they are said to be of. */
function speakerNotes(source: SourceWords, span: TextSpan, { speaker, quotations }: Expected): CheckNote[] {
  const { text, labels } = source;
  const label = labelAt(labels, span.start);
  if (label !== null && speaker !== null && !ROLE.test(label.name) && !samePerson(label.name, speaker))
    return [note('other-speaker', text, { start: label.start, end: label.end }, true, label.name)];
  const holders = (quotations ?? []).filter((q) => q.start <= span.start + 1 && q.end >= span.end - 1);
  const holder = holders.toSorted((a, b) => a.end - a.start - (b.end - b.start))[0];
  if (holder !== undefined) {
    if (speaker === null) return [note('only-in-a-quotation', text, span, true, holder.speaker)];
    if (holder.speaker !== null && !samePerson(holder.speaker, speaker)) return [note('other-speaker', text, span, true, holder.speaker)];
    return [];
  }
  return quotations === null && speaker === null && label === null && standsInMarks(text, span)
    ? [note('only-in-a-quotation', text, span, true)]
    : [];
}

/** Does the passage stand between quotation marks of its paragraph? */
function standsInMarks(text: string, { start, end }: TextSpan): boolean {
  const from = Math.max(0, start - AROUND, text.lastIndexOf('\n', start) + 1);
  const line = text.indexOf('\n', end);
  const marked = findMarkedSpans(text, { start: from, end: Math.min(line < 0 ? text.length : line, end + AROUND) });
  return marked.some((span) => span.open !== null && span.close !== null && span.start <= start && span.end >= end);
}

/** One name is the other, or the end of it: "OBAMA", "Mr. Obama", "Barack Obama". */
export function samePerson(a: string, b: string): boolean {
  const [one, other] = [nameWords(a), nameWords(b)];
  if (one.length === 0 || other.length === 0) return true;
  const [short, long] = one.length <= other.length ? [one, other] : [other, one];
  return short.at(-1) === long.at(-1) || short.every((word) => long.includes(word));
}

const TITLE =
  /^(?:mr|mrs|ms|dr|prof|sen|senator|rep|gov|governor|president|secretary|judge|sir|herr|frau|kanzler|minister|m|mme|monsieur|madame|sr|sra|señor|señora|the|jr|ii|iii)$/;
const nameWords = (name: string): string[] => (name.toLowerCase().match(/[\p{L}'’-]+/gu) ?? []).filter((word) => !TITLE.test(word));
