import { useDeferredValue, useMemo, useRef } from 'react';
import { EmptyState } from '../EmptyState.tsx';
import { SearchField } from '../SearchField.tsx';
import { formatDay, formatNumber, plural, t } from '../t.ts';
import { FirstSteps } from './FirstSteps.tsx';
import { foldForSearch } from './fold-for-search.ts';
import type { LibraryRow } from './library-row.ts';
import { formatHash, type LibraryState, NO_FILTERS, START, toggleFacet } from './library-state.ts';
import { sourceTallies, speakerTallies, type Tally } from './tallies.ts';
import { useKeys } from './use-keys.ts';
import type { Navigate } from './use-library-state.ts';

type TalliesViewProps = { state: LibraryState; navigate: Navigate; rows: readonly LibraryRow[] };

/** Longer lists are found by searching. */
const SHOWN_AT_MOST = 300;

/** Who is quoted, and where the words come from. Each name leads to its annotations. */
export function TalliesView({ state, navigate, rows }: TalliesViewProps) {
  const search = useRef<HTMLDivElement>(null);
  useKeys({ '/': () => search.current?.querySelector('input')?.focus() });
  const query = foldForSearch(useDeferredValue(state.query));
  const [speakers, sources] = useMemo(() => [speakerTallies(rows), sourceTallies(rows)], [rows]);
  if (rows.length === 0) return <FirstSteps />;
  const named = (tallies: Tally[]) => tallies.filter(({ name }) => foldForSearch(name).includes(query));
  return (
    <div className="page-view page-wide">
      <h1>{t('library_view_speakers')}</h1>
      <div ref={search}>
        <SearchField label={t('library_search_names')} value={state.query} onChange={(q) => navigate({ query: q }, 'replace')} />
      </div>
      <div className="tallies">
        <TallyTable facet="speaker" tallies={named(speakers)} isFiltered={query !== ''} />
        <TallyTable facet="source" tallies={named(sources)} isFiltered={query !== ''} />
      </div>
    </div>
  );
}

function TallyTable({ facet, tallies, isFiltered }: { facet: 'speaker' | 'source'; tallies: Tally[]; isFiltered: boolean }) {
  const heading = t(facet === 'speaker' ? 'library_speakers' : 'library_sources');
  const most = Math.max(1, ...tallies.slice(0, SHOWN_AT_MOST).map((each) => each.annotations));
  return (
    <section className="stack" aria-label={heading}>
      <h2>
        {heading} <span className="soft">{formatNumber(tallies.length)}</span>
      </h2>
      {tallies.length === 0 ? (
        <EmptyState title={isFiltered ? t('library_no_match') : t('library_no_speakers')} />
      ) : (
        <ul className="tally-list">
          {tallies.slice(0, SHOWN_AT_MOST).map((each) => (
            <li key={each.name} className="tally">
              <a href={formatHash({ ...START, filters: toggleFacet(NO_FILTERS, facet, each.name) })}>
                <bdi title={each.name.slice(0, 1000)}>{each.name.slice(0, 120)}</bdi>
              </a>
              <meter className="tally-bar" min={0} max={most} value={each.annotations} aria-hidden />
              <span className="small soft">{factsOf(each)}</span>
            </li>
          ))}
        </ul>
      )}
      {tallies.length > SHOWN_AT_MOST ? <p className="soft">{t('library_more_by_search', formatNumber(SHOWN_AT_MOST))}</p> : null}
    </section>
  );
}

const factsOf = (tally: Tally): string =>
  [
    plural('common_annotations', tally.annotations),
    plural('library_pages', tally.pages),
    ...(tally.claims > 0 ? [plural('library_claims_count', tally.claims)] : []),
    ...(tally.open > 0 ? [t('library_claims_open_count', formatNumber(tally.open))] : []),
    t('library_latest', formatDay(tally.latest)),
  ].join(' · ');
