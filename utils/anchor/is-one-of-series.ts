import type { Candidate } from '../match/find-passage.ts';
import type { Needle } from '../match/needle.ts';
import { gainsOverRivals, type Shares, sharesAt, stoodBeside } from '../match/tell-apart.ts';
import type { WordIndex } from '../match/word-index.ts';

/**
 * What speaks for a place over one that is alike must be so many times what speaks against it. With 1.0 another row was taken in 3.0 % of
 * the lists whose row is gone, with 1.5 in 0.9 %, with 2 in 0.6 % (`tests/eval/series.ts`); each step costs changed rows that are found.
 */
const OUTWEIGHS = 1.5;
/** Bits: less is a word that stands everywhere. */
export const A_WORD = 3;

/** The lines around tell rows apart too, but rows come and go: half as much as the row's own words. */
const weightOf = ({ line, before, after }: Shares): number => line + (before + after) / 2;

/** Bits, the most that one word says: the heading over a list is the same whichever row stands first. Own rows gone: .9 % wrong without it, .3 with it. */
const MOST_OF_A_SIDE = 10;
const capped = (gain: Shares): Shares => ({
  ...gain,
  before: Math.min(gain.before, MOST_OF_A_SIDE),
  after: Math.min(gain.after, MOST_OF_A_SIDE),
});

/**
 * SPEC [C8]: is the place only one of several alike (rows of a list that differ by a number, a date, a name, a word), and what differs may
 * be the very word that tells which row it is? `copies`: how many places held the words when they were described.
 */
export function isOneOfSeries(index: WordIndex, needle: Needle, place: Candidate, copies: number): boolean {
  if (place.sameWords && copies <= 1) return false;
  const { lost, found, onlyNumbers } = sharesAt(index, needle, place);
  if (weightOf(lost) < A_WORD) return false;
  const sameNeighbours = lost.before === 0 && lost.after === 0;
  const gains = gainsOverRivals(index, needle, place).filter(({ passage }) => !place.sameWords || passage === 0);
  const isDoubtful = (gain: Shares): boolean => {
    const between = sameNeighbours && gain.before >= A_WORD && gain.after >= A_WORD;
    const sameLine = lost.line < A_WORD && gain.line >= A_WORD;
    return !between && !sameLine && weightOf(gains.length > 1 ? capped(gain) : gain) < OUTWEIGHS * weightOf(lost);
  };
  if (gains.some(isDoubtful)) return true;
  if (!place.sameWords && !sameNeighbours && stoodBeside(index, needle, place) > A_WORD) return true;
  // The only row that is left: nothing of the lines around is, and its own differs.
  const alone = found.before + found.after < A_WORD && lost.before + lost.after >= A_WORD && lost.line >= A_WORD;
  return alone && (place.sameWords || onlyNumbers);
}
