import type { PageText, TextSpan } from '../domain/page-text.ts';
import type { Selector, TextPositionSelector, TextQuoteSelector } from '../domain/selector.ts';
import { isInsideWord } from '../match/split-words.ts';
import { foldedOffset } from '../text/fold.ts';
import { createPageIndex, type PageIndex } from './page-index.ts';

/** SPEC [D2]: as much context as other annotators keep, so that theirs and ours read each other's. */
export const MIN_CONTEXT = 32;
/** SPEC [D3]: where 32 characters do not tell copies apart, up to so many on each side. */
export const MAX_CONTEXT = 320;

/**
 * How to find `span` of the page again: a `TextQuoteSelector` whose context tells it from all copies of its words as far as
 * `MAX_CONTEXT` allows, and a `TextPositionSelector`. Offsets are UTF-16 units of `page.text`. A span outside the text is cut to it.
 */
export const describe = (page: Pick<PageText, 'text'>, span: TextSpan): Selector[] => describeIn(createPageIndex(page), span);

/** The same on an index that is there already: for many spans of one page. */
export function describeIn(index: PageIndex, span: TextSpan): Selector[] {
  const { text } = index;
  const start = Math.min(Math.max(0, span.start), text.length);
  const end = Math.min(Math.max(start, span.end), text.length);
  const exact = text.slice(start, end);
  const { context, copies } = exact.trim() === '' ? { context: MIN_CONTEXT, copies: 1 } : lookForCopies(index, start, end);
  const quote: TextQuoteSelector = {
    type: 'TextQuoteSelector',
    exact,
    prefix: text.slice(Math.max(0, start - context), start),
    suffix: text.slice(end, end + context),
  };
  if (copies > 1) quote.copies = copies;
  const position: TextPositionSelector = { type: 'TextPositionSelector', start, end };
  const astral = countAstral(text, start);
  if (astral > 0) position.astral = astral;
  return [quote, position];
}

/**
 * SPEC [D3]: how many places hold the words, and the context (characters on either side) that tells this one from the others:
 * MIN_CONTEXT more than the longest context that a copy shares, since one that differs in its last letter only would not survive an edit.
 */
function lookForCopies(index: PageIndex, start: number, end: number): { context: number; copies: number } {
  const { lower } = index.folded();
  const from = foldedOffset(index.folded(), start);
  const quote = lower.slice(from, foldedOffset(index.folded(), end));
  let shared = 0;
  let copies = 1;
  if (quote.trim() === '') return { context: MIN_CONTEXT, copies };
  for (let at = lower.indexOf(quote); at >= 0 && copies < MAX_COPIES; at = lower.indexOf(quote, at + 1)) {
    if (at === from || isInsideWord(lower, at) !== isInsideWord(lower, from)) continue;
    copies++;
    shared = Math.max(shared, Math.min(sharedBefore(lower, from, at), sharedAfter(lower, from + quote.length, at + quote.length)));
  }
  return { context: Math.min(shared + MIN_CONTEXT, MAX_CONTEXT), copies };
}

/** Characters of two UTF-16 units before `end`. */
function countAstral(text: string, end: number): number {
  let count = 0;
  for (let i = 0; i < end; i++) if (text.charCodeAt(i) >> 10 === 0x36 && text.charCodeAt(i + 1) >> 10 === 0x37) count++;
  return count;
}

/** More copies are not compared: each costs a comparison of contexts, and the nearest decide. */
const MAX_COPIES = 2000;

function sharedBefore(text: string, a: number, b: number): number {
  let n = 0;
  while (n < MAX_CONTEXT && n < a && n < b && text.charCodeAt(a - 1 - n) === text.charCodeAt(b - 1 - n)) n++;
  return n;
}

function sharedAfter(text: string, a: number, b: number): number {
  let n = 0;
  while (n < MAX_CONTEXT && a + n < text.length && b + n < text.length && text.charCodeAt(a + n) === text.charCodeAt(b + n)) n++;
  return n;
}
