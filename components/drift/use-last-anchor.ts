import { useLiveQuery } from 'dexie-react-hooks';
import { useSyncExternalStore } from 'react';
import type { LastAnchor } from '../../utils/domain/anchor.ts';
import { annotationStore } from '../annotation-store.ts';

// Where the database cannot be watched (the card) what this page itself changed is asked for again.
const listeners = new Set<() => void>();
let version = 0;

export function anchorsChanged(): void {
  version += 1;
  for (const listener of listeners) listener();
}

function subscribe(listener: () => void): () => void {
  listeners.add(listener);
  return () => listeners.delete(listener);
}

/** What the last visits found of an annotation; null where there was none, undefined until it is known. */
export function useLastAnchor(id: string): LastAnchor | null | undefined {
  const changes = useSyncExternalStore(subscribe, () => version);
  return useLiveQuery(() => annotationStore.lastAnchor(id), [id, changes]);
}
