import { TextSpan } from './page-text.ts';
import { z } from './zod.ts';

export const QuotationKind = z.enum(['block', 'list-item', 'inline', 'pull']);
export type QuotationKind = z.infer<typeof QuotationKind>;

export const Region = z.enum(['article', 'comment', 'other']);
export type Region = z.infer<typeof Region>;

/** The name of the source where a comment quotes the post or another comment. */
export const THIS_PAGE = 'this page';

/** Where the words were taken from. `name` is `THIS_PAGE` when a comment quotes the post or another comment. */
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
  /** 0–1: the chance that what is told (the speaker, the source, both where both are) is right. */
  confidence: z.number(),
});
export type Attribution = z.infer<typeof Attribution>;

/** What else it could be, with the chance that it is (0–1). */
export const Alternative = z.object({ name: z.string(), confidence: z.number() });
export type Alternative = z.infer<typeof Alternative>;

/** Why the speaker, or the source, is told as it is; or why it is left empty though somebody came into question. */
export const Reason = z.object({
  /** Stable id of the rule that decided; `unsure` where nobody was likely enough: the field is then empty, and `confidence` 0. */
  rule: z.string(),
  /** 0–1, calibrated: the chance that the name told is right. */
  confidence: z.number(),
  /** Where in the page the words stand that decided; null when the rule needs none, and at `unsure`. */
  evidence: z.nullable(TextSpan),
  /** Likeliest first, at most three, never the name that is told. */
  alternatives: z.array(Alternative),
});
export type Reason = z.infer<typeof Reason>;

/** What was told of a passage before the reader corrected it. */
export const Detected = z.extend(Attribution, { kind: QuotationKind, region: Region });
export type Detected = z.infer<typeof Detected>;

/** A passage that the page presents as somebody else's words. Offsets into `PageText.text`, without the outer marks. */
export const Quotation = z.extend(Attribution, {
  kind: QuotationKind,
  region: Region,
  text: z.string(),
  start: z.number(),
  end: z.number(),
  /** Index (in the page's list) of the quotation that holds this one. */
  within: z.nullable(z.number()),
  /** Null where nobody (no place) came into question. */
  why: z.object({ speaker: z.nullable(Reason), source: z.nullable(Reason) }),
  /** Where speaker and source are the reader's (rule `reader`): by which correction, and what was told without it. */
  corrected: z.optional(z.object({ correction: z.string(), detected: Detected })),
});
export type Quotation = z.infer<typeof Quotation>;

/** A link near a quotation: it may lead to where the words are from. */
export const NearbyLink = z.object({
  /** Absolute, http or https. */
  url: z.string(),
  /** Its words, cut to a readable length. */
  text: z.string(),
});
export type NearbyLink = z.infer<typeof NearbyLink>;
