import { useWindowVirtualizer } from '@tanstack/react-virtual';
import { type ReactNode, useLayoutEffect, useRef, useState } from 'react';

type VirtualListProps<Row> = {
  rows: Row[];
  keyOf: (row: Row) => string;
  label: string;
  estimatedHeight: number;
  children: (row: Row) => ReactNode;
};

// Below this a plain list is as fast, and the browser's own search finds everything in it.
const PLAIN_ROWS = 80;
const OVERSCAN = 8;

/** A list in the page's own scroll. A long one holds only the rows that are near the window. */
export function VirtualList<Row>(props: VirtualListProps<Row>) {
  if (props.rows.length > PLAIN_ROWS) return <Windowed {...props} />;
  const { rows, keyOf, label, children } = props;
  return (
    <ul className="list" aria-label={label}>
      {rows.map((row) => (
        <li key={keyOf(row)}>{children(row)}</li>
      ))}
    </ul>
  );
}

function Windowed<Row>({ rows, keyOf, label, estimatedHeight, children }: VirtualListProps<Row>) {
  const list = useRef<HTMLUListElement>(null);
  const [top, setTop] = useState(0);
  // What stands above the list may grow or shrink with any render.
  useLayoutEffect(() => {
    const now = list.current ? list.current.getBoundingClientRect().top + window.scrollY : 0;
    if (Math.abs(now - top) > 1) setTop(now);
  });
  const virtualizer = useWindowVirtualizer({
    count: rows.length,
    estimateSize: () => estimatedHeight,
    getItemKey: (i) => {
      const row = rows[i];
      return row === undefined ? i : keyOf(row);
    },
    overscan: OVERSCAN,
    scrollMargin: top,
  });
  return (
    <ul ref={list} className="list list-windowed" aria-label={label} style={{ blockSize: virtualizer.getTotalSize() }}>
      {virtualizer.getVirtualItems().map(({ index, key, start }) => {
        const row = rows[index];
        if (row === undefined) return null;
        return (
          <li
            key={key}
            ref={virtualizer.measureElement}
            data-index={index}
            aria-setsize={rows.length}
            aria-posinset={index + 1}
            style={{ transform: `translateY(${start - top}px)` }}
          >
            {children(row)}
          </li>
        );
      })}
    </ul>
  );
}
