import { useEffect, useRef, useState } from 'react';
import type { PageText } from '../../utils/domain/page-text.ts';
import { comeBack, openSourceTab, pageInTab, whenTabIsRead } from './open-source-tab.ts';

/** A source that is open in another tab. `waiting`: until its text is there; `unread`: it has none that we could read; `gone`: closed. */
export interface SourceTab {
  tabId: number;
  url: string;
  state: 'waiting' | 'read' | 'unread' | 'gone';
}

/** Opens a source in a tab and hands its text over as soon as it is there, and again whenever the reader asks. */
export function useSourceTab(onText: (page: PageText) => void) {
  const [tab, setTab] = useState<SourceTab | null>(null);
  const life = useRef<AbortController | null>(null);
  useEffect(() => () => life.current?.abort(), []);

  const open = async (url: string): Promise<void> => {
    life.current?.abort();
    const own = new AbortController();
    life.current = own;
    const tabId = await openSourceTab(url);
    if (tabId === null || own.signal.aborted) return;
    setTab({ tabId, url, state: 'waiting' });
    const page = await whenTabIsRead(tabId, own.signal);
    if (own.signal.aborted) return;
    if (page === 'gone' || page === null) return setTab({ tabId, url, state: page === 'gone' ? 'gone' : 'unread' });
    setTab({ tabId, url, state: 'read' });
    await comeBack();
    onText(page);
  };

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
