// A form answers to the names of its fields: `<input name="closest">` in it hides `form.closest`, also from a content script
// (HTML standard, `[LegacyOverrideBuiltIns]`). What stands on the prototypes cannot be hidden.

const getter = (prototype: object, name: string): ((this: Node) => unknown) | undefined =>
  Object.getOwnPropertyDescriptor(prototype, name)?.get;
const parentNode = getter(Node.prototype, 'parentNode');
const assignedSlot = getter(Element.prototype, 'assignedSlot');

const elementOr = (found: unknown): Element | null => (found instanceof Element ? found : null);

export const parentOf = (node: Node): Element | null => elementOr(parentNode?.call(node));

/** The next one outwards as it is shown: the slot it stands in, its parent, or the host of its shadow tree. */
export function shownParentOf(element: Element): Element | null {
  const parent = parentNode?.call(element);
  return elementOr(assignedSlot?.call(element)) ?? (parent instanceof ShadowRoot ? parent.host : elementOr(parent));
}

export const closestOf = (element: Element, selector: string): Element | null => Element.prototype.closest.call(element, selector);
export const matchesOf = (element: Element, selector: string): boolean => Element.prototype.matches.call(element, selector);
export const rectOf = (element: Element): DOMRect => Element.prototype.getBoundingClientRect.call(element);
