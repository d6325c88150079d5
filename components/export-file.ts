import { corrections as stored } from '../utils/db/corrections.ts';
import { documents as joined } from '../utils/db/documents.ts';
import { type Annotation, quotationOf } from '../utils/domain/annotation.ts';
import type { Correction } from '../utils/domain/correction.ts';
import type { JoinedDocument } from '../utils/domain/joined-document.ts';
import type { Format } from '../utils/exchange/format.ts';
import { readSettings } from '../utils/settings.ts';
import { pageKey } from '../utils/text/page-key.ts';
import { download, fileName } from './download.ts';
import { t, uiLanguage } from './t.ts';

/**
 * Writes annotations in a format and hands the file to the browser's downloads. Returns its name. With them go the corrections that they
 * tell and the pages joined with theirs; with `everything` all there are.
 */
export async function exportFile(
  format: Format,
  annotations: readonly Annotation[],
  about: string,
  { everything = false, now = new Date() }: { everything?: boolean; now?: Date } = {},
): Promise<string> {
  const { creator } = await readSettings();
  const exported = now.toISOString();
  const corrections = await correctionsOf(everything ? null : annotations);
  const documents = await documentsOf(everything ? null : annotations);
  const written = { exported, id: crypto.randomUUID(), creator, language: uiLanguage(), word: t, byteOrderMark: true };
  const context = { ...written, corrections, documents };
  const parts = [...(format.write?.(annotations, context) ?? [])];
  const name = fileName(about, exported.slice(0, 10), format.extension);
  download(parts, name, format.mime);
  return name;
}

/** The corrections of these annotations; null: all there are. */
async function correctionsOf(annotations: readonly Annotation[] | null): Promise<Correction[]> {
  const all = (await stored.all()).map(({ correction }) => correction);
  if (annotations === null) return all;
  const ids = new Set(annotations.map((annotation) => quotationOf(annotation)?.correction));
  return all.filter(({ id }) => ids.has(id));
}

/** The joined pages that these annotations are of; null: all there are. */
async function documentsOf(annotations: readonly Annotation[] | null): Promise<JoinedDocument[]> {
  const all = await joined.all();
  if (annotations === null) return all;
  const keys = new Set(annotations.map(({ target }) => pageKey(target.canonical ?? target.source)));
  return all.filter(({ urls }) => urls.some((url) => keys.has(pageKey(url))));
}
