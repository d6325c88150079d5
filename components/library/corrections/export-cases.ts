import { strToU8, zipSync } from 'fflate';
import type { Correction } from '../../../utils/domain/correction.ts';
import { correctionCases } from '../../../utils/exchange/correction-case.ts';
import { download, fileName } from '../../download.ts';

/** One file of all cases, each a folder of `tests/corpus`; of the same cases the same bytes. */
export function zipOfCases(corrections: readonly Correction[], made: Date): { zip: Uint8Array<ArrayBuffer>; count: number } {
  const cases = correctionCases(corrections);
  const files = cases.flatMap(({ name, files: parts }) => Object.entries(parts).map(([file, text]) => [`${name}/${file}`, strToU8(text)]));
  // The clock of a zip knows no time zone, and the library would write the reader's.
  const mtime = new Date(made.getUTCFullYear(), made.getUTCMonth(), made.getUTCDate());
  return { zip: zipSync(Object.fromEntries(files), { level: 9, mtime }), count: cases.length };
}

/** Hands the cases to the browser's downloads. Answers how many there are, and the file's name. */
export function exportCases(corrections: readonly Correction[], now: Date = new Date()): { count: number; name: string } {
  const { zip, count } = zipOfCases(corrections, now);
  const name = fileName('corrections', now.toISOString().slice(0, 10), 'zip');
  download([zip], name, 'application/zip');
  return { count, name };
}
