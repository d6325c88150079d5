/**
 * The little of a DOM that reading needs. A browser's `Node` fits as it is; `cli/parse-html.ts` makes the same of parse5's tree,
 * so that the command line and the extension read a page with one and the same code.
 */
export interface PageNode {
  readonly nodeType: number;
  readonly nodeValue: string | null;
  readonly firstChild: PageNode | null;
  readonly nextSibling: PageNode | null;
}
export interface PageElementNode extends PageNode {
  readonly localName: string;
  readonly textContent: string | null;
  getAttributeNames(): string[];
  getAttribute(name: string): string | null;
  readonly shadowRoot?: PageNode | null;
  /** Of a `<slot>`. */
  assignedNodes?(options: { flatten: boolean }): PageNode[];
}

/**
 * A form's own fields hide what every node has: with `<input name="nextSibling">` inside, `form.nextSibling` is that field
 * (HTML standard, `[LegacyOverrideBuiltIns]`), also for a content script. A form is read through the prototypes.
 */
export function unclobbered(node: PageNode): PageNode {
  if (typeof HTMLFormElement === 'undefined' || !(node instanceof HTMLFormElement)) return node;
  const own = (prototype: object, name: string): unknown => Reflect.get(prototype, name, node);
  const form: PageElementNode = {
    nodeType: 1,
    nodeValue: null,
    localName: 'form',
    // The getters of Node.prototype give what PageNode says of them.
    firstChild: own(Node.prototype, 'firstChild') as PageNode | null,
    nextSibling: own(Node.prototype, 'nextSibling') as PageNode | null,
    textContent: null,
    getAttributeNames: () => Element.prototype.getAttributeNames.call(node),
    getAttribute: (name) => Element.prototype.getAttribute.call(node, name),
  };
  return form;
}
