import type { TextSpan } from '../domain/page-text.ts';
import type { TextNodes } from './read-page.ts';

/**
 * Turns spans of a page's text into DOM ranges and selections back into spans.
 * Holds the text nodes of one reading; after the page changed it may say null, never another place's words.
 */
export interface TextMap {
  /** The range of a span, trimmed to text nodes; null when the nodes have gone or hold other words now. */
  toRange(span: TextSpan): Range | null;
  /** The span that a range covers; null when it touches no text that was read. */
  spanOf(range: AbstractRange): TextSpan | null;
}

export function createTextMap(textNodes: TextNodes<Text>, text: string): TextMap {
  const { nodes, starts, ends, pre } = textNodes;
  const indexOfNode = new Map(nodes.map((node, i) => [node, i]));

  /** Last node that starts at or before `offset`. */
  const nodeAt = (offset: number): number => {
    let low = 0;
    let high = starts.length - 1;
    while (low < high) {
      const middle = (low + high + 1) >> 1;
      if ((starts[middle] as number) <= offset) low = middle;
      else high = middle - 1;
    }
    return low;
  };

  /** The node still holds the words that were read from it. */
  const unchanged = (i: number): boolean => {
    const node = nodes[i] as Text;
    const read = text.slice(starts[i], ends[i]);
    return (
      node.isConnected &&
      (pre[i] ? node.data === read : rawOffset(node.data, read.length, false) <= node.data.length && sameCollapsed(node.data, read))
    );
  };

  return {
    toRange(span) {
      if (nodes.length === 0) return null;
      let first = nodeAt(span.start);
      if ((ends[first] as number) <= span.start) first++;
      let last = nodeAt(span.end - 1);
      if (first > last || first >= nodes.length) return null;
      while (last > first && (starts[last] as number) >= span.end) last--;
      for (let i = first; i <= last; i++) if (!unchanged(i)) return null;
      const startNode = nodes[first] as Text;
      const endNode = nodes[last] as Text;
      const from = Math.max(0, span.start - (starts[first] as number));
      const to = Math.min(ends[last] as number, span.end) - (starts[last] as number);
      const range = startNode.ownerDocument.createRange();
      range.setStart(startNode, pre[first] ? from : rawOffset(startNode.data, from, true));
      range.setEnd(endNode, pre[last] ? to : rawOffset(endNode.data, to, false));
      return range;
    },

    spanOf(range) {
      const start = edge(range.startContainer, range.startOffset, true);
      const end = edge(range.endContainer, range.endOffset, false);
      if (start === null || end === null || start >= end) return null;
      let from = start;
      let to = end;
      while (from < to && /\s/.test(text[from] as string)) from++;
      while (to > from && /\s/.test(text[to - 1] as string)) to--;
      return from < to ? { start: from, end: to } : null;
    },
  };

  /** The text offset of a DOM boundary point; between read nodes it snaps into the range. */
  function edge(container: Node, offset: number, isStart: boolean): number | null {
    const known = indexOfNode.get(container as Text);
    if (known !== undefined) {
      const inner = pre[known] ? offset : collapsedOffset((container as Text).data, offset);
      return Math.min((starts[known] as number) + inner, ends[known] as number);
    }
    // A boundary in an element, or in a node that was not read: the nearest read node on the inner side.
    const point = container.ownerDocument?.createRange();
    if (!point) return null;
    point.setStart(container, offset);
    point.collapse(true);
    let low = 0;
    let high = nodes.length;
    while (low < high) {
      const middle = (low + high) >> 1;
      const node = nodes[middle] as Text;
      if (!node.isConnected || point.comparePoint(node, 0) < 0) low = middle + 1;
      else high = middle;
    }
    if (isStart) return low < nodes.length ? (starts[low] as number) : null;
    return low > 0 ? (ends[low - 1] as number) : null;
  }
}

const isSpace = (code: number): boolean => code === 32 || (code >= 9 && code <= 13 && code !== 11);

/** Offset into `data` of the character that stands at `collapsed` in its collapsed form. At an end (`after` false) it stays before white space. */
function rawOffset(data: string, collapsed: number, after: boolean): number {
  let i = 0;
  while (i < data.length && isSpace(data.charCodeAt(i))) i++;
  let seen = 0;
  while (seen < collapsed && i < data.length) {
    if (isSpace(data.charCodeAt(i))) while (i + 1 < data.length && isSpace(data.charCodeAt(i + 1))) i++;
    i++;
    seen++;
  }
  if (after) while (i < data.length && isSpace(data.charCodeAt(i)) && i > 0 && isSpace(data.charCodeAt(i - 1))) i++;
  return i;
}

/** The inverse of `rawOffset`. */
function collapsedOffset(data: string, raw: number): number {
  let i = 0;
  while (i < data.length && isSpace(data.charCodeAt(i))) i++;
  let seen = 0;
  while (i < raw && i < data.length) {
    if (isSpace(data.charCodeAt(i))) while (i + 1 < data.length && isSpace(data.charCodeAt(i + 1))) i++;
    i++;
    seen++;
  }
  return seen;
}

function sameCollapsed(data: string, read: string): boolean {
  return data.length === read.length ? data === read : data.replace(/[\t\n\f\r ]+/g, ' ').replace(/^ | $/g, '') === read;
}
