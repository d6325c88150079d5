import type { Annotation } from '../../../utils/domain/annotation.ts';
import { ok, type Result } from '../../../utils/domain/error-code.ts';
import type { Format } from '../../../utils/exchange/format.ts';
import { type ImportPlan, planImport } from '../../../utils/exchange/import-plan.ts';

/** What an import will do. `back`: annotations that are in the bin here and come out of it, as they stand in the file. */
export type ImportPreview = ImportPlan & { back: Annotation[] /** Id of the format that could read the file. */; format: string };

/**
 * Reads a file, in the first of `formats` that can, and says what importing it would do. Where none can, the answer is the
 * first format's: it is the one whose failures (cut off, newer) are told apart.
 */
export function previewImport(
  text: string,
  here: { kept: readonly Annotation[]; bin: readonly Annotation[]; corrections: readonly { id: string; modified: string }[] },
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
      return ok({ ...rest, add: add.filter(({ id }) => !inBin.has(id)), back, format: format.id });
    }
    if (i === 0) failure = plan;
  }
  return failure;
}

/** Whether importing would change anything. */
export const changesAnything = ({ add, update, back, corrections }: ImportPreview): boolean =>
  add.length + update.length + back.length + corrections.length > 0;
