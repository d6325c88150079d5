import type { Settings } from '../../utils/domain/settings.ts';
import { isPausedOn } from '../../utils/settings.ts';
import { hostOf } from '../../utils/text/page-key.ts';
import { showBadge } from './badge.ts';
import { frameRegistry } from './frame-registry.ts';
import { pageCache } from './page-cache.ts';
import { refreshFrames } from './refresh.ts';

/** A closed tab: nothing of what it showed is kept. */
export async function forgetTab(tabId: number): Promise<void> {
  pageCache.forgetTab(tabId);
  await frameRegistry.forgetTab(tabId);
}

/**
 * A tab has another URL. Within the origin it may be a route of the same document, whose frames live on, and a new document says
 * `page.open`; another origin is another document, also one in which no script of ours will speak.
 */
export async function leavePage(tabId: number, url: string): Promise<void> {
  const top = await frameRegistry.frame(tabId, 0);
  if (top === null || (URL.canParse(url) && new URL(url).origin === new URL(top.url).origin)) return;
  await forgetTab(tabId);
  await showBadge(tabId, null);
}

/** Settings changed: badges tell whether a site is paused, and pages look again. */
export async function applySettings(settings: Settings): Promise<void> {
  for (const { tabId, frameId, frame } of await frameRegistry.all()) {
    if (frameId === 0) await showBadge(tabId, await frameRegistry.setPaused(tabId, isPausedOn(settings, hostOf(frame.url))));
  }
  await refreshFrames();
}
