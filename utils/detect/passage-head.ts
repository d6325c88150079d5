import type { TextSpan } from '../domain/page-text.ts';
import { isQuoteHeader } from './attribution-lines.ts';
import { commentAt, type DetectContext, regionAt } from './candidate.ts';
import { ancestors, type PageOutline, type Paragraph } from './page-outline.ts';
import { isForumHead, nameInHead } from './quote-head.ts';

/** The line that heads a set-off passage, and where the passage itself begins. */
export interface PassageHead extends TextSpan {
  /** The quoted words begin here; −1 where the head stands before the element. */
  textStart: number;
}

const MAX_HEAD = 160;
const HEAD_NAMES =
  /(?:^|[\s_-])(?:quote-?header|quote-?title|quotetitle|(?:bbcode_)?postedby|attribution|attribution-type|title|quote-?author|quote-?by|topslice_quote)(?:$|[\s_-])/i;
/** A box of a forum around what it quotes. */
export const QUOTE_BOX =
  /(?:^|[\s_-])(?:bbcode_?quote(?:_container)?|bbcodequote|bbc_?\w*quote|quote_?container|quote(?:d|s|block|box|wrapper)?|postquote|ipsquote|codequote)(?:$|[\s_-])/i;

/** "X wrote:" at the beginning of a passage, or right before it in a comment or in a box that is named a quote. Null when there is none. */
export function headOf(context: DetectContext, paragraphs: readonly Paragraph[], element: number): PassageHead | null {
  const { outline } = context;
  const first = paragraphs[0];
  const last = paragraphs.at(-1);
  if (first === undefined || last === undefined) return null;
  const named = namedHead(outline, first, last, element);
  if (named !== null) return named;
  const next = paragraphs[1];
  if (next !== undefined && isQuoteHeader(outline, first)) return { start: first.start, end: first.end, textStart: next.start };
  const line = outline.text.slice(first.start, first.end).indexOf('\n');
  if (line > 0 && isQuoteHeader(outline, { start: first.start, end: first.start + line }))
    return { start: first.start, end: first.start + line, textStart: first.start + line + 1 };
  return headBefore(context, first, element);
}

/** An element for it: `<cite>Dora wrote:</cite>The fence …`, `<div class="attribution">Dora said: ↑</div>`. */
function namedHead({ elements, text }: PageOutline, first: Paragraph, last: Paragraph, within: number): PassageHead | null {
  for (let i = within + 1; i < within + 6; i++) {
    const element = elements[i];
    if (element === undefined || element.start > first.start) return null;
    if (element.start !== first.start || element.end >= last.end || element.end - element.start > MAX_HEAD) continue;
    if (element.tag !== 'cite' && !(element.names !== undefined && HEAD_NAMES.test(element.names))) continue;
    const line = text.slice(element.start, element.end).split('\n')[0] ?? '';
    if (!/:[\s\u00a0]*$/u.test(line) && nameInHead(line) === null) continue;
    let textStart = element.end;
    while (/\s/.test(text[textStart] ?? '')) textStart++;
    return { start: element.start, end: element.start + line.length, textStart };
  }
  return null;
}

function headBefore(context: DetectContext, first: Paragraph, element: number): PassageHead | null {
  const { outline } = context;
  const before = outline.paragraphs[first.index - 1];
  if (
    before === undefined ||
    before.end - before.start > MAX_HEAD ||
    commentAt(context, before.element) !== commentAt(context, first.element)
  )
    return null;
  const line = outline.text.slice(before.start, before.end);
  const head = { start: before.start, end: before.end, textStart: -1 };
  if (isForumHead(line)) return head;
  let boxed = false;
  for (const { element: holder } of ancestors(outline, outline.elements[element]?.parent ?? -1)) {
    if (holder.start > before.start) continue;
    boxed = holder.start === before.start && holder.names !== undefined && QUOTE_BOX.test(holder.names);
    if (boxed || holder.start < before.start) break;
  }
  if (boxed && (nameInHead(line) !== null || /^[^:\n]{1,40}:$/u.test(line))) return head;
  return regionAt(context, first.element) === 'comment' && nameInHead(line) !== null && line.split(/\s+/).length <= 5 ? head : null;
}
