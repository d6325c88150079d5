import type { PageElement, PageText, TextSpan } from '../domain/page-text.ts';

export interface CutPage {
  page: PageText;
  /** Where an offset of the whole page's text is now; of one that was cut away, where it would be. */
  at(offset: number): number;
}

/**
 * The page with the text of `ranges` only, joined by line breaks, and the elements that hold some of it. `ranges` are in order, begin and
 * end at lines of the text, and at least one line stands between two. The rest of the page (title, metadata) stays.
 */
export function cutPage(page: PageText, ranges: readonly TextSpan[]): CutPage {
  const kept: { start: number; end: number; at: number }[] = [];
  const parts: string[] = [];
  let length = 0;
  for (const { start, end } of ranges) {
    if (kept.length > 0) length++;
    kept.push({ start, end, at: length });
    parts.push(page.text.slice(start, end));
    length += end - start;
  }
  const at = (offset: number): number => {
    for (let i = kept.length - 1; i >= 0; i--) {
      const range = kept[i];
      if (range !== undefined && range.start <= offset) return range.at + Math.min(offset, range.end) - range.start;
    }
    return 0;
  };
  return { page: { ...page, text: parts.join('\n'), elements: cutElements(page.elements, kept) }, at };
}

function cutElements(elements: readonly PageElement[], kept: readonly { start: number; end: number; at: number }[]): PageElement[] {
  const indexes = new Map<number, number>([[-1, -1]]);
  const cut: PageElement[] = [];
  for (const [i, element] of elements.entries()) {
    const held = kept.filter(({ start, end }) => Math.max(start, element.start) < Math.min(end, element.end));
    const [first, last] = [held[0], held.at(-1)];
    if (first === undefined || last === undefined) {
      // Its children hold no more than it does; should one say otherwise it belongs to what holds this one.
      indexes.set(i, indexes.get(element.parent) ?? -1);
      continue;
    }
    indexes.set(i, cut.length);
    cut.push({
      ...element,
      start: first.at + Math.max(first.start, element.start) - first.start,
      end: last.at + Math.min(last.end, element.end) - last.start,
      parent: indexes.get(element.parent) ?? -1,
    });
  }
  return cut;
}
