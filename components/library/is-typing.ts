const CLICKED_INPUTS = new Set(['checkbox', 'radio', 'button', 'submit', 'reset', 'file', 'range', 'color']);

/** Whether a key pressed on this element belongs to it: a field being typed into, an open menu, list or dialog. */
export function isTyping(target: EventTarget | null): boolean {
  if (!(target instanceof HTMLElement)) return false;
  if (target.isContentEditable || target instanceof HTMLTextAreaElement || target instanceof HTMLSelectElement) return true;
  if (target instanceof HTMLInputElement) return !CLICKED_INPUTS.has(target.type);
  // A toast takes the focus when the one before it goes, and says "alertdialog", but owns no keys.
  const owner = target.closest('[role=menu],[role=listbox],[role=dialog],[role=alertdialog],[role=combobox]');
  return owner !== null && owner.closest('.toasts') === null;
}
