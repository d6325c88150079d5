import type { PageElement, PageMetadata, PageText } from '../domain/page-text.ts';

/**
 * The little of a DOM that reading needs. A browser's `Node` fits as it is; `cli/parse-html.ts` makes the same of parse5's tree,
 * so that the command line and the extension read a page with one and the same code.
 */
export interface PageNode {
  readonly nodeType: number;
  readonly nodeValue: string | null;
  readonly firstChild: PageNode | null;
  readonly nextSibling: PageNode | null;
}
interface PageElementNode extends PageNode {
  readonly localName: string;
  readonly textContent: string | null;
  getAttributeNames(): string[];
  getAttribute(name: string): string | null;
  readonly shadowRoot?: PageNode | null;
  /** Of a `<slot>`. */
  assignedNodes?(options: { flatten: boolean }): PageNode[];
}

/** The text nodes that were read, in order. Node `i` holds `text.slice(starts[i], ends[i])`, its white space collapsed unless `pre[i]`. */
export interface TextNodes<N extends PageNode = PageNode> {
  nodes: N[];
  starts: number[];
  ends: number[];
  pre: boolean[];
}

export interface ReadPage<N extends PageNode = PageNode> {
  page: PageText;
  textNodes: TextNodes<N>;
  /** Open shadow roots that were read: a `MutationObserver` of the document does not see into them. */
  shadowRoots: N[];
}

/** Longer pages are cut, and say so. 4 million characters are about 10 MB of HTML; the message to the background stays below 64 MiB. */
export const MAX_PAGE_CHARACTERS = 4_000_000;
/** Nodes and characters between two yields: either takes well below 1 ms. */
const NODES_PER_STEP = 512;
const CHARACTERS_PER_STEP = 100_000;
/** A longer `href` is a document in itself (`data:`), no place to go to. */
const MAX_HREF = 8_192;
/** JSON-LD of news pages is 2–60 kB; more than this is not about the page. */
const MAX_JSON_LD = 500_000;

const words = (s: string) => s.split(' ');
/** What a tag means for reading, found by one look-up an element. Tags that are not here run on in the line, as `em` does. */
type Kind = 'skipped' | 'break' | 'block' | 'plain';
const KINDS = new Map<string, Kind>();
/** Never text for the reader. */
for (const tag of words(
  'script style noscript template rp svg math iframe frame object embed video audio canvas select datalist textarea input button meta link title base',
))
  KINDS.set(tag, 'skipped');
for (const tag of words(
  'address article aside blockquote body caption center dd details dialog dir div dl dt fieldset figcaption figure footer form h1 h2 h3 h4 h5 h6 header hgroup html legend li main menu nav ol p pre search section summary table tbody td tfoot th thead tr ul',
))
  KINDS.set(tag, 'block');
for (const tag of words('br hr')) KINDS.set(tag, 'break');
/** Listed only when they carry a name, a language or a link. */
for (const tag of words('span font')) KINDS.set(tag, 'plain');
const HIDING_STYLE = /(?:^|;)\s*(?:display\s*:\s*none|visibility\s*:\s*hidden)/i;
const MAX_NAMES = 300;

/** An element that is being read; one below another, the root's own at the bottom. */
interface Open {
  readonly below: Open | null;
  /** Index into `elements`, −1 when the element is not listed. */
  readonly index: number;
  /** Index of the nearest listed element: this one, or one below; −1 when there is none. */
  readonly listed: number;
  readonly block: boolean;
  readonly pre: boolean;
  readonly next: PageNode | null;
  /** Further nodes of a slot: they are walked one by one, not on to their siblings. */
  readonly queue: PageNode[] | null;
}

/** Reads a page in one go. `root` is the document's root element (or a document). Never throws for any tree. */
export function readPage<N extends PageNode>(root: N, url: string): ReadPage<N> {
  const walk = new PageWalk(root, url);
  while (walk.step());
  return walk.result();
}

/** The same in steps of `NODES_PER_STEP` nodes, for a caller that must not hold the main thread. */
export function* readPageInSteps<N extends PageNode>(root: N, url: string): Generator<void, ReadPage<N>> {
  const walk = new PageWalk(root, url);
  while (walk.step()) yield;
  return walk.result();
}

/**
 * One walk over a tree. It runs on the page's main thread, so what happens at each node is measured (`tests/bench/browser`):
 * one look-up for the tag, no object for what is not listed, no regular expression that replaces where the text is even.
 */
class PageWalk<N extends PageNode> {
  readonly #url: string;
  readonly #elements: PageElement[] = [];
  readonly #textNodes: TextNodes<N> = { nodes: [], starts: [], ends: [], pre: [] };
  readonly #shadowRoots: N[] = [];
  readonly #metadata: PageMetadata = { canonical: null, siteName: null, authors: [], description: null, published: null, jsonLd: [] };
  #title: string | null = null;
  #base: string | null = null;
  #language: string | null = null;
  #truncated = false;
  #jsonLdLeft = MAX_JSON_LD;

  readonly #parts: string[] = [];
  #length = 0;
  #pendingSpace = false;
  #pendingBreak = false;
  /** Elements before this index have a start. */
  #started = 0;

  #top: Open | null = null;
  #current: PageNode | null;

  constructor(root: N, url: string) {
    this.#current = root;
    this.#url = url;
  }

  /** Reads the next nodes; false when there are no more. */
  step(): boolean {
    const lengthAtEnd = this.#length + CHARACTERS_PER_STEP;
    for (let nodes = 0; nodes < NODES_PER_STEP && this.#length <= lengthAtEnd; nodes++) {
      const node = this.#current ?? this.#climb();
      if (node === null) return false;
      this.#read(node);
      if (this.#truncated) {
        for (; this.#top !== null; this.#top = this.#top.below) this.#leave(this.#top);
        return false;
      }
    }
    return true;
  }

  result(): ReadPage<N> {
    const page: PageText = {
      url: this.#url,
      base: absolute(this.#base, this.#url) ?? this.#url,
      title: this.#title ?? '',
      language: this.#language === '' ? null : this.#language,
      text: this.#parts.join(''),
      elements: this.#elements,
      metadata: this.#metadata,
      truncated: this.#truncated,
    };
    return { page, textNodes: this.#textNodes, shadowRoots: this.#shadowRoots };
  }

  /** The next node where one's siblings are at their end: leaves elements until there is one. */
  #climb(): PageNode | null {
    for (let open = this.#top; open !== null; open = this.#top) {
      const queued = open.queue?.shift();
      if (queued !== undefined) return queued;
      this.#top = open.below;
      this.#leave(open);
      if (open.next !== null) return open.next;
    }
    return null;
  }

  #read(from: PageNode): void {
    const top = this.#top;
    let node = from;
    let type = node.nodeType;
    if (type === 3) {
      this.#current = top === null || top.queue !== null ? null : node.nextSibling;
      this.#readText(node as N, top?.pre ?? false);
      return;
    }
    let tag = type === 1 ? (node as PageElementNode).localName : '';
    if (tag === 'form' || typeof tag !== 'string' || typeof type !== 'number') {
      node = unclobbered(node);
      type = node.nodeType;
      tag = type === 1 ? (node as PageElementNode).localName : '';
    }
    const next = top === null || top.queue !== null ? null : node.nextSibling;
    this.#current = next;
    if (type === 1) this.#readElement(node as PageElementNode, tag, next);
    else if (type === 9 || type === 11) {
      // A document or fragment: only as the root. Comments and the rest say nothing.
      this.#top = { below: top, index: -1, listed: top === null ? -1 : top.listed, block: true, pre: false, next, queue: null };
      this.#current = node.firstChild;
    }
  }

  #readElement(element: PageElementNode, tag: string, next: PageNode | null): void {
    const kind = KINDS.get(tag);
    if (kind === 'skipped') {
      this.#readHead(element, tag);
      return;
    }
    if (kind === 'break') {
      this.#pendingBreak = true;
      return;
    }
    const top = this.#top;
    const parent = top === null ? -1 : top.listed;
    const listed = readAttributes(element, tag, kind === 'plain', parent);
    if (listed === 'hidden') return;
    if (tag === 'html') this.#language = listed?.lang ?? null;
    const block = kind === 'block';
    if (block) this.#pendingBreak = true;
    const index = listed === null ? -1 : this.#elements.push(listed) - 1;
    const slotted = tag === 'slot' ? (element.assignedNodes?.({ flatten: true }) ?? []) : [];
    const shadow = element.shadowRoot;
    this.#top = {
      below: top,
      index,
      listed: index < 0 ? parent : index,
      block,
      pre: tag === 'pre' || (top?.pre ?? false),
      next,
      queue: slotted.length > 0 ? slotted : null,
    };
    if (shadow) this.#shadowRoots.push(shadow as N); // a shadow root of an N's document
    this.#current = slotted.length > 0 ? null : (shadow ?? element).firstChild;
  }

  #readText(node: N, pre: boolean): void {
    const data = node.nodeValue ?? '';
    if (data === '') return;
    if (pre) {
      if (/\S/.test(data)) this.#emit(node, data, true);
      else this.#pendingSpace = true;
      return;
    }
    const even = evened(data);
    const { length } = even;
    const from = even.charCodeAt(0) === 32 ? 1 : 0;
    const to = length > from && even.charCodeAt(length - 1) === 32 ? length - 1 : length;
    if (from > 0) this.#pendingSpace = true;
    if (from === to) return;
    this.#emit(node, to - from < length ? even.slice(from, to) : even, false);
    if (to < length) this.#pendingSpace = true;
  }

  #emit(node: N, read: string, pre: boolean): void {
    let start = this.#length;
    if (start > 0 && (this.#pendingBreak || this.#pendingSpace)) {
      this.#parts.push(this.#pendingBreak ? '\n' : ' ');
      start++;
    }
    let text = read;
    if (start + text.length > MAX_PAGE_CHARACTERS) {
      text = text.slice(0, Math.max(1, MAX_PAGE_CHARACTERS - start));
      this.#truncated = true;
    }
    this.#pendingBreak = this.#pendingSpace = false;
    const elements = this.#elements;
    for (let i = this.#started; i < elements.length; i++) (elements[i] as PageElement).start = start;
    this.#started = elements.length;
    this.#parts.push(text);
    this.#length = start + text.length;
    const { nodes, starts, ends, pre: pres } = this.#textNodes;
    nodes.push(node);
    starts.push(start);
    ends.push(this.#length);
    pres.push(pre);
  }

  #readHead(element: PageElementNode, tag: string): void {
    const metadata = this.#metadata;
    if (tag === 'title') this.#title ??= collapse(element.textContent ?? '');
    else if (tag === 'base') this.#base ??= element.getAttribute('href');
    else if (tag === 'link' && isCanonical(element)) metadata.canonical ??= element.getAttribute('href');
    else if (tag === 'script' && JSON_LD.test(element.getAttribute('type') ?? '')) {
      const source = element.textContent ?? '';
      this.#jsonLdLeft -= source.length;
      if (this.#jsonLdLeft >= 0) metadata.jsonLd.push(source);
    } else if (tag === 'meta') readMeta(element, metadata);
  }

  #leave(open: Open): void {
    if (open.block) this.#pendingBreak = true;
    if (open.index < 0) return;
    // An element whose text never came is the last one listed: its descendants had none either.
    if (open.index >= this.#started) this.#elements.length = open.index;
    else (this.#elements[open.index] as PageElement).end = this.#length;
  }
}

/** The listing of an element (its `start` and `end` come later), null when it is not worth one, `hidden` when nobody sees it. */
function readAttributes(element: PageElementNode, tag: string, isPlain: boolean, parent: number): PageElement | null | 'hidden' {
  const listed: PageElement = { tag, start: -1, end: -1, parent };
  let plain = isPlain;
  let names = '';
  let open = false;
  for (const name of element.getAttributeNames()) {
    switch (name) {
      case 'class':
      case 'id':
      case 'itemprop':
      case 'role': {
        const value = element.getAttribute(name);
        if (value) names = names === '' ? value : `${names} ${value}`;
        break;
      }
      case 'href':
      case 'cite': {
        const value = element.getAttribute(name) ?? '';
        if (value.length > MAX_HREF) break;
        if (name === 'cite') listed.cite = value;
        else if (tag === 'a') listed.href = value;
        break;
      }
      case 'open':
        open = true;
        break;
      case 'lang':
        listed.lang = element.getAttribute(name) ?? '';
        plain = false;
        break;
      case 'hidden':
        // `until-found` opens itself to a search or a link: text for the reader.
        if (element.getAttribute(name)?.toLowerCase() !== 'until-found') return 'hidden';
        break;
      case 'style':
        if (HIDING_STYLE.test(element.getAttribute(name) ?? '')) return 'hidden';
        break;
      case 'contenteditable':
        if (element.getAttribute(name) !== 'false') return 'hidden';
        break;
    }
  }
  if (tag === 'dialog' && !open) return 'hidden';
  if (names !== '') {
    listed.names = names.slice(0, MAX_NAMES);
    plain = false;
  }
  return plain ? null : listed;
}

function readMeta(element: PageElementNode, metadata: PageMetadata): void {
  const name = (element.getAttribute('property') ?? element.getAttribute('name') ?? element.getAttribute('itemprop') ?? '').toLowerCase();
  const content = element.getAttribute('content')?.trim();
  if (!content) return;
  switch (name) {
    case 'og:site_name':
      metadata.siteName ??= content;
      break;
    case 'author':
    case 'article:author':
    case 'parsely-author':
    case 'sailthru.author':
    case 'dc.creator':
    case 'byl':
      if (!metadata.authors.includes(content)) metadata.authors.push(content);
      break;
    case 'description':
    case 'og:description':
      metadata.description ??= content;
      break;
    case 'article:published_time':
    case 'datepublished':
    case 'date':
    case 'dc.date':
      metadata.published ??= content;
      break;
  }
}

const JSON_LD = /^\s*application\/ld\+json\s*(?:;|$)/i;

const isCanonical = (element: PageElementNode): boolean => /(?:^|\s)canonical(?:\s|$)/i.test(element.getAttribute('rel') ?? '');

/**
 * A form's own fields hide what every node has: with `<input name="nextSibling">` inside, `form.nextSibling` is that field
 * (HTML standard, `[LegacyOverrideBuiltIns]`), also for a content script. A form is read through the prototypes.
 */
function unclobbered(node: PageNode): PageNode {
  if (typeof HTMLFormElement === 'undefined' || !(node instanceof HTMLFormElement)) return node;
  const own = (prototype: object, name: string): unknown => Reflect.get(prototype, name, node);
  const form: PageElementNode = {
    nodeType: 1,
    nodeValue: null,
    localName: 'form',
    // The getters of Node.prototype give what PageNode says of them.
    firstChild: own(Node.prototype, 'firstChild') as PageNode | null,
    nextSibling: own(Node.prototype, 'nextSibling') as PageNode | null,
    textContent: null,
    getAttributeNames: () => Element.prototype.getAttributeNames.call(node),
    getAttribute: (name) => Element.prototype.getAttribute.call(node, name),
  };
  return form;
}

export const isSpace = (code: number): boolean => code === 32 || (code >= 9 && code <= 13 && code !== 11);

/** Most text nodes with words hold single spaces only, and to look costs a tenth of replacing. */
const UNEVEN = /[\t\n\f\r]| {2}/;
const evened = (data: string): string => (UNEVEN.test(data) ? data.replace(/[\t\n\f\r ]{2,}|[\t\n\f\r]/g, ' ') : data);

/** White space as a browser lays it out: runs become one space, none at the ends. No-break spaces stay. */
export function collapse(data: string): string {
  const even = evened(data);
  return even.slice(even.startsWith(' ') ? 1 : 0, even.length > 1 && even.endsWith(' ') ? -1 : undefined);
}

function absolute(href: string | null, base: string): string | null {
  return href !== null && URL.canParse(href, base) ? new URL(href, base).href : null;
}
