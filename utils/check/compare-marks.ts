import type { CheckChange } from '../domain/check.ts';
import { spanInSource } from '../text/fold.ts';
import type { QuoteWords } from './quote-words.ts';
import { type SourceWords, sourceSpan, writtenAt } from './source-words.ts';
import type { Pair } from './split-hunks.ts';

/** Kinds of quotation marks are typography, and so is the space around marks. */
const marksOf = (between: string): string => between.replace(/\s/g, '').replace(/'/g, '"');

/** Short words that are others in capitals. */
const OTHER_IN_CAPITALS = new Set(['us', 'it', 'who', 'aids', 'may', 'march', 'polish', 'turkey', 'china']);
const CAPITALS = /^\p{Lu}{2,}$/u;

export const quoteSpan = ({ folded, words }: QuoteWords, from: number, to: number): { start: number; end: number } => {
  if (to <= from) {
    const before = words[from - 1];
    const at = before === undefined ? 0 : spanInSource(folded, before.start, before.end).end;
    return { start: at, end: at };
  }
  return spanInSource(folded, words[from]?.start ?? 0, words[to - 1]?.end ?? 0);
};

/** A change over words of both sides, with what is written there. */
export function makeChange(
  quote: QuoteWords,
  source: SourceWords,
  range: { quoteFrom: number; quoteTo: number; sourceFrom: number; sourceTo: number },
  { kind, grave }: Pick<CheckChange, 'kind' | 'grave'>,
): CheckChange {
  const here = quoteSpan(quote, range.quoteFrom, range.quoteTo);
  const there = sourceSpan(source, range.sourceFrom, range.sourceTo);
  return {
    kind,
    quote: quote.text.slice(here.start, here.end),
    source: source.text.slice(there.start, there.end),
    quoteSpan: here,
    sourceSpan: there,
    grave,
  };
}

/** Differences in capitals of one pair of the same word. */
export function caseChange(quote: QuoteWords, source: SourceWords, { quote: i, source: j }: Pair): CheckChange | null {
  const word = quote.words[i];
  if (word === undefined) return null;
  const other = writtenAt(source, j);
  if (word.written === other) return null;
  const range = { quoteFrom: i, quoteTo: i + 1, sourceFrom: j, sourceTo: j + 1 };
  const opens = i === 0 || quote.events.some(({ slot, kind }) => slot === i && kind === 'ellipsis');
  const capitals = CAPITALS.test(word.written) !== CAPITALS.test(other) && OTHER_IN_CAPITALS.has(word.lower);
  if (capitals && ![word.written, other].some((written) => written === `${word.lower[0]?.toUpperCase()}${word.lower.slice(1)}`))
    return makeChange(quote, source, range, { kind: 'word', grave: false });
  const first = opens && word.written.slice(1) === other.slice(1);
  return makeChange(quote, source, range, { kind: first ? 'case' : 'case-inside', grave: false });
}

/** Differences in the marks between two words that follow each other in both texts. */
export function marksChange(quote: QuoteWords, source: SourceWords, before: Pair, after: Pair): CheckChange | null {
  const [left, right] = [quote.words[before.quote], quote.words[after.quote]];
  if (left === undefined || right === undefined) return null;
  const here = quote.folded.text.slice(left.end, right.start);
  const there = source.folded.text.slice(source.ends[before.source], source.starts[after.source]);
  if (here === there || marksOf(here) === marksOf(there)) return null;
  const range = { quoteFrom: before.quote, quoteTo: after.quote + 1, sourceFrom: before.source, sourceTo: after.source + 1 };
  const minus = right.number && isMinus(here) !== isMinus(there);
  return makeChange(quote, source, range, minus ? { kind: 'number', grave: true } : { kind: 'punctuation', grave: false });
}

/**
 * Differences in the marks between two words where the source has a stage direction between: of the source those before it.
 */
export function marksOverStage(quote: QuoteWords, source: SourceWords, before: Pair, after: Pair): CheckChange | null {
  const [left, right] = [quote.words[before.quote], quote.words[after.quote]];
  if (left === undefined || right === undefined) return null;
  const from = source.ends[before.source] as number; // pairs are words of the source
  const direction = source.folded.text.slice(from, source.starts[before.source + 1]);
  const there = direction.replace(/[([][^([]*$/, '');
  const here = marksOf(quote.folded.text.slice(left.end, right.start));
  if (here === marksOf(there)) return null;
  const range = { quoteFrom: before.quote, quoteTo: after.quote + 1, sourceFrom: before.source, sourceTo: before.source + 1 };
  const change = makeChange(quote, source, range, { kind: 'punctuation', grave: false });
  const { end } = spanInSource(source.folded, from, from + there.trimEnd().length);
  const sourceEnd = there.trim() === '' ? change.sourceSpan.end : end;
  return {
    ...change,
    source: source.text.slice(change.sourceSpan.start, sourceEnd),
    sourceSpan: { start: change.sourceSpan.start, end: sourceEnd },
  };
}

/** A dash right before a figure, with a space before it. */
const isMinus = (between: string): boolean => /^\s-$/.test(between);

/** A question that became a statement at the quote's end, or the other way round. Other end marks are the quoting side's. */
export function endChange(quote: QuoteWords, source: SourceWords, last: Pair): CheckChange | null {
  const word = quote.words[last.quote];
  if (word === undefined || last.quote !== quote.words.length - 1) return null;
  const here = /^[\s"')\]]*([.!?])/.exec(quote.folded.text.slice(word.end))?.[1];
  const there = /^[\s"')\]]*([.!?])/.exec(
    source.folded.text.slice(source.ends[last.source], (source.ends[last.source] as number) + 8),
  )?.[1];
  if (here === undefined || there === undefined || (here === '?') === (there === '?')) return null;
  const range = { quoteFrom: last.quote, quoteTo: last.quote + 1, sourceFrom: last.source, sourceTo: last.source + 1 };
  const change = makeChange(quote, source, range, { kind: 'punctuation', grave: false });
  return withMark(change, quote, source, here, there);
}

/** The word with its end mark. */
function withMark(change: CheckChange, quote: QuoteWords, source: SourceWords, here: string, there: string): CheckChange {
  const quoteEnd = quote.text.indexOf(here, change.quoteSpan.end) + 1;
  const sourceEnd = source.text.indexOf(there, change.sourceSpan.end) + 1;
  if (quoteEnd === 0 || sourceEnd === 0) return change;
  return {
    ...change,
    quote: quote.text.slice(change.quoteSpan.start, quoteEnd),
    source: source.text.slice(change.sourceSpan.start, sourceEnd),
    quoteSpan: { start: change.quoteSpan.start, end: quoteEnd },
    sourceSpan: { start: change.sourceSpan.start, end: sourceEnd },
  };
}
