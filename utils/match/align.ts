import { MARK, type Words } from './split-words.ts';
import { letterMask, type WordIndex } from './word-index.ts';

/**
 * Alignment of word sequences by dynamic programming after Smith and Waterman [1], with affine gaps on one side after Gotoh [2]:
 * words that were put in as one piece (an advertisement between two paragraphs) cost little more than one word.
 * O(m · n) for m words sought in n words of text; 60 in 130 take about 40 µs.
 * [1] T. Smith, M. Waterman, J. Mol. Biol. 147 (1981) 195–197. [2] O. Gotoh, J. Mol. Biol. 162 (1982) 705–708.
 */

/** Words to be found in a text, ready for aligning: one entry a word in each array. */
export interface Query {
  readonly count: number;
  /** Numbers in the index of the text; below −1 for words that the text does not hold. */
  readonly ids: Int32Array;
  /** What finding the word says, in bits. */
  readonly weights: Float64Array;
  /** What its absence costs, in bits. */
  readonly losses: Float64Array;
  readonly masks: Int32Array;
  /** 0 for a mark. */
  readonly lengths: Int32Array;
  readonly kinds: Uint8Array;
}

export interface Alignment {
  score: number;
  /** For each word of the query the word of the text that stands in its place, −1 for none. */
  targets: Int32Array;
}

/** Costs in bits. Words put in: so much for the first, so much for each. */
const GAP_OPEN = 3;
const GAP_EXTEND = 0.5;
/**
 * Another word in its place costs so much of the weight; one that shares most letters gains, up to 0.8 for the same letters in another
 * order. Below MIN_ALIKE likeness is chance: counting it drew the edges of passages to neighbours that happened to share letters.
 */
const UNLIKE = -0.2;
const LIKE = 1.3;
const MIN_ALIKE = 0.55;

const DIAGONAL = 1;
const LOST = 2;
const INSERTED = 3;
const GAP_EXTENDED = 4;

let trace = new Uint8Array(1 << 16);
let row = new Float64Array(1 << 10);
/** The words of the window side by side: number, letters, length (0 for a mark, which is like no word). */
let ids = new Int32Array(1 << 10);
let masks = new Int32Array(1 << 10);
let lengths = new Int32Array(1 << 10);

/** Aligns the whole query with the best part of the words `from` to `to` of an index. Both ends of the text are free. */
export function alignWithin(index: WordIndex, query: Query, from: number, to: number): Alignment {
  const width = Math.max(0, to - from);
  const columns = width + 1;
  reserve((query.count + 1) * columns, columns);
  row.fill(0, 0, columns);
  for (let j = 0; j < width; j++) {
    const id = index.ids[from + j] as number; // from + j < to
    ids[j] = id;
    masks[j] = index.masks[id] as number;
    lengths[j] =
      index.words.kinds[from + j] === MARK ? 0 : (index.words.ends[from + j] as number) - (index.words.starts[from + j] as number);
  }
  let edge = 0;
  for (let i = 1; i <= query.count; i++) {
    edge -= query.losses[i - 1] as number; // i ≤ count
    fillRow(query, i, width, edge);
  }
  let best = 0;
  for (let j = 1; j <= width; j++) if ((row[j] as number) > (row[best] as number)) best = j;
  return { score: row[best] ?? 0, targets: traceBack(query.count, columns, best, from) };
}

function reserve(cells: number, columns: number): void {
  if (trace.length < cells) trace = new Uint8Array(cells * 2);
  if (row.length >= columns) return;
  row = new Float64Array(columns * 2);
  ids = new Int32Array(columns * 2);
  masks = new Int32Array(columns * 2);
  lengths = new Int32Array(columns * 2);
}

/** One word of the query against all of the window. i ≤ query.count and j ≤ width: every index is in range. */
function fillRow(query: Query, i: number, width: number, edge: number): void {
  const [line, moves, others] = [row, trace, ids];
  const id = query.ids[i - 1] as number;
  const weight = query.weights[i - 1] as number;
  const loss = query.losses[i - 1] as number;
  const length = query.lengths[i - 1] as number;
  const unlike = UNLIKE * weight;
  const shortest = length * MIN_ALIKE;
  const longest = length / MIN_ALIKE;
  const offset = i * (width + 1);
  let diagonal = line[0] as number;
  let left = edge;
  line[0] = edge;
  moves[offset] = LOST;
  let gap = Number.NEGATIVE_INFINITY;
  for (let j = 1; j <= width; j++) {
    const above = line[j] as number;
    let gain = unlike;
    if (others[j - 1] === id) gain = weight;
    else {
      const otherLength = lengths[j - 1] as number;
      if (otherLength > 0 && otherLength >= shortest && otherLength <= longest)
        gain = gainOf(weight, length, otherLength, query.masks[i - 1] as number, masks[j - 1] as number);
    }
    const opened = left - GAP_OPEN - GAP_EXTEND;
    const extended = gap - GAP_EXTEND;
    let step = 0;
    gap = opened;
    if (extended > opened) {
      gap = extended;
      step = GAP_EXTENDED;
    }
    let value = diagonal + gain;
    let move = DIAGONAL;
    if (above - loss > value) {
      value = above - loss;
      move = LOST;
    }
    if (gap > value) {
      value = gap;
      move = INSERTED;
    }
    diagonal = above;
    left = value;
    line[j] = value;
    moves[offset + j] = step | move;
  }
}

/** What a word in place of another gains or costs: likeness is the share of letters in common times that of the lengths. */
function gainOf(weight: number, length: number, otherLength: number, mask: number, otherMask: number): number {
  const ratio = length < otherLength ? length / otherLength : otherLength / length;
  const alike = (ratio * bits(mask & otherMask)) / bits(mask | otherMask);
  return weight * (alike < MIN_ALIKE ? UNLIKE : LIKE * alike - 0.5);
}

/** Bits that are set (Hacker's Delight, 5-1). */
function bits(x: number): number {
  let n = x - ((x >>> 1) & 0x55555555);
  n = (n & 0x33333333) + ((n >>> 2) & 0x33333333);
  return Math.imul((n + (n >>> 4)) & 0x0f0f0f0f, 0x01010101) >>> 24;
}

function traceBack(count: number, columns: number, end: number, from: number): Int32Array {
  const targets = new Int32Array(count).fill(-1);
  let i = count;
  let j = end;
  while (i > 0) {
    const move = (trace[i * columns + j] as number) & 3;
    if (j > 0 && move === DIAGONAL) {
      targets[--i] = from + --j;
    } else if (j > 0 && move === INSERTED) {
      while ((trace[i * columns + j] as number) & GAP_EXTENDED) j--;
      j--;
    } else i--;
  }
  return targets;
}

/** Makes a query of words; `weigh` gives weight and loss of word `i`. `words` must be split from text in the case of the index. */
export function createQuery(index: WordIndex, words: Words, weigh: (id: number, i: number) => { weight: number; loss: number }): Query {
  const { count, starts, ends, kinds, text } = words;
  const ids = new Int32Array(count);
  const masks = new Int32Array(count);
  const lengths = new Int32Array(count);
  const weights = new Float64Array(count);
  const losses = new Float64Array(count);
  for (let i = 0; i < count; i++) {
    const start = starts[i] as number; // i < count
    const end = ends[i] as number;
    const id = index.idOf(text, start, end);
    // −2: equal to no word of the text.
    ids[i] = id < 0 ? -2 : id;
    masks[i] = letterMask(text, start, end);
    lengths[i] = kinds[i] === MARK ? 0 : end - start;
    const { weight, loss } = weigh(id, i);
    weights[i] = weight;
    losses[i] = loss;
  }
  return { count, ids, weights, losses, masks, lengths, kinds };
}
