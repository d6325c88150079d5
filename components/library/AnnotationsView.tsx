import { SlidersHorizontal } from 'lucide-react';
import { useDeferredValue, useMemo, useRef, useState } from 'react';
import { Button } from '../Button.tsx';
import { EmptyState } from '../EmptyState.tsx';
import { SearchField } from '../SearchField.tsx';
import { removeWithUndo } from '../store.ts';
import { formatNumber, plural, t } from '../t.ts';
import { ActiveFilters } from './ActiveFilters.tsx';
import { AnnotationList } from './AnnotationList.tsx';
import { BulkBar } from './BulkBar.tsx';
import { DetailPane } from './DetailPane.tsx';
import { FilterPanel } from './FilterPanel.tsx';
import { FirstSteps } from './FirstSteps.tsx';
import { filterRows } from './filter-rows.ts';
import type { LibraryRow } from './library-row.ts';
import { hasFilters, type LibraryState, NO_FILTERS } from './library-state.ts';
import { SortSelect } from './SortSelect.tsx';
import { parseSearch } from './search-query.ts';
import { NOTHING, type Selection, within } from './selection.ts';
import { sortRows } from './sort-rows.ts';
import { useKeys } from './use-keys.ts';
import type { Navigate } from './use-library-state.ts';

type AnnotationsViewProps = { state: LibraryState; navigate: Navigate; rows: readonly LibraryRow[] };

/** Search and facets, the list, and one annotation open beside it. */
export function AnnotationsView({ state, navigate, rows }: AnnotationsViewProps) {
  const [selection, setSelection] = useState<Selection>(NOTHING);
  const [filtersShown, setFiltersShown] = useState(false);
  const search = useRef<HTMLDivElement>(null);
  const { shown, facets, chosen } = useShown(state, rows, selection);
  useKeys({
    '/': () => search.current?.querySelector('input')?.focus(),
    Escape: () => (state.open ? navigate({ open: '' }, 'push') : setSelection(NOTHING)),
  });
  if (rows.length === 0) return <FirstSteps />;

  const filtered = state.query !== '' || hasFilters(state.filters);
  const clear = () => navigate({ query: '', filters: NO_FILTERS }, 'push');
  const open = rows.find((row) => row.id === state.open);
  const count = filtered
    ? t('library_count_of', formatNumber(shown.length), formatNumber(rows.length))
    : plural('common_annotations', rows.length);
  return (
    <div className="browse" data-open={open ? true : undefined} data-filters={filtersShown || undefined}>
      <h1 className="visually-hidden">{t('library_view_all')}</h1>
      <div className="browse-bar row" ref={search}>
        <SearchField label={t('library_search')} value={state.query} onChange={(query) => navigate({ query }, 'replace')} />
        <div className="browse-filter-button">
          <Button icon={SlidersHorizontal} aria-expanded={filtersShown} onPress={() => setFiltersShown(!filtersShown)}>
            {filtersShown ? t('library_show_found', formatNumber(shown.length)) : t('library_filters')}
          </Button>
        </div>
        <SortSelect sort={state.sort} onChange={(sort) => navigate({ sort }, 'push')} />
      </div>
      <FilterPanel facets={facets} filters={state.filters} onChange={(filters) => navigate({ filters }, 'push')} />
      <section className="browse-list" aria-label={t('library_list')}>
        <ActiveFilters filters={state.filters} onChange={(filters) => navigate({ filters }, 'push')} onClear={clear} />
        <BulkBar chosen={chosen} shown={shown} count={count} onSelect={setSelection} />
        {shown.length > 0 ? (
          <AnnotationList
            rows={shown}
            selection={selection}
            open={state.open}
            onSelect={setSelection}
            onOpen={(id) => navigate({ open: id }, state.open ? 'replace' : 'push')}
            onDelete={(ids) => void removeWithUndo(ids)}
          />
        ) : (
          <EmptyState title={t('library_no_match')}>
            <p className="soft">{t('library_no_match_help')}</p>
            <Button onPress={clear}>{t('library_clear_filters')}</Button>
          </EmptyState>
        )}
      </section>
      {open ? <DetailPane key={open.id} row={open} others={samePage(rows, open)} onClose={() => navigate({ open: '' }, 'push')} /> : null}
    </div>
  );
}

/** The rows to show, sorted, with the counts of the facets and those of them that are chosen. */
function useShown(state: LibraryState, rows: readonly LibraryRow[], selection: Selection) {
  const query = useDeferredValue(state.query);
  const { rows: found, facets } = useMemo(() => filterRows(rows, parseSearch(query), state.filters), [rows, query, state.filters]);
  const shown = useMemo(() => sortRows(found, state.sort), [found, state.sort]);
  const chosen = useMemo(() => {
    if (selection.ids.size === 0) return [];
    const { ids } = within(selection, new Set(shown.map((row) => row.id)));
    return shown.filter((row) => ids.has(row.id));
  }, [shown, selection]);
  return { shown, facets, chosen };
}

/** How many other annotations are on the page of this one. */
const samePage = (rows: readonly LibraryRow[], open: LibraryRow): number =>
  rows.filter((row) => row.values.page[0] === open.values.page[0] && row.id !== open.id).length;
