import { z } from './zod.ts';

/** W3C Web Annotation 4.2.4. In records and engines offsets of the page text are UTF-16. */
export const TextQuoteSelector = z.object({
  type: z.literal('TextQuoteSelector'),
  exact: z.string(),
  prefix: z.string(),
  suffix: z.string(),
  /** How many places of the page held these words when it was described; left out when it was the only one, or not counted. */
  copies: z.optional(z.number().check(z.int(), z.positive())),
});
export type TextQuoteSelector = z.infer<typeof TextQuoteSelector>;

/** W3C Web Annotation 4.2.5. UTF-16 offsets into `PageText.text` (exported as code points). */
export const TextPositionSelector = z.object({
  type: z.literal('TextPositionSelector'),
  start: z.number().check(z.int(), z.nonnegative()),
  end: z.number().check(z.int(), z.nonnegative()),
  /**
   * How many characters before `start` are two UTF-16 units (outside the Basic Multilingual Plane: emoji, old scripts); left out
   * when none. W3C counts code points, so its `start` is `start − astral`, and the page is no longer there to count in.
   */
  astral: z.optional(z.number().check(z.int(), z.nonnegative())),
});
export type TextPositionSelector = z.infer<typeof TextPositionSelector>;

/**
 * W3C Web Annotation 4.2.1 with a text fragment: what comes behind `#` in a link that scrolls to the passage. Only where that was found
 * to lead to it in the page as it was (`utils/anchor/text-fragment.ts`).
 */
export const FragmentSelector = z.object({
  type: z.literal('FragmentSelector'),
  conformsTo: z.literal('https://wicg.github.io/scroll-to-text-fragment/'),
  value: z.string().check(z.regex(/^:~:text=[\w.!~*'()%,-]+$/), z.maxLength(16_384)),
});
export type FragmentSelector = z.infer<typeof FragmentSelector>;

export const Selector = z.discriminatedUnion('type', [TextQuoteSelector, TextPositionSelector, FragmentSelector]);
export type Selector = z.infer<typeof Selector>;
