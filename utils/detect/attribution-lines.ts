import type { TextSpan } from '../domain/page-text.ts';
import { CLOSING_MARK, OPENING_MARK } from '../text/quotation-marks.ts';
import { type DetectContext, sliceOf } from './candidate.ts';
import { ancestors, overlapping, type PageOutline, type Paragraph, trimmed, wordCount } from './page-outline.ts';
import { nameInHead } from './quote-head.ts';

/** Longer lines are text, not a signature. */
const MAX_LINE = 180;
const MAX_TAIL_WORDS = 9;
const DASH = /^[\s\u00a0]*(?:[—–―‒−~]|--?(?=[\s\u00a0\p{L}]))[\s\u00a0—–-]*(?=[\p{L}@"“«(„[])/u;
const NAMED =
  /(?:^|[\s_-]|[a-z](?=[A-Z]))(?:cite|citation-?(?:source|author)|attribution|author|source|byline|auteur|autor|quelle|credit|cit-?author|quote-?(?:author|source|name|caption|credit|person)|testimonial-?(?:name|author|meta)|templatequotecite|speaker|person)(?:$|[\s_-])|(?:Author|Source|Attribution|Cite)\b/;
const TAIL = /[.!?…"”’»“][\s\u00a0]*(?:[—–―]|-(?=[\s\u00a0])|--)[\s\u00a0]*(?=\p{Lu}[^.!?\n]{1,80}$)/u;
/** Behind a closing mark a dash is enough, even before a name in small letters. */
const TAIL_AFTER_MARK = /[”"“»’‘][.,]?[\s\u00a0]*[—–―][\s\u00a0]*(?=[\p{L}@][^.!?\n]{1,80}$)/u;
const BRACKETED = /^[\s\u00a0]*[[(][^\])]{2,120}[\])][\s\u00a0.]*$/;
/** `…“ (<a>Link to the post</a>)`: counts with a link in the brackets. */
const BRACKET_TAIL = /[.!?…"”’»“][\s\u00a0]*[([][^)\]]{2,100}[)\]][.\s]*$/u;
const LABELLED =
  /^[\s\u00a0]*(?:source|quelle|fuente|fonte|bron|read (?:more|the (?:whole|full|rest)) (?:at|on)|from[\s\u00a0]+["“„«‘])[\s\u00a0]*:?[\s\u00a0]+\S/iu;

/** Whether an element says by its tag or name that it holds the name of an author or source. */
function isAttributionElement(outline: PageOutline, index: number): boolean {
  const element = outline.elements[index];
  if (element === undefined) return false;
  return /^(?:footer|figcaption|cite)$/.test(element.tag) || (element.names !== undefined && NAMED.test(element.names));
}

/** A paragraph (or a line of one) of a set-off passage that signs what stands before it. */
export interface Signature extends TextSpan {
  /** The words that are signed end here. */
  textEnd: number;
}

/**
 * The signature at the end of a paragraph of a set-off passage: an element for it (`footer`, `cite`, class `author`), a line
 * that begins with a dash, or a dash and a name after the last sentence. Null when there is none.
 */
export function signatureIn(outline: PageOutline, paragraph: Paragraph, within: number): Signature | null {
  const text = outline.text.slice(paragraph.start, paragraph.end);
  if (text.length <= MAX_LINE)
    for (const { index } of ancestors(outline, paragraph.element)) {
      if (index === within) break;
      if (isAttributionElement(outline, index)) return { start: paragraph.start, end: paragraph.end, textEnd: paragraph.start };
    }
  const cite = citeAtEnd(outline, paragraph, within);
  if (cite !== null) return cite;
  const lineStart = text.lastIndexOf('\n') + 1;
  const line = text.slice(lineStart);
  if (line.length <= MAX_LINE && DASH.test(line)) return signature(outline, paragraph, lineStart);
  const tail = TAIL.exec(text) ?? TAIL_AFTER_MARK.exec(text);
  if (tail !== null && wordCount(text.slice(tail.index + tail[0].length)) <= MAX_TAIL_WORDS) {
    const from = tail.index + 1;
    return signature(outline, paragraph, from);
  }
  if (lineStart > 0 && (BRACKETED.test(line) || isNameLine(text, lineStart))) return signature(outline, paragraph, lineStart);
  const bracket = BRACKET_TAIL.exec(text);
  if (bracket !== null && overlapping(outline.links, { start: paragraph.start + bracket.index + 1, end: paragraph.end }).length > 0)
    return signature(outline, paragraph, bracket.index + 1);
  return null;
}

function signature(outline: PageOutline, paragraph: Paragraph, from: number): Signature | null {
  const span = trimmed(outline.text, { start: paragraph.start + from, end: paragraph.end });
  if (span === null) return null;
  const before = trimmed(outline.text, { start: paragraph.start, end: span.start });
  return { ...span, textEnd: before?.end ?? paragraph.start };
}

/** Index of the first element that starts at or behind `offset`; starts never fall in document order. */
function firstStartingAt(elements: readonly TextSpan[], offset: number): number {
  let low = 0;
  let high = elements.length;
  while (low < high) {
    const middle = (low + high) >> 1;
    if ((elements[middle]?.start ?? 0) < offset) low = middle + 1;
    else high = middle;
  }
  return low;
}

const MAX_NAME_LINE = 100;

/** The line below a passage that stands in marks as a whole: `“…”<br>Jane Doe, The Courier`. */
function isNameLine(text: string, lineStart: number): boolean {
  const line = text.slice(lineStart);
  return (
    OPENING_MARK.test(text) &&
    CLOSING_MARK.test(text.slice(0, lineStart).trim()) &&
    line.length <= MAX_NAME_LINE &&
    !/[“”„«»"]/u.test(line) &&
    /^\p{Lu}/u.test(line)
  );
}

/** An inline `cite`, or a small element named for it, with which the paragraph ends. */
function citeAtEnd(outline: PageOutline, paragraph: Paragraph, within: number): Signature | null {
  const { elements } = outline;
  for (
    let i = Math.max(within + 1, paragraph.element + 1, firstStartingAt(elements, paragraph.start));
    i < (outline.after[Math.max(within, 0)] ?? 0);
    i++
  ) {
    const element = elements[i];
    if (element === undefined || element.start >= paragraph.end) break;
    if (element.start < paragraph.start || element.end < paragraph.end || element.end - element.start > MAX_LINE) continue;
    const names = /^(?:cite|footer)$/.test(element.tag) || (element.names !== undefined && NAMED.test(element.names));
    if (!names || (element.start === paragraph.start && element.end === paragraph.end && element.tag !== 'cite')) continue;
    return signature(outline, paragraph, element.start - paragraph.start);
  }
  return null;
}

const QUOTE_HEADER =
  /^(?:(?:on|am|le|el|op)\s.{6,90}\s(?:wrote|schrieb.*|a écrit|escribió)[\s\u00a0]*:|(?:originally )?(?:posted by|quote from|zitat von|quoting)[\s\u00a0:]+.{1,80}|.{1,60}?[\s\u00a0]+(?:wrote|said|writes|schrieb|a écrit|escribió|dijo)(?: on .{4,40})?[\s\u00a0]*:[\s\u00a0]*[↑]?|.{1,50}:[\s\u00a0]+\p{L}{3,9}\.?[\s\u00a0]+\d{1,2},?[\s\u00a0]+\d{4}.{0,30})$/iu;
const MAX_HEADER = 140;

/** The line with which forums and mails head what they quote: "X wrote:", "X: Oct. 9, 2010 - 7:56 AM". */
export const isQuoteHeader = (outline: PageOutline, line: TextSpan): boolean =>
  line.end - line.start <= MAX_HEADER && (QUOTE_HEADER.test(sliceOf(outline, line)) || nameInHead(sliceOf(outline, line)) !== null);

/** A line right after a set-off passage that names where it is from: a caption, "— Name, Outlet", "[Outlet]", "Source: …". */
export function signatureAfter(context: DetectContext, last: Paragraph, element: number): TextSpan | null {
  const { outline } = context;
  const next = outline.paragraphs[last.index + 1];
  if (next === undefined || next.end - next.start > MAX_LINE) return null;
  const text = sliceOf(outline, next);
  if (/[:,][\s\u00a0]*$/u.test(text)) return null;
  // Who pointed to it is not where it stood.
  if (/^[\s\u00a0([]*(?:via|h\/t|hat tip|thanks to)\b/iu.test(text)) return null;
  if (DASH.test(text) || LABELLED.test(text)) return { start: next.start, end: next.end };
  if (BRACKETED.test(text) && overlapping(outline.links, next).length > 0) return { start: next.start, end: next.end };
  const figure = outline.elements[outline.elements[element]?.parent ?? -1];
  const inFigure = figure !== undefined && next.end <= figure.end && /^(?:figure|aside|section|div|article|li)$/.test(figure.tag);
  if (!inFigure) return null;
  for (const { index, element: holder } of ancestors(outline, next.element)) {
    if (holder === figure) break;
    if (isAttributionElement(outline, index) && holder.start >= last.end) return { start: next.start, end: next.end };
  }
  return null;
}
