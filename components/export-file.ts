import type { Annotation } from '../utils/domain/annotation.ts';
import type { Format } from '../utils/exchange/format.ts';
import { readSettings } from '../utils/settings.ts';
import { download, fileName } from './download.ts';
import { t, uiLanguage } from './t.ts';

/** Writes annotations in a format and hands the file to the browser's downloads. Returns its name. */
export async function exportFile(
  format: Format,
  annotations: readonly Annotation[],
  about: string,
  now: Date = new Date(),
): Promise<string> {
  const { creator } = await readSettings();
  const exported = now.toISOString();
  const context = { exported, id: crypto.randomUUID(), creator, language: uiLanguage(), word: t, byteOrderMark: true };
  const parts = [...(format.write?.(annotations, context) ?? [])];
  const name = fileName(about, exported.slice(0, 10), format.extension);
  download(parts, name, format.mime);
  return name;
}
