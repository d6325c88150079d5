import type { Candidate } from './find-passage.ts';
import type { Needle } from './needle.ts';
import { MARK, WORD } from './split-words.ts';
import { frequency, informationOf, type WordIndex } from './word-index.ts';

/** What speaks against a place (words of the passage and around it that are others there) or for it, in bits, by where they stand. */
export interface Shares {
  /** In the passage and the rest of its lines. */
  line: number;
  /** In the passage alone. */
  passage: number;
  /** In the lines before and behind. */
  before: number;
  after: number;
}

/** Words on each side that are compared; about 60 characters. */
const NEAR = 12;
/** Words whose places are looked at, the rarest first, and places of each, the nearest ones. */
const MAX_WORDS = 14;
const MAX_PLACES = 48;
/** Places that are compared. */
const MAX_RIVALS = 8;
/** A name may be a word or two longer in another row. */
const SHIFT = 2;
/** Context that has so many words more between itself and the passage than it had is not the passage's own. */
const MAX_GAP = 6;
/** A rival holds so many words, and such a share, of what the lines of the passage have in common with the place (.5 to .8 came out alike). */
const MIN_SHARED = 3;
const ALIKE = 0.7;

/** What of the passage and its surroundings does not stand at the place, and what does; `onlyNumbers`: every word of the passage does. */
export function sharesAt(index: WordIndex, needle: Needle, place: Candidate): { lost: Shares; found: Shares; onlyNumbers: boolean } {
  const found = foundAt(index, needle, place);
  let onlyNumbers = true;
  for (let i = needle.first; i < needle.last; i++) if (found[i] === 0 && needle.query.kinds[i] === WORD) onlyNumbers = false;
  const common = wordsOfSeveralLines(needle);
  return {
    lost: sum(needle, (i) => (common[i] ? 0 : (needle.query.weights[i] as number) - (found[i] as number))), // i < count
    found: sum(needle, (i) => found[i] as number),
    onlyNumbers,
  };
}

/** Words, not numbers, that stood in the passage's lines and in those around, on each side that was kept: all rows had them, so they tell none. */
function wordsOfSeveralLines(needle: Needle): boolean[] {
  const { text, starts, ends, count, kinds } = needle.words;
  const written = Array.from({ length: count }, (_, i) => text.slice(starts[i], ends[i]));
  const sides = [written.slice(0, needle.lineFirst), written.slice(needle.lineLast)].filter((side) => side.length > 0);
  const kept = sides.map((side) => new Set(side));
  return written.map(
    (word, i) =>
      kinds[i] === WORD && i >= needle.lineFirst && i < needle.lineLast && kept.length > 0 && kept.every((side) => side.has(word)),
  );
}

/**
 * The places most like `place` (other rows of its list, table, scoreboard): for each what `place` has of the passage and its surroundings
 * and that one has not.
 */
export function gainsOverRivals(index: WordIndex, needle: Needle, place: Candidate): Shares[] {
  const found = foundAt(index, needle, place);
  return diagonalsLike(index, needle, place, found).flatMap((diagonal) => {
    let [words, shared] = [0, 0];
    const gain = sum(needle, (i) => {
      if ((found[i] as number) === 0) return 0;
      const stands = standsAt(index, needle, i, diagonal);
      if (i >= needle.lineFirst && i < needle.lineLast) {
        words++;
        if (stands) shared++;
      }
      return stands ? 0 : (found[i] as number);
    });
    return shared >= MIN_SHARED && shared >= ALIKE * words ? [gain] : [];
  });
}
/** The outermost words of a context may be cut: they do not count. */
const nearFrom = (needle: Needle): number => Math.max(Math.min(1, needle.first), needle.first - NEAR);
const nearTo = (needle: Needle): number => Math.min(Math.max(needle.last, needle.query.count - 1), needle.last + NEAR);

function sum(needle: Needle, weigh: (i: number) => number): Shares {
  const shares: Shares = { line: 0, passage: 0, before: 0, after: 0 };
  for (let i = nearFrom(needle); i < nearTo(needle); i++) {
    if (needle.query.kinds[i] === MARK) continue;
    const bits = weigh(i);
    if (i >= needle.first && i < needle.last) shares.passage += bits;
    if (i < needle.lineFirst) shares.before += bits;
    else if (i >= needle.lineLast) shares.after += bits;
    else shares.line += bits;
  }
  return shares;
}

/** For each word of the needle near the passage its weight where it stands at its place, else 0. Words only alike are others. */
function foundAt(index: WordIndex, needle: Needle, place: Candidate): Float64Array {
  const found = new Float64Array(needle.query.count);
  for (let i = nearFrom(needle); i < nearTo(needle); i++) {
    const target = place.targets[i] as number; // i < count
    if (target < 0 || index.ids[target] !== needle.query.ids[i]) continue;
    const gap = i < needle.first ? place.first - target - (needle.first - i) : target - place.last - (i - needle.last);
    if (gap <= MAX_GAP) found[i] = needle.query.weights[i] as number;
  }
  return found;
}

function standsAt(index: WordIndex, needle: Needle, i: number, diagonal: number): boolean {
  for (let shift = -SHIFT; shift <= SHIFT; shift++) if (index.ids[diagonal + i + shift] === needle.query.ids[i]) return true;
  return false;
}

/** Diagonals (word of the text − word of the needle) on which the words found at `place` stand once more. */
function diagonalsLike(index: WordIndex, needle: Needle, place: Candidate, found: Float64Array): number[] {
  const shared: number[] = [];
  for (let i = nearFrom(needle); i < nearTo(needle); i++)
    if ((found[i] as number) > 0 && frequency(index, needle.query.ids[i] as number) > 1) shared.push(i);
  const often = (i: number): number => frequency(index, needle.query.ids[i] as number);
  const votes = new Map<number, number>();
  for (const i of shared.sort((a, b) => often(a) - often(b)).slice(0, MAX_WORDS)) {
    for (const at of placesAround(index, needle.query.ids[i] as number, place.targets[i] as number)) {
      if (at === place.targets[i]) continue;
      votes.set(at - i, (votes.get(at - i) ?? 0) + (found[i] as number));
    }
  }
  const ranked = [...votes].sort((a, b) => b[1] - a[1]);
  const picked: number[] = [];
  for (const [diagonal] of ranked) {
    if (picked.length === MAX_RIVALS) break;
    // A passage that repeats itself is no rival of itself.
    if (diagonal + needle.first < place.last && diagonal + needle.last > place.first) continue;
    if (picked.every((other) => Math.abs(other - diagonal) > SHIFT)) picked.push(diagonal);
  }
  return picked;
}

/** The places of a word that are nearest to `near`. */
function placesAround(index: WordIndex, id: number, near: number): Int32Array {
  const from = index.offsets[id] as number;
  const to = index.offsets[id + 1] as number;
  if (to - from <= MAX_PLACES) return index.places.subarray(from, to);
  let low = from;
  let high = to;
  while (low < high) {
    const middle = (low + high) >> 1;
    if ((index.places[middle] as number) < near) low = middle + 1;
    else high = middle;
  }
  const start = Math.max(from, Math.min(low - MAX_PLACES / 2, to - MAX_PLACES));
  return index.places.subarray(start, start + MAX_PLACES);
}

/**
 * Bits of the words that stand at the place instead of the passage's and stood beside the passage when it was kept, next to the same word as
 * here: the place is the neighbour that it had.
 */
export function stoodBeside(index: WordIndex, needle: Needle, place: Candidate): number {
  const taken = new Set<number>();
  for (let i = needle.first; i < needle.last; i++)
    if (index.ids[place.targets[i] as number] === needle.query.ids[i]) taken.add(place.targets[i] as number);
  let bits = 0;
  for (let j = place.first; j < place.last; j++) {
    if (taken.has(j) || index.words.kinds[j] === MARK) continue;
    const id = index.ids[j] as number;
    for (let k = 0; k < needle.query.count; k++) {
      if (k === needle.first) k = needle.last;
      if (needle.query.ids[k] !== id) continue;
      if (needle.query.ids[k - 1] !== index.ids[j - 1] && needle.query.ids[k + 1] !== index.ids[j + 1]) continue;
      bits += informationOf(index, id, index.words.kinds[j] as number);
      break;
    }
  }
  return bits;
}
