import { z } from './zod.ts';

export const QuotationKind = z.enum(['block', 'list-item', 'inline', 'pull']);
export type QuotationKind = z.infer<typeof QuotationKind>;

export const Region = z.enum(['article', 'comment', 'other']);
export type Region = z.infer<typeof Region>;

/** Where the words were taken from. `name` is "this page" when a comment quotes the post or another comment. */
export const Source = z.object({
  name: z.string(),
  url: z.nullable(z.string()),
  title: z.nullable(z.string()),
});
export type Source = z.infer<typeof Source>;

/** Whose words and where from, with the reason. Fields stay null when unsure. */
export const Attribution = z.object({
  /** The fullest name that the page gives. */
  speaker: z.nullable(z.string()),
  /** The words near the quote that point to the speaker ("he", "the cable"). */
  mention: z.nullable(z.string()),
  /** The words that introduce the quote ("said", "according to"). */
  cue: z.nullable(z.string()),
  source: z.nullable(Source),
  /** Stable id of the rule that decided. */
  rule: z.string(),
  /** 0–1. */
  confidence: z.number(),
});
export type Attribution = z.infer<typeof Attribution>;

/** A passage that the page presents as somebody else's words. Offsets into `PageText.text`, without the outer marks. */
export const Quotation = z.extend(Attribution, {
  kind: QuotationKind,
  region: Region,
  text: z.string(),
  start: z.number(),
  end: z.number(),
  /** Index (in the page's list) of the quotation that holds this one. */
  within: z.nullable(z.number()),
  /** Where in the page the cue or lead-in stands, to show the reader why; null when the rule needs none. */
  evidence: z.nullable(z.object({ start: z.number(), end: z.number() })),
});
export type Quotation = z.infer<typeof Quotation>;
