import type { Annotation } from '../domain/annotation.ts';
import type { Correction } from '../domain/correction.ts';
import { ok, type Result } from '../domain/error-code.ts';
import type { JoinedDocument } from '../domain/joined-document.ts';
import { fromRow } from './annotation-row.ts';
import { type BackupRow, backupsDatabase } from './backups-database.ts';
import { correctionOf } from './correction-row.ts';
import { changeCount, database, databaseErrorCode, openDatabase } from './database.ts';
import { documentOf } from './document-row.ts';

/** One a day: a week back, whatever was done to the annotations in it. */
export const KEPT_BACKUPS = 7;

export type Backup = Omit<BackupRow, 'text' | 'changes'>;

/** What a backup holds. */
export interface BackedUp {
  list: Annotation[];
  corrections: Correction[];
  documents: JoinedDocument[];
}

/** The automatic copies. To restore one, import its `text` as a file. */
export const backups = {
  /** Newest first. */
  list: async (): Promise<Backup[]> =>
    (await backupsDatabase.backups.toArray()).map(({ day, made, count }) => ({ day, made, count })).reverse(),
  /** What a backup holds, in the JSON format of the export; null when there is none of that day. */
  text: async (day: string): Promise<string | null> => (await backupsDatabase.backups.get(day))?.text ?? null,

  /**
   * Makes today's backup when there is none yet and something changed since the last one; keeps the last `KEPT_BACKUPS`.
   * The bin is not in it. An empty database is not copied: it must not push the last full copies out.
   */
  makeIfDue: async (serialise: (all: BackedUp) => string, now: string): Promise<Result<'made' | 'not-due'>> => {
    const ready = await openDatabase();
    if (!ready.ok) return ready;
    return stored(async () => {
      const day = now.slice(0, 10);
      const last = await backupsDatabase.backups.toCollection().last();
      if (last !== undefined && last.day >= day) return 'not-due';
      const { changes, ...all } = await snapshot();
      const { list, corrections, documents } = all;
      if (list.length + corrections.length + documents.length === 0 || last?.changes === changes) return 'not-due';
      const row = { day, made: now, count: list.length, changes, text: serialise(all) };
      await backupsDatabase.transaction('rw', backupsDatabase.backups, async () => {
        await backupsDatabase.backups.put(row);
        const days = await backupsDatabase.backups.toCollection().primaryKeys();
        await backupsDatabase.backups.bulkDelete(days.slice(0, -KEPT_BACKUPS));
      });
      return 'made';
    });
  },

  /** Deletes all of them. */
  clear: (): Promise<Result<void>> => stored(() => backupsDatabase.backups.clear()),
};

/** All that a backup holds and the counter, as of one moment. */
const snapshot = (): Promise<BackedUp & { changes: number }> =>
  database.transaction('r', database.annotations, database.corrections, database.documents, database.counters, async () => ({
    list: (await database.annotations.orderBy('created').toArray()).filter((row) => row.deleted === null).map(fromRow),
    corrections: (await database.corrections.toArray()).map(correctionOf),
    documents: (await database.documents.toArray()).map(documentOf),
    changes: await changeCount(),
  }));

async function stored<T>(change: () => PromiseLike<T>): Promise<Result<T>> {
  try {
    return ok(await change());
  } catch (error) {
    const code = databaseErrorCode(error);
    if (code === null) throw error;
    return { ok: false, code };
  }
}
