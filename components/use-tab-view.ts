import { useEffect, useRef, useState } from 'react';
import { browser } from 'wxt/browser';
import type { ErrorCode } from '../utils/domain/error-code.ts';
import { ask } from '../utils/messaging/ask.ts';
import type { TabView } from '../utils/messaging/protocol.ts';

/** What a tab shows now. `view` stays while it is asked for again; `code` says why there is none. */
export type TabViewState = { view: TabView | null; code: ErrorCode | null };

// Nobody tells us that a page which is still loading is ready when it has no script of ours yet: it is asked again, ever more slowly.
const FIRST_PAUSE_MS = 250;
const LONGEST_PAUSE_MS = 4_000;

/**
 * Follows a tab: asks what it shows, and asks again when it loads another page, when the background saw one of its frames
 * change (its record in `storage.session`), when the settings changed, and when the surface is shown again.
 */
export function useTabView(tabId: number | null): TabViewState & { look: () => void } {
  const [state, setState] = useState<TabViewState>({ view: null, code: null });
  const look = useRef(() => {});

  useEffect(() => {
    setState({ view: null, code: null });
    if (tabId === null) return;
    const lifetime = new AbortController();
    look.current = follow(tabId, setState, lifetime.signal);
    return () => lifetime.abort();
  }, [tabId]);

  return { ...state, look: () => look.current() };
}

/** Shows what the tab shows until `signal` aborts. Returns a function that looks at once. */
function follow(tabId: number, show: (state: TabViewState) => void, signal: AbortSignal): () => void {
  let timer: ReturnType<typeof setTimeout> | undefined;
  let pauseMs = FIRST_PAUSE_MS;
  let shown = '';
  let asked = 0;
  const askNow = async (): Promise<void> => {
    clearTimeout(timer);
    asked += 1;
    const mine = asked;
    const result = await ask('tab.view', { tabId });
    if (signal.aborted || mine !== asked) return; // an answer to a later question is on its way
    const answer = JSON.stringify(result);
    if (answer !== shown) show(result.ok ? { view: result.value, code: null } : { view: null, code: result.code });
    shown = answer;
    if (!result.ok || result.value.state !== 'loading' || document.hidden) return;
    timer = setTimeout(askNow, pauseMs);
    pauseMs = Math.min(pauseMs * 1.5, LONGEST_PAUSE_MS);
  };
  const look = (): void => {
    pauseMs = FIRST_PAUSE_MS;
    void askNow();
  };
  const onUpdated = (id: number, change: { status?: string | undefined; url?: string | undefined }): void => {
    if (id === tabId && (change.url !== undefined || change.status !== undefined)) look();
  };
  const onStored = (changes: Record<string, unknown>, area: string): void => {
    if (area === 'session' ? Object.hasOwn(changes, `tab:${tabId}`) : Object.hasOwn(changes, 'settings')) look();
  };
  browser.tabs.onUpdated.addListener(onUpdated);
  browser.storage.onChanged.addListener(onStored);
  document.addEventListener('visibilitychange', () => document.hidden || look(), { signal });
  signal.addEventListener('abort', () => {
    clearTimeout(timer);
    browser.tabs.onUpdated.removeListener(onUpdated);
    browser.storage.onChanged.removeListener(onStored);
  });
  look();
  return look;
}

export type ActiveTab = { tabId: number; windowId: number };

/** The tab that the reader looks at in this window; `?tab=` names another one. undefined until known, null when there is none. */
export function useActiveTab(): ActiveTab | null | undefined {
  const [tab, setTab] = useState<ActiveTab | null | undefined>(undefined);

  useEffect(() => {
    const lifetime = new AbortController();
    const look = async (): Promise<void> => {
      const found = await activeTab();
      if (!lifetime.signal.aborted) setTab((now) => (now?.tabId === found?.tabId ? (now ?? found) : found));
    };
    const onActivated = (): void => void look();
    void look();
    browser.tabs.onActivated.addListener(onActivated);
    lifetime.signal.addEventListener('abort', () => browser.tabs.onActivated.removeListener(onActivated));
    return () => lifetime.abort();
  }, []);

  return tab;
}

async function activeTab(): Promise<ActiveTab | null> {
  const given = new URLSearchParams(location.search).get('tab');
  const found =
    given === null
      ? (await browser.tabs.query({ active: true, currentWindow: true }))[0]
      : await browser.tabs.get(Number(given)).catch(() => undefined); // rejects for a tab that was closed
  return found?.id === undefined ? null : { tabId: found.id, windowId: found.windowId };
}
