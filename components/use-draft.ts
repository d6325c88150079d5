import { useEffect, useMemo, useSyncExternalStore } from 'react';
import type { Annotation } from '../utils/domain/annotation.ts';
import { type Field, fieldOf } from './annotation-fields.ts';
import { annotationStore } from './annotation-store.ts';
import { DraftSaver, type DraftState, openDrafts } from './draft-saver.ts';
import { change } from './store.ts';

export type Draft = DraftState & { type: (text: string) => void; flush: () => void };

/** A field of an annotation that saves itself: as one types, on blur (`flush`), when the surface is hidden or closed, on unmount. */
export function useDraft(annotation: Annotation, field: Field): Draft {
  const { id } = annotation;
  const stored = fieldOf(annotation, field);
  // biome-ignore lint/correctness/useExhaustiveDependencies: the text that is stored at first; later ones come by `stored()`
  const saver = useMemo(() => new DraftSaver(id, field, stored, change), [id, field]);
  useEffect(() => saver.stored(stored), [saver, stored]);
  useEffect(() => {
    openDrafts.add(saver);
    const lifetime = new AbortController();
    const flush = (): void => void saver.flush();
    document.addEventListener('visibilitychange', flush, { signal: lifetime.signal });
    const leave = (): void => (annotationStore.leave === undefined ? flush() : saver.leave(annotationStore.leave));
    window.addEventListener('pagehide', leave, { signal: lifetime.signal });
    return () => {
      lifetime.abort();
      openDrafts.delete(saver);
      flush();
    };
  }, [saver]);
  const state = useSyncExternalStore(saver.subscribe, () => saver.state);
  return { ...state, type: (text) => saver.type(text), flush: () => void saver.flush() };
}
