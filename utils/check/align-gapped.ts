import { letterMask, type WordIndex } from '../match/word-index.ts';
import type { QuoteWords } from './quote-words.ts';
import { SPOKEN } from './skippable-words.ts';
import { lowerAt, type SourceWords } from './source-words.ts';

/** One step of an alignment: a word of the quote and of the source in each other's place (−1: none), at a slot of the quote. */
export interface Step {
  /** Word of the quote; −1 where only the source has one. */
  quote: number;
  /** Word of the source; −1 where only the quote has one. */
  source: number;
  /** The word of the quote before which a word stands that only the source has. */
  slot: number;
}

/** What is to be aligned: words of the quote with words of the source, and whether the source may have more at its ends for nothing. */
export interface Piece {
  quoteFrom: number;
  quoteTo: number;
  sourceFrom: number;
  sourceTo: number;
  freeStart: boolean;
  freeEnd: boolean;
}

/** Gains and costs, in units of about a short word. A gap costs little for each word: it is one cut, however long. */
const SOURCE_OPEN = 3;
const SOURCE_EXTEND = 0.12;
const QUOTE_OPEN = 2.2;
const QUOTE_EXTEND = 0.5;
const UNLIKE = -1.1;
/** From this likeness of letters on a word may be the other, misspelt or inflected. */
const ALIKE = 0.55;
/** What a contracted word gains in the place of its first part. */
const STEM = 0.6;
/** Words cut at a mark, put in for words in brackets, or skipped as no part of the speech. */
const MARKED_OPEN = 0.3;
const ELLIPSIS_EXTEND = 0.01;
const BRACKET_EXTEND = 0.2;
const SKIPPABLE = 0.02;
/** A larger piece is left without partners: 4 MB, 40 ms. */
const MAX_CELLS = 4_000_000;

const PAIR = 0;
const QUOTE_ONLY = 1;
const SOURCE_ONLY = 2;
/** A cell holds where each of its three values came from, two bits each; this one began. */
const BEGIN = 3;

interface Slots {
  open: Float64Array;
  extend: Float64Array;
}

/**
 * Alignment with affine gaps on both sides (Gotoh 1982), whose cost depends on the place: a marked cut or a stage direction is next to free.
 * O(m · n) time, a byte a cell.
 */
export function alignGapped(source: SourceWords, quote: QuoteWords, ids: Int32Array, piece: Piece): Step[] {
  const m = piece.quoteTo - piece.quoteFrom;
  const n = piece.sourceTo - piece.sourceFrom;
  if (m === 0)
    return piece.freeStart || piece.freeEnd ? [] : range(n).map((j) => ({ quote: -1, source: piece.sourceFrom + j, slot: piece.quoteTo }));
  if (n === 0 || (m + 1) * (n + 1) > MAX_CELLS) {
    const alone = range(m).map((i) => ({ quote: piece.quoteFrom + i, source: -1, slot: 0 }));
    if (n === 0 || piece.freeStart || piece.freeEnd) return alone;
    return [...alone, ...range(n).map((j) => ({ quote: -1, source: piece.sourceFrom + j, slot: piece.quoteTo }))];
  }
  return fill(source, quote, ids, piece, m, n);
}

const range = (length: number): number[] => Array.from({ length }, (_, i) => i);

function slotsOf({ events }: QuoteWords, { quoteFrom }: Piece, m: number): Slots {
  const open = new Float64Array(m + 1).fill(SOURCE_OPEN);
  const extend = new Float64Array(m + 1).fill(SOURCE_EXTEND);
  for (const { kind, slot } of events) {
    const i = slot - quoteFrom;
    if (i < 0 || i > m) continue;
    open[i] = MARKED_OPEN;
    extend[i] = Math.min(extend[i] as number, kind === 'ellipsis' ? ELLIPSIS_EXTEND : BRACKET_EXTEND); // i ≤ m
  }
  return { open, extend };
}

/** What a pair gains: the same word by its length, numbers among each other and like words a little, others cost. */
function gains(source: SourceWords, quote: QuoteWords, ids: Int32Array, piece: Piece) {
  const { index } = source;
  const words = quote.words.slice(piece.quoteFrom, piece.quoteTo);
  const masks = Int32Array.from(words, ({ lower }) => letterMask(lower, 0, lower.length));
  const lengths = Int32Array.from(words, ({ lower }) => lower.length);
  const stems = Int32Array.from(words, ({ lower }) => stemOf(index, lower));
  const stemsThere = Int32Array.from({ length: piece.sourceTo - piece.sourceFrom }, (_, j) =>
    stemOf(index, lowerAt(source, piece.sourceFrom + j)),
  );
  return (i: number, j: number): number => {
    const id = source.ids[piece.sourceFrom + j] as number; // in range: i < m, j < n
    const length = lengths[i] as number;
    const gain = 1.2 + 0.25 * Math.min(8, length);
    const own = ids[piece.quoteFrom + i] as number;
    if (own === id) return gain;
    if (stems[i] === id || (stemsThere[j] === own && own >= 0)) return gain * STEM;
    const other = (source.ends[piece.sourceFrom + j] as number) - (source.starts[piece.sourceFrom + j] as number);
    const ratio = length < other ? length / other : other / length;
    if (ratio < ALIKE) return UNLIKE;
    const [a, b] = [masks[i] as number, index.masks[id] as number];
    const alike = (ratio * bits(a & b)) / Math.max(1, bits(a | b));
    return alike >= ALIKE ? gain * 0.6 * alike : UNLIKE;
  };
}

/** The number of a word without its contracted ending: "don't" is "do", "can't" is "can". −3 when it has none, or the source does not hold it. */
function stemOf(index: WordIndex, word: string): number {
  if (!word.includes("'")) return -3;
  for (const ending of [/n'\p{L}+$/u, /'\p{L}+$/u]) {
    const stem = word.replace(ending, '');
    const id = stem === word || stem === '' ? -1 : index.idOf(stem, 0, stem.length);
    if (id >= 0) return id;
  }
  return -3;
}

function bits(x: number): number {
  let n = 0;
  for (let rest = x; rest !== 0; rest &= rest - 1) n++;
  return n;
}

function fill(source: SourceWords, quote: QuoteWords, ids: Int32Array, piece: Piece, m: number, n: number): Step[] {
  const { freeStart, sourceFrom } = piece;
  const slots = slotsOf(quote, piece, m);
  const gain = gains(source, quote, ids, piece);
  const columns = n + 1;
  const trace = new Uint8Array((m + 1) * columns);
  // [pair, quote only, source only] of the row above and of this one.
  let above = [0, 1, 2].map(() => new Float64Array(columns).fill(Number.NEGATIVE_INFINITY));
  let row = [0, 1, 2].map(() => new Float64Array(columns).fill(Number.NEGATIVE_INFINITY));
  for (let i = 0; i <= m; i++) {
    const [pairs, lost, put] = row as [Float64Array, Float64Array, Float64Array]; // made with three
    const [pairsAbove, lostAbove, putAbove] = above as [Float64Array, Float64Array, Float64Array];
    const offset = i * columns;
    for (let j = 0; j <= n; j++) {
      let moves = 0;
      if (i === 0 && (j === 0 || freeStart)) {
        pairs[j] = 0;
        moves = BEGIN;
      } else if (i > 0 && j > 0) {
        const [value, from] = best3(pairsAbove[j - 1] as number, lostAbove[j - 1] as number, putAbove[j - 1] as number);
        pairs[j] = value + gain(i - 1, j - 1);
        moves = from;
      } else pairs[j] = Number.NEGATIVE_INFINITY;
      if (i > 0) {
        const [value, from] = best3((pairsAbove[j] as number) - QUOTE_OPEN, lostAbove[j] as number, (putAbove[j] as number) - QUOTE_OPEN);
        lost[j] = value - QUOTE_EXTEND;
        moves |= from << 2;
      } else lost[j] = Number.NEGATIVE_INFINITY;
      if (j > 0) {
        const skippable = source.skippable[sourceFrom + j - 1] !== SPOKEN;
        const open = skippable ? 0 : (slots.open[i] as number);
        const [value, from] = best3((pairs[j - 1] as number) - open, (lost[j - 1] as number) - open, put[j - 1] as number);
        put[j] = value - (skippable ? SKIPPABLE : (slots.extend[i] as number));
        moves |= from << 4;
      } else put[j] = Number.NEGATIVE_INFINITY;
      trace[offset + j] = moves;
    }
    [above, row] = [row, above];
  }
  return traceBack(above as [Float64Array, Float64Array, Float64Array], trace, piece, m, n);
}

const pair: [number, number] = [0, 0];
/** The largest of three and which it is; on a tie the first. The same array each time. */
function best3(a: number, b: number, c: number): [number, number] {
  pair[0] = a;
  pair[1] = PAIR;
  if (b > pair[0]) {
    pair[0] = b;
    pair[1] = QUOTE_ONLY;
  }
  if (c > pair[0]) {
    pair[0] = c;
    pair[1] = SOURCE_ONLY;
  }
  return pair;
}

function traceBack(values: [Float64Array, Float64Array, Float64Array], trace: Uint8Array, piece: Piece, m: number, n: number): Step[] {
  let end = n;
  if (piece.freeEnd) {
    const at = (j: number): number => Math.max(values[0][j] as number, values[1][j] as number);
    end = 0;
    for (let j = 1; j <= n; j++) if (at(j) > at(end)) end = j;
  }
  let [i, j] = [m, end];
  let [, state] = best3(
    values[PAIR][end] as number,
    values[QUOTE_ONLY][end] as number,
    piece.freeEnd ? Number.NEGATIVE_INFINITY : (values[SOURCE_ONLY][end] as number),
  );
  const steps: Step[] = [];
  while (i > 0 || (j > 0 && !(piece.freeStart && i === 0))) {
    const from = ((trace[i * (n + 1) + j] as number) >> (2 * state)) & 3;
    if (state === PAIR) {
      if (i === 0 || j === 0) break;
      steps.push({ quote: piece.quoteFrom + --i, source: piece.sourceFrom + --j, slot: 0 });
    } else if (state === QUOTE_ONLY) steps.push({ quote: piece.quoteFrom + --i, source: -1, slot: 0 });
    else steps.push({ quote: -1, source: piece.sourceFrom + --j, slot: piece.quoteFrom + i });
    state = from;
  }
  return steps.reverse();
}
