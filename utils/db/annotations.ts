import { liveQuery } from 'dexie';
import { type Annotation, motivationOf, tagsOf } from '../domain/annotation.ts';
import { fail, ok, type Result } from '../domain/error-code.ts';
import { fromRow, nameKey, toRow } from './annotation-row.ts';
import { backups } from './backups.ts';
import { countChange, database, write } from './database.ts';

/** Days that a deleted annotation stays in the bin. */
export const DELETED_DAYS = 30;

/** What an import did: what it added, what it replaced, and what stood there before (as many as `replaced`, in its order). */
export type DoneImport = { added: Annotation[]; replaced: Annotation[]; before: Annotation[] };

const table = database.annotations;
const isoNow = (): string => new Date().toISOString();

/**
 * The reader's annotations. Pages and the background use it directly.
 *
 * Reads are plain Dexie queries, to be run inside `useLiveQuery(() => annotations.all())`; they reject only where
 * `openDatabase()` was not ok, so a surface asks that first. Deleted annotations are seen by `get` and `deleted` only.
 * Writes are one transaction each and answer a `Result`: `no-such-annotation`, `disk-full`, `database-blocked`,
 * `database-unavailable`; after a failure nothing of the change is stored. Times (`now`, `olderThan`) are ISO 8601 UTC.
 */
export const annotations = {
  // ── reads

  /** One annotation, also a deleted one (see its `deleted`); null when there is none. */
  get: async (id: string): Promise<Annotation | null> => {
    const row = await table.get(id);
    return row === undefined ? null : fromRow(row);
  },
  /** Tells one annotation now and after each change by any context, until `signal` aborts; null when there is none. */
  follow: (id: string, onValue: (annotation: Annotation | null) => void, signal: AbortSignal): void => {
    const subscription = liveQuery(() => annotations.get(id)).subscribe(onValue, () => onValue(null));
    signal.addEventListener('abort', () => subscription.unsubscribe(), { once: true });
  },
  /** The annotations of a document, newest first. `keys` from `pageKey()`; several keys name one document. */
  forPage: async (keys: string | string[]): Promise<Annotation[]> =>
    newestFirst((await table.where('pageKey').anyOf(keys).toArray()).map(fromRow)),
  countForPage: (keys: string | string[]): Promise<number> => table.where('pageKey').anyOf(keys).count(),
  /** All, newest first. */
  all: async (): Promise<Annotation[]> =>
    (await table.orderBy('created').reverse().toArray()).filter((row) => row.deleted === null).map(fromRow),
  /** The bin, last deleted first. */
  deleted: async (): Promise<Annotation[]> => (await table.orderBy('deleted').reverse().toArray()).map(fromRow),
  /** The newest `limit`, those of one page left out where asked for. */
  recent: async (limit: number, { exceptPageKey }: { exceptPageKey?: string } = {}): Promise<Annotation[]> =>
    (
      await table
        .orderBy('created')
        .reverse()
        .filter((row) => row.deleted === null && row.pageKey !== exceptPageKey)
        .limit(limit)
        .toArray()
    ).map(fromRow),
  /** How many there are, the bin not counted. */
  count: async (): Promise<number> => (await table.count()) - (await table.where('deleted').above('').count()),
  countDeleted: (): Promise<number> => table.where('deleted').above('').count(),
  /** Every tag in use and how often, most used first, then by name. */
  tagCounts: async (): Promise<{ tag: string; count: number }[]> => counted(await table.orderBy('tags').keys()),
  /** Names of speakers and authors in use, most used first: for completion. */
  speakerNames: async (): Promise<string[]> => counted(await table.orderBy('speakers').keys()).map(({ tag }) => tag),
  /** The annotations with this speaker, whatever the case of the name. */
  forSpeaker: async (name: string): Promise<Annotation[]> =>
    newestFirst((await table.where('speakerKey').equals(nameKey(name)).toArray()).map(fromRow)),
  /** The annotations whose words were taken from this source. */
  forSource: async (name: string): Promise<Annotation[]> =>
    newestFirst((await table.where('sourceKey').equals(nameKey(name)).toArray()).map(fromRow)),

  // ── writes

  /** Stores a new annotation. The caller has set id and times. */
  create: (annotation: Annotation): Promise<Result<Annotation>> =>
    write(async () => {
      await table.add(toRow(annotation));
      await countChange();
      return ok(annotation);
    }),

  /**
   * Reads, changes and writes one annotation in one transaction; sets `modified` and `motivation`, keeps `id` and `created`.
   * `edit` must be synchronous and return a new object; one that returns its argument writes nothing. `no-such-annotation` also for
   * a deleted one.
   */
  change: (id: string, edit: (annotation: Annotation) => Annotation, now: string = isoNow()): Promise<Result<Annotation>> =>
    write(async () => {
      const row = await table.get(id);
      if (row === undefined || row.deleted !== null) return fail('no-such-annotation');
      const before = fromRow(row);
      const changed = edited(before, edit, now);
      if (changed !== before) await put([changed]);
      return ok(changed);
    }),

  /** The same for many, all or none. Missing and deleted ones are passed over; answers those that changed. */
  changeAll: (ids: string[], edit: (annotation: Annotation) => Annotation, now: string = isoNow()): Promise<Result<Annotation[]>> =>
    write(async () => {
      const changed = (await kept(ids)).flatMap((before) => {
        const after = edited(before, edit, now);
        return after === before ? [] : [after];
      });
      await put(changed);
      return ok(changed);
    }),

  /** Adds tags to many; a tag that is there stays one. */
  addTags: (ids: string[], tags: string[], now: string = isoNow()): Promise<Result<Annotation[]>> =>
    annotations.changeAll(ids, (annotation) => withTags(annotation, tags), now),

  /** Puts annotations into the bin. Answers the ids that were deleted by this call: `restore` them to undo it. */
  remove: (ids: string[], now: string = isoNow()): Promise<Result<string[]>> =>
    write(async () => {
      const removed = await kept(ids);
      await put(removed.map((annotation) => ({ ...annotation, modified: later(annotation, now), deleted: now })));
      return ok(removed.map(({ id }) => id));
    }),

  /** Takes annotations out of the bin again. */
  restore: (ids: string[], now: string = isoNow()): Promise<Result<string[]>> =>
    write(async () => {
      const rows = (await table.bulkGet(ids)).filter((row) => row !== undefined && row.deleted !== null);
      const restored = rows.flatMap((row) => (row === undefined ? [] : [{ ...fromRow(row), modified: later(row, now), deleted: null }]));
      await put(restored);
      return ok(restored.map(({ id }) => id));
    }),

  /** Removes for good what was deleted before `olderThan`. Answers how many. */
  purge: (olderThan: string): Promise<Result<number>> =>
    write(async () => {
      const ids = await table.where('deleted').below(olderThan).primaryKeys();
      await table.bulkDelete(ids);
      await database.anchors.bulkDelete(ids);
      if (ids.length > 0) await countChange();
      return ok(ids.length);
    }),

  /** Removes these for good, where they are in the bin. Answers how many. */
  destroy: (ids: string[]): Promise<Result<number>> =>
    write(async () => {
      const inBin = (await table.bulkGet(ids)).flatMap((row) => (row === undefined || row.deleted === null ? [] : [row.id]));
      await table.bulkDelete(inBin);
      await database.anchors.bulkDelete(inBin);
      if (inBin.length > 0) await countChange();
      return ok(inBin.length);
    }),

  /**
   * Takes over an import, all of it or nothing. Rows are compared once more inside the transaction, because the plan was made
   * before it: an `add` whose id has come to exist is passed over, an `update` replaces only what was changed earlier, a `back`
   * replaces only what is still in the bin. Answers what was done: all that `revertImport` needs.
   */
  applyImport: (plan: { add: Annotation[]; update: Annotation[]; back?: Annotation[] }): Promise<Result<DoneImport>> =>
    write(async () => {
      const done: DoneImport = { added: [], replaced: [], before: [] };
      const take = async (list: Annotation[], replaces: (row: Annotation, by: Annotation) => boolean): Promise<void> => {
        const rows = await table.bulkGet(list.map(({ id }) => id));
        for (const [i, annotation] of list.entries()) {
          const row = rows[i];
          const before = row === undefined ? null : fromRow(row);
          if (before === null) done.added.push(annotation);
          else if (replaces(before, annotation)) {
            done.replaced.push(annotation);
            done.before.push(before);
          }
        }
      };
      await take(plan.add, () => false);
      await take(plan.update, (row, by) => Date.parse(by.modified) > Date.parse(row.modified));
      await take(plan.back ?? [], (row) => row.deleted !== null);
      await put([...done.added, ...done.replaced]);
      return ok(done);
    }),

  /**
   * Takes an import back: removes for good what it added, puts `before` in the place of what it replaced. What has been
   * changed since is left as it is. Answers how many were taken back.
   */
  revertImport: (done: DoneImport): Promise<Result<number>> =>
    write(async () => {
      const imported = [...done.added, ...done.replaced];
      const rows = await table.bulkGet(imported.map(({ id }) => id));
      const untouched = new Set(imported.flatMap(({ id, modified }, i) => (rows[i]?.modified === modified ? [id] : [])));
      const added = done.added.flatMap(({ id }) => (untouched.has(id) ? [id] : []));
      const before = done.before.filter(({ id }) => untouched.has(id));
      await table.bulkDelete(added);
      await database.anchors.bulkDelete(added);
      await put(before);
      if (added.length > 0 && before.length === 0) await countChange();
      return ok(added.length + before.length);
    }),

  /**
   * Deletes every annotation, the bin and the automatic backups. Backups go first: should the second step fail, the
   * annotations are still there and the reader can try again; the other way round copies would outlive what they ask to be gone.
   */
  clearAll: async (): Promise<Result<void>> => {
    const cleared = await backups.clear();
    if (!cleared.ok) return cleared;
    return write(async () => {
      await table.clear();
      await database.anchors.clear();
      await countChange();
      return ok(undefined);
    });
  },
};

async function put(list: Annotation[]): Promise<void> {
  if (list.length === 0) return;
  await table.bulkPut(list.map(toRow));
  await countChange();
}

async function kept(ids: string[]): Promise<Annotation[]> {
  const rows = await table.bulkGet([...new Set(ids)]);
  return rows.flatMap((row) => (row === undefined || row.deleted !== null ? [] : [fromRow(row)]));
}

/** `modified` is the version of an annotation: each change has another, later one, also within a millisecond and after the clock is set back. */
function later(before: { modified: string }, now: string): string {
  return new Date(Math.max(Date.parse(now), Date.parse(before.modified) + 1)).toISOString();
}

function edited(before: Annotation, edit: (annotation: Annotation) => Annotation, now: string): Annotation {
  const after = edit(before);
  if (after === before) return before;
  return { ...after, id: before.id, created: before.created, modified: later(before, now), motivation: motivationOf(after.body) };
}

function withTags(annotation: Annotation, tags: string[]): Annotation {
  const present = new Set(tagsOf(annotation));
  const added = [...new Set(tags)].filter((tag) => !present.has(tag));
  if (added.length === 0) return annotation;
  return {
    ...annotation,
    body: [...annotation.body, ...added.map((value) => ({ type: 'TextualBody', purpose: 'tagging', value }) as const)],
  };
}

const newestFirst = (list: Annotation[]): Annotation[] => list.sort((a, b) => (a.created < b.created ? 1 : a.created > b.created ? -1 : 0));

function counted(keys: readonly unknown[]): { tag: string; count: number }[] {
  const counts = new Map<string, number>();
  for (const key of keys) if (typeof key === 'string') counts.set(key, (counts.get(key) ?? 0) + 1);
  return [...counts].map(([tag, count]) => ({ tag, count })).sort((a, b) => b.count - a.count || a.tag.localeCompare(b.tag));
}
