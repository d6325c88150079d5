import type { TextSpan } from '../domain/page-text.ts';
import { afterSpaces, type TextMap } from './text-map.ts';
import { isSpace } from './white-space.ts';

/**
 * The span of the page's text that a range covers, without white space at its ends; a boundary between read nodes snaps into the
 * range. Null when it touches no text that was read, or text that changed since.
 */
export function spanOf(map: TextMap, range: AbstractRange): TextSpan | null {
  const indexOfNode = new Map<Node, number>(map.textNodes.nodes.map((node, i) => [node, i]));
  const from = offsetOf(map, indexOfNode, range.startContainer, range.startOffset, true);
  const to = offsetOf(map, indexOfNode, range.endContainer, range.endOffset, false);
  if (from === null || to === null) return null;
  const span = { start: from, end: to };
  while (span.start < span.end && isWhite(map.text, span.start)) span.start++;
  while (span.end > span.start && isWhite(map.text, span.end - 1)) span.end--;
  return map.nodesOf(span) && span;
}

function offsetOf(map: TextMap, indexOfNode: Map<Node, number>, container: Node, offset: number, isStart: boolean): number | null {
  const { starts, ends, pre } = map.textNodes;
  const known = indexOfNode.get(container);
  if (known !== undefined) {
    const inner = pre[known] ? offset : collapsedOffset((container as Text).data, offset); // only Text nodes are in the index
    return Math.min((starts[known] ?? 0) + inner, ends[known] ?? 0);
  }
  for (const node of textFrom(container, offset, isStart)) {
    const index = indexOfNode.get(node);
    if (index !== undefined) return (isStart ? starts[index] : ends[index]) ?? null;
  }
  return null;
}

const isWhite = (text: string, i: number): boolean => /\s/.test(text.charAt(i));

/** Offset into the collapsed form of `data` of the character that stands at `raw`; an offset inside a run of white space counts the run's one space. */
function collapsedOffset(data: string, raw: number): number {
  let i = afterSpaces(data, 0);
  let seen = 0;
  for (; i < raw && i < data.length; seen++) i = isSpace(data.charCodeAt(i)) ? afterSpaces(data, i) : i + 1;
  return seen;
}

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
