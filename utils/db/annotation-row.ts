import { type Annotation, claimsOf, quotationOf, tagsOf } from '../domain/annotation.ts';
import { hostOf, pageKey } from '../text/page-key.ts';
import type { AnnotationRow } from './database.ts';

/** The row of an annotation. A deleted one has no columns to be found by. */
export function toRow(annotation: Annotation): AnnotationRow {
  if (annotation.deleted !== null) {
    return { ...annotation, pageKey: '', site: '', tags: [], speakers: [], speakerKey: '', sourceKey: '', correction: '' };
  }
  const quotation = quotationOf(annotation);
  const speakers = [quotation?.speaker, ...claimsOf(annotation).map((claim) => claim.author)];
  return {
    ...annotation,
    pageKey: pageKey(annotation.target.canonical ?? annotation.target.source),
    site: hostOf(annotation.target.source),
    tags: [...new Set(tagsOf(annotation))],
    speakers: [...new Set(speakers.filter((name) => typeof name === 'string' && name !== ''))] as string[], // filtered to strings
    speakerKey: nameKey(quotation?.speaker ?? ''),
    sourceKey: nameKey(quotation?.source?.name ?? ''),
    correction: quotation?.correction ?? '',
  };
}

/** The annotation of a row, without the columns. */
export function fromRow(row: AnnotationRow): Annotation {
  const { pageKey: _p, site: _s, tags: _t, speakers: _n, speakerKey: _k, sourceKey: _o, correction: _c, ...annotation } = row;
  return annotation;
}

/** Names are one when they differ in case, white space or composition only. */
export const nameKey = (name: string): string => name.normalize('NFKC').toLowerCase().replace(/\s+/g, ' ').trim();
