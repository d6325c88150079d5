import { defaultRangeExtractor, useVirtualizer } from '@tanstack/react-virtual';
import { useEffect, useEffectEvent, useMemo, useRef, useState } from 'react';
import { t } from '../t.ts';
import { ListRow } from './ListRow.tsx';
import type { LibraryRow } from './library-row.ts';
import { extendTo, type Selection, toggle } from './selection.ts';
import { useListKeys } from './use-list-keys.ts';

type AnnotationListProps = {
  rows: readonly LibraryRow[];
  selection: Selection;
  /** Id of the annotation that is open beside the list. */
  open: string;
  onSelect: (selection: Selection) => void;
  onOpen: (id: string) => void;
  onDelete: (ids: string[]) => void;
};

/** Height of a row with two lines of words and one of facts, CSS px; each is measured once it is shown. */
const ROW_HEIGHT = 104;

/** The list: only the rows in view exist. One row is the current one; keys move it, choose, open and delete. */
export function AnnotationList({ rows, selection, open, onSelect, onOpen, onDelete }: AnnotationListProps) {
  const scroller = useRef<HTMLDivElement>(null);
  const ids = useMemo(() => rows.map((row) => row.id), [rows]);
  const [current, setCurrent] = useCurrent(ids, open);
  const place = ids.indexOf(current);
  const virtual = useVirtualizer({
    count: rows.length,
    getScrollElement: () => scroller.current,
    estimateSize: () => ROW_HEIGHT,
    getItemKey: (index) => ids[index] ?? index,
    overscan: 6,
    // The current row stays alive out of view, so that the focus is not lost.
    rangeExtractor: (range) => {
      const shown = defaultRangeExtractor(range);
      return place < 0 || shown.includes(place) ? shown : [...shown, place].sort((a, b) => a - b);
    },
  });
  const goTo = (index: number): void => {
    const id = ids[Math.max(0, Math.min(index, ids.length - 1))];
    if (id === undefined) return;
    virtual.scrollToIndex(ids.indexOf(id));
    setCurrent(id);
    if (open) onOpen(id);
  };
  useListKeys({ ids, place, selection, goTo, onSelect, onOpen, onDelete });
  // A link that opens an annotation shows where it stands in the list.
  const showPlace = useEffectEvent(() => place >= 0 && virtual.scrollToIndex(place, { align: 'center' }));
  useEffect(() => {
    showPlace();
  }, []);
  return (
    <div className="list-scroller" ref={scroller}>
      <ul className="list" style={{ blockSize: virtual.getTotalSize() }}>
        {virtual.getVirtualItems().map(({ index, start }) => {
          const row = rows[index];
          if (row === undefined) return null;
          return (
            <li
              key={row.id}
              ref={virtual.measureElement}
              data-index={index}
              aria-setsize={rows.length}
              aria-posinset={index + 1}
              className="list-place"
              style={{ transform: `translateY(${start}px)` }}
            >
              <ListRow
                row={row}
                isCurrent={index === Math.max(place, 0)}
                takesFocus={current === row.id}
                isOpen={open === row.id}
                isChosen={selection.ids.has(row.id)}
                onChoose={(range) => {
                  setCurrent(row.id);
                  onSelect(range ? extendTo(selection, row.id, ids) : toggle(selection, row.id));
                }}
                onOpen={() => {
                  setCurrent(row.id);
                  onOpen(row.id);
                }}
              />
            </li>
          );
        })}
      </ul>
      <p className="visually-hidden">{t('library_keys_hint')}</p>
    </div>
  );
}

/** The current row; when it leaves the list (deleted, filtered away) the one that took its place. */
function useCurrent(ids: readonly string[], open: string): [string, (id: string) => void] {
  const [current, setCurrent] = useState(open);
  const last = useRef(0);
  const place = ids.indexOf(current);
  if (place >= 0) last.current = place;
  const neighbour = current === '' || place >= 0 ? current : (ids[Math.min(last.current, ids.length - 1)] ?? '');
  return [neighbour, setCurrent];
}
