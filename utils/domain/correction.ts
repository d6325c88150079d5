import { Target } from './annotation.ts';
import { PageText, TextSpan } from './page-text.ts';
import { Detected, Source } from './quotation.ts';
import { z } from './zod.ts';

/**
 * A part of a page that detection finds the passage in as it did in the whole page: what a test case is made of. Links in it are absolute,
 * and the page's canonical URL is its own.
 */
export const Fragment = z
  .object({
    page: PageText,
    /** Where the passage stands in it. */
    passage: TextSpan,
    /** The quotation's words as detection tells them: its paragraphs are one line, marks of quoted lines left out. */
    text: z.string(),
    /** False where no part that is small enough gave what the whole page did: a case made of it may fail for what it lacks. */
    faithful: z.boolean(),
  })
  .check(z.refine(({ page, passage }) => passage.start < passage.end && passage.end <= page.text.length));
export type Fragment = z.infer<typeof Fragment>;

/** The reader's word on a detected quotation: it is found again by its words, and wins wherever it is found. Times are ISO 8601 UTC. */
export const Correction = z.object({
  id: z.uuid(),
  /** The passage, as annotations name theirs. */
  target: z.pick(Target, { source: true, canonical: true, title: true, site: true, selector: true }),
  /** Whose words they are and where from; null in a field: the page does not tell. Null: no quotation at all. */
  attribution: z.nullable(z.object({ speaker: z.nullable(z.string()), source: z.nullable(Source) })),
  detected: Detected,
  /** Taken when the page is open in a window that is not private; null until then. */
  fragment: z.nullable(Fragment),
  created: z.iso.datetime(),
  modified: z.iso.datetime(),
});
export type Correction = z.infer<typeof Correction>;
export type CorrectedAttribution = NonNullable<Correction['attribution']>;

/** The words that a correction is about. */
export const correctedWords = ({ target }: Correction): string =>
  target.selector.flatMap((s) => (s.type === 'TextQuoteSelector' ? [s.exact] : []))[0] ?? '';

/** What came of a correction in the page as it is now. */
export const AppliedCorrection = z.object({
  id: z.string(),
  /** The quotation it is about; null when the passage is not found, or nothing is quoted there any more: then it does nothing. */
  span: z.nullable(TextSpan),
  /** The passage is no quotation to the reader: not marked, listed or counted. */
  hides: z.boolean(),
  /** The first words of the passage. */
  words: z.string(),
});
export type AppliedCorrection = z.infer<typeof AppliedCorrection>;
