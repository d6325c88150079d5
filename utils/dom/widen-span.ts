import type { TextSpan } from '../domain/page-text.ts';

/** A word that was cut is completed by at most this many characters; longer runs are no words (addresses, hashes). */
const LONGEST_PIECE = 24;
const LETTER = /[\p{L}\p{N}\p{M}]/u;
// Scripts that write words without spaces between them: there the reader's own edge is the word's edge.
const UNSPACED = /[\p{Script=Han}\p{Script=Hiragana}\p{Script=Katakana}\p{Script=Thai}\p{Script=Lao}\p{Script=Khmer}\p{Script=Myanmar}]/u;

/**
 * The span that a reader meant: no half characters (surrogates, combining marks, emoji sequences), and words that a sloppy drag cut
 * made whole. A selection inside one word stays as it is.
 */
export function widenSpan(text: string, span: TextSpan): TextSpan {
  const start = graphemeStart(text, span.start);
  const end = graphemeEnd(text, span.end);
  if (!/[^\p{L}\p{N}\p{M}]/u.test(text.slice(start, end))) {
    // One word or a part of it: only a whole word is a word.
    return { start, end };
  }
  // A mark may stand on what is no letter: its base belongs to it.
  return { start: graphemeStart(text, start - wordBefore(text, start)), end: graphemeEnd(text, end + wordAfter(text, end)) };
}

/** Characters of a word that stand before `at`, when `at` cuts it; else 0. */
function wordBefore(text: string, at: number): number {
  if (!isInner(charAfter(text, at))) return 0;
  let n = 0;
  for (let c = charBefore(text, at - n); isInner(c); c = charBefore(text, at - n)) {
    n += c.length;
    if (n > LONGEST_PIECE) return 0;
  }
  return n;
}

function wordAfter(text: string, at: number): number {
  if (!isInner(charBefore(text, at))) return 0;
  let n = 0;
  for (let c = charAfter(text, at + n); isInner(c); c = charAfter(text, at + n)) {
    n += c.length;
    if (n > LONGEST_PIECE) return 0;
  }
  return n;
}

const isInner = (char: string): boolean => LETTER.test(char) && !UNSPACED.test(char);

const charAfter = (text: string, at: number): string => {
  const code = text.codePointAt(at);
  return code === undefined ? '' : String.fromCodePoint(code);
};

const charBefore = (text: string, at: number): string => {
  const low = text.charCodeAt(at - 1);
  return low >= 0xdc00 && low <= 0xdfff && at >= 2 ? text.slice(at - 2, at) : text.slice(Math.max(0, at - 1), Math.max(0, at));
};

/** Enough for any emoji sequence or stack of marks that is not an attack. */
const GRAPHEME_WINDOW = 40;

function graphemeStart(text: string, at: number): number {
  const cluster = clusterAt(text, at);
  return cluster && cluster.start < at ? cluster.start : at;
}

function graphemeEnd(text: string, at: number): number {
  const cluster = clusterAt(text, at);
  return cluster && cluster.start < at ? cluster.end : at;
}

/** The grapheme that holds the character at `at`; null at the text's ends. */
function clusterAt(text: string, at: number): TextSpan | null {
  if (at <= 0 || at >= text.length) return null;
  const from = Math.max(0, at - GRAPHEME_WINDOW);
  const window = text.slice(from, at + GRAPHEME_WINDOW);
  const segment = new Intl.Segmenter(undefined, { granularity: 'grapheme' }).segment(window).containing(at - from);
  return segment ? { start: from + segment.index, end: from + segment.index + segment.segment.length } : null;
}
