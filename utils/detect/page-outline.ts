import type { PageElement, PageText, TextSpan } from '../domain/page-text.ts';
import { plainParagraphs } from './plain-text.ts';

/** A run of text between two edges of block elements: what a reader sees as one paragraph, heading, list item or cell. `<br>` does not end it. */
export interface Paragraph extends TextSpan {
  index: number;
  /** Index of the innermost block element that holds it, −1 at the top. */
  element: number;
}

/** A page with what every rule asks again and again, worked out once. Linear in the page. */
export interface PageOutline {
  page: PageText;
  text: string;
  elements: PageElement[];
  paragraphs: Paragraph[];
  /** `<a href>` in document order. */
  links: PageElement[];
  /** Runs that the page prints in italics (`em`, `i`), in document order. */
  italics: PageElement[];
  /** Runs of code (`code`, `kbd`, `samp`, `tt`), in document order. */
  code: PageElement[];
  /** Indices of `<pre>` elements that hold prose: mails and text files. */
  plain: ReadonlySet<number>;
  /** Index past the last descendant of each element. */
  after: Int32Array;
}

const INLINE = new Set(
  'a abbr acronym b bdi bdo big br cite code data del dfn em font i ins kbd label mark output q ruby rt rp s samp slot small span strike strong sub sup time tt u var wbr'.split(
    ' ',
  ),
);
export const isInlineTag = (tag: string): boolean => INLINE.has(tag);

/** Works out paragraphs and lists of a page. Never throws. */
export function outlinePage(page: PageText): PageOutline {
  const { elements } = page;
  const plain = new Set<number>();
  const paragraphs = paragraphsOf(elements, page.text, plain);
  const text = plain.size === 0 ? page.text : unwrapped(page.text, paragraphs, plain);
  return {
    page: text === page.text ? page : { ...page, text },
    text,
    elements,
    paragraphs,
    links: withPlainUrls(
      text,
      inOrder(elements.filter((e) => e.tag === 'a' && e.href !== undefined && e.href !== '' && e.end - e.start <= MAX_LINK)),
    ),
    italics: inOrder(elements.filter((e) => e.tag === 'em' || e.tag === 'i')),
    code: inOrder(elements.filter((e) => /^(?:code|kbd|samp|tt)$/.test(e.tag))),
    plain,
    after: lastDescendants(elements),
  };
}

/** A longer link is a card around a teaser. */
const MAX_LINK = 1000;

const PLAIN_URL = /https?:\/\/[^\s<>"“”„«»()[\]]+[^\s<>"“”„«»()[\].,;:!?'’]/g;

/** An address that is only written out leads somewhere too. */
function withPlainUrls(text: string, links: PageElement[]): PageElement[] {
  if (!text.includes('://')) return links;
  const plain = [...text.matchAll(PLAIN_URL)].flatMap(({ 0: href, index: start }) => {
    const end = start + href.length;
    return overlapping(links, { start, end }).length > 0 ? [] : [{ tag: 'a', start, end, parent: -1, href }];
  });
  return plain.length === 0 ? links : [...links, ...plain].sort((a, b) => a.start - b.start);
}

/** Without those that lie in an earlier one: what is left does not overlap. */
function inOrder(elements: PageElement[]): PageElement[] {
  let end = -1;
  return elements.filter((e) => {
    if (e.start < end) return false;
    end = e.end;
    return true;
  });
}

/** Cuts the text at every edge of a block element, a mail or text file at its empty lines too. Edges come in document order, so one walk with a stack is enough. */
function paragraphsOf(elements: PageElement[], text: string, plain: Set<number>): Paragraph[] {
  const paragraphs: Paragraph[] = [];
  const open: number[] = [];
  let from = 0;
  const cut = (to: number): void => {
    const span = trimmed(text, { start: from, end: to });
    const element = open.at(-1) ?? -1;
    const lines = span !== null && elements[element]?.tag === 'pre' ? plainParagraphs(text, span, text.length) : null;
    if (lines !== null) plain.add(element);
    for (const part of lines ?? (span === null ? [] : [span])) paragraphs.push({ index: paragraphs.length, ...part, element });
    from = Math.max(from, to);
  };
  const closeUpTo = (offset: number): void => {
    for (let top = open.at(-1); top !== undefined; top = open.at(-1)) {
      const end = elements[top]?.end ?? 0;
      if (end > offset) return;
      cut(end);
      open.pop();
    }
  };
  for (const [i, element] of elements.entries()) {
    if (isInlineTag(element.tag)) continue;
    closeUpTo(element.start);
    cut(element.start);
    open.push(i);
  }
  closeUpTo(text.length);
  open.length = 0;
  cut(text.length);
  return paragraphs;
}

/** The same text, of the same length, with spaces where a mail or text file only breaks its lines. Quoted lines keep their marks apart. */
function unwrapped(text: string, paragraphs: readonly Paragraph[], plain: ReadonlySet<number>): string {
  let result = '';
  let at = 0;
  for (const { start, end, element } of paragraphs) {
    if (!plain.has(element)) continue;
    const own = text.slice(start, end);
    if (own.startsWith('>')) continue;
    result += text.slice(at, start) + own.replace(/\n/g, ' ');
    at = end;
  }
  return result + text.slice(at);
}

function lastDescendants(elements: PageElement[]): Int32Array {
  const after = new Int32Array(elements.length);
  for (let i = elements.length - 1; i >= 0; i--) {
    after[i] = Math.max(after[i] ?? 0, i + 1);
    const parent = elements[i]?.parent ?? -1;
    if (parent >= 0) after[parent] = Math.max(after[parent] ?? 0, after[i] ?? 0);
  }
  return after;
}

/** The span without white space at its ends; null when nothing is left. */
export function trimmed(text: string, span: TextSpan): TextSpan | null {
  let { start, end } = span;
  while (start < end && isBlank(text.charCodeAt(start))) start++;
  while (end > start && isBlank(text.charCodeAt(end - 1))) end--;
  return start < end ? { start, end } : null;
}

/** White space, no-break space, zero-width and direction marks. */
export const isBlank = (code: number): boolean =>
  code === 32 ||
  (code >= 9 && code <= 13) ||
  code === 0xa0 ||
  (code >= 0x2000 && code <= 0x200f) ||
  code === 0x2028 ||
  code === 0x2029 ||
  code === 0x202f ||
  (code >= 0x202a && code <= 0x202e) ||
  (code >= 0x2060 && code <= 0x2069) ||
  code === 0x3000 ||
  code === 0xfeff;

/** Index of the first item that ends after `offset`; items are in order and do not overlap. */
function firstEndingAfter(items: readonly TextSpan[], offset: number): number {
  let low = 0;
  let high = items.length;
  while (low < high) {
    const middle = (low + high) >> 1;
    if ((items[middle]?.end ?? 0) <= offset) low = middle + 1;
    else high = middle;
  }
  return low;
}

/** The items (in order, not overlapping) that share a character with `span`. */
export function overlapping<T extends TextSpan>(items: readonly T[], span: TextSpan): T[] {
  const found: T[] = [];
  for (let i = firstEndingAfter(items, span.start); i < items.length; i++) {
    const item = items[i];
    if (item === undefined || item.start >= span.end) break;
    found.push(item);
  }
  return found;
}

/** The paragraph that holds `offset`, or the first one after it. */
export function paragraphAt(outline: PageOutline, offset: number): Paragraph | undefined {
  return outline.paragraphs[firstEndingAfter(outline.paragraphs, offset)];
}

/** Walks from an element to the top. */
export function* ancestors(outline: PageOutline, element: number): Generator<{ index: number; element: PageElement }> {
  for (let i = element; i >= 0; ) {
    const found = outline.elements[i];
    if (found === undefined) return;
    yield { index: i, element: found };
    i = found.parent;
  }
}

/** Words of a text: runs of letters and digits. */
export const wordCount = (text: string): number => text.match(/[\p{L}\p{N}][\p{L}\p{N}\p{M}’'.-]*/gu)?.length ?? 0;

/** Han, kana and hangul are counted by letters: they are written without spaces. */
export function wordCountAnyScript(text: string): number {
  const dense = text.match(/[\p{Script=Han}\p{Script=Hiragana}\p{Script=Katakana}]/gu)?.length ?? 0;
  return dense > 0
    ? Math.ceil(dense / 2) + wordCount(text.replace(/[\p{Script=Han}\p{Script=Hiragana}\p{Script=Katakana}]+/gu, ' '))
    : wordCount(text);
}
