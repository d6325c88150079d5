import type { Candidate } from '../match/find-passage.ts';
import type { Needle } from '../match/needle.ts';

/** SPEC [C2]: log-odds from which a place is taken for the passage. */
export const MIN_LOG_ODDS = 1;
/** SPEC [C3]: a place must be this much better than the next one that could be it too. */
const MIN_LEAD = 0.5;
/** SPEC [C4]: a side of the context agrees from here on. */
export const AGREES = 0.5;
/** SPEC [C4]: words that stand elsewhere without their context must say this much (bits), or be so long (UTF-16 units), to be the passage all the same. */
export const MIN_LONE_INFORMATION = 12;
export const MIN_LONE_LENGTH = 15;

/**
 * SPEC [C2]: how much the evidence speaks for this place being the passage: the log-odds of a logistic regression. Fitted on changed
 * copies of saved pages, where deleted and replaced passages weigh three times; by `tests/eval/anchors.fit.ts`.
 */
export function logOddsOf(needle: Needle, candidate: Candidate): number {
  const { quote, sameWords } = candidate;
  // A quote that came without any context is judged by itself.
  const [before, after] = candidate.before === null && candidate.after === null ? [quote ** 2, quote ** 2] : contextOf(candidate);
  const found = Math.min(needle.information * quote, 60);
  const lost = Math.min(needle.information * (1 - quote), 40);
  return (
    -8.2 +
    5.34 * quote +
    3.49 * Math.max(before, after) +
    8.29 * Math.min(before, after) +
    (sameWords ? 5.88 : 0) +
    0.095 * found -
    0.126 * lost +
    0.92 * Math.exp(-needle.information / 12)
  );
}

/** A passage at the end of a text has its context on one side only: that one counts twice. */
export const contextOf = ({ before, after }: Candidate): [number, number] => [before ?? after ?? 0, after ?? before ?? 0];

/**
 * SPEC [C1]: orders the candidates of one passage. `score` and `quote` are evidence; the distance (UTF-16 units) from where it was is a
 * weak prior, worth one word at most, that decides between copies that are alike in all else.
 */
export function rankOf(candidate: Candidate, distance: number | null): number {
  const far = distance === null ? 0 : Math.min(4, Math.log2(1 + distance / 200));
  return candidate.score / 5 + 4 * candidate.quote - far / 2;
}

export interface Judged {
  candidate: Candidate;
  logOdds: number;
  rank: number;
}

/** SPEC [C3], [C5], [C6]: could `other` be the passage as well as `best`, the best of those that are plausible? Then neither is taken. */
export function couldBeEither(needle: Needle, best: Judged, other: Judged): boolean {
  const lead = best.rank - other.rank;
  const [ours, theirs] = [contextOf(best.candidate), contextOf(other.candidate)];
  // [C5] The very words stand at one place; at the other a word or so differs, and the surroundings fit as well.
  const swapped = best.candidate.sameWords && !other.candidate.sameWords && needle.information * (1 - other.candidate.quote) <= ONE_WORD;
  const better = theirs[0] + theirs[1] - ours[0] - ours[1];
  const fits = (lead < CLEAR_LEAD && better >= -0.2) || (lead < GREAT_LEAD && better >= -0.1 && Math.min(...theirs) >= AGREES);
  if (swapped && fits && other.logOdds >= MIN_DOUBT) return true;
  // [C6] By all its surroundings it is there, but its words are too different to be believed.
  if (other.logOdds < MIN_LOG_ODDS) return lead <= (other.logOdds >= MIN_DOUBT ? 0 : -CLEAR_LEAD) && other.candidate.quote >= HALF_THERE;
  // [C3]
  return lead < MIN_LEAD || (lead < ORDERS_DISAGREE.rank && other.logOdds - best.logOdds >= ORDERS_DISAGREE.logOdds);
}
/** Log-odds below which a place raises no doubt about another. */
const MIN_DOUBT = -1;
const GREAT_LEAD = 5;
const CLEAR_LEAD = 3;
/** A little ahead by rank, far behind by odds: a template filled with other names, next to the words themselves in a new context. */
const ORDERS_DISAGREE = { rank: 8, logOdds: 5 };
const HALF_THERE = 0.4;
/** Bits: the most that one word can say, and a little. */
const ONE_WORD = 12;
