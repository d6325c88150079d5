import type { TextSpan } from '../domain/page-text.ts';
import type { QuotationKind, Region } from '../domain/quotation.ts';
import type { PageOutline, Paragraph } from './page-outline.ts';
import type { PageRegions } from './regions.ts';

/** A passage that a rule takes for a quotation, before it is known whose words it is. Offsets are those of the page's text. */
export interface Candidate extends TextSpan {
  kind: QuotationKind;
  region: Region;
  /** Index of the comment that holds it, −1 outside. */
  comment: number;
  /** The passage with its marks. */
  outer: TextSpan;
  /** The element that sets it off, −1 for one in running text. */
  element: number;
  /** The paragraphs that hold its first and last word. */
  first: Paragraph;
  last: Paragraph;
  /** All of the set-off passage stands in quotation marks. */
  marked: boolean;
  /** Words that name who or where from, inside the set-off element or after it ("— Name, Outlet"). */
  attribution: TextSpan | null;
  attributionPlace: 'inside' | 'after' | null;
  /** Id of the rule that found it. */
  rule: string;
  /** 0–1: how often such a passage is a quotation. */
  confidence: number;
}

export interface DetectContext {
  outline: PageOutline;
  regions: PageRegions;
  /** Ids of rules that are switched off, to measure what each is worth. Empty in use. */
  without: ReadonlySet<string>;
}

/** One way in which pages set quotations. `found` holds what earlier rules took, in their order. */
export interface DetectionRule {
  id: string;
  find(context: DetectContext, found: readonly Candidate[]): Candidate[];
}

export const regionAt = ({ regions }: DetectContext, element: number): Region => regions.region[element] ?? 'article';
export const commentAt = ({ regions }: DetectContext, element: number): number => regions.comment[element] ?? -1;

export const sliceOf = (outline: PageOutline, span: TextSpan): string => outline.text.slice(span.start, span.end);
export const contains = (outer: TextSpan, inner: TextSpan): boolean => outer.start <= inner.start && inner.end <= outer.end;
