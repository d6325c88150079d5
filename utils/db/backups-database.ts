import { Dexie, type EntityTable } from 'dexie';

/** A copy of all annotations as a file that people and `import` can read. */
export interface BackupRow {
  /** Day (UTC) it was made, `2026-11-24`: one a day. */
  day: string;
  /** ISO 8601 UTC. */
  made: string;
  /** How many annotations it holds. */
  count: number;
  /** `changeCount()` of the database when it was made. */
  changes: number;
  text: string;
}

/** Apart from the annotations, so that a broken database does not take its copies along. */
class BackupsDatabase extends Dexie {
  declare backups: EntityTable<BackupRow, 'day'>;

  constructor() {
    super('saidso-backups');
    this.version(1).stores({ backups: 'day' });
  }
}

export const backupsDatabase = new BackupsDatabase();
