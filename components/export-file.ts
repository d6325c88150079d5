import { corrections as stored } from '../utils/db/corrections.ts';
import { type Annotation, quotationOf } from '../utils/domain/annotation.ts';
import type { Correction } from '../utils/domain/correction.ts';
import type { Format } from '../utils/exchange/format.ts';
import { readSettings } from '../utils/settings.ts';
import { download, fileName } from './download.ts';
import { t, uiLanguage } from './t.ts';

/**
 * Writes annotations in a format and hands the file to the browser's downloads. Returns its name. With them go the corrections that they
 * tell; with `everything` all there are.
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
  const context = { exported, id: crypto.randomUUID(), creator, language: uiLanguage(), word: t, byteOrderMark: true, corrections };
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
