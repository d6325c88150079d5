import { type Annotation, type KeptReason, type QuotationBody, quotationOf } from '../domain/annotation.ts';
import type { Correction } from '../domain/correction.ts';
import { pageKey } from '../text/page-key.ts';
import type { CorrectionRow } from './database.ts';

/** The row of a correction whose passage was `found`, or not, at the last visit; null: not looked for yet. */
export const correctionRow = (correction: Correction, found: boolean | null): CorrectionRow => ({
  ...correction,
  pageKey: pageKey(correction.target.canonical ?? correction.target.source),
  found,
});

/** The correction of a row, without the columns. */
export function correctionOf(row: CorrectionRow): Correction {
  const { pageKey: _p, found: _f, ...correction } = row;
  return correction;
}

/** The annotation with what the correction says of its passage; the very same object when it says so already. */
export function withCorrection(annotation: Annotation, { id, attribution, detected }: Correction): Annotation {
  const before = quotationOf(annotation);
  if (before === null) return annotation;
  const { kind, region } = attribution === null ? { kind: null, region: null } : detected;
  const { speaker, source } = attribution ?? { speaker: null, source: null };
  return withQuotation(annotation, { ...before, kind, region, speaker, source, rule: 'reader', confidence: 1, correction: id });
}

/** The annotation with what was told before its correction, where it has this one. */
export function withoutCorrection(annotation: Annotation, { id, detected }: Correction): Annotation {
  const before = quotationOf(annotation);
  if (before?.correction !== id) return annotation;
  const { correction: _, why, ...body } = before;
  return withQuotation(annotation, { ...body, ...detected, ...(why === undefined ? {} : { why: asDetected(why) }) });
}

/** Of a quotation that was kept after its correction, the reader's reasons go with the correction. */
function asDetected({ speaker, source }: NonNullable<QuotationBody['why']>): QuotationBody['why'] {
  const own = (reason: KeptReason | null): KeptReason | null => (reason?.rule === 'reader' ? null : reason);
  return { speaker: own(speaker), source: own(source) };
}

function withQuotation(annotation: Annotation, quotation: QuotationBody): Annotation {
  if (JSON.stringify(quotation) === JSON.stringify(quotationOf(annotation))) return annotation;
  return { ...annotation, body: annotation.body.map((body) => (body.type === 'Quotation' ? quotation : body)) };
}
