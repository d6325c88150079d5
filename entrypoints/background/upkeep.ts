import { annotations, DELETED_DAYS } from '../../utils/db/annotations.ts';
import { backups } from '../../utils/db/backups.ts';
import type { Annotation } from '../../utils/domain/annotation.ts';

const DAY_MS = 86_400_000;
let running: Promise<void> | null = null;
let serialise: ((list: Annotation[]) => string) | null = null;

/** Names the format of the backups. */
export function setBackupFormat(format: (list: Annotation[]) => string): void {
  serialise = format;
}

/**
 * Empties the bin of what is old and makes today's backup. At start and after changes, no timer; calls while it runs are one.
 * A full disk or a closed database is left for the next time: the reader is told where they work with it.
 */
export function runUpkeep(now: Date = new Date()): Promise<void> {
  running ??= upkeep(now).finally(() => {
    running = null;
  });
  return running;
}

async function upkeep(now: Date): Promise<void> {
  await annotations.purge(new Date(now.getTime() - DELETED_DAYS * DAY_MS).toISOString());
  if (serialise !== null) await backups.makeIfDue(serialise, now.toISOString());
}
