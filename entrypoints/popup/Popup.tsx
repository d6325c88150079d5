import { useDeferredValue, useState } from 'react';
import { DatabaseGate } from '../../components/DatabaseGate.tsx';
import { PageState } from '../../components/PageState.tsx';
import { pageActions } from '../../components/page-actions.ts';
import { SearchField } from '../../components/SearchField.tsx';
import { Shortcuts } from '../../components/Shortcuts.tsx';
import { t } from '../../components/t.ts';
import { useActiveTab, useTabView } from '../../components/use-tab-view.ts';
import { Dashboard, type Part } from './Dashboard.tsx';
import { PageQuotes } from './PageQuotes.tsx';
import { PopupHeader } from './PopupHeader.tsx';
import { SearchResults } from './SearchResults.tsx';
import '../../components/entry.css';
import '../../components/surface.css';
import './popup.css';

/** The dashboard of the toolbar button: this page, and what is new elsewhere. */
export function Popup() {
  const tab = useActiveTab();
  const { view, code, look } = useTabView(tab?.tabId ?? null);
  const [typed, setTyped] = useState('');
  const [part, setPart] = useState<Part | null>(null);
  const search = useDeferredValue(typed.trim());
  const actions = pageActions(tab?.tabId ?? -1, closeOverPage);
  return (
    <>
      <PopupHeader view={view} tab={tab} />
      <main className="surface-main">
        <SearchField label={t('popup_search')} value={typed} onChange={setTyped} />
        <PageState tab={tab} view={view} code={code} look={look} />
        <DatabaseGate without={<PageQuotes view={view} annotations={[]} actions={actions} />}>
          {search === '' ? (
            <Dashboard view={view} actions={actions} chosen={part} onChoose={setPart} />
          ) : (
            <SearchResults search={search} view={view} actions={actions} />
          )}
        </DatabaseGate>
      </main>
      <footer className="surface-foot">
        <Shortcuts />
      </footer>
    </>
  );
}

/** The popup covers the page that a jump wants to show. Opened in a tab of its own (`?tab=`) it stays. */
function closeOverPage(): void {
  if (!location.search.includes('tab=')) window.close();
}
