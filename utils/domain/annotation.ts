import { CheckRecord } from './check.ts';
import { Alternative, NearbyLink, QuotationKind, Region, Source } from './quotation.ts';
import { Selector, type TextQuoteSelector } from './selector.ts';
import { z } from './zod.ts';

/** The five colours; what each means is the reader's to name (`Settings.colours`). */
export const Colour = z.enum(['yellow', 'green', 'blue', 'pink', 'purple']);
export type Colour = z.infer<typeof Colour>;

/**
 * What stood around the passage when it was kept, so that it can be read where the page no longer has it.
 * `start` and `end` are the passage's place in `text`, UTF-16.
 */
export const Paragraph = z
  .object({
    text: z.string().check(z.maxLength(20_000)),
    start: z.number().check(z.int(), z.nonnegative()),
    end: z.number().check(z.int(), z.nonnegative()),
  })
  .check(z.refine(({ text, start, end }) => start <= end && end <= text.length));
export type Paragraph = z.infer<typeof Paragraph>;

/** A wording that the reader kept before: other words, or another place, have been taken in its stead. */
export const EarlierWording = z.object({
  /** As `Target.selector` was; its `exact` are the words. */
  selector: z.array(Selector).check(z.minLength(1)),
  paragraph: z.optional(Paragraph),
  /** Only where the document was another one. */
  source: z.optional(z.string().check(z.maxLength(16_384))),
  /** When it was replaced. */
  until: z.iso.datetime(),
});
export type EarlierWording = z.infer<typeof EarlierWording>;

export const Target = z.object({
  /** URL of the document, as it was open. */
  source: z.string().check(z.maxLength(16_384)),
  /** The document's canonical URL where it differs from `source` and deserves trust (`utils/text/page-key.ts`). */
  canonical: z.optional(z.string().check(z.maxLength(16_384))),
  title: z.string(),
  /** The site's own name where it gives one, else its host. */
  site: z.string(),
  /** At least one `TextQuoteSelector`. */
  selector: z.array(Selector).check(z.minLength(1)),
  paragraph: z.optional(Paragraph),
  /** Oldest first; left out while there is none. */
  history: z.optional(z.array(EarlierWording)),
  /** W3C `styleClass`: the colour of the highlight. */
  styleClass: Colour,
});
export type Target = z.infer<typeof Target>;

export const Tag = z.object({
  type: z.literal('TextualBody'),
  purpose: z.literal('tagging'),
  value: z.string().check(z.minLength(1), z.maxLength(200)),
});
export type Tag = z.infer<typeof Tag>;

/** A note in Markdown. */
export const Note = z.object({
  type: z.literal('TextualBody'),
  purpose: z.literal('commenting'),
  format: z.literal('text/markdown'),
  value: z.string().check(z.minLength(1)),
});
export type Note = z.infer<typeof Note>;

/** Did they say it? */
export const Authenticity = z.enum(['verbatim', 'edited', 'paraphrased', 'out-of-context', 'misattributed', 'untraceable']);
export type Authenticity = z.infer<typeof Authenticity>;

/** Is it true? */
export const Veracity = z.enum(['true', 'mostly-true', 'mixed', 'mostly-false', 'false', 'unverifiable', 'opinion']);
export type Veracity = z.infer<typeof Veracity>;

/** The person's judgement on a claim; null = not judged yet. */
export const Assessment = z.object({ authenticity: z.nullable(Authenticity), veracity: z.nullable(Veracity) });
export type Assessment = z.infer<typeof Assessment>;

/** One checkable statement (schema.org `Claim` as a W3C body). */
export const Claim = z.object({
  type: z.literal('Claim'),
  purpose: z.literal('describing'),
  id: z.string(),
  text: z.string().check(z.minLength(1)),
  /** The speaker's name. */
  author: z.nullable(z.string()),
  /** When it was said, as the reader wrote it: ISO 8601 date, or less (`2025`, `2025-09`). */
  date: z.nullable(z.string()),
  assessment: Assessment,
});
export type Claim = z.infer<typeof Claim>;

/** As `Reason`, with the words that decided instead of their place: the page may be gone. */
export const KeptReason = z.object({
  /** The name that detection told; null where it told none. */
  told: z.nullable(z.string()),
  rule: z.string(),
  confidence: z.number(),
  words: z.nullable(z.string()),
  alternatives: z.array(Alternative),
});
export type KeptReason = z.infer<typeof KeptReason>;

/** What the page presents the passage as, and whose words: as detected, or as the reader corrected it. */
export const QuotationBody = z.object({
  type: z.literal('Quotation'),
  purpose: z.literal('identifying'),
  kind: z.nullable(QuotationKind),
  region: z.nullable(Region),
  speaker: z.nullable(z.string()),
  mention: z.nullable(z.string()),
  cue: z.nullable(z.string()),
  source: z.nullable(Source),
  /** The rule that found it; `reader` once corrected by hand. */
  rule: z.string(),
  confidence: z.number(),
  /** Links near the quotation, the nearest first: one may lead to its source. */
  links: z.optional(z.array(NearbyLink)),
  /** Why detection told what it did; stays as it was when the reader corrects that. */
  why: z.optional(z.object({ speaker: z.nullable(KeptReason), source: z.nullable(KeptReason) })),
  /** The correction that speaker and source come from, and change with; absent while they are as detected. */
  correction: z.optional(z.uuid()),
  /** The annotation stands on a part of that quotation only: what the reader changes here says nothing of the whole. */
  part: z.optional(z.literal(true)),
});
export type QuotationBody = z.infer<typeof QuotationBody>;

/** A check of the words against a source, kept as evidence; the source is named in `reading`. */
export const Evidence = z.extend(CheckRecord, { type: z.literal('Evidence'), purpose: z.literal('linking'), id: z.string() });
export type Evidence = z.infer<typeof Evidence>;

export const Body = z.union([Tag, Note, Claim, QuotationBody, Evidence]);
export type Body = z.infer<typeof Body>;

export const Motivation = z.enum(['highlighting', 'commenting', 'assessing']);
export type Motivation = z.infer<typeof Motivation>;

/**
 * What the reader keeps: a W3C annotation. Times are ISO 8601 UTC.
 * At most one `Note` and one `QuotationBody`; tags are unique.
 */
export const Annotation = z.object({
  id: z.uuid(),
  motivation: Motivation,
  target: Target,
  body: z.array(Body),
  created: z.iso.datetime(),
  modified: z.iso.datetime(),
  /** When it was deleted; kept until `DELETED_DAYS` have passed, so that a deletion can be undone. */
  deleted: z.nullable(z.iso.datetime()),
});
export type Annotation = z.infer<typeof Annotation>;

export const tagsOf = (a: Annotation): string[] => a.body.flatMap((b) => (b.purpose === 'tagging' ? [b.value] : []));
export const noteOf = (a: Annotation): string => a.body.find((b): b is Note => b.purpose === 'commenting')?.value ?? '';
export const claimsOf = (a: Annotation): Claim[] => a.body.filter((b): b is Claim => b.type === 'Claim');
export const quotationOf = (a: Annotation): QuotationBody | null => a.body.find((b): b is QuotationBody => b.type === 'Quotation') ?? null;
/** Oldest first. */
export const evidenceOf = (a: Annotation): Evidence[] => a.body.filter((b): b is Evidence => b.type === 'Evidence');
/** The words that selectors speak of. */
export const exactIn = (selector: readonly Selector[]): string =>
  selector.find((s): s is TextQuoteSelector => s.type === 'TextQuoteSelector')?.exact ?? '';
/** The words the annotation stands on. */
export const exactOf = (a: Annotation): string => exactIn(a.target.selector);
/** Since when the present wording is kept. ISO 8601 UTC. */
export const keptSince = (a: Annotation): string => a.target.history?.at(-1)?.until ?? a.created;

/** The motivation that the bodies imply: a claim assesses, a note comments, else it highlights. */
export const motivationOf = (body: Body[]): Motivation =>
  body.some((b) => b.type === 'Claim') ? 'assessing' : body.some((b) => b.purpose === 'commenting') ? 'commenting' : 'highlighting';
