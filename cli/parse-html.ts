import { parse, type DefaultTreeAdapterTypes as Tree } from 'parse5';
import type { PageNode } from '../utils/dom/page-node.ts';

/**
 * HTML → a tree that `readPage` reads, by parse5 (the HTML standard's own algorithm: what a browser would build).
 * Never throws for any string.
 */
export function parseHtml(source: string): PageNode {
  return new Wrapped(parse(source), null);
}

type TreeNode = Tree.Node | Tree.DocumentFragment;

class Wrapped implements PageNode {
  readonly nodeType: number;
  readonly #node: TreeNode;
  readonly #siblings: { children: TreeNode[]; index: number } | null;

  constructor(node: TreeNode, siblings: { children: TreeNode[]; index: number } | null) {
    this.#node = node;
    this.#siblings = siblings;
    this.nodeType =
      node.nodeName === '#text'
        ? 3
        : node.nodeName === '#comment'
          ? 8
          : node.nodeName === '#documentType'
            ? 10
            : node.nodeName === '#document'
              ? 9
              : node.nodeName === '#document-fragment'
                ? 11
                : 1;
  }

  get nodeValue(): string | null {
    return this.#node.nodeName === '#text' ? (this.#node as Tree.TextNode).value : null;
  }
  get firstChild(): PageNode | null {
    const children = 'childNodes' in this.#node ? this.#node.childNodes : [];
    const first = children[0];
    return first ? new Wrapped(first, { children, index: 0 }) : null;
  }
  get nextSibling(): PageNode | null {
    if (this.#siblings === null) return null;
    const { children, index } = this.#siblings;
    const next = children[index + 1];
    return next ? new Wrapped(next, { children, index: index + 1 }) : null;
  }
  get localName(): string {
    return (this.#node as Tree.Element).tagName;
  }
  get textContent(): string {
    const text = (node: TreeNode): string =>
      node.nodeName === '#text' ? (node as Tree.TextNode).value : 'childNodes' in node ? node.childNodes.map(text).join('') : '';
    return text(this.#node);
  }
  getAttributeNames(): string[] {
    return (this.#node as Tree.Element).attrs.map((a) => a.name);
  }
  getAttribute(name: string): string | null {
    return (this.#node as Tree.Element).attrs.find((a) => a.name === name)?.value ?? null;
  }
}
