// Used by content scripts too: types only from the protocol, so that zod stays out of pages.

import { browser } from 'wxt/browser';
import type { ErrorCode, Result } from '../domain/error-code.ts';
import type { FrameRequest, FrameRequestName, RequestName, Response, SentFrameResponse, SentRequest } from './protocol.ts';

const failed = (code: ErrorCode): { ok: false; code: ErrorCode } => ({ ok: false, code });

/**
 * Asks the background. Never rejects: besides the handler's own codes there are `extension-updated` (this script belongs to a
 * version that is gone; only a reload of the page helps) and `no-answer` (the background was stopped before it answered).
 */
export async function ask<N extends RequestName>(name: N, request: SentRequest<N>): Promise<Result<Response<N>>> {
  const send = (): Promise<unknown> => browser.runtime.sendMessage({ name, request });
  if (!isAlive()) return failed('extension-updated');
  try {
    return asResult(await send());
  } catch (error) {
    if (!isAlive()) return failed('extension-updated');
    if (!isUndelivered(error)) return failed('no-answer');
  }
  // A worker that is just starting had no listener yet. The message reached nobody, so it may be sent once more.
  try {
    return asResult(await send());
  } catch {
    return failed(isAlive() ? 'no-answer' : 'extension-updated'); // the code is what is known
  }
}

/** Asks the content script of a frame (from the background or an extension page). `no-page`: no script of ours runs there. Never rejects. */
export async function tell<N extends FrameRequestName>(
  tabId: number,
  frameId: number,
  name: N,
  request: FrameRequest<N>,
): Promise<Result<SentFrameResponse<N>>> {
  try {
    return asResult(await browser.tabs.sendMessage(tabId, { name, request }, { frameId }), 'no-page');
  } catch {
    return failed('no-page'); // the tab or frame is gone, or has no listener: the code says all of it
  }
}

/** Answers of a content script, by name. Several scripts of one frame may each answer some. */
export type FrameHandlers = {
  [N in FrameRequestName]?: (request: FrameRequest<N>) => SentFrameResponse<N> | Promise<SentFrameResponse<N>>;
};

/** Answers requests of the background and of extension pages until `signal` aborts. Names without a handler are left to others. */
export function onFrameRequest(handlers: FrameHandlers, signal: AbortSignal): void {
  const listener = (message: unknown, sender: { id?: string }, reply: (response: unknown) => void): true | undefined => {
    if (signal.aborted || sender.id !== browser.runtime.id) return;
    if (typeof message !== 'object' || message === null || !('name' in message) || !('request' in message)) return;
    const { name, request } = message;
    if (typeof name !== 'string' || !Object.hasOwn(handlers, name)) return;
    // Sent by `tell` of our own extension, which is typed by the same table.
    const handler = handlers[name as FrameRequestName] as (request: unknown) => unknown;
    Promise.resolve(request)
      .then(handler)
      .then(
        (value) => reply({ ok: true, value }),
        (error: unknown) => {
          reply(failed('unexpected'));
          queueMicrotask(() => {
            throw error; // a bug: seen in the console and by tests
          });
        },
      );
    return true;
  };
  if (signal.aborted) return;
  browser.runtime.onMessage.addListener(listener);
  signal.addEventListener('abort', () => isAlive() && browser.runtime.onMessage.removeListener(listener), { once: true });
}

/** False once the extension was updated, disabled or removed under a running page. */
export function isAlive(): boolean {
  try {
    return browser.runtime?.id !== undefined;
  } catch {
    return false; // Firefox throws on access to a dead context
  }
}

// Chromium: "Could not establish connection. Receiving end does not exist."; Firefox the same without the full stop.
const isUndelivered = (error: unknown): boolean => error instanceof Error && /receiving end does not exist/i.test(error.message);

/** What came back, as the other side's `serve` or `onFrameRequest` made it; nothing at all means that nobody answered. */
function asResult<T>(reply: unknown, silent: ErrorCode = 'no-answer'): Result<T> {
  return typeof reply === 'object' && reply !== null && 'ok' in reply ? (reply as Result<T>) : failed(silent);
}
