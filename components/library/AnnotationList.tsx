import { defaultRangeExtractor, useVirtualizer } from '@tanstack/react-virtual';
import { useEffect, useEffectEvent, useMemo, useRef, useState } from 'react';
import { t } from '../t.ts';
import { ListRow } from './ListRow.tsx';
import type { LibraryRow } from './library-row.ts';
import { extendTo, type Selection, selectAll, toggle } from './selection.ts';
import { useKeys } from './use-keys.ts';

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

type ListKeys = Pick<AnnotationListProps, 'selection' | 'onSelect' | 'onOpen' | 'onDelete'> & {
  ids: readonly string[];
  place: number;
  goTo: (index: number) => void;
};

function useListKeys({ ids, place, selection, goTo, onSelect, onOpen, onDelete }: ListKeys): void {
  const current = ids[place];
  const down = () => goTo(place + 1);
  const up = () => goTo(place - 1);
  const extend = (by: number) => {
    const next = ids[Math.max(0, Math.min(place + by, ids.length - 1))];
    if (next === undefined) return;
    const from = selection.from || current || next;
    onSelect(extendTo({ ids: selection.ids, from }, next, ids));
    goTo(place + by);
  };
  const remove = () => {
    const chosen = ids.filter((id) => selection.ids.has(id));
    if (chosen.length > 0) onDelete(chosen);
    else if (current !== undefined) onDelete([current]);
  };
  useKeys({
    j: down,
    k: up,
    ArrowDown: (event) => (isOwnedByOther(event) ? false : down()),
    ArrowUp: (event) => (isOwnedByOther(event) ? false : up()),
    'Shift+ArrowDown': () => extend(1),
    'Shift+ArrowUp': () => extend(-1),
    Home: (event) => (isOwnedByOther(event) ? false : goTo(0)),
    End: (event) => (isOwnedByOther(event) ? false : goTo(ids.length - 1)),
    x: () => (current === undefined ? undefined : onSelect(toggle(selection, current))),
    'Mod+a': () => onSelect(selectAll(ids)),
    // A focused button or link opens by itself.
    Enter: (event) => (event.target === document.body && current !== undefined ? onOpen(current) : false),
    Delete: remove,
    Backspace: (event) => (event.metaKey ? remove() : false),
  });
}

/** Arrows and Home belong to radio buttons, facets and what scrolls, unless the focus is in the list or nowhere. */
const isOwnedByOther = ({ target }: KeyboardEvent): boolean =>
  target instanceof Element && target !== document.body && target.closest('.list-scroller') === null;
