import { useVirtualizer } from '@tanstack/react-virtual';
import { useDeferredValue, useMemo, useRef, useState } from 'react';
import { Authenticity, Veracity } from '../../utils/domain/annotation.ts';
import { withClaim } from '../annotation-fields.ts';
import { EmptyState } from '../EmptyState.tsx';
import { SearchField } from '../SearchField.tsx';
import { changeWithUndo } from '../store.ts';
import { formatDay, formatNumber, t } from '../t.ts';
import { CLAIM_STATES, type ClaimState, claimsQueue, type QueuedClaim } from './claims-queue.ts';
import { facetLabel, facetTitle } from './facet-label.ts';
import { filterRows } from './filter-rows.ts';
import type { LibraryRow } from './library-row.ts';
import { formatHash, type LibraryState, START } from './library-state.ts';
import { parseSearch } from './search-query.ts';
import { sortRows } from './sort-rows.ts';
import { useKeys } from './use-keys.ts';
import type { Navigate } from './use-library-state.ts';

type ClaimsViewProps = { state: LibraryState; navigate: Navigate; rows: readonly LibraryRow[] };

const CLAIM_HEIGHT = 150;

/** The claims as a queue: what is open, what is begun, what is judged. Verdicts are set in place. */
export function ClaimsView({ state, navigate, rows }: ClaimsViewProps) {
  const [shownState, setShownState] = useState<ClaimState>('open');
  const search = useRef<HTMLDivElement>(null);
  useKeys({ '/': () => search.current?.querySelector('input')?.focus() });
  const query = useDeferredValue(state.query);
  const queue = useMemo(() => {
    const found = filterRows(rows, parseSearch(query), state.filters).rows;
    return claimsQueue(sortRows(found, 'oldest'));
  }, [rows, query, state.filters]);
  const total = CLAIM_STATES.reduce((sum, each) => sum + queue[each].length, 0);
  if (total === 0 && query === '')
    return (
      <div className="page-view">
        <h1>{t('library_view_claims')}</h1>
        <EmptyState title={t('library_no_claims')}>
          <p className="soft">{t('library_no_claims_help')}</p>
        </EmptyState>
      </div>
    );
  return (
    <div className="claims">
      <h1 className="visually-hidden">{t('library_view_claims')}</h1>
      <div className="browse-bar row" ref={search}>
        <SearchField label={t('library_search')} value={state.query} onChange={(q) => navigate({ query: q }, 'replace')} />
      </div>
      <fieldset className="segments" aria-label={t('library_claim_states')}>
        {CLAIM_STATES.map((each) => (
          <label key={each} className="segment">
            <input type="radio" name="claim-state" checked={each === shownState} onChange={() => setShownState(each)} />
            <span>
              {t(`library_claims_${each}`)} <span className="soft">{formatNumber(queue[each].length)}</span>
            </span>
          </label>
        ))}
      </fieldset>
      {queue[shownState].length > 0 ? (
        <ClaimList key={shownState} claims={queue[shownState]} />
      ) : (
        <EmptyState title={query ? t('library_no_match') : t(`library_claims_none_${shownState}`)} />
      )}
    </div>
  );
}

function ClaimList({ claims }: { claims: readonly QueuedClaim[] }) {
  const scroller = useRef<HTMLDivElement>(null);
  const virtual = useVirtualizer({
    count: claims.length,
    getScrollElement: () => scroller.current,
    estimateSize: () => CLAIM_HEIGHT,
    getItemKey: (index) => `${claims[index]?.row.id} ${claims[index]?.claim.id}`,
    overscan: 4,
  });
  return (
    <div className="list-scroller" ref={scroller}>
      <ul className="list" style={{ blockSize: virtual.getTotalSize() }}>
        {virtual.getVirtualItems().map(({ index, start, key }) => {
          const queued = claims[index];
          return queued === undefined ? null : (
            <li
              key={key}
              ref={virtual.measureElement}
              data-index={index}
              aria-setsize={claims.length}
              aria-posinset={index + 1}
              className="list-place"
              style={{ transform: `translateY(${start}px)` }}
            >
              <ClaimCard queued={queued} />
            </li>
          );
        })}
      </ul>
    </div>
  );
}

function ClaimCard({ queued: { claim, row } }: { queued: QueuedClaim }) {
  const judge = (assessment: typeof claim.assessment): void => {
    const { assessment: before } = claim;
    void changeWithUndo(
      row.id,
      (a) => withClaim(a, claim.id, { assessment }),
      (a) => withClaim(a, claim.id, { assessment: before }),
      t('library_judged'),
    );
  };
  return (
    <article className="claim-card" data-colour={row.annotation.target.styleClass}>
      <p className="claim-text">
        <a href={formatHash({ ...START, open: row.id })}>
          <bdi className="clamp">{claim.text.slice(0, 400)}</bdi>
        </a>
      </p>
      <p className="list-facts small soft">
        {claim.author ? <bdi className="list-speaker">{claim.author.slice(0, 120)}</bdi> : null}
        {claim.date ? <bdi>{claim.date.slice(0, 40)}</bdi> : null}
        <bdi>{row.source.slice(0, 120)}</bdi>
        <time dateTime={row.annotation.created}>{t('library_made', formatDay(row.annotation.created))}</time>
      </p>
      <div className="claim-verdicts row">
        <VerdictSelect
          facet="authenticity"
          options={Authenticity.options}
          value={claim.assessment.authenticity}
          onChange={(authenticity) => judge({ ...claim.assessment, authenticity })}
        />
        <VerdictSelect
          facet="veracity"
          options={Veracity.options}
          value={claim.assessment.veracity}
          onChange={(veracity) => judge({ ...claim.assessment, veracity })}
        />
      </div>
    </article>
  );
}

type VerdictSelectProps<V extends string> = {
  facet: 'authenticity' | 'veracity';
  options: readonly V[];
  value: V | null;
  onChange: (value: V | null) => void;
};

function VerdictSelect<V extends string>({ facet, options, value, onChange }: VerdictSelectProps<V>) {
  return (
    <label className="field">
      <span className="label">{facetTitle(facet)}</span>
      <select
        className="input"
        value={value ?? ''}
        onChange={(event) => onChange(options.find((o) => o === event.currentTarget.value) ?? null)}
      >
        <option value="">{t('library_not_judged')}</option>
        {options.map((option) => (
          <option key={option} value={option}>
            {facetLabel(facet, option, {})}
          </option>
        ))}
      </select>
    </label>
  );
}
