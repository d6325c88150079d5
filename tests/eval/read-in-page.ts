import { readPage } from '../../utils/dom/read-page.ts';
import { createTextMap, type TextMap } from '../../utils/dom/text-map.ts';
import type { PageText, TextSpan } from '../../utils/domain/page-text.ts';

// What tests/eval/text-fragments.ts puts into the page: the extension's own reading, and where a span of it stands on the screen.

let map: TextMap | null = null;

export function read(): PageText {
  const { page, textNodes } = readPage<Node>(document.documentElement, location.href);
  map = createTextMap(textNodes as Parameters<typeof createTextMap>[0], page.text); // a document's text nodes are `Text`
  return page;
}

/** The box around a span's lines, in CSS pixels of the viewport; null when its first or last letters are not laid out. */
export function boxOf({ start, end }: TextSpan): { top: number; bottom: number; left: number; right: number } | null {
  const rects = rectsOf({ start, end });
  if ([rectsOf({ start, end: start + 3 }), rectsOf({ start: end - 3, end }), rects].some((each) => each.length === 0)) return null;
  const edge = (choose: (...numbers: number[]) => number, side: 'top' | 'bottom' | 'left' | 'right'): number =>
    choose(...rects.map((rect) => rect[side]));
  return { top: edge(Math.min, 'top'), bottom: edge(Math.max, 'bottom'), left: edge(Math.min, 'left'), right: edge(Math.max, 'right') };
}

const rectsOf = (span: TextSpan): DOMRect[] =>
  [...(map?.toRange(span)?.getClientRects() ?? [])].filter(({ width, height }) => width > 0 && height > 0);

export function scrollTo(span: TextSpan): void {
  const rect = rectsOf(span)[0];
  if (rect !== undefined) window.scrollTo({ top: window.scrollY + rect.top - window.innerHeight / 2, behavior: 'instant' });
}
