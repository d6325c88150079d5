import type { TextSpan } from '../domain/page-text.ts';

/** A passage whose words are sought elsewhere in the page. */
export interface EchoQuery {
  span: TextSpan;
  /** Nothing in here counts as elsewhere (its own comment). */
  own: TextSpan;
}

/** Where the words of a passage stand too, place by place. */
export interface EchoHit {
  /** Offset of the first place. */
  start: number;
  /** Share of the sampled runs of words that stand there, 0–1. */
  share: number;
}

const WORD = /[\p{L}\p{N}]+/gu;
/** Words in a run: two texts rarely share four in a row by chance. */
const RUN = 4;
const SAMPLES = 12;
/** A run that stands in more places than this tells nothing. */
const MAX_PLACES = 40;

interface Words {
  ids: Int32Array;
  starts: Int32Array;
  count: number;
}

/**
 * Finds for each query where else in `text` its words stand, by runs of words sampled from it; `placeOf` names the place of
 * an offset (a comment, the article), and the place with most runs wins, of equal ones the earliest. Null when fewer than
 * `floor` of the runs are found. Linear in the text and the queries (Broder's shingles, sampled).
 */
export function findEchoes(text: string, queries: EchoQuery[], placeOf: (offset: number) => number, floor: number): (EchoHit | null)[] {
  if (queries.length === 0) return [];
  const words = wordsOf(text);
  const wanted = new Map<number, { query: number; sample: number }[]>();
  const samples = queries.map((query, q) => sampleRuns(words, query.span, (sample, hash) => push(wanted, hash, { query: q, sample })));
  /** query → place → samples seen there, and the first offset. */
  const seen: Map<number, { samples: Set<number>; start: number }>[] = queries.map(() => new Map());
  const scan = (run: number): void => {
    let place = -1;
    for (let i = 0; i + run <= words.count; i++) {
      const hits = wanted.get(hashOf(words.ids, i, run));
      if (hits === undefined || hits.length > MAX_PLACES * SAMPLES) continue;
      const start = words.starts[i] ?? 0;
      place = -1;
      for (const { query, sample } of hits) {
        const own = queries[query]?.own;
        if (own === undefined || (start >= own.start && start < own.end)) continue;
        if (place < 0) place = placeOf(start) + 1;
        const places = seen[query];
        const found = places?.get(place);
        if (found !== undefined) found.samples.add(sample);
        else if (places !== undefined && places.size < MAX_PLACES) places.set(place, { samples: new Set([sample]), start });
      }
    }
  };
  for (const run of new Set(samples.map((s) => s.run))) if (run > 0) scan(run);
  return seen.map((places, q) => {
    let best: EchoHit | null = null;
    const total = samples[q]?.count ?? 0;
    for (const { samples: hit, start } of places.values()) {
      const share = total === 0 ? 0 : hit.size / total;
      if (share >= floor && (best === null || share > best.share || (share === best.share && start < best.start))) best = { start, share };
    }
    return best;
  });
}

function wordsOf(text: string): Words {
  const matches: number[] = [];
  const ids: number[] = [];
  const known = new Map<string, number>();
  for (const match of text.matchAll(WORD)) {
    const word = match[0].toLowerCase();
    let id = known.get(word);
    if (id === undefined) {
      id = known.size + 1;
      known.set(word, id);
    }
    ids.push(id);
    matches.push(match.index);
  }
  return { ids: Int32Array.from(ids), starts: Int32Array.from(matches), count: ids.length };
}

function sampleRuns(words: Words, span: TextSpan, take: (sample: number, hash: number) => void): { run: number; count: number } {
  const from = lowerBound(words, span.start);
  const to = lowerBound(words, span.end);
  const length = to - from;
  const run = Math.min(RUN, length);
  if (run < 2) return { run: 0, count: 0 };
  const runs = length - run + 1;
  const count = Math.min(SAMPLES, runs);
  for (let k = 0; k < count; k++) take(k, hashOf(words.ids, from + Math.floor((k * (runs - 1)) / Math.max(1, count - 1)), run));
  return { run, count };
}

function lowerBound({ starts, count }: Words, offset: number): number {
  let low = 0;
  let high = count;
  while (low < high) {
    const middle = (low + high) >> 1;
    if ((starts[middle] ?? 0) < offset) low = middle + 1;
    else high = middle;
  }
  return low;
}

/** FNV-1a over the word numbers, with the length of the run. */
function hashOf(ids: Int32Array, from: number, run: number): number {
  let hash = 0x811c9dc5 ^ run;
  for (let i = from; i < from + run; i++) hash = Math.imul(hash ^ (ids[i] ?? 0), 0x01000193);
  return hash;
}

function push<K, V>(map: Map<K, V[]>, key: K, value: V): void {
  const list = map.get(key);
  if (list === undefined) map.set(key, [value]);
  else list.push(value);
}
