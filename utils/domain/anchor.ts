import { Annotation } from './annotation.ts';
import { TextSpan } from './page-text.ts';
import { Quotation } from './quotation.ts';
import { z } from './zod.ts';

/** `exact`: the same words at the same place; `moved`: the same words elsewhere; `changed`: the place is found, its words differ; `orphaned`: not in the page. */
export const AnchorStatus = z.enum(['exact', 'moved', 'changed', 'orphaned']);
export type AnchorStatus = z.infer<typeof AnchorStatus>;

/** One difference between the kept words and the page's. Either side may be empty. */
export const Change = z.object({ kind: z.string(), quote: z.string(), source: z.string() });
export type Change = z.infer<typeof Change>;

/** An annotation's place in the page as it is now. `span` is null exactly when orphaned; `similarity` 0–1. */
export const Anchor = z.object({
  status: AnchorStatus,
  span: z.nullable(TextSpan),
  similarity: z.number(),
  /** Why it is orphaned (`absent`, `ambiguous`) or how it was found (`position`, `context`, `unique`, …). */
  reason: z.string(),
  changes: z.array(Change),
  /** Orphaned as `ambiguous`: the places that could be it, the likeliest first, for the reader to choose from. */
  candidates: z.optional(z.array(TextSpan)),
});
export type Anchor = z.infer<typeof Anchor>;

/** An annotation with its anchor, as the page needs it: never its notes or tags. */
export const AnchoredHighlight = z.object({
  id: z.string(),
  colour: Annotation.shape.target.shape.styleClass,
  status: AnchorStatus,
  span: z.nullable(TextSpan),
});
export type AnchoredHighlight = z.infer<typeof AnchoredHighlight>;

/** What the background answers a page about itself. */
export const PageView = z.object({
  quotations: z.array(Quotation),
  highlights: z.array(AnchoredHighlight),
  /** Set when the page was longer than is read. */
  truncated: z.boolean(),
});
export type PageView = z.infer<typeof PageView>;
