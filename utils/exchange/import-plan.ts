import type { Annotation } from '../domain/annotation.ts';
import type { Correction } from '../domain/correction.ts';
import { fail, ok, type Result } from '../domain/error-code.ts';
import type { JoinedDocument } from '../domain/joined-document.ts';
import type { Format, InvalidRow } from './format.ts';
import { json } from './formats/json.ts';

/** Some 200,000 annotations. V8 holds strings of up to 536 million characters; reading takes about three times the text. */
export const MAX_IMPORT_CHARACTERS = 250_000_000;

/** What an import will do, before it does anything. */
export interface ImportPlan {
  /** Not here yet. */
  add: Annotation[];
  /** Here, but older. */
  update: Annotation[];
  /** Here with the same or a newer time of change; or older than another row of the same id. */
  skip: Annotation[];
  /** Not here yet, or here but older. */
  corrections: Correction[];
  /** All that the file has: joining is idempotent. */
  documents: JoinedDocument[];
  invalid: InvalidRow[];
}

/** Id → `modified` of the annotations and corrections that are there; a `Map` will do. */
export interface Existing {
  get(id: string): string | undefined;
}

/**
 * Reads a file and says what an import would do: of two with the same id the one changed later wins, equal ones are skipped.
 * Codes: `file-not-json` (also cut off), `file-foreign`, `file-newer`, `file-too-large`. Never throws for any text.
 */
export function planImport(text: string, existing: Existing, options: { format?: Format; now?: string } = {}): Result<ImportPlan> {
  if (text.length > MAX_IMPORT_CHARACTERS) return fail('file-too-large');
  const { read } = options.format ?? json;
  if (read === undefined) return fail('file-foreign');
  const file = read(text.replace(/^\uFEFF/, ''), options.now ?? new Date().toISOString());
  if (!file.ok) return file;
  const newest = new Map<string, Annotation>();
  const corrections = newestCorrections(file.value.corrections ?? []).filter(({ id, modified }) => {
    const here = existing.get(id);
    return here === undefined || isNewer({ modified }, here);
  });
  const { invalid, documents = [] } = file.value;
  const plan: ImportPlan = { add: [], update: [], skip: [], corrections, documents, invalid };
  for (const { annotation } of file.value.annotations) {
    const other = newest.get(annotation.id);
    if (other === undefined || isNewer(annotation, other.modified)) newest.set(annotation.id, annotation);
    const loser = other !== undefined && newest.get(annotation.id) === annotation ? other : annotation;
    if (other !== undefined) plan.skip.push(loser);
  }
  for (const annotation of newest.values()) {
    const modified = existing.get(annotation.id);
    const list = modified === undefined ? plan.add : isNewer(annotation, modified) ? plan.update : plan.skip;
    list.push(annotation);
  }
  return ok(plan);
}

function newestCorrections(list: Correction[]): Correction[] {
  const newest = new Map<string, Correction>();
  for (const correction of list) {
    const other = newest.get(correction.id);
    if (other === undefined || isNewer(correction, other.modified)) newest.set(correction.id, correction);
  }
  return [...newest.values()];
}

const isNewer = (row: { modified: string }, modified: string): boolean => Date.parse(row.modified) > Date.parse(modified);
