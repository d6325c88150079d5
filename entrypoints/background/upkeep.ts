import { annotations, DELETED_DAYS } from '../../utils/db/annotations.ts';
import { type BackedUp, backups } from '../../utils/db/backups.ts';
import { json } from '../../utils/exchange/formats/json.ts';
import { englishWord } from '../../utils/exchange/words.ts';
import { readSettings } from '../../utils/settings.ts';

const DAY_MS = 86_400_000;
let running: Promise<void> | null = null;

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
  const { creator } = await readSettings();
  await backups.makeIfDue((all) => backupText(all, now.toISOString(), creator), now.toISOString());
}

/** The export's own format, so that a backup is restored by the import and can be read by a person. */
function backupText({ list, corrections, documents }: BackedUp, exported: string, creator: string): string {
  if (json.write === undefined) throw new Error('The JSON format cannot be written.');
  const context = { exported, id: crypto.randomUUID(), creator, language: 'en', word: englishWord, byteOrderMark: false };
  return [...json.write(list, { ...context, corrections, documents })].join('');
}
