import { useEffect, useState } from 'react';
import { DatabaseGate } from '../DatabaseGate.tsx';
import { t } from '../t.ts';
import { useAllAnnotations } from '../use-annotations.ts';
import { AnnotationsView } from './AnnotationsView.tsx';
import { BinView } from './BinView.tsx';
import { ClaimsView } from './ClaimsView.tsx';
import { CorrectionsView } from './corrections/CorrectionsView.tsx';
import { ExchangeView } from './ExchangeView.tsx';
import { KeysDialog } from './KeysDialog.tsx';
import { LibraryNav } from './LibraryNav.tsx';
import type { LibraryState } from './library-state.ts';
import { PagesView } from './pages/PagesView.tsx';
import { SettingsView } from './SettingsView.tsx';
import { TalliesView } from './TalliesView.tsx';
import { useKeys } from './use-keys.ts';
import { useLibraryRows } from './use-library-rows.ts';
import { type Navigate, useLibraryState } from './use-library-state.ts';

/** The full page: all that was kept, to search, sort, edit, judge, take out and bring in; and the settings. */
export function Library() {
  const [state, navigate] = useLibraryState();
  const [keysShown, setKeysShown] = useState(false);
  useKeys({ '?': () => setKeysShown(true) });
  useEffect(() => {
    document.title = `${t(`library_view_${state.view}`)} · Saidso`;
  }, [state.view]);
  return (
    <div className="library">
      <LibraryNav view={state.view} onKeys={() => setKeysShown(true)} />
      <main className="library-main" id="main">
        {state.view === 'settings' ? (
          <SettingsView />
        ) : (
          <DatabaseGate>
            <View state={state} navigate={navigate} />
          </DatabaseGate>
        )}
      </main>
      <KeysDialog isOpen={keysShown} onClose={() => setKeysShown(false)} />
    </div>
  );
}

function View({ state, navigate }: { state: LibraryState; navigate: Navigate }) {
  const annotations = useAllAnnotations();
  const rows = useLibraryRows(annotations);
  switch (state.view) {
    case 'bin':
      return <BinView />;
    case 'corrections':
      return <CorrectionsView />;
    case 'settings':
      return null; // shown without a database too
    case 'exchange':
      return <ExchangeView annotations={annotations} />;
  }
  if (rows === undefined) return <p className="soft gate">{t('common_loading')}</p>;
  switch (state.view) {
    case 'all':
      return <AnnotationsView state={state} navigate={navigate} rows={rows} />;
    case 'claims':
      return <ClaimsView state={state} navigate={navigate} rows={rows} />;
    case 'speakers':
      return <TalliesView state={state} navigate={navigate} rows={rows} />;
    case 'pages':
      return <PagesView state={state} navigate={navigate} rows={rows} />;
  }
  return state.view satisfies never;
}
