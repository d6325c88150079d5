import { UNSTABLE_ToastQueue as ToastQueue } from 'react-aria-components/Toast';
import type { Result } from '../utils/domain/error-code.ts';
import { errorTitle } from './error-text.ts';

/** A short message at the foot of a surface; `undo` takes back what it reports. */
export type ToastMessage = { text: string; undo: (() => void) | null };

// Hovering or focusing a toast stops its clock (React Aria), so nobody has to hurry to the button.
const SHOWN_MS = 10_000;

export const toasts = new ToastQueue<ToastMessage>({ maxVisibleToasts: 2 });

/** Answers the key by which `toasts.close` takes it away again. */
export function showToast(text: string, undo: (() => void) | null = null): string {
  return toasts.add({ text, undo }, { timeout: SHOWN_MS });
}

/** Tells in a toast that a change was not stored. */
export function reportFailure(result: Result<unknown>): void {
  if (!result.ok) showToast(errorTitle(result.code));
}
