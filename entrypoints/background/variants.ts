import { checkQuotation } from '../../utils/check/check-quotation.ts';
import { findVariants, type Utterance } from '../../utils/check/find-variants.ts';
import { annotations } from '../../utils/db/annotations.ts';
import { openDatabase } from '../../utils/db/database.ts';
import { type Annotation, exactOf, quotationOf } from '../../utils/domain/annotation.ts';
import { fail, ok, type Result } from '../../utils/domain/error-code.ts';
import type { Request, Response } from '../../utils/messaging/protocol.ts';

/** More of them nobody reads through. */
const MAX_VARIANTS = 30;

/** Other annotations with the same utterance, each compared with the longest of all: who left out what. */
export async function annotationVariants({ id }: Request<'annotation.variants'>): Promise<Result<Response<'annotation.variants'>>> {
  const ready = await openDatabase();
  if (!ready.ok) return ready;
  const all = await annotations.all();
  const own = all.find((annotation) => annotation.id === id);
  if (own === undefined) return fail('no-such-annotation');
  const found = findVariants(utteranceOf(own), all.map(utteranceOf)).slice(0, MAX_VARIANTS);
  if (found.length === 0) return ok({ base: id, versions: [] });
  const versions = [utteranceOf(own), ...found];
  const longest = versions.reduce((most, one) => (one.text.length > most.text.length ? one : most));
  return ok({
    base: longest.id,
    versions: versions.map((one) => ({ id: one.id, check: checkQuotation(one.text, { text: longest.text }) })),
  });
}

function utteranceOf(annotation: Annotation): Utterance {
  const claimed = quotationOf(annotation)?.speaker ?? null;
  return { id: annotation.id, text: exactOf(annotation), speaker: claimed };
}
