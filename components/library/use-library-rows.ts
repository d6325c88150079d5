import { useLiveQuery } from 'dexie-react-hooks';
import { useMemo, useRef } from 'react';
import { anchors } from '../../utils/db/anchors.ts';
import type { Annotation } from '../../utils/domain/annotation.ts';
import { type LibraryRow, libraryRows } from './library-row.ts';

/** Rows of the annotations; undefined until both they and what is known of their places are read. */
export function useLibraryRows(annotations: readonly Annotation[] | undefined): readonly LibraryRow[] | undefined {
  const adrift = useLiveQuery(() => anchors.adrift(), []);
  const earlier = useRef<ReadonlyMap<string, LibraryRow>>(new Map());
  return useMemo(() => {
    if (annotations === undefined || adrift === undefined) return undefined;
    const rows = libraryRows(annotations, new Map(adrift.map((last) => [last.annotationId, last])), earlier.current);
    earlier.current = new Map(rows.map((row) => [row.id, row]));
    return rows;
  }, [annotations, adrift]);
}
