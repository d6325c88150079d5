import { type FoldedText, foldedOffset, foldText } from '../text/fold.ts';
import { createQuery, type Query } from './align.ts';
import { isInsideWord, splitWords, type Words } from './split-words.ts';
import { informationOf, type WordIndex } from './word-index.ts';

/** A passage with what stood around it, in the words of the text that it is sought in. */
export interface Needle {
  readonly folded: FoldedText;
  readonly words: Words;
  readonly query: Query;
  /** The words of the passage itself: `first` to `last − 1`; before and behind them stands the context. */
  readonly first: number;
  readonly last: number;
  /** Folded offsets of the passage, without spaces at its ends. They may lie inside a word. */
  readonly start: number;
  readonly end: number;
  /** Sum of the weights of the passage's words, in bits. */
  readonly information: number;
  /** The words in the lines (blocks of the page) of the passage: `lineFirst` to `lineLast − 1`; those farther off are of other rows. */
  readonly lineFirst: number;
  readonly lineLast: number;
}

/** What a missing word costs, as a share of its weight: in the passage, and in its context, which may change freely. */
const LOSS_IN_PASSAGE = 0.5;
const LOSS_IN_CONTEXT = 0.15;

/** Null when nothing is left of the passage after folding. */
export function createNeedle(index: WordIndex, exact: string, prefix: string, suffix: string): Needle | null {
  const folded = foldText(prefix + exact + suffix);
  let start = foldedOffset(folded, prefix.length);
  let end = foldedOffset(folded, prefix.length + exact.length);
  while (start < end && folded.text[start] === ' ') start++;
  while (end > start && folded.text[end - 1] === ' ') end--;
  if (start === end) return null;
  const words = splitWords(folded.lower);
  let first = 0;
  while (first < words.count && (words.ends[first] as number) <= start) first++;
  let last = first;
  while (last < words.count && (words.starts[last] as number) < end) last++;
  let information = 0;
  const query = createQuery(index, words, (id, i) => {
    const weight = informationOf(index, id, words.kinds[i] as number);
    const inside = i >= first && i < last;
    if (inside) information += weight;
    return { weight, loss: weight * (inside ? LOSS_IN_PASSAGE : LOSS_IN_CONTEXT) };
  });
  const lineStart = foldedOffset(folded, prefix.lastIndexOf('\n') + 1);
  const lineLength = suffix.indexOf('\n');
  const lineEnd = lineLength < 0 ? folded.text.length : foldedOffset(folded, prefix.length + exact.length + lineLength);
  let lineFirst = first;
  while (lineFirst > 0 && (words.starts[lineFirst - 1] as number) >= lineStart) lineFirst--;
  let lineLast = last;
  while (lineLast < words.count && (words.starts[lineLast] as number) < lineEnd) lineLast++;
  return { folded, words, query, first, last, start, end, information, lineFirst, lineLast };
}

/** Was the passage cut out of a word at this end? */
export const cutsWord = (needle: Needle, side: 'start' | 'end'): boolean => isInsideWord(needle.folded.lower, needle[side]);
