import type { TextSpan } from '../domain/page-text.ts';
import { type FoldedText, foldText, spanInSource } from '../text/fold.ts';
import { createQuery } from './align.ts';
import { alignLong } from './align-long.ts';
import { type ChangeKind, type ComparedWord, kindOfReplacement, kindOfRun } from './change-kind.ts';
import { similarityOfWords } from './edit-distance.ts';
import { MARK, splitWords, type Words } from './split-words.ts';
import { createWordIndex } from './word-index.ts';

/** One difference between two texts, in the words of both as they are written; either may be empty. */
export interface WordChange {
  kind: ChangeKind;
  quote: string;
  source: string;
}

export interface WordAlignment {
  /** 1 for the same words, 0 for nothing in common: twice the letters in common by all letters; a word that is alike counts for a part. */
  similarity: number;
  /** In the order of the texts; empty exactly when the words and signs are the same, typography aside. */
  changes: WordChange[];
}

/** Where a change lies in the two texts, UTF-16; the span is empty where that side has nothing. */
export interface PlacedChange extends WordChange {
  inQuote: TextSpan;
  inSource: TextSpan;
}

export interface AlignOptions {
  /** True where every noun has a capital (German, Luxembourgish): a capital then makes no name. */
  nounsAreCapital?: boolean;
}

/** Compares two texts word by word. Never throws for any pair of strings. */
export function alignWords(quote: string, source: string, options: AlignOptions = {}): WordAlignment {
  const { similarity, changes } = alignPlaced(quote, source, options);
  return { similarity, changes: changes.map(({ inQuote: _q, inSource: _s, ...change }) => change) };
}

/** The same, with the places of the changes. */
export function alignPlaced(quote: string, source: string, options: AlignOptions = {}): { similarity: number; changes: PlacedChange[] } {
  const a = foldText(quote);
  const b = foldText(source);
  const words = splitWords(a.text);
  const index = createWordIndex(b.lower);
  const query = createQuery(index, splitWords(a.lower), (_, i) => {
    const weight = words.kinds[i] === MARK ? 1 : 2 + Math.min(8, (words.ends[i] ?? 0) - (words.starts[i] ?? 0));
    return { weight, loss: weight / 2 };
  });
  const { targets } = alignLong(index, query, 0, index.words.count);
  return compare({ folded: a, words }, { folded: b, words: index.words }, targets, options.nounsAreCapital ?? false);
}

interface Side {
  folded: FoldedText;
  words: Words;
}

const written = ({ folded, words }: Side, i: number): string => folded.text.slice(words.starts[i], words.ends[i]);
const compared = (side: Side, i: number): ComparedWord => ({
  written: written(side, i),
  kind: side.words.kinds[i] ?? MARK,
  opensSentence: i === 0 || /^[.!?:"]$/.test(written(side, i - 1)),
});

/** Where the words `from` to `to` stand in the original text; none of them stand before the word `from`, or at the end. */
function original({ folded, words }: Side, from: number, to: number): TextSpan {
  const start = from < words.count ? (words.starts[from] ?? 0) : folded.text.length;
  return spanInSource(folded, start, to > from ? (words.ends[to - 1] ?? 0) : start);
}

function compare(
  quote: Side,
  source: Side,
  targets: Int32Array,
  nounsAreCapital: boolean,
): { similarity: number; changes: PlacedChange[] } {
  const changes: PlacedChange[] = [];
  const put = (kind: ChangeKind, inQuote: TextSpan, inSource: TextSpan): void => {
    const [a, b] = [quote.folded.source.slice(inQuote.start, inQuote.end), source.folded.source.slice(inSource.start, inSource.end)];
    changes.push({ kind, quote: a, source: b, inQuote, inSource });
  };
  let common = 0;
  /** What stands in the quote from `from` on and in the source from `there` on has no partner. */
  const putRuns = (from: number, to: number, there: number, until: number): void => {
    const runs = [
      { side: quote, from, to, name: 'dropped' as const },
      { side: source, from: there, to: until, name: 'added' as const },
    ];
    for (const run of runs) {
      if (run.to <= run.from) continue;
      const list = Array.from({ length: run.to - run.from }, (_, k) => compared(run.side, run.from + k));
      const kind = kindOfRun(list, run.name, nounsAreCapital);
      // What both sides lost or gained at one place is told one after the other: first what the quote had.
      if (run.name === 'dropped') put(kind, original(quote, from, to), original(source, there, there));
      else put(kind, original(quote, to, to), original(source, there, until));
    }
  };
  let from = 0;
  let there = 0;
  for (let i = 0; i < quote.words.count; i++) {
    const target = targets[i] ?? -1;
    if (target < 0) continue;
    putRuns(from, i, there, target);
    from = i + 1;
    there = target + 1;
    const [word, other] = [written(quote, i), written(source, target)];
    common += similarityOfWords(word.toLowerCase(), other.toLowerCase()) * Math.min(word.length, other.length);
    if (word === other) continue;
    const kind = kindOfReplacement(compared(quote, i), compared(source, target), nounsAreCapital);
    put(kind, original(quote, i, i + 1), original(source, target, target + 1));
  }
  putRuns(from, quote.words.count, there, source.words.count);
  const all = lettersOf(quote.words) + lettersOf(source.words);
  return { similarity: all === 0 ? 1 : Math.min(1, (2 * common) / all), changes };
}

function lettersOf({ starts, ends, count }: Words): number {
  let sum = 0;
  for (let i = 0; i < count; i++) sum += (ends[i] ?? 0) - (starts[i] ?? 0);
  return sum;
}
