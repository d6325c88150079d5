import type { Annotation } from '../../../utils/domain/annotation.ts';
import { ok, type Result } from '../../../utils/domain/error-code.ts';
import type { JoinedDocument } from '../../../utils/domain/joined-document.ts';
import type { Format } from '../../../utils/exchange/format.ts';
import { type ImportPlan, planImport } from '../../../utils/exchange/import-plan.ts';
import { pageKey } from '../../../utils/text/page-key.ts';

/** What an import will do. `back`: annotations that are in the bin here and come out of it, as they stand in the file. */
export type ImportPreview = ImportPlan & { back: Annotation[] /** Id of the format that could read the file. */; format: string };

/**
 * Reads a file, in the first of `formats` that can, and says what importing it would do. Where none can, the answer is the
 * first format's: it is the one whose failures (cut off, newer) are told apart.
 */
export function previewImport(
  text: string,
  here: {
    kept: readonly Annotation[];
    bin: readonly Annotation[];
    corrections: readonly { id: string; modified: string }[];
    documents?: readonly JoinedDocument[];
  },
  formats: readonly Format[],
  now: string,
): Result<ImportPreview> {
  const existing = new Map([...here.kept, ...here.corrections].map(({ id, modified }) => [id, modified]));
  const inBin = new Set(here.bin.map(({ id }) => id));
  let failure: Result<never> = { ok: false, code: 'file-foreign' };
  for (const [i, format] of formats.entries()) {
    const plan = planImport(text, existing, { format, now });
    if (plan.ok) {
      const { add, ...rest } = plan.value;
      const back = add.filter(({ id }) => inBin.has(id));
      const documents = rest.documents.filter((one) => !isJoined(one, here.documents ?? []));
      return ok({ ...rest, documents, add: add.filter(({ id }) => !inBin.has(id)), back, format: format.id });
    }
    if (i === 0) failure = plan;
  }
  return failure;
}

function isJoined({ urls }: JoinedDocument, here: readonly JoinedDocument[]): boolean {
  const keys = urls.map(pageKey);
  return here.some((one) => {
    const joined = new Set(one.urls.map(pageKey));
    return keys.every((key) => joined.has(key));
  });
}

/** Whether importing would change anything. */
export const changesAnything = ({ add, update, back, corrections, documents }: ImportPreview): boolean =>
  add.length + update.length + back.length + corrections.length + documents.length > 0;
