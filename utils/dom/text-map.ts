import type { TextSpan } from '../domain/page-text.ts';
import type { TextNodes } from './page-walk.ts';
import { collapse, isSpace } from './white-space.ts';

/**
 * Turns spans of a page's text into DOM ranges (`spanOf` in `span-of.ts` is the way back).
 * Holds the text nodes of one reading; after the page changed it may say null, never another place's words.
 */
export interface TextMap {
  readonly textNodes: TextNodes<Text>;
  readonly text: string;
  /** The range of a span, trimmed to text nodes; null when the nodes have gone, hold other words now, or lie in different shadow trees. */
  toRange(span: TextSpan): Range | null;
  /** The same place as a range that does not follow the page: a live one costs on each edit of the page until it is collected. */
  toStaticRange(span: TextSpan): StaticRange | null;
  /** The text nodes that hold a span, first and last; null when there are none, or when one holds other words than were read. */
  nodesOf(span: TextSpan): { first: number; last: number } | null;
}

export function createTextMap(textNodes: TextNodes<Text>, text: string): TextMap {
  const { nodes, starts, ends, pre } = textNodes;
  const verified: (string | undefined)[] = [];
  // Numbers of one reading: every index below is one of `nodes`.
  const startOf = (i: number): number => starts[i] as number;
  const endOf = (i: number): number => ends[i] as number;

  /** Last node that starts at or before `offset`. */
  const nodeAt = (offset: number): number => {
    let low = 0;
    let high = starts.length - 1;
    while (low < high) {
      const middle = (low + high + 1) >> 1;
      if (startOf(middle) <= offset) low = middle;
      else high = middle - 1;
    }
    return low;
  };

  /** The node still holds the words that were read from it (of the last one perhaps only the beginning, when the page was cut). */
  const isUnchanged = (i: number): boolean => {
    const node = nodes[i] as Text;
    const { data } = node;
    if (!node.isConnected) return false;
    // Thousands of quotations may lie in one node of megabytes (plain text): it is compared once as long as it is the same string.
    if (data === verified[i]) return true;
    const read = text.slice(startOf(i), endOf(i));
    const now = pre[i] ? data : collapse(data);
    if (i === nodes.length - 1 ? !now.startsWith(read) : now !== read) return false;
    verified[i] = data;
    return true;
  };

  const nodesOf = ({ start, end }: TextSpan): { first: number; last: number } | null => {
    if (nodes.length === 0 || end <= start) return null;
    let first = nodeAt(start);
    if (endOf(first) <= start) first++;
    const last = nodeAt(end - 1);
    for (let i = first; i <= last; i++) if (!isUnchanged(i)) return null;
    return first <= last ? { first, last } : null;
  };

  const toStaticRange = (span: TextSpan): StaticRange | null => {
    const held = nodesOf(span);
    if (!held) return null;
    const { first, last } = held;
    const startContainer = nodes[first] as Text;
    const endContainer = nodes[last] as Text;
    // A range cannot cross shadow trees.
    if (first !== last && startContainer.getRootNode() !== endContainer.getRootNode()) return null;
    const from = Math.max(0, span.start - startOf(first));
    const to = Math.min(endOf(last), span.end) - startOf(last);
    const startOffset = pre[first] ? from : rawOffset(startContainer.data, from);
    const endOffset = pre[last] ? to : rawOffset(endContainer.data, to);
    return new StaticRange({ startContainer, startOffset, endContainer, endOffset });
  };

  return {
    textNodes,
    text,
    nodesOf,
    toStaticRange,
    toRange(span) {
      const place = toStaticRange(span);
      if (!place) return null;
      const range = (place.startContainer as Text).ownerDocument.createRange(); // of a read node
      range.setStart(place.startContainer, place.startOffset);
      range.setEnd(place.endContainer, place.endOffset);
      return range;
    },
  };
}

/** Offset into `data` of the character that stands at `collapsed` in its collapsed form. */
function rawOffset(data: string, collapsed: number): number {
  let i = afterSpaces(data, 0);
  for (let seen = 0; seen < collapsed && i < data.length; seen++) i = isSpace(data.charCodeAt(i)) ? afterSpaces(data, i) : i + 1;
  return i;
}

/** The first character from `from` on that is no collapsible white space. */
export function afterSpaces(data: string, from: number): number {
  let i = from;
  while (i < data.length && isSpace(data.charCodeAt(i))) i++;
  return i;
}
