import { type Annotation, claimsOf, quotationOf, tagsOf } from '../domain/annotation.ts';
import { pageKey } from '../text/page-key.ts';
import type { AnnotationRow } from './database.ts';

/** The row of an annotation. A deleted one has no columns to be found by. */
export function toRow(annotation: Annotation): AnnotationRow {
  if (annotation.deleted !== null) {
    return { ...annotation, pageKey: '', tags: [], speakers: [], sourcePage: '', correction: '' };
  }
  const quotation = quotationOf(annotation);
  const speakers = [quotation?.speaker, ...claimsOf(annotation).map((claim) => claim.author)];
  return {
    ...annotation,
    pageKey: pageKey(annotation.target.canonical ?? annotation.target.source),
    tags: [...new Set(tagsOf(annotation))],
    speakers: [...new Set(speakers.filter((name) => typeof name === 'string' && name !== ''))] as string[], // filtered to strings
    sourcePage: quotation?.source?.url ? pageKey(quotation.source.url) : '',
    correction: quotation?.correction ?? '',
  };
}

/** The annotation of a row, without the columns. */
export function fromRow(row: AnnotationRow): Annotation {
  const { pageKey: _p, tags: _t, speakers: _n, sourcePage: _s, correction: _c, ...annotation } = row;
  return annotation;
}
