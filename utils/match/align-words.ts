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

export interface AlignOptions {
  /** True where every noun has a capital (German, Luxembourgish): a capital then makes no name. */
  nounsAreCapital?: boolean;
}

/** Compares two texts word by word. Never throws for any pair of strings. */
export function alignWords(quote: string, source: string, options: AlignOptions = {}): WordAlignment {
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

/** The words `from` to `to` as they stand in the original text. */
function original({ folded, words }: Side, from: number, to: number): string {
  if (to <= from) return '';
  const { start, end } = spanInSource(folded, words.starts[from] ?? 0, words.ends[to - 1] ?? 0);
  return folded.source.slice(start, end);
}

function compare(quote: Side, source: Side, targets: Int32Array, nounsAreCapital: boolean): WordAlignment {
  const changes: WordChange[] = [];
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
      const text = original(run.side, run.from, run.to);
      changes.push({
        kind: kindOfRun(list, run.name, nounsAreCapital),
        quote: run.name === 'dropped' ? text : '',
        source: run.name === 'added' ? text : '',
      });
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
    changes.push({ kind, quote: original(quote, i, i + 1), source: original(source, target, target + 1) });
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
