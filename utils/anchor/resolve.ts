import type { Anchor } from '../domain/anchor.ts';
import type { Selector, TextPositionSelector, TextQuoteSelector } from '../domain/annotation.ts';
import type { TextSpan } from '../domain/page-text.ts';
import { fold, spanInSource } from '../text/fold.ts';
import type { PageIndex } from './page-index.ts';

/** Where each annotation of a page is now, in the order given; one index and one search for all of them. */
export const resolveAll = (index: PageIndex, selectors: readonly (readonly Selector[])[]): Anchor[] =>
  selectors.map((one) => resolve(index, one));

/** Where a described passage is now. Never throws for any selectors; see SPEC.md for the rules. */
export function resolve(index: PageIndex, selectors: readonly Selector[]): Anchor {
  const quote = selectors.find((s): s is TextQuoteSelector => s.type === 'TextQuoteSelector');
  const position = selectors.find((s): s is TextPositionSelector => s.type === 'TextPositionSelector');
  if (quote === undefined || quote.exact === '') return orphaned('absent');
  return atPosition(index, quote, position) ?? elsewhere(index, quote) ?? orphaned('absent');
}

function orphaned(reason: 'absent' | 'ambiguous'): Anchor {
  return { status: 'orphaned', span: null, similarity: 0, reason, changes: [] };
}

function found(status: 'exact' | 'moved', span: TextSpan, reason: string): Anchor {
  return { status, span, similarity: 1, reason, changes: [] };
}

/** SPEC [R1]: the same characters with the same context at the same offset. */
function atPosition(index: PageIndex, quote: TextQuoteSelector, position: TextPositionSelector | undefined): Anchor | null {
  if (position === undefined) return null;
  const { start } = position;
  const around = quote.prefix + quote.exact + quote.suffix;
  if (!index.text.startsWith(around, start - quote.prefix.length) || start < quote.prefix.length) return null;
  return found('exact', { start, end: start + quote.exact.length }, 'position');
}

function elsewhere(index: PageIndex, quote: TextQuoteSelector): Anchor | null {
  const folded = index.folded();
  const exact = fold(quote.exact);
  if (exact === '') return null;
  const around = fold(quote.prefix + quote.exact + quote.suffix);
  const inContext = folded.text.indexOf(around);
  if (inContext >= 0) {
    const start = inContext + around.indexOf(exact, Math.max(0, fold(quote.prefix).length - 2));
    return found('exact', spanInSource(folded, start, start + exact.length), 'context');
  }
  const first = folded.text.indexOf(exact);
  if (first < 0) return null;
  if (folded.text.indexOf(exact, first + 1) >= 0) return orphaned('ambiguous');
  return found('moved', spanInSource(folded, first, first + exact.length), 'unique');
}
