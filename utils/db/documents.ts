import { fail, ok, type Result } from '../domain/error-code.ts';
import type { JoinedDocument } from '../domain/joined-document.ts';
import { pageKey } from '../text/page-key.ts';
import { countChange, database, write } from './database.ts';
import { documentOf, documentRow } from './document-row.ts';
import { later } from './later.ts';

/** What one change did to the joined documents: `undo` puts `before` in the place of `after`. */
export interface DocumentChange {
  before: JoinedDocument[];
  after: JoinedDocument[];
}

const table = database.documents;
const isoNow = (): string => new Date().toISOString();

/**
 * Which pages the reader has said are one document. A page that was never joined is not here: `pageKey` alone names it.
 * A key is in one document at most. Reads and writes are as those of `annotations`.
 */
export const documents = {
  /** All, the last changed first. */
  all: async (): Promise<JoinedDocument[]> => (await table.toArray()).map(documentOf).sort((a, b) => (a.modified < b.modified ? 1 : -1)),

  /** These keys, and those of the pages that are joined with one of them. */
  keysOf: async (keys: string | string[]): Promise<string[]> => {
    const given = typeof keys === 'string' ? [keys] : keys;
    const rows = await table.where('keys').anyOf(given).toArray();
    return [...new Set([...given, ...rows.flatMap((row) => row.keys)])];
  },

  /** Makes one document of the pages at these addresses, and of all that they were joined with. */
  join: (urls: string[], now: string = isoNow()): Promise<Result<DocumentChange>> =>
    write(async () => {
      const before = await holding(urls.map(pageKey));
      const all = byKey([...before.flatMap((one) => one.urls), ...urls]);
      if (all.length < 2) return fail('bad-request');
      const id = before[0]?.id ?? crypto.randomUUID();
      return ok(await replace(before, [{ id, urls: all, modified: stamp(before, now) }]));
    }),

  /** Takes a page out of the document it was joined into. */
  split: (url: string, now: string = isoNow()): Promise<Result<DocumentChange>> =>
    write(async () => {
      const key = pageKey(url);
      const before = await holding([key]);
      const after = before.map((one) => ({ ...one, urls: one.urls.filter((each) => pageKey(each) !== key), modified: stamp(before, now) }));
      return ok(
        await replace(
          before,
          after.filter(({ urls }) => urls.length > 1),
        ),
      );
    }),

  /** Takes a change back; `refused` when one of its documents, or one with the same pages, was changed since. */
  undo: ({ before, after }: DocumentChange): Promise<Result<unknown> | 'refused'> =>
    write(async (): Promise<Result<'done' | 'refused'>> => {
      return ok((await revertDocuments({ before, after })) ? 'done' : 'refused');
    }).then((result) => (result.ok && result.value === 'refused' ? 'refused' : result)),
};

/** Within a transaction: takes a change back, if its documents are as it left them. */
export async function revertDocuments({ before, after }: DocumentChange): Promise<boolean> {
  const there = await holding([...before, ...after].flatMap((one) => one.urls.map(pageKey)));
  const isAsLeft = after.every((left) => there.some((one) => left.id === one.id && left.modified === one.modified));
  if (!isAsLeft || there.length !== after.length) return false;
  await replace(after, before);
  return true;
}

/** Within a transaction: joins what a file says is joined, on top of what is joined here. */
export async function addDocuments(list: readonly JoinedDocument[], now: string): Promise<DocumentChange> {
  const change: DocumentChange = { before: [], after: [] };
  for (const { id, urls } of list) {
    const before = await holding(urls.map(pageKey));
    const all = byKey([...before.flatMap((one) => one.urls), ...urls]);
    if (all.length < 2 || (before.length === 1 && before[0]?.urls.length === all.length)) continue;
    const taken = before[0] === undefined && (await table.get(id)) !== undefined;
    const joined = { id: before[0]?.id ?? (taken ? crypto.randomUUID() : id), urls: all, modified: stamp(before, now) };
    await replace(before, [joined]);
    const earlier = before.filter((one) => !change.after.some((made) => made.id === one.id));
    change.before.push(...earlier);
    change.after = [...change.after.filter((made) => !before.some((one) => one.id === made.id)), joined];
  }
  return change;
}

const holding = async (keys: string[]): Promise<JoinedDocument[]> =>
  (await table.where('keys').anyOf(keys).distinct().toArray()).map(documentOf).sort((a, b) => (a.id < b.id ? -1 : 1));

/** One address for each key, the first. */
const byKey = (urls: string[]): string[] => [...new Map(urls.toReversed().map((url) => [pageKey(url), url])).values()].reverse();

const stamp = (before: JoinedDocument[], now: string): string =>
  before.reduce((latest, one) => (later(one, now) > latest ? later(one, now) : latest), now);

async function replace(before: JoinedDocument[], after: JoinedDocument[]): Promise<DocumentChange> {
  await table.bulkDelete(before.map(({ id }) => id));
  await table.bulkPut(after.map(documentRow));
  if (before.length + after.length > 0) await countChange();
  return { before, after };
}
