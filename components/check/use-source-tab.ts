import { useEffect, useRef, useState } from 'react';
import type { PageText } from '../../utils/domain/page-text.ts';
import { comeBack, openSourceTab, pageInTab, whenTabIsRead } from './open-source-tab.ts';

/** A source that is open in another tab. `waiting`: until its text is there; `unread`: it has none that we could read; `gone`: closed. */
export interface SourceTab {
  tabId: number;
  state: 'waiting' | 'read' | 'unread' | 'gone';
}

/**
 * Opens a source in a tab and hands its text over as soon as it is there, and again whenever the reader asks. `shown`: a tab that
 * shows the source already.
 */
export function useSourceTab(shown: number | null, onText: (page: PageText) => void) {
  const [tab, setTab] = useState<SourceTab | null>(null);
  const life = useRef<AbortController | null>(null);
  useEffect(() => () => life.current?.abort(), []);

  const read = async (tabId: number, own: AbortController): Promise<void> => {
    setTab({ tabId, state: 'waiting' });
    const page = await whenTabIsRead(tabId, own.signal);
    if (own.signal.aborted) return;
    if (page === 'gone' || page === null) return setTab({ tabId, state: page === 'gone' ? 'gone' : 'unread' });
    setTab({ tabId, state: 'read' });
    await comeBack();
    onText(page);
  };
  const start = (): AbortController => {
    life.current?.abort();
    life.current = new AbortController();
    return life.current;
  };
  const open = async (url: string): Promise<void> => {
    const own = start();
    const tabId = await openSourceTab(url);
    if (tabId !== null && !own.signal.aborted) await read(tabId, own);
  };
  // biome-ignore lint/correctness/useExhaustiveDependencies: once, for the tab that the page was opened with
  useEffect(() => {
    if (shown !== null) void read(shown, start());
  }, [shown]);

  /** With what the tab shows now: after a log-in, or when more of the text is there. */
  const again = async (): Promise<void> => {
    if (tab === null) return;
    life.current?.abort();
    const page = await pageInTab(tab.tabId);
    setTab({ ...tab, state: page === null ? 'unread' : 'read' });
    if (page !== null) onText(page);
  };
  const close = (): void => {
    life.current?.abort();
    setTab(null);
  };
  return { tab, open, again, close };
}
