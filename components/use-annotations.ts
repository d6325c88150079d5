import { useLiveQuery } from 'dexie-react-hooks';
import { useCallback, useEffect, useState } from 'react';
import { annotations } from '../utils/db/annotations.ts';
import type { Annotation } from '../utils/domain/annotation.ts';
import type { Result } from '../utils/domain/error-code.ts';
import { pageKey } from '../utils/text/page-key.ts';
import { annotationStore } from './annotation-store.ts';

// Each hook answers undefined until it knows, and again whenever any surface changed what it asked for.
// Render them only below a `DatabaseGate`: without a database a live query throws.

/** null while it opens; after a failure `retry` tries again. */
export function useDatabase(): { result: Result<void> | null; retry: () => void } {
  const [result, setResult] = useState<Result<void> | null>(null);
  const retry = useCallback(() => {
    setResult(null);
    void annotationStore.open().then(setResult);
  }, []);
  useEffect(retry, [retry]);
  return { result, retry };
}

/** null when it was never there; a deleted one says so in `deleted`. */
export function useAnnotation(id: string): Annotation | null | undefined {
  const [followed, setFollowed] = useState<{ id: string; annotation: Annotation | null }>();
  useEffect(() => {
    const lifetime = new AbortController();
    annotationStore.follow(id, (annotation) => setFollowed({ id, annotation }), lifetime.signal);
    return () => lifetime.abort();
  }, [id]);
  return followed?.id === id ? followed.annotation : undefined;
}

/**
 * The kept annotations of a page: those stored under its URL, and those that the page itself found by its canonical URL
 * or in its frames (`ids`).
 */
export function usePageAnnotations(url: string, ids: string[]): Annotation[] | undefined {
  return useLiveQuery(async () => {
    const found = new Map<string, Annotation>();
    for (const annotation of await annotations.forPage(pageKey(url))) found.set(annotation.id, annotation);
    const missing = ids.filter((id) => !found.has(id));
    for (const annotation of await Promise.all(missing.map((id) => annotations.get(id)))) {
      if (annotation && annotation.deleted === null) found.set(annotation.id, annotation);
    }
    return [...found.values()];
  }, [url, ids.join()]);
}

/** Those of them that are kept, in this order. */
export const useAnnotations = (ids: string[]): Annotation[] | undefined =>
  useLiveQuery(async () => {
    const found = await Promise.all(ids.map((id) => annotations.get(id)));
    return found.filter((annotation): annotation is Annotation => annotation !== null && annotation.deleted === null);
  }, [ids.join()]);

export const useRecentAnnotations = (limit: number, exceptUrl: string): Annotation[] | undefined =>
  useLiveQuery(() => annotations.recent(limit, { exceptPageKey: pageKey(exceptUrl) }), [limit, exceptUrl]);

export const useAllAnnotations = (): Annotation[] | undefined => useLiveQuery(() => annotations.all(), []);
export const useDeletedAnnotations = (): Annotation[] | undefined => useLiveQuery(() => annotations.deleted(), []);
export const useAnnotationCount = (): number | undefined => useLiveQuery(() => annotations.count(), []);
export const useTagCounts = (): { tag: string; count: number }[] | undefined => useLiveQuery(() => annotationStore.tagCounts(), []);
export const useSpeakerNames = (): string[] | undefined => useLiveQuery(() => annotationStore.speakerNames(), []);
