import { type Annotation, type Evidence, evidenceOf } from '../../utils/domain/annotation.ts';
import type { CheckRecord } from '../../utils/domain/check.ts';
import { pageKey } from '../../utils/text/page-key.ts';
import { withBody } from '../annotation-fields.ts';

export function withEvidence(annotation: Annotation, record: CheckRecord, id: string): Annotation {
  if (evidenceOf(annotation).some((evidence) => evidence.id === id)) return annotation;
  const evidence: Evidence = { ...record, type: 'Evidence', purpose: 'linking', id };
  return withBody(annotation, [...annotation.body, evidence]);
}

export function withoutEvidence(annotation: Annotation, id: string): Annotation {
  return withBody(
    annotation,
    annotation.body.filter((body) => body.type !== 'Evidence' || body.id !== id),
  );
}

/** The last check before this one against the same source, if there was one; its hash tells whether the source has changed since. */
export function checkBefore(checks: readonly Evidence[], { reading }: Pick<CheckRecord, 'reading'>): Evidence | null {
  const key = sourceKey(reading);
  return (
    checks.findLast((earlier) => key !== null && sourceKey(earlier.reading) === key && earlier.reading.accessed < reading.accessed) ?? null
  );
}

const sourceKey = ({ finalUrl, url }: CheckRecord['reading']): string | null => {
  const address = url ?? finalUrl ?? null;
  return address === null ? null : pageKey(address);
};
