import { browser } from 'wxt/browser';
import type { Annotation } from '../domain/annotation.ts';
import { isAlive } from './ask.ts';

export const FOLLOW_PREFIX = 'annotation:';
/** A worker that was stopped ends its connections; a moment later it can be woken by a new one (ms). */
const AGAIN_MS = 300;

/**
 * Tells an annotation now and after each change by any surface, until `signal` aborts; null when there is none. For frames in a page,
 * which cannot watch the database themselves.
 */
export function follow(id: string, onValue: (annotation: Annotation | null) => void, signal: AbortSignal): void {
  if (signal.aborted || !isAlive()) return;
  const port = browser.runtime.connect({ name: FOLLOW_PREFIX + id });
  const stop = (): void => port.disconnect();
  signal.addEventListener('abort', stop, { once: true });
  port.onMessage.addListener((message: { annotation: Annotation | null }) => {
    if (!signal.aborted) onValue(message.annotation);
  });
  port.onDisconnect.addListener(() => {
    signal.removeEventListener('abort', stop);
    setTimeout(() => follow(id, onValue, signal), AGAIN_MS);
  });
}
