import { TextSpan } from './page-text.ts';
import { Selector } from './selector.ts';
import { z } from './zod.ts';

/**
 * `verbatim`: the same words, typography aside. `edited`: only editorial changes (`EDITORIAL`). `altered`: words differ. `not-found`: the
 * source does not hold the quote. `unreadable`: there was no text to compare with. All of it said of this source's text, never of a person.
 */
export const CheckVerdict = z.enum(['verbatim', 'edited', 'altered', 'not-found', 'unreadable']);
export type CheckVerdict = z.infer<typeof CheckVerdict>;

/** What kind of difference it is. README has an example of each. */
export const CheckChangeKind = z.enum([
  'case',
  'case-inside',
  'punctuation',
  'bracket',
  'ellipsis',
  'stage',
  'spelling',
  'number-form',
  'filler',
  'contraction',
  'number',
  'negation',
  'name',
  'word',
  'added',
  'dropped',
  'order',
  'splice',
]);
export type CheckChangeKind = z.infer<typeof CheckChangeKind>;

/** Kinds that leave the words what they are, or that are marked as the quoting side's own: with these alone a quote is `edited`. */
export const EDITORIAL: ReadonlySet<CheckChangeKind> = new Set<CheckChangeKind>([
  'case',
  'case-inside',
  'punctuation',
  'bracket',
  'ellipsis',
  'stage',
  'spelling',
  'number-form',
]);

/**
 * One difference. `quote` and `source` are the words as they stand at the spans; an empty span tells the place where words are missing.
 * A `source` of more than 1,000 characters is shortened in its middle (" … "); its span is whole.
 */
export const CheckChange = z.object({
  kind: CheckChangeKind,
  quote: z.string(),
  source: z.string(),
  /** In the quote. */
  quoteSpan: TextSpan,
  /** In the source's text. */
  sourceSpan: TextSpan,
  /** A number, a negation or a name differs: whatever the kind, the reader should look. */
  grave: z.boolean(),
});
export type CheckChange = z.infer<typeof CheckChange>;

export const CheckNoteKind = z.enum([
  /** The source's sentence goes on where the quote stops, and turns ("… but only if"); or the quote ends it with a full stop of its own. */
  'truncated-sentence',
  /** A condition stood before the quoted words in their sentence ("If …, "). */
  'after-condition',
  /** A negation stands right before the quoted words ("not", "It is not true that"). */
  'after-negation',
  /** At this place the source gives the words to another speaker; `speaker` says to whom. */
  'other-speaker',
  /** The source's words go over from one speaker to another inside the quote. */
  'several-speakers',
  /** The source holds the words only in a quotation of somebody else; `speaker` is whose, where it is known. */
  'only-in-a-quotation',
  /** Parts of the quote stand far apart in the source, or in another order. */
  'spliced',
  /** A part of the quote was not found. */
  'part-missing',
]);
export type CheckNoteKind = z.infer<typeof CheckNoteKind>;

/** Something about the place that the words alone do not show. */
export const CheckNote = z.object({
  kind: CheckNoteKind,
  /** The words of the source that it is about (of the quote for `part-missing`). */
  text: z.string(),
  /** Where these stand in the source's text; in the quote for `part-missing`. */
  span: TextSpan,
  speaker: z.nullable(z.string()),
  grave: z.boolean(),
});
export type CheckNote = z.infer<typeof CheckNote>;

/** A stretch of the quote and where the source holds it: one for an unbroken quote, more where something far apart was joined. */
export const CheckPart = z.object({ quoteSpan: TextSpan, sourceSpan: TextSpan });
export type CheckPart = z.infer<typeof CheckPart>;

/** The words of a source that the quote was compared with. Offsets are UTF-16 units of the source's text. */
export const CheckPassage = z.object({ start: z.number(), end: z.number(), text: z.string() });
export type CheckPassage = z.infer<typeof CheckPassage>;

export const QuoteCheck = z.object({
  verdict: CheckVerdict,
  /** 0–1: the share of letters in common among the words that were compared; brackets, marked cuts and stage directions are left out. */
  similarity: z.number(),
  /** Null exactly when `not-found` or `unreadable`. Where the parts lie far apart: the longest of them. */
  passage: z.nullable(CheckPassage),
  /** What stands before and behind the passage, to the bounds of its sentence and of the one next to it. Null without a passage. */
  before: z.nullable(TextSpan),
  after: z.nullable(TextSpan),
  parts: z.array(CheckPart),
  /** In the order of the quote. Empty exactly when `verbatim`, `not-found` or `unreadable`. */
  changes: z.array(CheckChange),
  notes: z.array(CheckNote),
  /** Places of the source that hold the whole quote word for word; 0 when none does. */
  copies: z.number(),
  /** Who speaks at the passage by the transcript's own labels ("MODERATOR:"), as written there. */
  speaker: z.nullable(z.string()),
});
export type QuoteCheck = z.infer<typeof QuoteCheck>;

/** How a source's text was come by. */
export const SourceReading = z.object({
  /** Where it was asked for; null for pasted text. */
  url: z.nullable(z.string()),
  /** Where it came from after redirects, when that is another address. */
  finalUrl: z.optional(z.string()),
  title: z.string(),
  how: z.enum(['fetch', 'tab', 'paste', 'file', 'pdf', 'kept']),
  /** ISO 8601 UTC. */
  accessed: z.iso.datetime(),
  /** SHA-256 of `text` in UTF-8, lower-case hexadecimal. */
  sha256: z.string().check(z.regex(/^[0-9a-f]{64}$/)),
  /** Length of `text` in UTF-16 units. */
  characters: z.number(),
  /** BCP 47; null where unknown. */
  language: z.nullable(z.string()),
  /** A copy in a web archive, when the reader made one. */
  archived: z.optional(z.string()),
});
export type SourceReading = z.infer<typeof SourceReading>;

/**
 * A check as it is kept with an annotation. With `quote`, `context` and `selector` it can be checked again without the source, and with
 * the source's text (`reading.sha256` tells whether that is the same) from the start.
 */
export const CheckRecord = z.object({
  quote: z.string(),
  reading: SourceReading,
  /** Spans are offsets of the source's text as it was. */
  check: QuoteCheck,
  /** The passage in the source as W3C selectors; empty without a passage. */
  selector: z.array(Selector),
  /** The source's text around the passage, whole sentences, and where in that text's source it began: enough to compare again offline. */
  context: z.nullable(z.object({ text: z.string(), start: z.number() })),
});
export type CheckRecord = z.infer<typeof CheckRecord>;
