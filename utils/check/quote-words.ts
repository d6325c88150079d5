import { MARK, NUMBER, splitWords } from '../match/split-words.ts';
import { type FoldedText, foldText } from '../text/fold.ts';

/** A word of the quote. Offsets are those of its folded text. */
export interface QuoteWord {
  start: number;
  end: number;
  /** As written, brackets inside it left out: "[E]very" is "Every". */
  written: string;
  lower: string;
  number: boolean;
  /** Part of it stands in brackets. */
  bracketed: boolean;
}

/** A mark of the quoting side between two words: words left out, or words put in. */
export interface QuoteEvent {
  kind: 'ellipsis' | 'bracket';
  /** The word before which it stands. */
  slot: number;
  start: number;
  end: number;
}

/** A quote taken apart: its own words, and what the quoting side marked. */
export interface QuoteWords {
  readonly text: string;
  readonly folded: FoldedText;
  readonly words: QuoteWord[];
  readonly events: QuoteEvent[];
}

/** Signs that are read as words: a number is another with another currency. */
const SIGNS = new Set([...'$€£¥₹%‰&+=°@#<>§'].map((sign) => sign.charCodeAt(0)));
export const isSign = (code: number): boolean => SIGNS.has(code);

/** Three points and more, spaced or not, alone or in brackets; a full stop may stand before them. "[--]" and "[…]" as well. */
const ELLIPSIS = /[[(]\s?(?:\.\s?){2,}[\])]|\[\s?-\s?\]|\.(?:\s?\.){2,}/g;
/** Longer than this it is no insertion. */
const BRACKET = /\[[^[\]]{1,300}\]/g;

/** `holds` tells whether the source has this bracketed text itself: then it is no insertion of the quoting side. Folded, lower case. */
export function splitQuote(text: string, holds: (bracketed: string) => boolean): QuoteWords {
  const folded = foldText(text);
  const { lower } = folded;
  const events: QuoteEvent[] = [];
  for (const { index, 0: found } of lower.matchAll(ELLIPSIS))
    events.push({ kind: 'ellipsis', slot: 0, start: index, end: index + found.trimEnd().length });
  const inEllipsis = (at: number): boolean => events.some((e) => e.kind === 'ellipsis' && at >= e.start && at < e.end);
  for (const { index, 0: found } of lower.matchAll(BRACKET)) {
    const end = index + found.length;
    if (inEllipsis(index) || isGlued(lower, index, end) || holds(found)) continue;
    events.push({ kind: 'bracket', slot: 0, start: index, end });
  }
  events.sort((a, b) => a.start - b.start);
  const words = readWords(folded, events);
  let slot = 0;
  for (const event of events) {
    while (slot < words.length && (words[slot]?.start ?? 0) < event.start) slot++;
    event.slot = slot;
  }
  return { text, folded, words, events };
}

const LETTERS = /^[\p{L}\p{M}\p{N}']$/u;
/** Do the brackets stand on letters of a word: "[E]very", "want[ed]"? */
const isGlued = (text: string, start: number, end: number): boolean =>
  !/\s/.test(text.slice(start, end)) && (LETTERS.test(text[start - 1] ?? ' ') || LETTERS.test(text[end] ?? ' '));

function readWords({ text, lower }: FoldedText, events: QuoteEvent[]): QuoteWord[] {
  const tokens = splitWords(lower);
  const words: QuoteWord[] = [];
  let e = 0;
  for (let i = 0; i < tokens.count; i++) {
    const start = tokens.starts[i] as number; // i < count
    const end = tokens.ends[i] as number;
    while (e < events.length && (events[e]?.end ?? 0) <= start) e++;
    if (start >= (events[e]?.start ?? Number.POSITIVE_INFINITY)) continue;
    if (tokens.kinds[i] === MARK && !isSign(lower.charCodeAt(start))) continue;
    const last = words.at(-1);
    const between = last === undefined ? ' ' : lower.slice(last.end, start);
    const opened = (lower[start - 1] === '[' && lower.slice(end, end + 1) === ']') || /^[[\]]$/.test(between);
    if (last !== undefined && /^[[\]]$/.test(between)) {
      last.written += text.slice(start, end);
      last.lower += lower.slice(start, end);
      last.end = end;
      last.bracketed = true;
    } else
      words.push({
        start,
        end,
        written: text.slice(start, end),
        lower: lower.slice(start, end),
        number: tokens.kinds[i] === NUMBER,
        bracketed: opened,
      });
  }
  for (const word of words) {
    if (!word.bracketed) continue;
    if (lower[word.start - 1] === '[') word.start--;
    if (lower[word.end] === ']') word.end++;
  }
  return words;
}
