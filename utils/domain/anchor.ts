import { Annotation, Paragraph } from './annotation.ts';
import { AppliedCorrection } from './correction.ts';
import { TextSpan } from './page-text.ts';
import { Quotation } from './quotation.ts';
import { Selector } from './selector.ts';
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

/**
 * A stretch of a word diff. All `kept` one after another are the kept words, all `now` those of the page; either may be empty.
 * `kind` as in `Change`; null where both are the same, typography aside.
 */
export const DiffPart = z.object({ kind: z.nullable(z.string()), kept: z.string(), now: z.string() });
export type DiffPart = z.infer<typeof DiffPart>;

/** A place of a page that is, or could be, a kept passage: how to find it, and how its words differ from those that are kept. */
export const FoundPlace = z.object({
  selector: z.array(Selector).check(z.minLength(1)),
  paragraph: z.optional(Paragraph),
  diff: z.array(DiffPart),
});
export type FoundPlace = z.infer<typeof FoundPlace>;

/** What the last visits to its page found of an annotation. Times are ISO 8601 UTC. */
export const LastAnchor = z.object({
  annotationId: z.string(),
  status: AnchorStatus,
  /** As in `Anchor.reason`. */
  reason: z.string(),
  /** The last visit. */
  seen: z.iso.datetime(),
  /** The first visit that found it as it is: with this status and, where they are others, these words. */
  since: z.iso.datetime(),
  /** The last visit that found the words as they are kept; null when none did. */
  same: z.nullable(z.iso.datetime()),
  url: z.string(),
  /** `changed`: the passage as it is now. Orphaned as `ambiguous`: the places it could be, the likeliest first. Else empty. */
  places: z.array(FoundPlace),
  /** Words that the reader has seen and does not want to be told of again; see `anchors.dismiss`. */
  dismissed: z.nullable(z.string()),
});
export type LastAnchor = z.infer<typeof LastAnchor>;

/** An annotation with its anchor, as the page needs it: never its notes or tags. */
export const AnchoredHighlight = z.object({
  id: z.string(),
  colour: Annotation.shape.target.shape.styleClass,
  status: AnchorStatus,
  span: z.nullable(TextSpan),
  /** `changed` only: how many words differ (0: signs and capitals alone), and since when the reader keeps the others. */
  differs: z.optional(z.object({ words: z.number(), kept: z.iso.datetime() })),
});
export type AnchoredHighlight = z.infer<typeof AnchoredHighlight>;

/** What the background answers a page about itself. */
export const PageView = z.object({
  quotations: z.array(Quotation),
  highlights: z.array(AnchoredHighlight),
  /** What came of the reader's corrections, where there are any; `quotations` are as corrected. */
  corrections: z.optional(z.array(AppliedCorrection)),
  /** Set when the page was longer than is read. */
  truncated: z.boolean(),
});
export type PageView = z.infer<typeof PageView>;
