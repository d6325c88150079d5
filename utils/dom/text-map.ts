import type { TextSpan } from '../domain/page-text.ts';
import { collapse, isSpace, type TextNodes } from './read-page.ts';

/**
 * Turns spans of a page's text into DOM ranges and selections back into spans.
 * Holds the text nodes of one reading; after the page changed it may say null, never another place's words.
 */
export interface TextMap {
  /** The range of a span, trimmed to text nodes; null when the nodes have gone, hold other words now, or lie in different shadow trees. */
  toRange(span: TextSpan): Range | null;
  /** The span that a range covers, without white space at its ends; null when it touches no text that was read, or text that changed since. */
  spanOf(range: AbstractRange): TextSpan | null;
}

export function createTextMap(textNodes: TextNodes<Text>, text: string): TextMap {
  const { nodes, starts, ends, pre } = textNodes;
  const indexOfNode = new Map<Node, number>(nodes.map((node, i) => [node, i]));
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
  const unchanged = (i: number): boolean => {
    const node = nodes[i] as Text;
    if (!node.isConnected) return false;
    const read = text.slice(startOf(i), endOf(i));
    if (node.data === read) return true;
    const now = pre[i] ? node.data : collapse(node.data);
    return i === nodes.length - 1 ? now.startsWith(read) : now === read;
  };
  const allUnchanged = (first: number, last: number): boolean => {
    for (let i = first; i <= last; i++) if (!unchanged(i)) return false;
    return true;
  };

  /** The index of the first (or, backwards, last) read node from a boundary point on; −1 when there is none. */
  const readNodeFrom = (container: Node, offset: number, forward: boolean): number => {
    for (const node of textFrom(container, offset, forward)) {
      const index = indexOfNode.get(node);
      if (index !== undefined) return index;
    }
    return -1;
  };

  /** The text offset of a boundary point; between read nodes it snaps into the range. */
  const offsetOf = (container: Node, offset: number, isStart: boolean): number | null => {
    const known = indexOfNode.get(container);
    if (known !== undefined) {
      const inner = pre[known] ? offset : collapsedOffset((container as Text).data, offset); // only Text nodes are in the index
      return Math.min(startOf(known) + inner, endOf(known));
    }
    const near = readNodeFrom(container, offset, isStart);
    if (near < 0) return null;
    return isStart ? startOf(near) : endOf(near);
  };

  return {
    toRange(span) {
      if (nodes.length === 0 || span.end <= span.start) return null;
      let first = nodeAt(span.start);
      if (endOf(first) <= span.start) first++;
      const last = nodeAt(span.end - 1);
      if (first > last || !allUnchanged(first, last)) return null;
      const startNode = nodes[first] as Text;
      const endNode = nodes[last] as Text;
      const from = Math.max(0, span.start - startOf(first));
      const to = Math.min(endOf(last), span.end) - startOf(last);
      const range = startNode.ownerDocument.createRange();
      range.setStart(startNode, pre[first] ? from : rawOffset(startNode.data, from));
      range.setEnd(endNode, pre[last] ? to : rawOffset(endNode.data, to));
      // A range cannot cross shadow trees: setting its end there moves its start.
      return range.startContainer === startNode ? range : null;
    },

    spanOf(range) {
      let from = offsetOf(range.startContainer, range.startOffset, true);
      let to = offsetOf(range.endContainer, range.endOffset, false);
      if (from === null || to === null) return null;
      while (from < to && isWhite(text, from)) from++;
      while (to > from && isWhite(text, to - 1)) to--;
      return from < to && allUnchanged(nodeAt(from), nodeAt(to - 1)) ? { start: from, end: to } : null;
    },
  };
}

const isWhite = (text: string, i: number): boolean => /\s/.test(text.charAt(i));

/**
 * Text nodes from a boundary point on in tree order (backwards: before it), into open shadow roots and out of them.
 * A `TreeWalker` and the prototypes are used because a form's fields can hide `nextSibling` and its kind (see `unclobbered`).
 */
function* textFrom(container: Node, offset: number, forward: boolean): Generator<Node> {
  const children = Reflect.get(Node.prototype, 'childNodes', container) as NodeListOf<ChildNode>;
  let root = Node.prototype.getRootNode.call(container);
  let walker = walkerOf(root, container);
  const child = children[offset];
  if (child) {
    walker.currentNode = child;
    if (forward) yield* textAt(child, true);
  } else if (container.nodeType !== Node.TEXT_NODE) {
    // The end of an element: what follows is behind its last descendant.
    while (walker.lastChild());
    if (!forward && walker.currentNode !== container) yield* textAt(walker.currentNode, false);
  }
  for (;;) {
    yield* textOf(walker, forward);
    if (!(root instanceof ShadowRoot)) return;
    const host = root.host;
    root = Node.prototype.getRootNode.call(host);
    walker = walkerOf(root, host);
  }
}

const walkerOf = (root: Node, at: Node): TreeWalker => {
  const walker = document.createTreeWalker(root, NodeFilter.SHOW_TEXT | NodeFilter.SHOW_ELEMENT);
  walker.currentNode = at;
  return walker;
};

function* textOf(walker: TreeWalker, forward: boolean): Generator<Node> {
  for (let node = step(walker, forward); node; node = step(walker, forward)) yield* textAt(node, forward);
}

const step = (walker: TreeWalker, forward: boolean): Node | null => (forward ? walker.nextNode() : walker.previousNode());

function* textAt(node: Node, forward: boolean): Generator<Node> {
  if (node instanceof Text) yield node;
  const shadow = node instanceof Element ? node.shadowRoot : null;
  if (!shadow) return;
  const walker = walkerOf(shadow, shadow);
  if (!forward) {
    while (walker.lastChild());
    if (walker.currentNode !== shadow) yield* textAt(walker.currentNode, false);
  }
  yield* textOf(walker, forward);
}

/** Offset into `data` of the character that stands at `collapsed` in its collapsed form. */
function rawOffset(data: string, collapsed: number): number {
  let i = afterSpaces(data, 0);
  for (let seen = 0; seen < collapsed && i < data.length; seen++) i = isSpace(data.charCodeAt(i)) ? afterSpaces(data, i) : i + 1;
  return i;
}

/** The inverse of `rawOffset`; an offset inside a run of white space counts the run's one space. */
function collapsedOffset(data: string, raw: number): number {
  let i = afterSpaces(data, 0);
  let seen = 0;
  for (; i < raw && i < data.length; seen++) i = isSpace(data.charCodeAt(i)) ? afterSpaces(data, i) : i + 1;
  return seen;
}

function afterSpaces(data: string, from: number): number {
  let i = from;
  while (i < data.length && isSpace(data.charCodeAt(i))) i++;
  return i;
}
