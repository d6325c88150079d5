import type { PageElement } from '../domain/page-text.ts';
import { type FoldedText, foldedOffset } from '../text/fold.ts';
import type { CheckLanguage } from './languages/check-language.ts';

/** A word that a quote has to hold. */
export const SPOKEN = 0;
/** A stage direction: "(Applause.)". Leaving it out is an editorial change. */
export const STAGE = 1;
/** The label of a speaker in a transcript: "THE PRESIDENT:". */
export const LABEL = 2;
/** No part of the running text: a footnote's number, a caption. Leaving it out is no change. */
export const ASIDE = 3;

/** Elements that interrupt the running text without being part of it. */
const ASIDES = new Set(['figure', 'figcaption', 'aside', 'nav', 'button', 'sup']);
/** Longer bracketed text is speech or prose. */
const MAX_DIRECTION = 80;
const FOOTNOTE = /^\[(?:\d{1,3}|[a-z]|note \d{1,2})\]$/;
const LABEL_LINE =
  /^[\s>*-]{0,6}((?:\p{Lu}[\p{L}\p{M}.'’-]*|Q|A)(?:[ \u00a0]+(?:\p{Lu}[\p{L}\p{M}.'’-]*|de|von|van|der|of|the|[IVX]+)){0,6}(?:\s?[([][^()[\]\n]{1,60}[)\]])?)\s{0,2}:(?=\s|$)/u;
/** Longer lines begin with a label too, but it is found in their beginning. */
const LABEL_CHARACTERS = 120;

/**
 * Are the words `from` to `to − 1` all of kinds that can be left out, and whole: a quote that takes some words of a caption, or of a stage
 * direction, is held to all of its words.
 */
export function isLeftOut(kinds: Uint8Array, from: number, to: number): boolean {
  if (to <= from) return false;
  for (let j = from; j < to; j++) if (kinds[j] === SPOKEN) return false;
  const cutBefore = from > 0 && kinds[from] !== LABEL && kinds[from - 1] === kinds[from];
  const cutBehind = to < kinds.length && kinds[to - 1] !== LABEL && kinds[to] === kinds[to - 1];
  return !cutBefore && !cutBehind;
}

/** The kind of each word, and the labels. O(n). */
export function skippableWords(
  folded: FoldedText,
  words: { starts: Int32Array; ends: Int32Array },
  elements: readonly PageElement[],
  language: CheckLanguage,
): { kinds: Uint8Array; labels: Label[] } {
  const kinds = new Uint8Array(words.starts.length);
  const mark = (start: number, end: number, kind: number): void => {
    for (let j = firstFrom(words.starts, start); j < kinds.length && (words.ends[j] as number) <= end; j++) kinds[j] = kind; // j < length
  };
  for (const { tag, start, end } of elements) if (ASIDES.has(tag)) mark(foldedOffset(folded, start), foldedOffset(folded, end), ASIDE);
  markDirections(folded, language, mark);
  const labels = labelsOf(folded.source);
  for (const { start, end } of labels) mark(foldedOffset(folded, start), foldedOffset(folded, end), LABEL);
  return { kinds, labels };
}

/** The first of ascending numbers that is `least` or more. */
export function firstFrom(numbers: Int32Array, least: number): number {
  let low = 0;
  let high = numbers.length;
  while (low < high) {
    const middle = (low + high) >> 1;
    if ((numbers[middle] as number) < least)
      low = middle + 1; // middle < length
    else high = middle;
  }
  return low;
}

const BRACKETS = [
  ['(', ')'],
  ['[', ']'],
] as const;

function markDirections(
  { text, lower }: FoldedText,
  language: CheckLanguage,
  mark: (start: number, end: number, kind: number) => void,
): void {
  const known = new Set(language.stage);
  for (const [open, close] of BRACKETS) {
    let end = 0;
    for (let at = text.indexOf(open); at >= 0; at = text.indexOf(open, at + 1)) {
      // The next closing one serves for all that open before it.
      if (end <= at) end = text.indexOf(close, at) + 1;
      if (end === 0) break;
      if (end - at > MAX_DIRECTION) continue;
      const inside = lower.slice(at, end);
      if (FOOTNOTE.test(inside)) mark(at, end, ASIDE);
      else if (isDirection(text.slice(at + 1, end - 1), inside, known)) mark(at, end, STAGE);
    }
  }
}

/** In a direction more than a third of the words are known ones, or it is all in capitals: "(END VIDEO CLIP)". */
function isDirection(written: string, lower: string, known: ReadonlySet<string>): boolean {
  const words = lower.match(/\p{L}+/gu) ?? [];
  if (words.length === 0 || words.length > 8) return false;
  if (words.filter((word) => known.has(word)).length > words.length / 3) return true;
  return written.length >= 8 && words.length >= 2 && written === written.toUpperCase();
}

export interface Label {
  /** UTF-16 offsets of the label with its colon, in the source's text. */
  start: number;
  end: number;
  /** As written, without what stands in brackets. */
  name: string;
}

/** The labels of a transcript: capitals before a colon at the beginning of a line, or a name that begins several lines so. */
function labelsOf(text: string): Label[] {
  const found: (Label & { certain: boolean })[] = [];
  const often = new Map<string, number>();
  for (let line = 0; line >= 0 && line < text.length; ) {
    const end = text.indexOf('\n', line);
    const match = LABEL_LINE.exec(text.slice(line, Math.min(line + LABEL_CHARACTERS, end < 0 ? text.length : end)));
    if (match !== null) {
      const name = (match[1] ?? '').replace(/\s?[([].*$/, '').trim();
      often.set(name, (often.get(name) ?? 0) + 1);
      found.push({ start: line, end: line + match[0].length, name, certain: /\p{Lu}/u.test(name) && name === name.toUpperCase() });
    }
    line = end < 0 ? -1 : end + 1;
  }
  return found.filter(({ certain, name }) => certain || (often.get(name) ?? 0) >= 2).map(({ start, end, name }) => ({ start, end, name }));
}
