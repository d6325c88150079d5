/**
 * Text without its typography, with a way back: curly and straight quotes, kinds of dashes and spaces, ligatures and widths,
 * composed and decomposed letters, soft hyphens and other invisible characters fold together; words never do.
 * `text` keeps the case, `lower` is the same in lower case; both have the same length.
 * `starts[i]` is the UTF-16 offset in `source` where the folded unit `i` came from; `starts[text.length]` is `source.length`.
 */
export interface FoldedText {
  readonly source: string;
  readonly text: string;
  readonly lower: string;
  readonly starts: Int32Array;
}

const SPACE = 0x20;
const DASH = 0x2d;
/** In `singles`: not looked at yet. */
const UNKNOWN = 0;
/** In `singles`: see `several`; stands for itself nowhere (a noncharacter). */
const SEVERAL = 0xffff;
/** In `singles`: nothing is left of it. */
const NOTHING = 0xfffe;
/** In `singles`: belongs to the letter before it. */
const COMBINING = 0xfffd;

const SPACES = /^[\s\u0085]$/u;
/** Soft hyphen, joiners, direction marks, word joiner, byte order mark, variation selectors: no word differs by them. */
const INVISIBLE = /^(?:\u034f|[\ufe00-\ufe0f]|[\u00ad\u061c\u180e\u200b-\u200f\u202a-\u202e\u2060-\u2064\u2066-\u206f\ufeff])$/u;
const DOUBLE_QUOTES = /^[\u201c-\u201f\u00ab\u00bb\u2033\u301d-\u301f\uff02]$/u;
const SINGLE_QUOTES = /^[\u2018-\u201b\u2039\u203a\u2032`\u00b4\u02bc\uff07]$/u;
const DASHES = /^[-\u2010-\u2015\u2212\u2e3a\u2e3b\ufe58\ufe63\uff0d]$/u;
/** Compatibility forms that NFKC would turn into another number or letter: x² is not x2, ½ not 1⁄2, ① not 1. */
const KEPT =
  /^[\u00aa\u00b2\u00b3\u00b9\u00ba\u00bc-\u00be\u02b0-\u02ff\u2070-\u209f\u2150-\u215f\u2189\u2460-\u24ff\u2776-\u2793\u3200-\u33ff]$/u;
/** Marks, and the second and third letters of a decomposed Korean syllable. */
const COMBINES = /^[\p{M}\u1160-\u11ff]$/u;

const SURROGATES = 0xd800;
const SURROGATES_END = 0xdfff;
/** Four times as fast as String.fromCharCode in slices. */
const decoder = new TextDecoder('utf-16le', { ignoreBOM: true });
const singles = new Uint16Array(0x10000);
const several = new Map<number, string>();

/** The folded form of one code point; '' when nothing is left. */
function foldOne(character: string): string {
  if (INVISIBLE.test(character)) return '';
  if (SPACES.test(character)) return ' ';
  if (DOUBLE_QUOTES.test(character)) return '"';
  if (SINGLE_QUOTES.test(character)) return "'";
  if (DASHES.test(character)) return '-';
  if (KEPT.test(character)) return character;
  const form = character.normalize('NFKC');
  // A spacing accent would become a space and a mark.
  return form.includes(' ') ? character : form;
}

function look(code: number): number {
  const character = String.fromCharCode(code);
  const form = foldOne(character);
  let single: number;
  if (form === '') single = NOTHING;
  else if (COMBINES.test(character)) single = COMBINING;
  else if (form.length === 1) single = form.charCodeAt(0);
  else {
    several.set(code, form);
    single = SEVERAL;
  }
  singles[code] = single;
  return single;
}

for (let code = 0; code < 0x80; code++) look(code);

const isHighSurrogate = (code: number): boolean => code >= 0xd800 && code < 0xdc00;
const isLowSurrogate = (code: number): boolean => code >= 0xdc00 && code < 0xe000;

/** What has been folded so far. There is always room for one unit for each unit of the source that is still to come. */
interface Output {
  units: Uint16Array<ArrayBuffer>;
  starts: Int32Array<ArrayBuffer>;
  length: number;
}

/** Puts a form of several units, after making room for it and for `rest` units more. */
function putForm(out: Output, form: string, start: number, rest: number): void {
  const needed = out.length + form.length + rest;
  if (needed > out.units.length) {
    const capacity = needed + (needed >> 3);
    const { units, starts } = out;
    out.units = new Uint16Array(capacity);
    out.units.set(units);
    out.starts = new Int32Array(capacity + 1);
    out.starts.set(starts);
  }
  for (let k = 0; k < form.length; k++) {
    out.units[out.length] = form.charCodeAt(k);
    out.starts[out.length++] = start;
  }
}

/** Puts a mark; it joins the letter before it where there is such a letter. */
function putMark(out: Output, code: number, start: number): void {
  const last = out.length > 0 ? (out.units[out.length - 1] ?? 0) : 0;
  const joined = String.fromCharCode(last, code).normalize('NFKC');
  if (joined.length === 1 && last !== SPACE) {
    out.units[out.length - 1] = joined.charCodeAt(0);
    return;
  }
  out.units[out.length] = code;
  out.starts[out.length++] = start;
}

/**
 * Folds a text. Runs of spaces become one space, runs of dashes one dash; the ends are not trimmed.
 * O(n), 500,000 characters in about 5 ms; never throws. A lone surrogate becomes U+FFFD.
 */
export function foldText(source: string): FoldedText {
  const out: Output = { units: new Uint16Array(source.length), starts: new Int32Array(source.length + 1), length: 0 };
  let { units, starts } = out;
  let length = 0;
  let last = -1;
  for (let i = 0; i < source.length; i++) {
    const code = source.charCodeAt(i);
    let unit = singles[code] as number; // the table holds every UTF-16 unit
    if (unit === UNKNOWN) unit = look(code);
    if (unit < SURROGATES || (unit > SURROGATES_END && unit < COMBINING)) {
      if ((unit === SPACE || unit === DASH) && last === unit) continue;
      units[length] = unit;
      starts[length++] = i;
      last = unit;
      continue;
    }
    if (unit === NOTHING) continue;
    out.length = length;
    if (unit === COMBINING) putMark(out, code, i);
    else if (unit === SEVERAL) putForm(out, several.get(code) ?? '', i, source.length - i);
    else {
      const pair = isHighSurrogate(code) && isLowSurrogate(source.charCodeAt(i + 1));
      putForm(out, pair ? foldOne(source.slice(i, i + 2)) : '\ufffd', i, source.length - i);
      if (pair) i++;
    }
    ({ units, starts, length } = out);
    last = -1;
  }
  starts[length] = source.length;
  const text = decoder.decode(units.subarray(0, length));
  return { source, text, lower: lowerCase(text), starts: starts.subarray(0, length + 1) };
}

/** In lower case with the same length: only İ grows. */
function lowerCase(text: string): string {
  const lower = text.toLowerCase();
  return lower.length === text.length ? lower : text.replace(/İ/g, 'I').toLowerCase();
}

/** The folded text alone, its ends trimmed. */
export const fold = (source: string): string => foldText(source).text.trim();

/** The span of `source` that the folded units `start` to `end` came from. Nothing is left out at its ends that belongs to a letter inside. */
export function spanInSource(folded: FoldedText, start: number, end: number): { start: number; end: number } {
  const from = folded.starts[start] ?? folded.source.length;
  if (end <= start) return { start: from, end: from };
  const last = folded.starts[end - 1] ?? folded.source.length;
  const limit = folded.starts[end] ?? folded.source.length;
  let to = last + (isHighSurrogate(folded.source.charCodeAt(last)) && isLowSurrogate(folded.source.charCodeAt(last + 1)) ? 2 : 1);
  while (to < limit && COMBINES.test(folded.source[to] ?? '')) to++;
  return { start: from, end: Math.min(to, folded.source.length) };
}

/** The first folded unit that came from `offset` of `source` or from later on. */
export function foldedOffset(folded: FoldedText, offset: number): number {
  let low = 0;
  let high = folded.text.length;
  while (low < high) {
    const middle = (low + high) >> 1;
    if ((folded.starts[middle] ?? 0) < offset) low = middle + 1;
    else high = middle;
  }
  return low;
}
