import { type CheckVerdict, EDITORIAL } from '../domain/check.ts';
import { similarityOfWords } from '../match/edit-distance.ts';
import type { Query } from './find-runs.ts';
import type { ListedChange } from './list-changes.ts';
import type { QuoteWords } from './quote-words.ts';
import { lowerAt, type SourceWords } from './source-words.ts';
import type { Compared, Hunk, Pair } from './split-hunks.ts';

/**
 * Share of the quote, in bits, that must stand in the source in runs of words. Of 1,800 quotes set against other speeches on the same
 * themes the highest had .57, of 1,450 that stand in theirs, changed as they are, the lowest .63.
 */
const MIN_SHARE = 0.6;
/** A sentence that stands there word for word is found, whatever the quote adds: the longest run by chance was 6 words. */
const MIN_RUN = 8;
const MIN_SHARE_WITH_RUN = 0.3;
/** What is found must say more than is to be expected of the best of so many places: log2 of their number, in bits, less this. */
const BELOW_CHANCE = 2;
/** A word that stands alone among others that differ may stand there by chance. */
const ALONE = 0.3;
/** A word that the source holds nowhere counts no more than a middling one: one such word in a quote of six would outweigh the others. */
const UNKNOWN = 7;
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

function isFound(
  source: SourceWords,
  quote: QuoteWords,
  { ids, bits }: Query,
  { same }: Compared,
  listed: readonly ListedChange[],
): boolean {
  if (same.length === quote.words.length) return true;
  let all = 0;
  for (const [i, word] of quote.words.entries())
    if (!word.bracketed) all += ids[i] === -2 ? Math.min(UNKNOWN, bits[i] as number) : (bits[i] as number); // one a word
  let found = 0;
  let run = 0;
  let longest = 0;
  for (const [k, pair] of same.entries()) {
    const follows = goesOn(same[k - 1], pair);
    found += (bits[pair.quote] as number) * (follows || goesOn(pair, same[k + 1]) ? 1 : ALONE);
    run = follows ? run + 1 : 1;
    longest = Math.max(longest, run);
  }
  for (const { change, hunk } of listed)
    if (hunk !== null && SAME_WORDS.has(change.kind)) for (let i = hunk.quoteFrom; i < hunk.quoteTo; i++) found += bits[i] as number;
  if (found < Math.log2(source.count) - BELOW_CHANCE) return false;
  return found >= MIN_SHARE * all || (longest >= MIN_RUN && found >= MIN_SHARE_WITH_RUN * all);
}

const goesOn = (before: Pair | undefined, after: Pair | undefined): boolean =>
  before !== undefined && after !== undefined && before.quote + 1 === after.quote && before.source + 1 === after.source;

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
