import { z } from './zod.ts';

/** UTF-16 code units into `PageText.text`, half-open: `start <= i < end`. */
export const TextSpan = z.object({ start: z.number().check(z.int(), z.nonnegative()), end: z.number().check(z.int(), z.nonnegative()) });
export type TextSpan = z.infer<typeof TextSpan>;

/**
 * An element of the page as standoff markup: where its text lies, not how it nests in a DOM.
 * `parent` is the index of the nearest enclosing element that is listed, −1 at the top.
 */
export const PageElement = z.object({
  /** Lower-case local name: `p`, `blockquote`, `a`, … */
  tag: z.string(),
  start: z.number(),
  end: z.number(),
  parent: z.number(),
  /** Id, classes, `itemprop`, `role`, joined with spaces, as written; absent when there are none. */
  names: z.optional(z.string()),
  /** `href` of a link as written; resolve it against `PageText.base`. */
  href: z.optional(z.string()),
  /** `cite` of a `blockquote` or `q`, as written. */
  cite: z.optional(z.string()),
  /** `lang` where the element declares one. */
  lang: z.optional(z.string()),
});
export type PageElement = z.infer<typeof PageElement>;

/** What the head of the page says of itself; strings as they stand there, judged by who reads them. */
export const PageMetadata = z.object({
  /** `<link rel=canonical>` as written, else `og:url`. */
  canonical: z.nullable(z.string()),
  siteName: z.nullable(z.string()),
  /** Authors from `<meta>`, in order. */
  authors: z.array(z.string()),
  description: z.nullable(z.string()),
  /** Publication date as written (ISO 8601 as a rule). */
  published: z.nullable(z.string()),
  /** The text of each `<script type="application/ld+json">`. */
  jsonLd: z.array(z.string()),
});
export type PageMetadata = z.infer<typeof PageMetadata>;

/**
 * A page as a string. `text` holds the words a reader sees: white space collapsed as a browser does,
 * one `\n` between blocks and for `<br>`, scripts and hidden parts left out.
 * `elements` is in document order (a parent before its children); an element without text is left out.
 */
export const PageText = z
  .object({
    url: z.string(),
    /** What relative links resolve against: the URL, or `<base href>`. */
    base: z.string(),
    title: z.string(),
    /** BCP 47, null where the page declares none. */
    language: z.nullable(z.string()),
    text: z.string(),
    elements: z.array(PageElement),
    metadata: PageMetadata,
    /** True when the page was longer than `MAX_PAGE_CHARACTERS` and the rest was not read. */
    truncated: z.boolean(),
  })
  .check(z.refine(({ text, elements }) => elements.every((element, index) => liesIn(element, index, text.length))));
export type PageText = z.infer<typeof PageText>;

/** A page's process can send anything; what follows parents or spans would never end, or leave the text, if these did. */
const liesIn = ({ start, end, parent }: PageElement, index: number, length: number): boolean =>
  Number.isInteger(start) &&
  Number.isInteger(end) &&
  Number.isInteger(parent) &&
  -1 <= parent &&
  parent < index &&
  0 <= start &&
  start <= end &&
  end <= length;
