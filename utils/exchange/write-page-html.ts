import type { PageElement, PageText } from '../domain/page-text.ts';
import { escapeHtml } from './html-text.ts';

/**
 * The page as the least HTML that is read back to the same page (`readPage` over parse5 or a browser): text, elements, links, metadata.
 * A page that was read from HTML comes back as it was. Elements that no plain HTML gives at their place (a paragraph around a list, a link in a
 * link, a row without a table: a script made them, or a parser that moved them out of a table) are written as `div` or `span`, so that the
 * text at least is the same.
 */
export function writePageHtml(page: PageText): string {
  return new PageWriter(page).write();
}

/** Elements that begin a line of their own when they are read; as in `utils/dom/page-node.ts`, which must not be loaded here. */
const BLOCKS = words(
  'address article aside blockquote body caption center dd details dialog dir div dl dt fieldset figcaption figure footer form h1 h2 h3 h4 h5 h6 header hgroup html legend li main menu nav ol p pre search section summary table tbody td tfoot th thead tr ul',
);
const HEADING = /^h[1-6]$/;
/** What an element has to stand in directly: HTML standard, 13.2.6 (tree construction). */
const PARENTS: Record<string, RegExp> = {
  caption: /^table$/,
  colgroup: /^table$/,
  tbody: /^table$/,
  thead: /^table$/,
  tfoot: /^table$/,
  tr: /^(?:tbody|thead|tfoot)$/,
  td: /^tr$/,
  th: /^tr$/,
};
/** Elements that may hold these and nothing else. */
const CHILDREN: Record<string, RegExp> = {
  table: /^(?:caption|tbody|thead|tfoot)$/,
  tbody: /^tr$/,
  thead: /^tr$/,
  tfoot: /^tr$/,
  tr: /^t[dh]$/,
};
/** Not written by their own name: their content would be read otherwise, or they have none. */
const UNSAFE = words(
  'area base basefont bgsound body br button canvas col colgroup command embed frame frameset head hr html iframe image img input keygen link listing math meta noembed noframes noscript object optgroup option param plaintext rp script select source style svg template textarea title track video audio wbr xmp',
);
/** HTML standard, 13.2.4.2: a list item ends the one before it unless one of these (or a block of no list) stands in between. */
const SPECIAL = words(
  'applet article aside blockquote button caption center dd details dir dl dt fieldset figcaption figure footer form h1 h2 h3 h4 h5 h6 header hgroup li main marquee menu nav ol pre search section summary table tbody td tfoot th thead tr ul',
);
/** Elements that an open one of their kind (`ended`) would be ended by, up to what bounds it. */
const ENDED: Record<string, RegExp> = { li: /^li$/, dd: /^d[dt]$/, dt: /^d[dt]$/ };
/** 13.2.4.2, "button scope": a block within one of these leaves a paragraph around it open. */
const SCOPES = words('applet button caption marquee table td th');
/** 13.2.4.3: formatting elements within one of these leave those around it open. */
const MARKERS = words('applet caption marquee td th');

class PageWriter {
  readonly #page: PageText;
  readonly #parts: string[] = [];
  /** Tags as written, the outermost first, with what is still to be closed. */
  readonly #open: { tag: string; index: number; end: number }[] = [];
  /** The next character of the text that is not written yet. */
  #at = 0;
  /** A block was closed last: the line break that follows in the text is its. */
  #broken = false;

  constructor(page: PageText) {
    this.#page = page;
  }

  write(): string {
    const { elements, text } = this.#page;
    const [root, second] = elements;
    const hasBody = second?.tag === 'body' && root?.tag === 'html';
    this.#head(root?.tag === 'html' ? root : undefined, hasBody ? second : undefined);
    const first = hasBody ? 2 : root?.tag === 'html' ? 1 : 0;
    for (let i = first; i < elements.length; i++) {
      const element = elements[i];
      if (element === undefined) continue;
      while (this.#open.length > 0 && this.#open.at(-1)?.index !== element.parent) this.#close();
      this.#text(element.start, this.#blockBegins(i));
      this.#start(element, i);
    }
    while (this.#open.length > 0) this.#close();
    this.#text(text.length, false);
    this.#parts.push('\n</body>\n</html>\n');
    return this.#parts.join('');
  }

  #head(root: PageElement | undefined, body: PageElement | undefined): void {
    const { title, url, base, language, metadata } = this.#page;
    const { canonical, siteName, authors, description, published, jsonLd } = metadata;
    const meta = (key: 'name' | 'property', name: string, content: string | null): string =>
      content === null ? '' : `<meta ${key}="${name}" content="${attribute(content)}">\n`;
    this.#parts.push(
      `<!doctype html>\n<html${attributes(root ?? { ...(language === null ? {} : { lang: language }) })}>\n<head>\n<meta charset="utf-8">\n`,
      base === url ? '' : `<base href="${attribute(base)}">\n`,
      `<title>${escapeHtml(title)}</title>\n`,
      canonical === null ? '' : `<link rel="canonical" href="${attribute(canonical)}">\n`,
      meta('property', 'og:site_name', siteName),
      ...authors.map((author) => meta('name', 'author', author)),
      meta('name', 'description', description),
      meta('property', 'article:published_time', published),
      ...jsonLd.map((source) => `<script type="application/ld+json">${source.replace(/<(?=\/script|!--)/gi, '\\u003c')}</script>\n`),
      `</head>\n<body${body === undefined ? '' : attributes(body)}>`,
    );
  }

  #start(element: PageElement, index: number): void {
    const tag = writable(element.tag, this.#open.map(({ tag: open }) => open)); // biome-ignore format: one call
    // A line of the file for each block, to be read by people: no text of the page.
    const line = isBlock(tag) && !this.#open.some(({ tag: open }) => open === 'pre') ? '\n' : '';
    this.#parts.push(`${line}<${tag}${attributes(element)}${tag === 'dialog' ? ' open' : ''}>`);
    if (tag === 'pre') this.#parts.push('\n'); // the first line break in it is not read
    this.#open.push({ tag, index, end: element.end });
    if (isBlock(tag)) this.#broken = false;
  }

  /** Does a block begin where this element does: itself, or one that begins with it? */
  #blockBegins(index: number): boolean {
    const { elements } = this.#page;
    const start = elements[index]?.start;
    for (let i = index; elements[i]?.start === start && i < elements.length; i++) if (isBlock(elements[i]?.tag ?? '')) return true;
    return false;
  }

  #close(): void {
    const open = this.#open.at(-1);
    if (open === undefined) return;
    this.#text(open.end, false);
    this.#open.pop();
    this.#parts.push(`</${open.tag}>`);
    if (isBlock(open.tag)) this.#broken = true;
  }

  /** Writes the text up to `end`; `thenBlock`: a block begins there, and the line break before it is its. */
  #text(end: number, thenBlock: boolean): void {
    let text = this.#page.text.slice(this.#at, end);
    if (text === '') return;
    this.#at = end;
    if (this.#broken && text.startsWith('\n')) text = text.slice(1);
    this.#broken = false;
    if (thenBlock && text.endsWith('\n')) text = text.slice(0, -1);
    if (text === '') return;
    const inPre = this.#open.some(({ tag }) => tag === 'pre');
    // White space alone is no text, also where it is preformatted; a no-break space is.
    if (inPre && /[^ \t\n\f\r]/.test(text)) this.#parts.push(escaped(text));
    else this.#parts.push(escaped(text).replaceAll('\n', '<br>'));
  }
}

const isBlock = (tag: string): boolean => BLOCKS.has(tag);

/** Carriage returns are line breaks to a parser unless they are written so. */
const escaped = (text: string): string => escapeHtml(text).replaceAll('\r', '&#13;');
const attribute = escaped;

function attributes({ names, href, cite, lang }: Pick<PageElement, 'names' | 'href' | 'cite' | 'lang'>): string {
  const given = { class: names, href, cite, lang };
  return Object.entries(given).map(([name, value]) => (value === undefined ? '' : ` ${name}="${attribute(value)}"`)).join(''); // biome-ignore format: one line
}

/** 13.2.5.8: what a parser reads as one name. */
const TAG_NAME = /^[a-z][^\t\n\f\r />\0A-Z]*$/;

/** The tag by which an element can stand within `open` (outermost first): its own where a parser would leave it there. */
function writable(tag: string, open: readonly string[]): string {
  const parent = open.at(-1) ?? 'body';
  const instead = isBlock(tag) ? 'div' : 'span';
  if (UNSAFE.has(tag) || !TAG_NAME.test(tag)) return fits(instead, parent, open) ? instead : 'span';
  return fits(tag, parent, open) ? tag : fits(instead, parent, open) ? instead : 'span';
}

function fits(tag: string, parent: string, open: readonly string[]): boolean {
  if (PARENTS[tag]?.test(parent) === false || CHILDREN[parent]?.test(tag) === false) return false;
  if (tag === 'form' && open.includes('form')) return false;
  if ((tag === 'a' || tag === 'nobr') && reaches(open, (one) => one === tag, MARKERS)) return false;
  if (HEADING.test(tag) && HEADING.test(parent)) return false;
  if (ENDED[tag] !== undefined && reaches(open, (one) => ENDED[tag]?.test(one) === true, SPECIAL)) return false;
  return !(isBlock(tag) && tag !== 'legend' && reaches(open, (one) => one === 'p', SCOPES));
}

/** Is something that is `wanted` open, with none of `bounds` in between? */
function reaches(open: readonly string[], wanted: (tag: string) => boolean, bounds: ReadonlySet<string>): boolean {
  for (const tag of [...open].reverse()) {
    if (wanted(tag)) return true;
    if (bounds.has(tag)) return false;
  }
  return false;
}

function words(list: string): ReadonlySet<string> {
  return new Set(list.split(' '));
}
