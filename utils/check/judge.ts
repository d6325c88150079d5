import { type CheckVerdict, EDITORIAL } from '../domain/check.ts';
import { similarityOfWords } from '../match/edit-distance.ts';
import type { Query } from './find-runs.ts';
import type { ListedChange } from './list-changes.ts';
import type { QuoteWords } from './quote-words.ts';
import { lowerAt, type SourceWords } from './source-words.ts';
import type { Compared, Hunk } from './split-hunks.ts';

/** Share of the quote, in bits, that must stand in the source, in runs of words; and what these must say beyond chance. */
const MIN_SHARE = 0.5;
const MIN_BITS_BEYOND_CHANCE = 2;
/** A word that stands alone among others that differ may stand there by chance. */
const ALONE = 0.3;
/** Kinds whose words are the same words in another form. */
const SAME_WORDS = new Set(['contraction', 'spelling', 'number-form', 'bracket', 'order']);

/** The verdict, and how much the words are alike. */
export function judge(
  source: SourceWords,
  quote: QuoteWords,
  query: Query,
  compared: Compared,
  listed: readonly ListedChange[],
): { verdict: CheckVerdict; similarity: number } {
  const similarity = similarityOf(source, quote, compared, listed);
  if (!isFound(source, quote, query, compared, listed)) return { verdict: 'not-found', similarity };
  if (listed.length === 0) return { verdict: 'verbatim', similarity: 1 };
  return { verdict: listed.every(({ change }) => EDITORIAL.has(change.kind)) ? 'edited' : 'altered', similarity };
}

function isFound(source: SourceWords, quote: QuoteWords, { bits }: Query, { same }: Compared, listed: readonly ListedChange[]): boolean {
  let all = 0;
  for (const [i, word] of quote.words.entries()) if (!word.bracketed) all += bits[i] as number; // one a word
  let found = 0;
  for (const [k, pair] of same.entries()) {
    const [before, after] = [same[k - 1], same[k + 1]];
    const joined =
      (before?.quote === pair.quote - 1 && before.source === pair.source - 1) ||
      (after?.quote === pair.quote + 1 && after.source === pair.source + 1);
    found += (bits[pair.quote] as number) * (joined || quote.words.length === 1 ? 1 : ALONE);
  }
  for (const { change, hunk } of listed)
    if (hunk !== null && SAME_WORDS.has(change.kind)) for (let i = hunk.quoteFrom; i < hunk.quoteTo; i++) found += bits[i] as number;
  if (same.length === quote.words.length) return true;
  return found >= MIN_SHARE * all && found >= Math.log2(source.count) - MIN_BITS_BEYOND_CHANCE;
}

/** Twice the letters in common by all letters of the words that were compared. */
function similarityOf(source: SourceWords, quote: QuoteWords, { same }: Compared, listed: readonly ListedChange[]): number {
  let common = 0;
  let all = 0;
  for (const { quote: i } of same) common += 2 * lengthOf(quote, i);
  all += common;
  for (const { change, hunk } of listed) {
    if (hunk === null || change.kind === 'stage' || change.kind === 'ellipsis' || change.kind === 'bracket' || hunk.jump !== null) continue;
    const like = likeLetters(source, quote, hunk);
    common += 2 * like;
    for (let i = hunk.quoteFrom; i < hunk.quoteTo; i++) all += lengthOf(quote, i);
    for (let j = hunk.sourceFrom; j < hunk.sourceTo; j++) all += (source.ends[j] as number) - (source.starts[j] as number); // in range
  }
  return all === 0 ? 0 : Math.min(1, common / all);
}

const lengthOf = ({ words }: QuoteWords, i: number): number => words[i]?.lower.length ?? 0;

function likeLetters(source: SourceWords, quote: QuoteWords, { pairs }: Hunk): number {
  let sum = 0;
  for (const { quote: i, source: j } of pairs) {
    const [word, other] = [quote.words[i]?.lower ?? '', lowerAt(source, j)];
    sum += similarityOfWords(word, other) * Math.min(word.length, other.length);
  }
  return sum;
}
