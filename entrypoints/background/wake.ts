import { browser } from 'wxt/browser';

/** Tabs into which the script was brought, until they go to another page. */
const woken = new Set<number>();

/**
 * A page that was open before the extension was installed or updated has no script of ours (Chromium; Firefox brings it in itself).
 * Looking at it in popup or panel brings it in, and the next look finds it; frames in which it is at work go on as they are. False: it was
 * brought in before and did not stay, or the page lets nobody in.
 */
export async function wake(tabId: number): Promise<boolean> {
  if (woken.has(tabId)) return false;
  woken.add(tabId);
  const target = { tabId, allFrames: true };
  try {
    await browser.scripting.insertCSS({ target, files: ['/content-scripts/page.css'] });
    await browser.scripting.executeScript({ target, files: ['/content-scripts/page.js'] });
    return true;
  } catch {
    return false; // an error page, or a page that lets nobody in
  }
}

/** The tab shows another page, or none. */
export function forgetWoken(tabId: number): void {
  woken.delete(tabId);
}
