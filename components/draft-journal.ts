import type { Field } from './annotation-fields.ts';

/**
 * What was typed and is not stored yet, written synchronously: a popup is gone the moment the reader clicks beside it, before a
 * transaction of the database can end. Kept in `localStorage` of the extension's origin for the moments until it is stored.
 */
export type JournalEntry = { id: string; field: Field; base: string; text: string /** ms since the epoch */; at: number };

const PREFIX = 'draft/';

const keyFor = (id: string, field: Field): string => `${PREFIX}${id}/${field}`;

/** Without storage (blocked by the browser, full) there is no journal, and the database alone has to be quick enough. */
function storage(): Storage | null {
  try {
    return globalThis.localStorage ?? null;
  } catch {
    return null; // Chromium throws when site data is blocked
  }
}

export function journalDraft(entry: JournalEntry): void {
  try {
    storage()?.setItem(keyFor(entry.id, entry.field), JSON.stringify(entry));
  } catch {
    // Full: more than 5 MB of unsaved text. The database gets it in a moment anyway.
  }
}

export function forgetDraft(id: string, field: Field): void {
  storage()?.removeItem(keyFor(id, field));
}

/** The entries last touched before `olderThan` (ms), in no order. What does not read as an entry is removed. */
export function journalledDrafts(olderThan: number): JournalEntry[] {
  const store = storage();
  if (!store) return [];
  const keys = Array.from({ length: store.length }, (_, i) => store.key(i)).filter((key) => key?.startsWith(PREFIX));
  return keys.flatMap((key) => {
    const entry = key === null ? null : parseEntry(store.getItem(key));
    if (key !== null && entry === null) store.removeItem(key);
    return entry && entry.at < olderThan ? [entry] : [];
  });
}

function parseEntry(json: string | null): JournalEntry | null {
  try {
    const { id, field, base, text, at }: Record<string, unknown> = JSON.parse(json ?? 'null');
    const whole = [id, field, base, text].every((part) => typeof part === 'string') && typeof at === 'number';
    return whole ? ({ id, field, base, text, at } as JournalEntry) : null; // each part was tested; only `journalDraft` writes fields
  } catch {
    return null; // cut off or foreign
  }
}
