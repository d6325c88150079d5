import { browser } from 'wxt/browser';
import type { AskingPage } from '../../utils/messaging/serve.ts';

// Any page may put our card into a frame, and a frame can be led elsewhere: what a token named is all that its frame may ever touch.

interface Bound {
  /** The annotation that its token named; null for a card that corrects a quotation. */
  id: string | null;
  documentId: string | null;
}

const PREFIX = 'bound:';
const keyOf = (tabId: number | null, frameId: number): string => `${PREFIX}${tabId}/${frameId}`;

/** Ties a frame, as long as it shows this document, to what its token named. */
export async function bindCard({ tabId, frameId, documentId }: AskingPage, id: string | null): Promise<void> {
  if (frameId === null) return;
  const bound: Bound = { id, documentId };
  await browser.storage.session.set({ [keyOf(tabId, frameId)]: bound });
}

/** Whether these annotations are the asker's to see and change: all are a whole page's of ours, of a frame the one it is bound to. */
export async function mayEdit({ tabId, frameId, documentId }: AskingPage, ids: readonly string[]): Promise<boolean> {
  if (frameId === null || frameId === 0) return true;
  const key = keyOf(tabId, frameId);
  const bound = (await browser.storage.session.get(key))[key] as Bound | undefined; // written by `bindCard` only
  if (bound === undefined || !ids.every((id) => id === bound.id)) return false;
  return bound.documentId === null || documentId === null || bound.documentId === documentId; // not every browser tells it everywhere
}

/** The cards of a tab that is closed, or shows another page. */
export async function forgetCards(tabId: number): Promise<void> {
  const stored = await browser.storage.session.get(null);
  const keys = Object.keys(stored).filter((key) => key.startsWith(keyOf(tabId, 0).slice(0, -1)));
  if (keys.length > 0) await browser.storage.session.remove(keys);
}
