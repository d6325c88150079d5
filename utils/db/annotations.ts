import { liveQuery } from 'dexie';
import { type Annotation, motivationOf, tagsOf } from '../domain/annotation.ts';
import type { Correction } from '../domain/correction.ts';
import { fail, ok, type Result } from '../domain/error-code.ts';
import type { JoinedDocument } from '../domain/joined-document.ts';
import { fromRow, toRow } from './annotation-row.ts';
import { backups } from './backups.ts';
import { correctionOf, correctionRow } from './correction-row.ts';
import { syncCorrection, withStoredCorrection } from './correction-sync.ts';
import { countChange, database, write } from './database.ts';
import { addDocuments, type DocumentChange, documents, revertDocuments } from './documents.ts';
import { later } from './later.ts';

/** Days that a deleted annotation stays in the bin. */
export const DELETED_DAYS = 30;

/** What an import did: what it added, what it replaced, and what stood there before (as many as `replaced`, in its order). */
export type DoneImport = Done<Annotation> & { corrections: Done<Correction>; documents: DocumentChange };
interface Done<T> {
  added: T[];
  replaced: T[];
  before: T[];
}

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
  /** The annotations of a document and of those joined with it, newest first. `keys` from `pageKey()`; several keys name one document. */
  forPage: async (keys: string | string[]): Promise<Annotation[]> =>
    newestFirst(
      (
        await table
          .where('pageKey')
          .anyOf(await documents.keysOf(keys))
          .toArray()
      ).map(fromRow),
    ),
  /** All, newest first. */
  all: async (): Promise<Annotation[]> =>
    (await table.orderBy('created').reverse().toArray()).filter((row) => row.deleted === null).map(fromRow),
  /** The bin, last deleted first. */
  deleted: async (): Promise<Annotation[]> => (await table.orderBy('deleted').reverse().toArray()).map(fromRow),
  /** The newest `limit`, those of one page left out where asked for. */
  recent: async (limit: number, { exceptPageKey }: { exceptPageKey?: string } = {}): Promise<Annotation[]> => {
    const except = new Set(exceptPageKey === undefined ? [] : await documents.keysOf(exceptPageKey));
    const newest = table.orderBy('created').reverse();
    return (
      await newest
        .filter((row) => row.deleted === null && !except.has(row.pageKey))
        .limit(limit)
        .toArray()
    ).map(fromRow);
  },
  /** How many there are, the bin not counted. */
  count: async (): Promise<number> => (await table.count()) - (await table.where('deleted').above('').count()),
  countDeleted: (): Promise<number> => table.where('deleted').above('').count(),
  /** Every tag in use and how often, most used first, then by name. */
  tagCounts: async (): Promise<{ tag: string; count: number }[]> => counted(await table.orderBy('tags').keys()),
  /** Names of speakers and authors in use, most used first: for completion. */
  speakerNames: async (): Promise<string[]> => counted(await table.orderBy('speakers').keys()).map(({ tag }) => tag),
  /** The annotations whose words were taken from a page with one of these keys. */
  fromSource: async (keys: string[]): Promise<Annotation[]> =>
    newestFirst((await table.where('sourcePage').anyOf(keys).toArray()).map(fromRow)),

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
      const changed = await editedInStep(before, edit, now);
      if (changed !== before) await put([changed]);
      return ok(changed);
    }),

  /** The same for many, all or none. Missing and deleted ones are passed over; answers those that changed. */
  changeAll: (ids: string[], edit: (annotation: Annotation) => Annotation, now: string = isoNow()): Promise<Result<Annotation[]>> =>
    write(async () => {
      const changed: Annotation[] = [];
      for (const before of await kept(ids)) {
        const after = await editedInStep(before, edit, now);
        if (after !== before) changed.push(after);
      }
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
      const restored: Annotation[] = [];
      for (const row of rows) {
        if (row !== undefined) restored.push(await withStoredCorrection({ ...fromRow(row), modified: later(row, now), deleted: null }));
      }
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
   * replaces only what is still in the bin. A time of change that is still to come becomes now: else no edit elsewhere would ever be
   * newer. Answers what was done: all that `revertImport` needs.
   */
  applyImport: (plan: ImportedRows, now: string = isoNow()): Promise<Result<DoneImport>> =>
    write(async () => {
      const documents = await addDocuments(plan.documents ?? [], now);
      const done: DoneImport = { ...nothingDone(), corrections: nothingDone(), documents };
      const rowsOf = async (list: Annotation[]) => (await table.bulkGet(list.map(({ id }) => id))).map((row) => row && fromRow(row));
      take(plan.add, await rowsOf(plan.add), () => false, done, now);
      take(plan.update, await rowsOf(plan.update), isNewer, done, now);
      const back = plan.back ?? [];
      take(back, await rowsOf(back), (row) => row.deleted !== null, done, now);
      await put([...done.added, ...done.replaced]);
      const corrections = plan.corrections ?? [];
      const known = await database.corrections.bulkGet(corrections.map(({ id }) => id));
      take(corrections, known.map((row) => row && correctionOf(row)), isNewer, done.corrections, now); // biome-ignore format: one call
      const stored = [...done.corrections.added, ...done.corrections.replaced];
      await database.corrections.bulkPut(stored.map((one) => correctionRow(one, null)));
      if (stored.length > 0) await countChange();
      return ok(done);
    }),

  /**
   * Takes an import back: removes for good what it added, puts `before` in the place of what it replaced. What has been
   * changed since is left as it is. Answers how many were taken back.
   */
  revertImport: (done: DoneImport): Promise<Result<number>> =>
    write(async () => {
      const idsOf = (list: { id: string }[]): string[] => list.map(({ id }) => id);
      const imported = [...done.added, ...done.replaced];
      const back = untouched(done, await table.bulkGet(idsOf(imported)));
      await table.bulkDelete(idsOf(back.added));
      await database.anchors.bulkDelete(idsOf(back.added));
      await put(back.before);
      const corrected = [...done.corrections.added, ...done.corrections.replaced];
      const uncorrected = untouched(done.corrections, await database.corrections.bulkGet(idsOf(corrected)));
      await database.corrections.bulkDelete(idsOf(uncorrected.added));
      await database.corrections.bulkPut(uncorrected.before.map((one) => correctionRow(one, null)));
      const joined = done.documents.after.length;
      const split = joined > 0 && (await revertDocuments(done.documents)) ? joined : 0;
      const count = [back, uncorrected].reduce((sum, { added, before }) => sum + added.length + before.length, split);
      if (count > 0) await countChange();
      return ok(count);
    }),

  /**
   * Deletes every annotation and correction, the bin and the automatic backups. Backups go first: should the second step fail, the
   * annotations are still there and the reader can try again; the other way round copies would outlive what they ask to be gone.
   */
  clearAll: async (): Promise<Result<void>> => {
    const cleared = await backups.clear();
    if (!cleared.ok) return cleared;
    return write(async () => {
      await table.clear();
      await database.anchors.clear();
      await database.corrections.clear();
      await database.documents.clear();
      await database.checkJobs.clear();
      await countChange();
      return ok(undefined);
    });
  },
};

/** What an import brings. */
interface ImportedRows {
  add: Annotation[];
  update: Annotation[];
  back?: Annotation[];
  corrections?: Correction[];
  documents?: JoinedDocument[];
}

const nothingDone = <T>(): Done<T> => ({ added: [], replaced: [], before: [] });
const isNewer = (row: { modified: string }, by: { modified: string }): boolean => Date.parse(by.modified) > Date.parse(row.modified);

/** Sorts `list` into what is added and what replaces its row; nothing is dated after `now`, unless the row that it replaces was. */
function take<T extends { modified: string }>(
  list: T[],
  rows: (T | undefined)[],
  replaces: (row: T, by: T) => boolean,
  done: Done<T>,
  now: string,
): void {
  for (const [i, one] of list.entries()) {
    const row = rows[i];
    if (row === undefined) done.added.push(notAfter(one, now));
    else if (replaces(row, one)) {
      done.replaced.push(notAfter(one, later(row, now)));
      done.before.push(row);
    }
  }
}

const notAfter = <T extends { modified: string }>(row: T, time: string): T =>
  Date.parse(row.modified) > Date.parse(time) ? { ...row, modified: time } : row;

/** What of an import nobody has changed since; `rows` of those that were added, then of those that were replaced. */
function untouched<T extends { id: string; modified: string }>(done: Done<T>, rows: ({ modified: string } | undefined)[]): Done<T> {
  const imported = [...done.added, ...done.replaced];
  const same = new Set(imported.flatMap(({ id, modified }, i) => (rows[i]?.modified === modified ? [id] : [])));
  const left = (list: T[]): T[] => list.filter(({ id }) => same.has(id));
  return { added: left(done.added), replaced: left(done.replaced), before: left(done.before) };
}

async function put(list: Annotation[]): Promise<void> {
  if (list.length === 0) return;
  await table.bulkPut(list.map(toRow));
  await countChange();
}

async function kept(ids: string[]): Promise<Annotation[]> {
  const rows = await table.bulkGet([...new Set(ids)]);
  return rows.flatMap((row) => (row === undefined || row.deleted !== null ? [] : [fromRow(row)]));
}

function edited(before: Annotation, edit: (annotation: Annotation) => Annotation, now: string): Annotation {
  const after = edit(before);
  if (after === before) return before;
  return { ...after, id: before.id, created: before.created, modified: later(before, now), motivation: motivationOf(after.body) };
}

/** The same, with the correction of its passage in step. */
const editedInStep = (before: Annotation, edit: (annotation: Annotation) => Annotation, now: string): Promise<Annotation> => {
  const after = edited(before, edit, now);
  return after === before ? Promise.resolve(before) : syncCorrection(before, after);
};

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
