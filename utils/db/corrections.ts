import type { Annotation } from '../domain/annotation.ts';
import type { Correction, Fragment } from '../domain/correction.ts';
import { ok, type Result } from '../domain/error-code.ts';
import { fromRow, toRow } from './annotation-row.ts';
import { correctionOf, correctionRow, withCorrection, withoutCorrection } from './correction-row.ts';
import { countChange, database, write } from './database.ts';
import { documents } from './documents.ts';
import { later } from './later.ts';

/** A correction with what the last visit to its page found: true, false, or null before the first. */
export interface SeenCorrection {
  correction: Correction;
  found: boolean | null;
}

const table = database.corrections;
const isoNow = (): string => new Date().toISOString();

/**
 * What the reader says of quotations. An annotation of a corrected passage names its correction and changes with it, in one
 * transaction, whichever of the two was edited (`correction-sync.ts`). Reads and writes are as those of `annotations`.
 */
export const corrections = {
  get: async (id: string): Promise<Correction | null> => {
    const row = await table.get(id);
    return row === undefined ? null : correctionOf(row);
  },
  /** The corrections of a document and of those joined with it, the last changed first. `keys` from `pageKey()`. */
  forPage: async (keys: string | string[]): Promise<Correction[]> =>
    (
      await table
        .where('pageKey')
        .anyOf(await documents.keysOf(keys))
        .toArray()
    )
      .map(correctionOf)
      .sort((a, b) => (a.modified < b.modified ? 1 : -1)),
  /** All, the last changed first. */
  all: async (): Promise<SeenCorrection[]> =>
    (await table.orderBy('modified').reverse().toArray()).map((row) => ({ correction: correctionOf(row), found: row.found })),
  count: (): Promise<number> => table.count(),

  /**
   * Stores a correction, and what it says in the annotations that have it and in `annotationIds`, which keep the same passage.
   * Answers what stood there before: put that back, or remove this, to undo it.
   */
  put: (correction: Correction, annotationIds: string[] = [], now: string = isoNow()): Promise<Result<{ before: Correction | null }>> =>
    write(async () => {
      const row = await table.get(correction.id);
      const modified = row === undefined ? correction.modified : later(row, now);
      const stored = { ...correction, fragment: correction.fragment ?? row?.fragment ?? null, modified };
      await table.put(correctionRow(stored, row?.found ?? null));
      const kept = await database.annotations.bulkGet(annotationIds);
      await rewrite([...(await linked(correction.id)), ...kept.flatMap((one) => (one === undefined || one.deleted !== null ? [] : [fromRow(one)]))], (one) => withCorrection(one, stored), now); // biome-ignore format: one call
      await countChange();
      return ok({ before: row === undefined ? null : correctionOf(row) });
    }),

  /** Takes corrections back: annotations tell again what was detected. Answers those that were there: `put` them to undo it. */
  remove: (ids: string[], now: string = isoNow()): Promise<Result<{ correction: Correction; annotationIds: string[] }[]>> =>
    write(async () => {
      const removed: { correction: Correction; annotationIds: string[] }[] = [];
      for (const row of await table.bulkGet([...new Set(ids)])) {
        if (row === undefined) continue;
        const correction = correctionOf(row);
        const annotations = await linked(row.id);
        await rewrite(annotations, (one) => withoutCorrection(one, correction), now);
        removed.push({ correction, annotationIds: annotations.map(({ id }) => id) });
      }
      await table.bulkDelete(removed.map(({ correction }) => correction.id));
      if (removed.length > 0) await countChange();
      return ok(removed);
    }),

  /**
   * Notes what a visit found, and the fragments it could take for corrections that have none. No change of the reader's: `modified` stays.
   * False when storage refused: the next visit tells it again.
   */
  record: async (visit: { id: string; found: boolean; fragment: Fragment | null }[]): Promise<boolean> => {
    const done = await write(async () => {
      const rows = await table.bulkGet(visit.map(({ id }) => id));
      const changed = rows.flatMap((row, i) => {
        const seen = visit[i];
        if (row === undefined || seen === undefined) return [];
        const fragment = row.fragment ?? seen.fragment;
        return row.found === seen.found && fragment === row.fragment ? [] : [{ ...row, found: seen.found, fragment }];
      });
      await table.bulkPut(changed);
      if (changed.some((row, i) => row.fragment !== rows[i]?.fragment)) await countChange();
      return ok(undefined);
    });
    return done.ok;
  },
};

/** The annotations that have the correction; those in the bin have it again when they come out (`correction-sync.ts`). */
const linked = async (id: string): Promise<Annotation[]> =>
  (await database.annotations.where('correction').equals(id).toArray()).map(fromRow);

async function rewrite(list: Annotation[], edit: (annotation: Annotation) => Annotation, now: string): Promise<void> {
  const changed = new Map<string, Annotation>();
  for (const before of list) {
    const after = edit(before);
    if (after !== before) changed.set(after.id, { ...after, modified: later(before, now) });
  }
  await database.annotations.bulkPut([...changed.values()].map(toRow));
}
