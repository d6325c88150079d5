import { type Annotation, exactOf, quotationOf } from '../../utils/domain/annotation.ts';
import type { Source } from '../../utils/domain/quotation.ts';
import type { QuotationPlace, Response } from '../../utils/messaging/protocol.ts';

/** The words that are checked, with what is known of them. */
export interface CheckSubject {
  quote: string;
  speaker: string | null;
  source: Source | null;
  /** Links near the quote in its page. */
  links: { url: string; text: string }[];
  /** The page that quotes; null for words that the reader gave. */
  page: { url: string; title: string } | null;
  /** The annotation that keeps the quote, if one does. */
  annotation: Annotation | null;
  /** Where a tab shows it. */
  place: ({ tabId: number; frameId: number } & QuotationPlace) | null;
}

export function subjectOfAnnotation(annotation: Annotation): CheckSubject {
  const quotation = quotationOf(annotation);
  const { source, title } = annotation.target;
  return {
    quote: exactOf(annotation),
    speaker: quotation?.speaker ?? null,
    source: quotation?.source ?? null,
    links: quotation?.links ?? [],
    page: { url: source, title },
    annotation,
    place: null,
  };
}

export function subjectOfQuotation(
  { quotation, links, page }: Response<'check.subject'>,
  place: NonNullable<CheckSubject['place']>,
): CheckSubject {
  const { text, speaker, source } = quotation;
  return { quote: text, speaker, source, links, page, annotation: null, place };
}

/** Words without a page: nothing is known of them but themselves. */
export const subjectOfWords = (quote: string): CheckSubject => ({
  quote,
  speaker: null,
  source: null,
  links: [],
  page: null,
  annotation: null,
  place: null,
});
