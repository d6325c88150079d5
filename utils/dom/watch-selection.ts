import { selectedRange } from './selection.ts';

/** A selection is settled when it has not changed for this long (ms): dragging and Shift+arrow change it many times a second. */
const SETTLED_MS = 220;
/** A selection counts as the reader's when they touched a key or a pointer this shortly before (ms). */
const BY_HAND_MS = 1_500;

/**
 * Calls `onSettled` with what the reader selected, and with null when that is gone. Not while a button is down, not for what a
 * script selected, not in fields.
 */
export function watchSelection(
  onSettled: (range: AbstractRange | null) => void,
  shadowRoots: () => readonly ShadowRoot[],
  signal: AbortSignal,
): void {
  let timer: ReturnType<typeof setTimeout> | undefined;
  let pressed = false;
  let offered = false;
  let touchedAt = Number.NEGATIVE_INFINITY;

  const settle = (): void => {
    if (signal.aborted || pressed) return;
    const byHand = performance.now() - touchedAt < BY_HAND_MS;
    const range = selectedRange(shadowRoots());
    if (range && !byHand) return;
    if (!range && !offered) return;
    offered = range !== null;
    onSettled(range);
  };
  const later = (): void => {
    clearTimeout(timer);
    timer = setTimeout(settle, SETTLED_MS);
  };
  const touched = (event: Event): void => {
    if (!event.isTrusted) return;
    touchedAt = performance.now();
    if (event.type === 'pointerdown') pressed = true;
    if (event.type === 'pointerup' || event.type === 'pointercancel') {
      pressed = false;
      // A click on a selection takes it back only after this event.
      if (offered || document.getSelection()?.type === 'Range') later();
    }
  };
  for (const type of ['pointerdown', 'pointerup', 'pointercancel', 'keydown', 'keyup'])
    addEventListener(type, touched, { signal, capture: true, passive: true });
  document.addEventListener('selectionchange', later, { signal });
  signal.addEventListener('abort', () => clearTimeout(timer), { once: true });
}
