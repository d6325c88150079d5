import { useLiveQuery } from 'dexie-react-hooks';
import { useDeferredValue, useMemo, useRef, useState } from 'react';
import { anchors } from '../../../utils/db/anchors.ts';
import { documents } from '../../../utils/db/documents.ts';
import { EmptyState } from '../../EmptyState.tsx';
import { SearchField } from '../../SearchField.tsx';
import { formatNumber, t } from '../../t.ts';
import { FirstSteps } from '../FirstSteps.tsx';
import { foldForSearch } from '../fold-for-search.ts';
import type { LibraryRow } from '../library-row.ts';
import type { LibraryState } from '../library-state.ts';
import { useKeys } from '../use-keys.ts';
import type { Navigate } from '../use-library-state.ts';
import { JoinDialog } from './JoinDialog.tsx';
import { joinPages, splitPage } from './join-pages.ts';
import { type KeptPage, keptPages } from './kept-pages.ts';
import { PageItem } from './PageItem.tsx';

type PagesViewProps = { state: LibraryState; navigate: Navigate; rows: readonly LibraryRow[] };

/** Longer lists are found by searching. */
const SHOWN_AT_MOST = 300;

/** Where something was kept: the documents, with all addresses of each; and which of them the reader says are one. */
export function PagesView({ state, navigate, rows }: PagesViewProps) {
  const search = useRef<HTMLDivElement>(null);
  const [joining, setJoining] = useState<KeptPage | null>(null);
  useKeys({ '/': () => search.current?.querySelector('input')?.focus() });
  const joined = useLiveQuery(() => documents.all(), []);
  const seen = useLiveQuery(() => anchors.forAnnotations(rows.map(({ id }) => id)), [rows]);
  const pages = useMemo(() => (joined && seen ? keptPages(rows, joined, seen) : undefined), [rows, joined, seen]);
  const query = foldForSearch(useDeferredValue(state.query)).trim();
  if (rows.length === 0) return <FirstSteps />;
  if (pages === undefined) return <p className="soft gate">{t('common_loading')}</p>;
  const shown = pages.filter(({ searchText }) => searchText.includes(query));
  return (
    <div className="page-view page-wide">
      <h1>
        {t('library_view_pages')} <span className="soft">{formatNumber(pages.length)}</span>
      </h1>
      <p className="soft">{t('library_pages_help')}</p>
      <div ref={search}>
        <SearchField label={t('library_search_pages')} value={state.query} onChange={(q) => navigate({ query: q }, 'replace')} />
      </div>
      {shown.length === 0 ? (
        <EmptyState title={t('library_no_match')} />
      ) : (
        <ul className="stack" aria-label={t('library_view_pages')}>
          {shown.slice(0, SHOWN_AT_MOST).map((page) => (
            <PageItem
              key={page.key}
              page={page}
              onJoin={pages.length > 1 ? () => setJoining(page) : null}
              onSplit={(url) => void splitPage(url)}
            />
          ))}
        </ul>
      )}
      {shown.length > SHOWN_AT_MOST ? <p className="soft">{t('library_more_by_search', formatNumber(SHOWN_AT_MOST))}</p> : null}
      {joining ? (
        <JoinDialog
          page={joining}
          pages={pages}
          rows={rows}
          onClose={() => setJoining(null)}
          onChoose={(other) => {
            setJoining(null);
            void joinPages(joining, other);
          }}
        />
      ) : null}
    </div>
  );
}
