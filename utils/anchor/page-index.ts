import type { PageText } from '../domain/page-text.ts';
import { type FoldedText, foldText } from '../text/fold.ts';

/** A page prepared for finding passages. Made once a page, used for all annotations; what an exact hit does not need is made when first asked for. */
export interface PageIndex {
  readonly text: string;
  /** The folded text; 500,000 characters take about 7 ms. */
  folded(): FoldedText;
}

export function createPageIndex(page: Pick<PageText, 'text'>): PageIndex {
  const { text } = page;
  let folded: FoldedText | null = null;
  return {
    text,
    folded() {
      folded ??= foldText(text);
      return folded;
    },
  };
}
