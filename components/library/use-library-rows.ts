import { useLiveQuery } from 'dexie-react-hooks';
import { useMemo, useRef } from 'react';
import { anchors } from '../../utils/db/anchors.ts';
import { documents } from '../../utils/db/documents.ts';
import type { Annotation } from '../../utils/domain/annotation.ts';
import { type LibraryRow, libraryRows } from './library-row.ts';
import { documentKeys } from './pages/kept-pages.ts';

/** Rows of the annotations; undefined until they, what is known of their places and which pages are joined are read. */
export function useLibraryRows(annotations: readonly Annotation[] | undefined): readonly LibraryRow[] | undefined {
  const adrift = useLiveQuery(() => anchors.adrift(), []);
  const joined = useLiveQuery(() => documents.all(), []);
  const earlier = useRef<ReadonlyMap<string, LibraryRow>>(new Map());
  return useMemo(() => {
    if (annotations === undefined || adrift === undefined || joined === undefined) return undefined;
    const anchored = new Map(adrift.map((last) => [last.annotationId, last]));
    const rows = libraryRows(annotations, anchored, earlier.current, documentKeys(joined));
    earlier.current = new Map(rows.map((row) => [row.id, row]));
    return rows;
  }, [annotations, adrift, joined]);
}
