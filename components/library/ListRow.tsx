import { MessageSquareText, TriangleAlert, Unlink } from 'lucide-react';
import { useEffect, useRef } from 'react';
import { formatDay, t } from '../t.ts';
import { ClaimBadge } from './ClaimBadge.tsx';
import type { LibraryRow } from './library-row.ts';

type ListRowProps = {
  row: LibraryRow;
  /** The one row that Tab reaches. */
  isCurrent: boolean;
  /** The current row after the reader moved to it. */
  takesFocus: boolean;
  isOpen: boolean;
  isChosen: boolean;
  onChoose: (range: boolean) => void;
  onOpen: () => void;
};

/** Characters of a passage that a row shows: more than three lines hold, and 100 kB of one word cost nothing. */
const QUOTE_LENGTH = 400;
const NAME_LENGTH = 120;

export function ListRow({ row, isCurrent, takesFocus, isOpen, isChosen, onChoose, onOpen }: ListRowProps) {
  const button = useRef<HTMLButtonElement>(null);
  // Never out of a field that is being typed into. A row that is hidden behind the open annotation takes no focus.
  // biome-ignore lint/correctness/useExhaustiveDependencies: the focus comes back too when the annotation is closed
  useEffect(() => {
    if (takesFocus && isInListOrNowhere(document.activeElement)) button.current?.focus({ preventScroll: true });
  }, [takesFocus, isOpen]);
  const quote = row.quote.slice(0, QUOTE_LENGTH);
  return (
    <div
      className="list-row"
      data-colour={row.annotation.target.styleClass}
      data-open={isOpen || undefined}
      data-chosen={isChosen || undefined}
    >
      <input
        type="checkbox"
        checked={isChosen}
        tabIndex={isCurrent ? 0 : -1}
        aria-label={t('library_select_row', quote.slice(0, 80))}
        onChange={(event) => onChoose(event.nativeEvent instanceof MouseEvent && event.nativeEvent.shiftKey)}
      />
      <div className="list-text">
        <button
          ref={button}
          type="button"
          className="list-open"
          tabIndex={isCurrent ? 0 : -1}
          aria-current={isOpen || undefined}
          onClick={onOpen}
        >
          <bdi className="list-quote clamp">{quote || t('library_no_words')}</bdi>
        </button>
        <RowFacts row={row} />
      </div>
    </div>
  );
}

function RowFacts({ row }: { row: LibraryRow }) {
  const { target, created } = row.annotation;
  return (
    <>
      <p className="list-facts small soft">
        {row.speaker ? <bdi className="list-speaker">{row.speaker.slice(0, NAME_LENGTH)}</bdi> : null}
        <bdi>{row.source.slice(0, NAME_LENGTH)}</bdi>
        {target.title && target.title !== row.source ? <bdi className="list-title">{target.title.slice(0, NAME_LENGTH)}</bdi> : null}
        <time dateTime={created}>{formatDay(created)}</time>
      </p>
      {row.note || row.drift || row.tags.length > 0 || row.claims.length > 0 ? (
        <div className="list-marks small">
          {row.drift ? (
            <span className="badge badge-warn">
              {row.drift === 'changed' ? <TriangleAlert className="icon" aria-hidden /> : <Unlink className="icon" aria-hidden />}
              {t(`library_has_${row.drift}`)}
            </span>
          ) : null}
          {row.claims.slice(0, 3).map((claim) => (
            <ClaimBadge key={claim.id} claim={claim} />
          ))}
          {row.tags.slice(0, 6).map((tag) => (
            <bdi key={tag} className="badge">
              {tag.slice(0, 40)}
            </bdi>
          ))}
          {row.note ? (
            <span className="list-note soft">
              <MessageSquareText className="icon" aria-label={t('library_has_note')} role="img" />
              <bdi className="one-line">{row.note.slice(0, 160)}</bdi>
            </span>
          ) : null}
        </div>
      ) : null}
    </>
  );
}

const isInListOrNowhere = (element: Element | null): boolean =>
  element === null || element === document.body || element.closest('.list-scroller, .toasts') !== null;
