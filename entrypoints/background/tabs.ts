import type { Settings } from '../../utils/domain/settings.ts';
import { tell } from '../../utils/messaging/ask.ts';
import { isPausedOn } from '../../utils/settings.ts';
import { hostOf, pageKey } from '../../utils/text/page-key.ts';
import { showBadge } from './badge.ts';
import { forgetCards } from './bound-cards.ts';
import { frameRegistry } from './frame-registry.ts';
import { pageCache } from './page-cache.ts';
import { refreshFrames } from './refresh.ts';
import { forgetWoken } from './wake.ts';

/** A closed tab: nothing of what it showed is kept. */
export async function forgetTab(tabId: number): Promise<void> {
  pageCache.forgetTab(tabId);
  forgetWoken(tabId);
  await frameRegistry.forgetTab(tabId);
  await forgetCards(tabId);
}

/**
 * A tab has another URL. Another origin is another document, also one in which no script of ours will speak. Within the origin it
 * may be a route of the same document: its frames live on, and the top one is told to look again, since a page can change its
 * route without a change that its script would see. A new document says `page.open` itself and may be told in vain.
 */
export async function leavePage(tabId: number, url: string): Promise<void> {
  const top = await frameRegistry.frame(tabId, 0);
  if (top === null) return;
  if (URL.canParse(url) && new URL(url).origin === new URL(top.url).origin) {
    // With it the frames without a URL of their own, which go by the page's.
    if (pageKey(url) !== pageKey(top.url)) await refreshFrames(({ tabId: id, frame }) => id === tabId && frame.url === top.url);
    return;
  }
  await forgetTab(tabId);
  await showBadge(tabId, null);
  // A page that comes back as it was left (back-forward cache) does not say that it opens.
  await tell(tabId, 0, 'frame.refresh', {});
}

/** Settings changed: badges tell whether a site is paused, and pages look again. */
export async function applySettings(settings: Settings): Promise<void> {
  for (const { tabId, frameId, frame } of await frameRegistry.all()) {
    if (frameId === 0) await showBadge(tabId, await frameRegistry.setPaused(tabId, isPausedOn(settings, hostOf(frame.url))));
  }
  await refreshFrames();
}
