import { frequency, informationOf } from '../match/word-index.ts';
import type { QuoteWords } from './quote-words.ts';
import type { SourceWords } from './source-words.ts';

/** The same words in the quote and in the source, as long as they go on: `length` words from `quote` and from `source` on. */
export interface Run {
  quote: number;
  source: number;
  length: number;
  /** What the words say, in bits. */
  bits: number;
}

/** The quote as numbers of the source's index. −2: a word that the source does not hold. */
export interface Query {
  ids: Int32Array;
  bits: Float64Array;
  /** 1 where a marked cut stands before the word: no run goes over it. */
  cuts: Uint8Array;
}

export function createQuery(source: SourceWords, { words, events }: QuoteWords): Query {
  const ids = Int32Array.from(words, ({ lower }) => {
    const id = source.index.idOf(lower, 0, lower.length);
    return id < 0 ? -2 : id;
  });
  const cuts = new Uint8Array(words.length + 1);
  for (const { kind, slot } of events) if (kind === 'ellipsis') cuts[slot] = 1;
  return { ids, cuts, bits: Float64Array.from(words, ({ number }, i) => informationOf(source.index, ids[i] as number, number ? 2 : 1)) };
}

/** A word that stands no more often is a run on its own. */
const RARE = 8;
/** Words compared for one quote, at most: 200 words of English in 100,000 take about 200,000, texts of one word repeated would take 10⁹. */
const MIN_LOOKS = 200_000;
const LOOKS_A_WORD = 400;
/** A run that says so much holds its words for certain: the common ones among them need not be looked for elsewhere. */
const CERTAIN_BITS = 40;
/** Runs that are kept: the likeliest. */
const MIN_RUNS = 150;
const MAX_RUNS = 1000;
/** Runs that hold the whole quote are counted up to here. */
const MAX_RUNS_FOUND = 40_000;

/**
 * The maximal runs of words that stand in both, the longest in bits first: the "maximal exact matches" with which read aligners begin [1],
 * of two words and more, or of a rare one. The rarest words are looked at first, so what the bound cuts off is the commonest.
 * [1] H. Li, arXiv:1303.3997.
 */
export function findRuns(source: SourceWords, query: Query): Run[] {
  const { index } = source;
  const { ids, cuts } = query;
  const order = Array.from(ids, (_, i) => i).filter((i) => (ids[i] as number) >= 0); // i < length
  const often = order.length > 0 ? Array.from(ids, (id) => frequency(index, id)) : [];
  order.sort((a, b) => (often[a] ?? 0) - (often[b] ?? 0));
  const runs: Run[] = [];
  /** Words of the quote that were looked for everywhere: a run with one of them is known. */
  const sought = new Uint8Array(ids.length);
  const held = new Uint8Array(ids.length);
  const most = MIN_LOOKS + LOOKS_A_WORD * ids.length;
  let looks = 0;
  for (const i of order) {
    const id = ids[i] as number; // i < length
    const rare = (often[i] ?? 0) <= RARE;
    if (!rare && held[i] === 1) continue;
    looks += often[i] ?? 0;
    if (looks > most || runs.length > MAX_RUNS_FOUND) break;
    for (let p = index.offsets[id] as number; p < (index.offsets[id + 1] as number); p++) {
      const place = source.ordinals[index.places[p] as number] as number; // a place is a token of the index
      const before = i > 0 && cuts[i] === 0 && ids[i - 1] === source.ids[place - 1];
      if (!rare && !before && (i + 1 >= ids.length || cuts[i + 1] === 1 || ids[i + 1] !== source.ids[place + 1])) continue;
      const run = extend(source, query, i, place);
      looks += run.length;
      if (sought.subarray(run.quote, run.quote + run.length).includes(1)) continue;
      runs.push(run);
      if (run.bits >= CERTAIN_BITS) held.fill(1, run.quote, run.quote + run.length);
      if (looks > most) break;
    }
    sought[i] = 1;
  }
  runs.sort((a, b) => b.bits - a.bits || a.source - b.source);
  return runs.slice(0, Math.min(MAX_RUNS, MIN_RUNS + ids.length));
}

function extend(source: SourceWords, { ids, bits, cuts }: Query, i: number, place: number): Run {
  let from = i;
  let at = place;
  while (from > 0 && at > 0 && cuts[from] === 0 && ids[from - 1] === source.ids[at - 1]) [from, at] = [from - 1, at - 1];
  let to = i + 1;
  while (to < ids.length && cuts[to] === 0 && at + to - from < source.count && ids[to] === source.ids[at + to - from]) to++;
  let sum = 0;
  for (let k = from; k < to; k++) sum += bits[k] as number; // k < length
  return { quote: from, source: at, length: to - from, bits: sum };
}
