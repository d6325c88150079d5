import { Dexie, type EntityTable, type Table } from 'dexie';
import type { LastAnchor } from '../domain/anchor.ts';
import type { Annotation } from '../domain/annotation.ts';
import type { CheckJob } from '../domain/check-job.ts';
import type { Correction } from '../domain/correction.ts';
import type { ErrorCode, Result } from '../domain/error-code.ts';
import type { JoinedDocument } from '../domain/joined-document.ts';

/**
 * An annotation with the columns its indexes need. They are derived from the annotation on every write (`annotation-row.ts`)
 * and never leave this folder. In a deleted row they are empty, so that no index finds it; only `deleted` does.
 */
export interface AnnotationRow extends Annotation {
  pageKey: string;
  tags: string[];
  /** Names as written, of the quotation's speaker and the claims' authors. */
  speakers: string[];
  /** Key of the page that the quotation's source is; '' where none is known. */
  sourcePage: string;
  /** The quotation body's correction. */
  correction: string;
}

/** A correction with its document's key, and what the last visit found; neither leaves this folder as a part of it. */
export interface CorrectionRow extends Correction {
  pageKey: string;
  /** Whether the passage was found; null before the first visit. */
  found: boolean | null;
}

/** Pages that the reader joined, with their keys. */
export interface DocumentRow extends JoinedDocument {
  keys: string[];
}

/** `changes` counts the transactions that changed annotations, corrections or documents: a backup is due when it moved on. */
export interface Counter {
  name: 'changes';
  value: number;
}

export class SaidsoDatabase extends Dexie {
  declare annotations: EntityTable<AnnotationRow, 'id'>;
  declare anchors: EntityTable<LastAnchor, 'annotationId'>;
  declare corrections: EntityTable<CorrectionRow, 'id'>;
  declare documents: EntityTable<DocumentRow, 'id'>;
  declare checkJobs: EntityTable<CheckJob, 'id'>;
  declare counters: Table<Counter, string>;

  constructor(name = 'saidso') {
    super(name);
    // Versions are appended, never edited. A dump of each released one stands in tests/dumps.
    this.version(1).stores({
      annotations: 'id, pageKey, *tags, *speakers, sourcePage, correction, created, deleted',
      anchors: 'annotationId, status',
      corrections: 'id, pageKey, modified',
      documents: 'id, *keys',
      checkJobs: 'id, state',
      counters: 'name',
    });
  }
}

export const database = new SaidsoDatabase();

let opened: Promise<Result<void>> | null = null;

/**
 * Opens the database, once; ask it before the first read of a surface. Not ok: `database-blocked` (another window still runs an
 * older version and holds it) or `database-unavailable` (disabled storage, broken profile). A later call tries again.
 */
export function openDatabase(): Promise<Result<void>> {
  opened ??= open().then((result) => {
    if (!result.ok) opened = null;
    return result;
  });
  return opened;
}

function open(): Promise<Result<void>> {
  if (database.isOpen()) return Promise.resolve({ ok: true, value: undefined });
  return new Promise((resolve) => {
    const block = (): void => resolve({ ok: false, code: 'database-blocked' });
    database.on('blocked', block);
    database
      .open()
      .then(
        () => resolve({ ok: true, value: undefined }),
        (error: unknown) => resolve({ ok: false, code: databaseErrorCode(error) ?? 'database-unavailable' }),
      )
      .finally(() => database.on('blocked').unsubscribe(block));
  });
}

const UNAVAILABLE = new Set([
  'AbortError', // the browser ended a transaction; an error of our own in one comes as itself
  'DatabaseClosedError',
  'OpenFailedError',
  'MissingAPIError',
  'MissingApiError',
  'NoSuchDatabaseError',
  'InvalidStateError',
  'SecurityError',
  'UnknownError',
  'UpgradeError',
  'TimeoutError',
]);

/** The code of a failure that storage is known for, looking through Dexie's wrappers; null for a bug. */
export function databaseErrorCode(error: unknown): ErrorCode | null {
  const names = namesOf(error);
  if (names.includes('QuotaExceededError')) return 'disk-full';
  // The stored database is newer than this code: an older copy of the extension still runs.
  if (names.includes('VersionError')) return 'database-blocked';
  if (names.some((name) => UNAVAILABLE.has(name))) return 'database-unavailable';
  return null;
}

function namesOf(error: unknown, depth = 0): string[] {
  if (typeof error !== 'object' || error === null || depth > 4) return [];
  const { name, inner, failures } = error as { name?: unknown; inner?: unknown; failures?: unknown }; // any thrown value: each field is tested
  return [
    ...(typeof name === 'string' ? [name] : []),
    ...namesOf(inner, depth + 1),
    ...(Array.isArray(failures) ? failures.flatMap((failure) => namesOf(failure, depth + 1)) : []),
  ];
}

/**
 * Runs one logical change as one transaction over annotations, their anchors, corrections and documents. Whatever fails in it, nothing of it is
 * written; a foreseen failure comes back as its code, a bug is thrown. A change that writes calls `countChange`.
 */
export async function write<T>(change: () => Promise<Result<T>>): Promise<Result<T>> {
  const ready = await openDatabase();
  if (!ready.ok) return ready;
  try {
    const { annotations, anchors, corrections, documents, checkJobs, counters } = database;
    return await database.transaction('rw', [annotations, anchors, corrections, documents, checkJobs, counters], change);
  } catch (error) {
    const code = databaseErrorCode(error);
    if (code === null) throw error;
    return { ok: false, code };
  }
}

/** How many transactions have changed annotations or corrections so far. */
export const changeCount = async (): Promise<number> => (await database.counters.get('changes'))?.value ?? 0;

/** Notes, within its transaction, that annotations or corrections were changed. */
export async function countChange(): Promise<void> {
  await database.counters.put({ name: 'changes', value: (await changeCount()) + 1 });
}
