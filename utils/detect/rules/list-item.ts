import { findMarkedSpans } from '../../text/quotation-marks.ts';
import type { Candidate, DetectionRule } from '../candidate.ts';
import { commentAt, contains, regionAt } from '../candidate.ts';
import { overlapping, type PageOutline, paragraphAt, wordCountAnyScript } from '../page-outline.ts';

/** Behind the closing mark only a signature, a count or a remark may stand. */
const MAX_REST = 60;
const MIN_WORDS = 3;

interface ItemQuote {
  element: number;
  start: number;
  end: number;
  outer: { start: number; end: number };
  /** Both marks stand there. */
  whole: boolean;
  rest: { start: number; end: number } | null;
}

/**
 * [D3] A list item that is quoted as a whole: `<li>“We will build it.”</li>`; one mark may be missing when an item beside it
 * has both.
 */
export const listItem: DetectionRule = {
  id: 'list-item',
  find(context, found) {
    const { outline } = context;
    const candidates: Candidate[] = [];
    const byList = new Map<number, ItemQuote[]>();
    for (const [i, element] of outline.elements.entries()) {
      if (element.tag !== 'li' || regionAt(context, i) === 'other') continue;
      const quote = quotedItem(outline, i);
      if (quote === null) continue;
      const list = byList.get(element.parent);
      if (list === undefined) byList.set(element.parent, [quote]);
      else list.push(quote);
    }
    for (const quotes of byList.values()) {
      if (!quotes.some((q) => q.whole)) continue;
      for (const quote of quotes) {
        const first = paragraphAt(outline, quote.start);
        const last = paragraphAt(outline, quote.end - 1);
        if (first === undefined || last === undefined) continue;
        if (found.some((c) => c.kind === 'block' && contains(c.outer, quote.outer) && c.marked)) continue;
        candidates.push({
          kind: 'list-item',
          start: quote.start,
          end: quote.end,
          outer: quote.outer,
          element: quote.element,
          first,
          last,
          marked: true,
          attribution: quote.rest,
          attributionPlace: quote.rest === null ? null : 'inside',
          region: regionAt(context, quote.element),
          comment: commentAt(context, quote.element),
          rule: 'list-item',
          confidence: quote.whole ? 0.9 : 0.8,
        });
      }
    }
    return candidates;
  },
};

/** The quotation that an item is, null when it is something else. */
function quotedItem(outline: PageOutline, index: number): ItemQuote | null {
  const element = outline.elements[index];
  if (element === undefined) return null;
  const paragraphs = overlapping(outline.paragraphs, element);
  const first = paragraphs[0];
  if (first === undefined || paragraphs.length > 4) return null;
  const spans = findMarkedSpans(outline.text, first).filter((s) => s.family === 'double' || s.open !== null);
  const head = spans.find((s) => s.open === first.start);
  const make = (start: number, end: number, after: number, whole: boolean): ItemQuote | null => {
    if (wordCountAnyScript(outline.text.slice(start, end)) < MIN_WORDS) return null;
    const rest = outline.text.slice(after, element.end).trim();
    return {
      element: index,
      start,
      end,
      outer: { start: element.start, end: after },
      whole,
      rest: /^[—–―(-]/.test(rest) ? { start: after, end: element.end } : null,
    };
  };
  if (head !== undefined && head.close !== null) {
    const rest = outline.text.slice(head.after, element.end).trim();
    const signed = /^[—–―([]/.test(rest);
    if (rest.length > MAX_REST || (rest.length > 3 && !signed)) return null;
    return make(head.start, head.end, head.after, true);
  }
  if (paragraphs.length > 1) return null;
  if (head !== undefined) return make(head.start, first.end, first.end, false);
  const stray = spans.length === 1 ? spans[0] : undefined;
  if (stray !== undefined && stray.open === null && stray.after >= first.end) return make(stray.start, stray.end, stray.after, false);
  return null;
}
