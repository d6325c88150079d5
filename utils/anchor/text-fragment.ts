import type { TextSpan } from '../domain/page-text.ts';
import type { FragmentSelector } from '../domain/selector.ts';
import { isInsideWord } from '../match/split-words.ts';
import { foldedOffset, foldText } from '../text/fold.ts';
import type { PageIndex } from './page-index.ts';

/**
 * Links to a passage: `#:~:text=[prefix-,]start[,end][,-suffix]` (https://wicg.github.io/scroll-to-text-fragment/).
 * A browser goes to the first place in the page that fits: whole words, case and kinds of quotation marks aside, each of the four
 * parts within one block, and nothing but white space between prefix and start, and between start (or end) and suffix. So the parts are
 * taken from whole lines of the page's text, and the same search is done in it: a link is made only where it finds the passage.
 */

/** As far as this quotes stand in the link as they are, longer ones by their first and last words. */
const MAX_WHOLE = 80;
/** Words of each end of a long quote, at first. */
const END_WORDS = 4;
/** So many words more are tried where the ends, or their surroundings, stand in the page more than once. */
const MAX_CONTEXT_WORDS = 12;
/** Around the passage words are looked for so far (UTF-16 units). */
const WINDOW = 400;
/** Copies of one part that are compared; a part with more needs more words. */
const MAX_COPIES = 500;

/** The link to `span`, or null when no link would lead there: no word in it, or a copy before it that nothing around it tells apart. */
export function textFragment(index: PageIndex, span: TextSpan): FragmentSelector | null {
  const passage = passageIn(index.text, span);
  if (passage === null) return null;
  let first: Parts | null = null;
  for (const parts of candidates(index.text, passage)) {
    const { rank, isOnly } = rankOf(index, parts);
    if (isOnly) return selectorOf(parts);
    if (rank === 0) first ??= parts;
  }
  return first === null ? null : selectorOf(first);
}

/** The parts of a directive as they stand in the page, and where `start` and `end` do. */
interface Parts {
  prefix: string;
  start: TextSpan;
  /** Null where `start` is the whole passage. */
  end: TextSpan | null;
  suffix: string;
  text: string;
}

function selectorOf({ prefix, start, end, suffix, text }: Parts): FragmentSelector {
  const words = ({ start: from, end: to }: TextSpan): string => encode(text.slice(from, to));
  const parts = [
    ...(prefix === '' ? [] : [`${encode(prefix)}-`]),
    words(start),
    ...(end === null ? [] : [words(end)]),
    ...(suffix === '' ? [] : [`-${encode(suffix)}`]),
  ];
  return { type: 'FragmentSelector', value: `:~:text=${parts.join(',')}`, conformsTo: 'https://wicg.github.io/scroll-to-text-fragment/' };
}

/**
 * `-`, `,` and `&` have a meaning in the directive; a lone surrogate cannot be written in UTF-8. White space stays as it is: browsers do
 * not collapse a no-break space with the space beside it.
 */
const encode = (text: string): string => encodeURIComponent(text.replace(/\p{Surrogate}/gu, '\uFFFD')).replaceAll('-', '%2D');

interface Passage {
  /** From its first to its last word. */
  span: TextSpan;
  /** Words before, in and after it, in order; none reaches over the end of a line. */
  before: TextSpan[];
  words: TextSpan[];
  after: TextSpan[];
}

let segmenter: Intl.Segmenter | null = null;
const NO_WORD = /^[^\p{L}\p{N}]*$/u;

function passageIn(text: string, { start, end }: TextSpan): Passage | null {
  segmenter ??= new Intl.Segmenter(undefined, { granularity: 'word' });
  const from = Math.max(0, start - WINDOW);
  const words: TextSpan[] = [];
  for (const { segment, index, isWordLike } of segmenter.segment(text.slice(from, end + WINDOW)))
    if (isWordLike) words.push({ start: from + index, end: from + index + segment.length });
  const inside = words.filter((word) => word.start < end && word.end > start);
  const [first, last] = [inside[0], inside.at(-1)];
  if (first === undefined || last === undefined) return null;
  // Where the line begins or ends with marks, they belong to it: nothing may stand between the passage and its surroundings in another line.
  const lead = text.slice(text.lastIndexOf('\n', first.start - 1) + 1, first.start);
  const lineEnd = text.indexOf('\n', last.end);
  const trail = text.slice(last.end, lineEnd === -1 ? text.length : lineEnd);
  const span = {
    start: first.start - (NO_WORD.test(lead) ? lead.trimStart().length : 0),
    end: last.end + (NO_WORD.test(trail) ? trail.trimEnd().length : 0),
  };
  return {
    span,
    before: words.filter((word) => word.end <= first.start && (from === 0 || word.start > from)), // the first may be cut
    words: inside,
    after: words.filter((word) => word.start >= last.end && (word.end < end + WINDOW || word.end === text.length)),
  };
}

/** From short to long. */
function* candidates(text: string, passage: Passage): Generator<Parts> {
  const { span } = passage;
  const isOneLine = !text.slice(span.start, span.end).includes('\n');
  const forms: { start: TextSpan; end: TextSpan | null }[] = [];
  if (isOneLine && span.end - span.start <= MAX_WHOLE) forms.push({ start: span, end: null });
  else for (const count of [END_WORDS, END_WORDS * 2]) forms.push(...endsOf(text, passage, count));
  if (forms.length === 0) forms.push({ start: span, end: null }); // one word, however long
  for (let count = 0; count <= MAX_CONTEXT_WORDS; count += count < 4 ? 1 : 4)
    for (const form of forms) yield* withContext(text, passage, form, count);
}

/** The first and the last words, each of one line, without overlap. */
function endsOf(text: string, { span, words }: Passage, wanted: number): { start: TextSpan; end: TextSpan | null }[] {
  const count = Math.max(1, Math.min(wanted, Math.floor(words.length / 2)));
  const firstLine = words.findIndex((word, i) => i > 0 && text.slice(words[i - 1]?.end, word.start).includes('\n'));
  const lastLine = words.findLastIndex((word, i) => i > 0 && text.slice(words[i - 1]?.end, word.start).includes('\n'));
  const headEnd = firstLine === -1 ? count : Math.min(count, firstLine);
  const tailStart = Math.max(words.length - count, lastLine);
  const [b, c] = [words[headEnd - 1], words[tailStart]];
  if (b === undefined || c === undefined || tailStart < headEnd) return [];
  return [{ start: { start: span.start, end: b.end }, end: { start: c.start, end: span.end } }];
}

/** With so many words around it on one side, and on both. */
function* withContext(text: string, { before, after }: Passage, form: Pick<Parts, 'start' | 'end'>, count: number): Generator<Parts> {
  const last = form.end ?? form.start;
  if (count === 0) {
    yield { ...form, prefix: '', suffix: '', text };
    return;
  }
  const prefix = prefixOf(text, before, form.start.start, count);
  const suffix = suffixOf(text, after, last.end, count);
  if (prefix !== '') yield { ...form, prefix, suffix: '', text };
  if (suffix !== '') yield { ...form, prefix: '', suffix, text };
  if (prefix !== '' && suffix !== '') yield { ...form, prefix, suffix, text };
}

/** The last `count` words before `at` and the marks between them and it, of one line: this one, or where it begins with the passage, the one before. */
function prefixOf(text: string, before: TextSpan[], at: number, count: number): string {
  const lead = text.slice(before.at(-1)?.end ?? 0, at);
  if (before.length === 0 || (lead.includes('\n') && lead.slice(lead.lastIndexOf('\n')).trim() !== '')) return '';
  const end = lead.includes('\n') ? (before.at(-1)?.end ?? 0) + lead.indexOf('\n') : at;
  const line = text.lastIndexOf('\n', end - 1) + 1;
  const words = before.filter((word) => word.start >= line).slice(-count);
  return text.slice(words[0]?.start ?? end, end).trim();
}

function suffixOf(text: string, after: TextSpan[], at: number, count: number): string {
  const trail = text.slice(at, after[0]?.start ?? text.length);
  if (after.length === 0 || (trail.includes('\n') && trail.slice(0, trail.indexOf('\n')).trim() !== '')) return '';
  const start = trail.includes('\n') ? at + trail.lastIndexOf('\n') + 1 : at;
  const lineEnd = text.indexOf('\n', start);
  const words = after.filter((word) => lineEnd === -1 || word.end <= lineEnd).slice(0, count);
  return text.slice(start, words.at(-1)?.end ?? start).trim();
}

/** Which of the places that the parts fit is the passage (0 = the first, −1 = none), and whether it is the only one. */
function rankOf(index: PageIndex, parts: Parts): { rank: number; isOnly: boolean } {
  const lower = looseText(index);
  const folded = (text: string): string => withoutAccents(foldText(text).lower.trim());
  const needle = folded(parts.text.slice(parts.start.start, parts.start.end));
  const [prefix, suffix] = [folded(parts.prefix), folded(parts.suffix)];
  const own = foldedOffset(index.folded(), parts.start.start);
  const places: number[] = [];
  for (let at = lower.indexOf(needle); at >= 0; at = lower.indexOf(needle, at + 1)) {
    if (isInsideWord(lower, at) || isInsideWord(lower, at + needle.length)) continue;
    if (prefix !== '' && !endsWith(lower, at, prefix)) continue;
    if (parts.end === null && suffix !== '' && !startsWith(lower, at + needle.length, suffix)) continue;
    places.push(at);
    if (places.length > MAX_COPIES) return { rank: -1, isOnly: false };
  }
  const rank = places.indexOf(own);
  if (rank === -1 || (parts.end !== null && !endsThere(index, parts.text, own + needle.length, parts.end, suffix, folded)))
    return { rank: -1, isOnly: false };
  return { rank, isOnly: places.length === 1 };
}

/** The end that is found first behind the start is the passage's own. */
function endsThere(index: PageIndex, text: string, from: number, end: TextSpan, suffix: string, folded: (text: string) => string): boolean {
  const lower = looseText(index);
  const needle = folded(text.slice(end.start, end.end));
  const own = foldedOffset(index.folded(), end.start);
  for (let at = lower.indexOf(needle, from); at >= 0 && at <= own; at = lower.indexOf(needle, at + 1)) {
    if (isInsideWord(lower, at) || isInsideWord(lower, at + needle.length)) continue;
    if (suffix === '' || startsWith(lower, at + needle.length, suffix)) return at === own;
  }
  return false;
}

const startsWith = (text: string, at: number, words: string): boolean => text.startsWith(words, text.charAt(at) === ' ' ? at + 1 : at);
const endsWith = (text: string, at: number, words: string): boolean => text.endsWith(words, text.charAt(at - 1) === ' ' ? at - 1 : at);

/** Browsers find "cafe" for "café" too (ICU, primary strength): so must who looks for copies. The length stays as it is. */
const withoutAccents = (text: string): string =>
  text.replace(/[^\p{ASCII}]/gu, (character) => {
    const base = character.normalize('NFD').charAt(0);
    return character.length === 1 && /\p{L}/u.test(base) ? base : character;
  });

const loose = new WeakMap<PageIndex, string>();

function looseText(index: PageIndex): string {
  const known = loose.get(index);
  if (known !== undefined) return known;
  const text = withoutAccents(index.folded().lower);
  loose.set(index, text);
  return text;
}
