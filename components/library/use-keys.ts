import { useEffect, useEffectEvent } from 'react';
import { isTyping } from './is-typing.ts';
import { singleKeysOn } from './single-keys.ts';

/**
 * Keys of the whole page: name as in `KeyboardEvent.key`, with `Shift+` and `Mod+` (Ctrl, on a Mac Command) in front.
 * A handler that answers false leaves the key to the browser. Nothing happens while the reader types, or in a dialog or menu.
 */
export type KeyHandlers = Readonly<Record<string, (event: KeyboardEvent) => unknown>>;

export function nameOfKey(event: Pick<KeyboardEvent, 'key' | 'shiftKey' | 'ctrlKey' | 'metaKey'>): string {
  // Shift is a part of "?" or "J", and said only where the key has no other form.
  const shift = event.shiftKey && event.key.length > 1 ? 'Shift+' : '';
  return `${event.ctrlKey || event.metaKey ? 'Mod+' : ''}${shift}${event.key}`;
}

export function useKeys(handlers: KeyHandlers): void {
  const onKey = useEffectEvent((event: KeyboardEvent) => {
    if (event.defaultPrevented || event.altKey || event.isComposing || isTyping(event.target)) return;
    const name = nameOfKey(event);
    if (name.length === 1 && !singleKeysOn()) return;
    if (!Object.hasOwn(handlers, name)) return;
    if (handlers[name]?.(event) !== false) event.preventDefault();
  });
  useEffect(() => {
    const end = new AbortController();
    document.addEventListener('keydown', onKey, { signal: end.signal });
    return () => end.abort();
  }, []);
}
