import { UNSTABLE_ToastQueue as ToastQueue } from 'react-aria-components/Toast';

/** A short message at the foot of a surface; `undo` takes back what it reports. */
export type ToastMessage = { text: string; undo: (() => void) | null };

// Hovering or focusing a toast stops its clock (React Aria), so nobody has to hurry to the button.
const SHOWN_MS = 10_000;

export const toasts = new ToastQueue<ToastMessage>({ maxVisibleToasts: 2 });

export function showToast(text: string, undo: (() => void) | null = null): void {
  toasts.add({ text, undo }, { timeout: SHOWN_MS });
}
