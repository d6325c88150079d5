/** The range that a reader selected, also inside open shadow roots; null when nothing, or something that is being edited, is selected. */
export function selectedRange(shadowRoots: readonly ShadowRoot[]): AbstractRange | null {
  const selection = document.getSelection();
  if (!selection || selection.rangeCount === 0 || isEditing()) return null;
  // Not in every browser that TypeScript's lib speaks of.
  const composed = 'getComposedRanges' in selection ? selection.getComposedRanges({ shadowRoots: [...shadowRoots] }).at(0) : undefined;
  const range = composed ?? selection.getRangeAt(0);
  const { startContainer, endContainer } = range;
  if (range.collapsed || isEditable(startContainer) || isEditable(endContainer)) return null;
  return new StaticRange({ startContainer, startOffset: range.startOffset, endContainer, endOffset: range.endOffset });
}

/** The keyboard is this frame's: not another one's, nor that of a frame in it. */
export const hasFocus = (): boolean => document.hasFocus() && !(focusedElement() instanceof HTMLIFrameElement);

/** The focus is where the reader types: also inside open shadow roots. */
export function isEditing(): boolean {
  const focused = focusedElement();
  return document.designMode === 'on' || (focused !== null && isField(focused));
}

function focusedElement(): Element | null {
  let focused = document.activeElement;
  while (focused?.shadowRoot?.activeElement) focused = focused.shadowRoot.activeElement;
  return focused;
}

const isField = (element: Element): boolean =>
  element instanceof HTMLTextAreaElement ||
  element instanceof HTMLSelectElement ||
  (element instanceof HTMLInputElement && !/^(?:button|checkbox|radio|submit|reset|image|color|range|file)$/.test(element.type)) ||
  element.matches('[role~="textbox"], [role~="searchbox"], [role~="combobox"]') ||
  isEditable(element);

const isEditable = (node: Node): boolean => {
  const element = node instanceof HTMLElement ? node : node.parentElement;
  return element instanceof HTMLElement && element.isContentEditable;
};
