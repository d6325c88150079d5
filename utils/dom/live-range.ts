/**
 * A live range over the same words as a static one, or null when its nodes changed under it. Use it and drop it: while it lives
 * the browser keeps it up to date on each edit of the page.
 */
export function liveRange(range: AbstractRange): Range | null {
  const { startContainer, startOffset, endContainer, endOffset } = range;
  if (!startContainer.isConnected || !endContainer.isConnected) return null;
  if (startOffset > lengthOf(startContainer) || endOffset > lengthOf(endContainer)) return null;
  const live = document.createRange();
  live.setStart(startContainer, startOffset);
  live.setEnd(endContainer, endOffset);
  return live.startContainer === startContainer ? live : null;
}

const lengthOf = (node: Node): number => (node instanceof CharacterData ? node.length : node.childNodes.length);

/** Where the words of a range stand in the viewport (CSS px), line by line; empty when they are not shown. */
export function linesOf(range: AbstractRange): DOMRect[] {
  const live = liveRange(range);
  return live ? [...live.getClientRects()].filter((rect) => rect.width > 0 && rect.height > 0) : [];
}

/** The element that holds a range's first words. */
export function holderOf(range: AbstractRange): Element | null {
  const node = range.startContainer;
  return node instanceof Element ? node : node.parentElement;
}
