import { alignWithin } from './align.ts';
import { alignLong, partOf } from './align-long.ts';
import { similarityOfWords } from './edit-distance.ts';
import type { Needle } from './needle.ts';
import { MARK } from './split-words.ts';
import { frequency, informationOf, type WordIndex } from './word-index.ts';

/** A place that may be the passage, with the evidence for it. */
export interface Candidate {
  /** Words of the text: `first` to `last − 1`. */
  first: number;
  last: number;
  /** For each word of the needle the word of the text in its place, −1 for none. */
  targets: Int32Array;
  /** Log-likelihood of the alignment, in bits: the higher, the better a place. */
  score: number;
  /** How much of the passage, and of nothing else, stands there: 0–1, weighted by what the words say. */
  quote: number;
  /** How much of the nearest words before and behind stands there, 0–1; null when the needle has none. */
  before: number | null;
  after: number | null;
  /** The passage's words without a gap, case aside. */
  sameWords: boolean;
}

/** Context that has so many words more between itself and the passage than it had counts half: it may be another copy's. */
const MAX_GAP = 6;
const DISTANT = 0.5;
/** Words on each side that count as evidence; those farther off only help to find. About 50 characters. */
const NEAR = 10;
/** Words that stand no more often than this are seeds on their own, others in pairs. */
const RARE = 12;
/** Places looked at for one needle. */
const MAX_LOOKS = 4000;
/** Words that vote, the rarest first. */
const MAX_SEEDS = 40;
/** Width of a bucket of diagonals, as a power of two. */
const BUCKET = 4;
/** Windows that are aligned for one needle, at most. */
const MAX_WINDOWS = 5;
/** A window with less than this share of the best one's votes is not aligned. */
const WORTH_ALIGNING = 0.35;
/** Verbatim places that are aligned with their context, at most, and compared with it at all. */
const MAX_VERBATIM = 6;
const MAX_COMPARED = 5000;
/** Words of slack around a window: an advertisement or two between the passage's paragraphs. */
const SLACK = 40;
/** A bucket is 16 words wide, and a few more may have come or gone. */
const NARROW_SLACK = 20;
const CONTEXT_SLACK = 24;

/** All places worth considering, the best first. At most `MAX_WINDOWS + MAX_VERBATIM`. */
export function findPassage(index: WordIndex, needle: Needle): Candidate[] {
  const verbatim = verbatimPlaces(index, needle);
  const certain = verbatim.filter((at) => hasWholeContext(index, needle, at));
  if (certain.length === 1) return [verbatimCandidate(index, needle, certain[0] as number, true)];
  const candidates = nearestInContext(index, needle, certain.length > 0 ? certain : verbatim).map((at) =>
    verbatimCandidate(index, needle, at, false),
  );
  for (const diagonal of seededDiagonals(index, needle)) {
    const candidate = alignAt(index, needle, diagonal);
    if (candidate !== null && !candidates.some((other) => overlap(other, candidate))) candidates.push(candidate);
  }
  return candidates.sort((a, b) => b.score - a.score);
}

const overlap = (a: Candidate, b: Candidate): boolean => a.first < b.last && b.first < a.last;

/** Where the passage's words stand one after another, case and spaces aside. */
function verbatimPlaces(index: WordIndex, needle: Needle): number[] {
  const { ids } = needle.query;
  let rarest = needle.first;
  for (let i = needle.first; i < needle.last; i++) {
    const id = ids[i] as number; // i < count
    if (id < 0) return [];
    if (frequency(index, id) < frequency(index, ids[rarest] as number)) rarest = i;
  }
  const id = ids[rarest] as number;
  const places: number[] = [];
  for (let p = index.offsets[id] as number; p < (index.offsets[id + 1] as number); p++) {
    const at = (index.places[p] as number) - (rarest - needle.first);
    if (sameIds(index, needle, needle.first, needle.last, at)) places.push(at);
  }
  return places;
}

/** Do the needle's words `from` to `to` stand in the text from word `at` on? */
function sameIds(index: WordIndex, needle: Needle, from: number, to: number, at: number): boolean {
  if (at < 0 || at + to - from > index.words.count) return false;
  for (let i = from; i < to; i++) if (index.ids[at + i - from] !== needle.query.ids[i]) return false;
  return true;
}

const hasWholeContext = (index: WordIndex, needle: Needle, at: number): boolean =>
  needle.query.count > needle.last - needle.first + 3 &&
  sameIds(index, needle, wholeFrom(needle), wholeTo(needle), at - (needle.first - wholeFrom(needle)));

/** The outermost words of a context may be cut: they do not count. */
const wholeFrom = (needle: Needle): number => Math.min(needle.first, 1);
const wholeTo = (needle: Needle): number => Math.max(needle.last, needle.query.count - 1);

/** Of many verbatim places those whose neighbouring words agree best. */
function nearestInContext(index: WordIndex, needle: Needle, places: number[]): number[] {
  if (places.length <= MAX_VERBATIM) return places;
  const agreement = (at: number): number => {
    let sum = 0;
    for (let i = 0; i < needle.query.count; i++) {
      if (i >= needle.first && i < needle.last) continue;
      const there = at + i - needle.first;
      const id = needle.query.ids[i];
      if (index.ids[there] === id || index.ids[there - 1] === id || index.ids[there + 1] === id) sum += needle.query.weights[i] as number;
    }
    return sum;
  };
  return withNeighbours(index, needle, places)
    .map((at) => ({ at, sum: agreement(at) }))
    .sort((a, b) => b.sum - a.sum)
    .slice(0, MAX_VERBATIM)
    .map(({ at }) => at);
}

/** Of very many places ("the") those with the same word on both sides; of these the first ones. */
function withNeighbours(index: WordIndex, needle: Needle, places: number[]): number[] {
  if (places.length <= MAX_COMPARED) return places;
  const { ids } = needle.query;
  const [before, after, length] = [ids[needle.first - 1], ids[needle.last], needle.last - needle.first];
  return places.filter((at) => index.ids[at - 1] === before && index.ids[at + length] === after).slice(0, MAX_COMPARED);
}

/** A verbatim place; its context is aligned on either side, unless it is known to be `whole`. */
function verbatimCandidate(index: WordIndex, needle: Needle, at: number, whole: boolean): Candidate {
  const { first, last, query } = needle;
  const targets = new Int32Array(query.count).fill(-1);
  const from = whole ? Math.max(0, first - at) : first;
  const to = whole ? Math.min(query.count, index.words.count - at + first) : last;
  for (let i = from; i < to; i++) targets[i] = at + i - first;
  let score = needle.information;
  const end = at + last - first;
  if (!whole) {
    const left = alignWithin(index, partOf(query, 0, first), Math.max(0, at - first - CONTEXT_SLACK), at);
    targets.set(left.targets, 0);
    const right = alignWithin(
      index,
      partOf(query, last, query.count),
      end,
      Math.min(index.words.count, end + query.count - last + CONTEXT_SLACK),
    );
    targets.set(right.targets, last);
    score += left.score + right.score;
  }
  return { ...evidence(index, needle, targets, at, end), score, sameWords: true };
}

/** Diagonals (word of the text − word of the needle) on which rare words and pairs of words agree, the best first. */
function seededDiagonals(index: WordIndex, needle: Needle): number[] {
  const { ids, weights, kinds, count } = needle.query;
  const votes = votesFor(index, count);
  const touched: number[] = [];
  const often = Array.from(ids, (id) => frequency(index, id));
  const order: number[] = [];
  for (let i = 0; i < count; i++) if ((ids[i] as number) >= 0 && kinds[i] !== MARK) order.push(i); // i < count
  order.sort((a, b) => (often[a] ?? 0) - (often[b] ?? 0));
  let looks = 0;
  for (const i of order.slice(0, MAX_SEEDS)) {
    const id = ids[i] as number; // i < count
    const [before, after] = [i > 0 ? ids[i - 1] : undefined, ids[i + 1]];
    const rare = (often[i] ?? 0) <= RARE;
    looks += often[i] ?? 0;
    if (looks > MAX_LOOKS) break;
    const weight = weights[i] as number;
    for (let p = index.offsets[id] as number; p < (index.offsets[id + 1] as number); p++) {
      const place = index.places[p] as number;
      if (!rare && index.ids[place + 1] !== after && index.ids[place - 1] !== before) continue;
      const bucket = (place - i + count) >> BUCKET;
      if (votes[bucket] === 0) touched.push(bucket);
      votes[bucket] = (votes[bucket] ?? 0) + weight;
    }
  }
  const best = pickBuckets(votes, touched);
  for (const bucket of touched) votes[bucket] = 0;
  return best.map((bucket) => (bucket << BUCKET) - count + (1 << BUCKET));
}

/** One array for all needles of a text, zero between them. */
const votesOf = new WeakMap<WordIndex, Float64Array>();
function votesFor(index: WordIndex, count: number): Float64Array {
  let votes = votesOf.get(index);
  const needed = ((index.words.count + 2 * count) >> BUCKET) + 3;
  if (votes === undefined || votes.length < needed) {
    votes = new Float64Array(needed);
    votesOf.set(index, votes);
  }
  return votes;
}

/** The best buckets, each with its right neighbour, none next to a better one. */
function pickBuckets(votes: Float64Array, touched: number[]): number[] {
  const sum = (bucket: number): number => (votes[bucket] ?? 0) + (votes[bucket + 1] ?? 0);
  let best = 0;
  for (const bucket of touched) best = Math.max(best, sum(bucket), sum(bucket - 1));
  const worth = new Set<number>();
  for (const bucket of touched) {
    if (sum(bucket) >= best * WORTH_ALIGNING) worth.add(bucket);
    if (sum(bucket - 1) >= best * WORTH_ALIGNING) worth.add(bucket - 1);
  }
  const picked: number[] = [];
  for (const bucket of [...worth].sort((a, b) => sum(b) - sum(a) || a - b)) {
    if (picked.length === MAX_WINDOWS) break;
    if (picked.every((other) => Math.abs(other - bucket) > 1)) picked.push(bucket);
  }
  return picked;
}

/**
 * Aligns the needle around a diagonal; null when no word of the passage itself is found there. First in a narrow window: where the
 * context is found on both sides nothing was put in, and a wide one would find the same.
 */
function alignAt(index: WordIndex, needle: Needle, diagonal: number): Candidate | null {
  const narrow = alignWindow(index, needle, diagonal, NARROW_SLACK);
  if (narrow !== null && narrow.quote >= 0.5 && (narrow.before ?? 0) >= 0.5 && (narrow.after ?? 0) >= 0.5) return narrow;
  return alignWindow(index, needle, diagonal, SLACK + (needle.query.count >> 2));
}

function alignWindow(index: WordIndex, needle: Needle, diagonal: number, slack: number): Candidate | null {
  const { count } = needle.query;
  const from = Math.max(0, diagonal - slack);
  const { score, targets } = alignLong(index, needle.query, from, Math.min(index.words.count, diagonal + count + slack));
  let first = -1;
  let last = -1;
  for (let i = needle.first; i < needle.last; i++) {
    const target = targets[i] as number; // i < count
    if (target < 0) continue;
    if (first < 0) first = target;
    last = target + 1;
  }
  if (first < 0) return null;
  const sameWords = last - first === needle.last - needle.first && sameIds(index, needle, needle.first, needle.last, first);
  return { ...evidence(index, needle, targets, first, last), score, sameWords };
}

/** Reads the evidence off an alignment. */
function evidence(
  index: WordIndex,
  needle: Needle,
  targets: Int32Array,
  first: number,
  last: number,
): Pick<Candidate, 'first' | 'last' | 'targets' | 'quote' | 'before' | 'after'> {
  const { query } = needle;
  let matched = 0;
  for (let i = needle.first; i < needle.last; i++) matched += matchedWeight(index, needle, i, targets[i] as number);
  let there = 0;
  for (let j = first; j < last; j++) there += informationOf(index, index.ids[j] as number, index.words.kinds[j] as number);
  const share = (from: number, to: number): number | null => {
    let sum = 0;
    let all = 0;
    for (let i = from; i < to; i++) {
      all += query.weights[i] as number;
      const target = targets[i] as number; // i < count
      const gap = i < needle.first ? first - target - (needle.first - i) : target - last - (i - needle.last);
      sum += matchedWeight(index, needle, i, target) * (gap > MAX_GAP ? DISTANT : 1);
    }
    return all === 0 ? null : sum / all;
  };
  return {
    first,
    last,
    targets,
    quote: Math.min(1, (2 * matched) / (needle.information + there)),
    before: share(Math.max(0, needle.first - NEAR), needle.first),
    after: share(needle.last, Math.min(query.count, needle.last + NEAR)),
  };
}

/** A word that is alike counts for as much of its weight as it is alike, from 0.6 on. */
const ALIKE = 0.6;
function matchedWeight(index: WordIndex, needle: Needle, i: number, target: number): number {
  if (target < 0) return 0;
  const weight = needle.query.weights[i] as number; // i < count
  if (index.ids[target] === needle.query.ids[i]) return weight;
  if (needle.query.kinds[i] === MARK || index.words.kinds[target] === MARK) return 0;
  const alike = similarityOfWords(
    needle.words.text.slice(needle.words.starts[i], needle.words.ends[i]),
    index.words.text.slice(index.words.starts[target], index.words.ends[target]),
  );
  return alike >= ALIKE ? weight * alike : 0;
}
