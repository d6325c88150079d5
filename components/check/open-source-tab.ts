import { browser } from 'wxt/browser';
import type { PageText } from '../../utils/domain/page-text.ts';
import { ask } from '../../utils/messaging/ask.ts';

/** How often a tab that has finished loading is asked for its text, and how long between (ms): pages put their text in late. */
const TRIES = 10;
const PAUSE_MS = 700;

/** The page that a tab shows now; null when it cannot be read: not loaded yet, a page of the browser, closed, or the host is withheld. */
export async function pageInTab(tabId: number): Promise<PageText | null> {
  const answer = await ask('tab.text', { tabId });
  return answer.ok ? answer.value.page : null;
}

/** Opens a page in a tab beside this one; the tab's id. */
export async function openSourceTab(url: string): Promise<number | null> {
  const tab = await browser.tabs.create({ url, active: true });
  return tab.id ?? null;
}

/** Waits until the tab has loaded and its text is there. `gone`: it was closed; null when `signal` aborts, or when it has no text. */
export async function whenTabIsRead(tabId: number, signal: AbortSignal): Promise<PageText | 'gone' | null> {
  for (let left = TRIES; left > 0 && !signal.aborted; ) {
    const tab = await browser.tabs.get(tabId).catch(() => null); // rejects for a closed tab
    if (tab === null) return 'gone';
    if (tab.status === 'complete') {
      const page = await pageInTab(tabId);
      if (page !== null && page.text.trim() !== '') return page;
      left -= 1;
    }
    await pause(signal);
  }
  return null;
}

const pause = (signal: AbortSignal): Promise<void> =>
  new Promise((resolve) => {
    const timer = setTimeout(resolve, PAUSE_MS);
    signal.addEventListener(
      'abort',
      () => {
        clearTimeout(timer);
        resolve();
      },
      { once: true },
    );
  });

/** Brings this page to the front again, for its answer. */
export async function comeBack(): Promise<void> {
  const own = await browser.tabs.getCurrent();
  if (own?.id !== undefined) await browser.tabs.update(own.id, { active: true });
}
