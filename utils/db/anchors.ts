import type { Anchor, FoundPlace, LastAnchor } from '../domain/anchor.ts';
import type { Annotation } from '../domain/annotation.ts';
import { fail, ok, type Result } from '../domain/error-code.ts';
import { isCurrent, nowIn } from '../domain/wording.ts';
import { database, databaseErrorCode, openDatabase, write } from './database.ts';

/** What a visit found of one annotation; `places` as in `LastAnchor`. */
export interface Found {
  annotation: Annotation;
  anchor: Anchor;
  places: FoundPlace[];
}

/** Where each annotation was found when its page was last open. `record` is the background's alone; reads are for live queries. */
export const anchors = {
  get: async (annotationId: string): Promise<LastAnchor | null> => (await database.anchors.get(annotationId)) ?? null,
  /** By annotation id; annotations whose page was not open since they were made are missing. */
  forAnnotations: async (ids: string[]): Promise<Map<string, LastAnchor>> =>
    new Map((await database.anchors.bulkGet(ids)).flatMap((anchor) => (anchor === undefined ? [] : [[anchor.annotationId, anchor]]))),
  /** Those of annotations whose passage had other words, or was gone, when its page was last open. */
  adrift: (): Promise<LastAnchor[]> => database.anchors.where('status').anyOf('changed', 'orphaned').toArray(),

  /**
   * Notes where annotations were found. False when storage refused: that is no loss, the next visit tells it again.
   * Unchanged ones are written too, for `seen`.
   */
  record: async (found: Found[], url: string, now: string): Promise<boolean> => {
    if (found.length === 0) return true;
    if (!(await openDatabase()).ok) return false;
    try {
      await database.transaction('rw', database.anchors, async () => {
        const before = await database.anchors.bulkGet(found.map(({ annotation }) => annotation.id));
        await database.anchors.bulkPut(found.map((one, i) => lastAnchor(one, before[i] ?? null, url, now)));
      });
      return true;
    } catch (error) {
      if (databaseErrorCode(error) === null) throw error;
      return false;
    }
  },

  /**
   * The reader has seen that the page has `words` now and keeps their own: not told again until it has others. Null: told again.
   * `no-such-annotation` where no visit has found anything yet.
   */
  dismiss: (annotationId: string, words: string | null): Promise<Result<void>> =>
    write(async () => {
      const changed = await database.anchors.update(annotationId, { dismissed: words });
      return changed === 1 || (await database.anchors.get(annotationId)) !== undefined ? ok(undefined) : fail('no-such-annotation');
    }),
};

function lastAnchor({ annotation, anchor, places }: Found, before: LastAnchor | null, url: string, now: string): LastAnchor {
  const { status, reason } = anchor;
  // Where the reader took the words that were found last, these are what was seen then.
  const known = before !== null && isCurrent(before, annotation);
  const goesOn = known && before.status === status && (status !== 'changed' || wordsAt(before.places) === wordsAt(places));
  const same = status === 'exact' || status === 'moved' ? now : known ? before.same : (before?.seen ?? null);
  return {
    annotationId: annotation.id,
    status,
    reason,
    seen: now,
    since: goesOn ? before.since : now,
    same,
    url,
    places,
    dismissed: before?.dismissed ?? null,
  };
}

const wordsAt = ([place]: readonly FoundPlace[]): string => nowIn(place?.diff ?? []);
