import { annotations, type DoneImport } from '../../../utils/db/annotations.ts';
import { corrections } from '../../../utils/db/corrections.ts';
import { documents } from '../../../utils/db/documents.ts';
import { fail, ok, type Result } from '../../../utils/domain/error-code.ts';
import { importFormats } from './import-formats.ts';
import { type ImportPreview, previewImport } from './preview-import.ts';

/** Strings end at 536 million characters in Chromium; a larger file cannot be read, whatever is in it. */
const MAX_FILE_BYTES = 500_000_000;

/** The text of a chosen file: `file-too-large`; `file-unreadable` when it was moved, or is a folder. */
export async function readText(file: File): Promise<Result<string>> {
  if (file.size > MAX_FILE_BYTES) return fail('file-too-large');
  try {
    return ok(await file.text());
  } catch {
    return fail('file-unreadable'); // the browser's reasons say nothing more to a reader
  }
}

/** What importing this text would do to what is here now. */
export async function preview(text: string): Promise<Result<ImportPreview>> {
  const reads = [annotations.all(), annotations.deleted(), corrections.all(), documents.all(), importFormats()] as const;
  const [kept, bin, corrected, joined, formats] = await Promise.all(reads);
  const here = { kept, bin, corrections: corrected.map(({ correction }) => correction), documents: joined };
  return previewImport(text, here, formats, new Date().toISOString());
}

/**
 * Imports, all of it or nothing. The file is compared once more with what is here: it may have changed while the reader
 * looked at the plan, and nothing newer may be overwritten. Answers what was really done.
 */
export async function applyImport(text: string): Promise<Result<DoneImport>> {
  const plan = await preview(text);
  return plan.ok ? annotations.applyImport(plan.value) : plan;
}
