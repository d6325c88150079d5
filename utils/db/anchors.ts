import type { Anchor } from '../domain/anchor.ts';
import { database, databaseErrorCode, type LastAnchor, openDatabase } from './database.ts';

export type { LastAnchor };

/** Where each annotation was found when its page was last open. Written by the background only; reads are for live queries. */
export const anchors = {
  get: async (annotationId: string): Promise<LastAnchor | null> => (await database.anchors.get(annotationId)) ?? null,
  /** By annotation id; annotations whose page was not open since they were made are missing. */
  forAnnotations: async (ids: string[]): Promise<Map<string, LastAnchor>> =>
    new Map((await database.anchors.bulkGet(ids)).flatMap((anchor) => (anchor === undefined ? [] : [[anchor.annotationId, anchor]]))),
  /** Ids of the annotations whose passage was gone from its page at the last visit. */
  orphanIds: async (): Promise<string[]> => (await database.anchors.where('status').equals('orphaned').primaryKeys()) as string[], // the primary key is a string

  /**
   * Notes where annotations were found. False when storage refused: that is no loss, the next visit tells it again.
   * Unchanged ones are written too, for `seen`.
   */
  record: async (found: { annotationId: string; anchor: Anchor }[], url: string, now: string): Promise<boolean> => {
    if (found.length === 0) return true;
    if (!(await openDatabase()).ok) return false;
    try {
      await database.anchors.bulkPut(
        found.map(({ annotationId, anchor }) => ({ annotationId, status: anchor.status, reason: anchor.reason, seen: now, url })),
      );
      return true;
    } catch (error) {
      if (databaseErrorCode(error) === null) throw error;
      return false;
    }
  },
};
