import { useEffect, useRef, useState } from 'react';
import { browser } from 'wxt/browser';
import type { ErrorCode } from '../utils/domain/error-code.ts';
import { ask } from '../utils/messaging/ask.ts';
import type { TabView } from '../utils/messaging/protocol.ts';

/** What a tab shows now. `view` stays while it is asked for again; `code` says why there is none. */
export type TabViewState = { view: TabView | null; code: ErrorCode | null };

// A page that is still loading is asked again soon; one that is ready now and then, because text arrives late (infinite
// scroll) and nobody tells extension pages of it. The answer is a message to the frames of one tab, some milliseconds.
const LOADING_MS = 400;
const READY_MS = 3_000;

/**
 * Follows a tab: asks what it shows, and asks again when it loads another page, when `revision` changes (the reader's
 * annotations did) and in between. A hidden surface asks nothing.
 */
export function useTabView(tabId: number | null, revision: unknown): TabViewState {
  const [state, setState] = useState<TabViewState>({ view: null, code: null });
  const last = useRef('');

  // biome-ignore lint/correctness/useExhaustiveDependencies: another tab starts from nothing
  useEffect(() => {
    last.current = '';
    setState({ view: null, code: null });
  }, [tabId]);

  // biome-ignore lint/correctness/useExhaustiveDependencies: `revision` is there to ask again
  useEffect(() => {
    if (tabId === null) return;
    const lifetime = new AbortController();
    let timer: ReturnType<typeof setTimeout> | undefined;
    const look = async (): Promise<void> => {
      clearTimeout(timer);
      const result = await ask('tab.view', { tabId });
      if (lifetime.signal.aborted) return;
      const answer = JSON.stringify(result);
      if (answer !== last.current) setState(result.ok ? { view: result.value, code: null } : { view: null, code: result.code });
      last.current = answer;
      const loading = result.ok && result.value.state === 'loading';
      if (!document.hidden) timer = setTimeout(look, loading ? LOADING_MS : READY_MS);
    };
    void look();
    // Highlights follow a change of the annotations once the page has painted them.
    const soon = setTimeout(look, LOADING_MS);
    document.addEventListener('visibilitychange', () => document.hidden || void look(), { signal: lifetime.signal });
    const onUpdated = (id: number, change: { status?: string | undefined; url?: string | undefined }): void => {
      if (id === tabId && (change.url !== undefined || change.status !== undefined)) void look();
    };
    browser.tabs.onUpdated.addListener(onUpdated);
    lifetime.signal.addEventListener('abort', () => {
      clearTimeout(timer);
      clearTimeout(soon);
      browser.tabs.onUpdated.removeListener(onUpdated);
    });
    return () => lifetime.abort();
  }, [tabId, revision]);

  return state;
}

/** The tab that the reader looks at in this window; `?tab=` names another one. null until known, or when there is none. */
export function useActiveTab(): { tabId: number; windowId: number } | null {
  const [tab, setTab] = useState<{ tabId: number; windowId: number } | null>(null);

  useEffect(() => {
    const lifetime = new AbortController();
    const given = Number(new URLSearchParams(location.search).get('tab') ?? Number.NaN);
    const look = async (): Promise<void> => {
      const [found] = Number.isInteger(given)
        ? [await browser.tabs.get(given)]
        : await browser.tabs.query({ active: true, currentWindow: true });
      if (!lifetime.signal.aborted && found?.id !== undefined) setTab({ tabId: found.id, windowId: found.windowId });
    };
    void look();
    if (!Number.isInteger(given)) {
      const onActivated = (): void => void look();
      browser.tabs.onActivated.addListener(onActivated);
      lifetime.signal.addEventListener('abort', () => browser.tabs.onActivated.removeListener(onActivated));
    }
    return () => lifetime.abort();
  }, []);

  return tab;
}
