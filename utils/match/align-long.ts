import { type Alignment, alignWithin, type Query } from './align.ts';
import type { WordIndex } from './word-index.ts';

/** Above so many cells an alignment is divided first; this many take about 10 ms. */
const MAX_CELLS = 2_000_000;

/**
 * `alignWithin` for texts of any length: long ones are divided at runs of three words that stand once in either text, in the
 * longest ascending chain of them (Cohen's patience diff, 2010), so that the work stays about linear. A stretch that is still too long
 * between two such runs is left without partners.
 */
export function alignLong(index: WordIndex, query: Query, from: number, to: number): Alignment {
  if (query.count * (to - from) <= MAX_CELLS) return alignWithin(index, query, from, to);
  const targets = new Int32Array(query.count).fill(-1);
  let score = 0;
  let i = 0;
  let j = from;
  const align = (untilI: number, untilJ: number): void => {
    if (untilI > i && untilJ > j && (untilI - i) * (untilJ - j) <= MAX_CELLS) {
      const piece = alignWithin(index, partOf(query, i, untilI), j, untilJ);
      targets.set(piece.targets, i);
      score += piece.score;
    } else for (let k = i; k < untilI; k++) score -= query.losses[k] as number; // k < count
  };
  for (const { a, b } of anchorsBetween(index, query, from, to)) {
    align(a, b);
    targets[a] = b;
    score += query.weights[a] as number; // a < count
    i = a + 1;
    j = b + 1;
  }
  align(query.count, to);
  return { score, targets };
}

/** The words `from` to `to` of a query, on the same arrays. */
export function partOf(query: Query, from: number, to: number): Query {
  return {
    count: to - from,
    ids: query.ids.subarray(from, to),
    weights: query.weights.subarray(from, to),
    losses: query.losses.subarray(from, to),
    masks: query.masks.subarray(from, to),
    lengths: query.lengths.subarray(from, to),
    kinds: query.kinds.subarray(from, to),
  };
}

interface Pair {
  a: number;
  b: number;
}

function anchorsBetween(index: WordIndex, query: Query, from: number, to: number): Pair[] {
  const inQuery = uniqueRuns(query.ids, 0, query.count);
  const inText = uniqueRuns(index.ids, from, to);
  const pairs: Pair[] = [];
  for (const [key, a] of inQuery) {
    const b = inText.get(key);
    if (a >= 0 && b !== undefined && b >= 0 && [0, 1, 2].every((k) => query.ids[a + k] === index.ids[b + k])) pairs.push({ a, b });
  }
  return longestChain(pairs.sort((x, y) => x.a - y.a));
}

/** Where each run of three words stands; −1 when it does so more than once. */
function uniqueRuns(ids: Int32Array, from: number, to: number): Map<number, number> {
  const runs = new Map<number, number>();
  for (let i = from; i + 2 < to; i++) {
    const key = Math.imul(Math.imul(ids[i] as number, 0x9e3779b1) ^ (ids[i + 1] as number), 0x85ebca6b) ^ (ids[i + 2] as number); // i + 2 < to
    runs.set(key, runs.has(key) ? -1 : i);
  }
  return runs;
}

/** The longest subsequence that ascends in both texts, by patience sorting. */
function longestChain(pairs: Pair[]): Pair[] {
  const piles: number[] = [];
  const previous = new Int32Array(pairs.length).fill(-1);
  pairs.forEach(({ b }, k) => {
    let low = 0;
    let high = piles.length;
    while (low < high) {
      const middle = (low + high) >> 1;
      if ((pairs[piles[middle] ?? 0]?.b ?? 0) < b) low = middle + 1;
      else high = middle;
    }
    if (low > 0) previous[k] = piles[low - 1] ?? -1;
    piles[low] = k;
  });
  const chain: Pair[] = [];
  for (let k = piles.at(-1) ?? -1; k >= 0; k = previous[k] ?? -1) chain.push(pairs[k] as Pair); // k is an index of pairs
  return chain.reverse();
}
