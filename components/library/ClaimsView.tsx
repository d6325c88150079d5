import { useVirtualizer } from '@tanstack/react-virtual';
import { useDeferredValue, useMemo, useRef, useState } from 'react';
import { EmptyState } from '../EmptyState.tsx';
import { SearchField } from '../SearchField.tsx';
import { formatNumber, t } from '../t.ts';
import { ClaimCard } from './ClaimCard.tsx';
import { CLAIM_STATES, type ClaimState, claimKey, claimsQueue, type QueuedClaim } from './claims-queue.ts';
import { filterRows } from './filter-rows.ts';
import type { LibraryRow } from './library-row.ts';
import type { LibraryState } from './library-state.ts';
import { parseSearch } from './search-query.ts';
import { sortRows } from './sort-rows.ts';
import { useKeys } from './use-keys.ts';
import type { Navigate } from './use-library-state.ts';

type ClaimsViewProps = { state: LibraryState; navigate: Navigate; rows: readonly LibraryRow[] };

const CLAIM_HEIGHT = 150;

/** The claims as a queue: what is open, what is begun, what is judged. Verdicts are set in place. */
export function ClaimsView({ state, navigate, rows }: ClaimsViewProps) {
  const [shownState, setShownState] = useState<ClaimState>('open');
  const [held, setHeld] = useState<ReadonlyMap<string, ClaimState>>(new Map());
  const search = useRef<HTMLDivElement>(null);
  useKeys({ '/': () => search.current?.querySelector('input')?.focus() });
  const query = useDeferredValue(state.query);
  const queue = useMemo(() => {
    const found = filterRows(rows, parseSearch(query), state.filters).rows;
    return claimsQueue(sortRows(found, 'oldest'), held);
  }, [rows, query, state.filters, held]);
  const show = (next: ClaimState): void => {
    setShownState(next);
    setHeld(new Map());
  };
  const hold = ({ row, claim, state: now }: QueuedClaim): void => setHeld(new Map([...held, [claimKey(row, claim), now]]));
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
            <input type="radio" name="claim-state" checked={each === shownState} onChange={() => show(each)} />
            <span>
              {t(`library_claims_${each}`)} <span className="soft">{formatNumber(queue[each].length)}</span>
            </span>
          </label>
        ))}
      </fieldset>
      {queue[shownState].length > 0 ? (
        <ClaimList key={shownState} claims={queue[shownState]} onJudge={hold} />
      ) : (
        <EmptyState title={query ? t('library_no_match') : t(`library_claims_none_${shownState}`)} />
      )}
    </div>
  );
}

function ClaimList({ claims, onJudge }: { claims: readonly QueuedClaim[]; onJudge: (queued: QueuedClaim) => void }) {
  const scroller = useRef<HTMLDivElement>(null);
  const virtual = useVirtualizer({
    count: claims.length,
    getScrollElement: () => scroller.current,
    estimateSize: () => CLAIM_HEIGHT,
    getItemKey: (index) => keyOf(claims, index),
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
              <ClaimCard queued={queued} onJudge={() => onJudge(queued)} />
            </li>
          );
        })}
      </ul>
    </div>
  );
}

const keyOf = (claims: readonly QueuedClaim[], index: number): string | number => {
  const queued = claims[index];
  return queued === undefined ? index : claimKey(queued.row, queued.claim);
};
