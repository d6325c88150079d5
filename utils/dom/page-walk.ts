import type { PackedPage } from '../domain/packed-page.ts';
import { PageHead } from './page-head.ts';
import { type PageElementNode, type PageNode, unclobbered } from './page-node.ts';
import { evened } from './white-space.ts';

/** The text nodes that were read, in order. Node `i` holds `text.slice(starts[i], ends[i])`, its white space collapsed unless `pre[i]`. */
export interface TextNodes<N extends PageNode = PageNode> {
  nodes: N[];
  starts: number[];
  ends: number[];
  pre: boolean[];
}

export interface Walked<N extends PageNode = PageNode> {
  page: PackedPage;
  textNodes: TextNodes<N>;
  /** Open shadow roots that were seen: a `MutationObserver` of the document does not see into them. */
  shadowRoots: N[];
}

/** Longer pages are cut, and say so. 4 million characters are about 10 MB of HTML; the message to the background stays below 64 MiB. */
export const MAX_PAGE_CHARACTERS = 4_000_000;
/** Nodes and characters between two yields: either takes well below 1 ms. */
const NODES_PER_STEP = 512;
const CHARACTERS_PER_STEP = 100_000;
/** A longer `href` is a document in itself (`data:`), no place to go to. */
const MAX_HREF = 8_192;
const MAX_NAMES = 300;

/** Reads a page in steps of `NODES_PER_STEP` nodes, for a caller that must not hold the main thread. */
export function* walkPage<N extends PageNode>(root: N, url: string): Generator<void, Walked<N>> {
  const walk = new PageWalk(root, url);
  while (walk.step()) yield;
  return walk.result();
}

/** What a tag means for reading, found by one look-up an element. Tags that are not here run on in the line, as `em` does. */
type Kind = 'skipped' | 'block' | 'break' | 'plain' | undefined;
const KINDS = new Map<string, Kind>();
for (const [kind, tags] of [
  // Never text for the reader.
  [
    'skipped',
    'script style noscript template rp svg math iframe frame object embed video audio canvas select datalist textarea input button meta link title base img source wbr',
  ],
  [
    'block',
    'address article aside blockquote body caption center dd details dialog dir div dl dt fieldset figcaption figure footer form h1 h2 h3 h4 h5 h6 header hgroup html legend li main menu nav ol p pre search section summary table tbody td tfoot th thead tr ul',
  ],
  ['break', 'br hr'],
  // Listed only when they carry a name, a language or a link.
  ['plain', 'span font'],
] as const)
  for (const tag of tags.split(' ')) KINDS.set(tag, kind);

const HIDING_STYLE = /(?:^|;)\s*(?:display\s*:\s*none|visibility\s*:\s*hidden)/i;
const NOT_SPACE = /[^\t\n\f\r ]/;

/** An element that is being walked through; one below another. */
interface Level {
  readonly element: PageElementNode;
  readonly tag: string;
  readonly kind: Kind;
  readonly pre: boolean;
  readonly next: PageNode | null;
  /** Further nodes of a slot: they are walked one by one, not on to their siblings. */
  readonly queue: PageNode[] | null;
  /** What was pending before it. */
  readonly pending: string;
  /** Index of its row; −1 when it is not listed. */
  row: number;
  /** Index of its row, or of the nearest below; −1 when there is none. */
  listed: number;
  start: number;
  names: string;
  href: string | null;
  cite: string | null;
  lang: string | null;
}

/**
 * One walk over a tree. It runs on the page's main thread, so what happens at each node is measured (`tests/bench/browser`): one look-up
 * for the tag; attributes only of elements that hold words, when the first of them come; numbers instead of objects (`PackedPage`);
 * no regular expression that replaces where the text is even.
 */
export class PageWalk<N extends PageNode> {
  readonly #url: string;
  readonly #head = new PageHead();
  readonly #textNodes: TextNodes<N> = { nodes: [], starts: [], ends: [], pre: [] };
  readonly #shadowRoots: N[] = [];
  #language: string | null = null;
  #truncated = false;

  readonly #strings: string[] = [];
  readonly #indexOf = new Map<string, number>();
  readonly #rows: number[] = [];
  readonly #marks: number[] = [];
  #lastStart = 0;

  // Put together by `+`: engines make a rope of it, which they write out once, in a third less time than `join` takes for an array.
  #text = '';
  /** What stands between the last words and the next: nothing, a space, or a line break. */
  #pending = '';

  readonly #levels: Level[] = [];
  /** Levels whose attributes are known, and levels that have their row: those below these numbers. */
  #known = 0;
  #opened = 0;
  #top: Level | null = null;
  #current: PageNode | null;

  constructor(root: N, url: string) {
    this.#current = root.nodeType === 9 || root.nodeType === 11 ? root.firstChild : root;
    this.#url = url;
  }

  /** Reads the next nodes; false when there are no more. */
  step(): boolean {
    const lengthAtEnd = this.#text.length + CHARACTERS_PER_STEP;
    for (let nodes = 0; nodes < NODES_PER_STEP && this.#text.length <= lengthAtEnd; nodes++) {
      const node = this.#current ?? this.#climb();
      if (node === null) return false;
      this.#read(node);
      if (this.#truncated) {
        while (this.#top !== null) this.#leave(this.#top);
        return false;
      }
    }
    return true;
  }

  result(): Walked<N> {
    const { base, title, metadata } = this.#head;
    const page: PackedPage = {
      url: this.#url,
      base: base !== null && URL.canParse(base, this.#url) ? new URL(base, this.#url).href : this.#url,
      title: title ?? '',
      language: this.#language || null,
      text: this.#text,
      strings: this.#strings,
      rows: this.#rows,
      marks: this.#marks,
      metadata,
      truncated: this.#truncated,
    };
    return { page, textNodes: this.#textNodes, shadowRoots: this.#shadowRoots };
  }

  /** The next node where one's siblings are at their end: leaves elements until there is one. */
  #climb(): PageNode | null {
    for (let top = this.#top; top !== null; top = this.#top) {
      const queued = top.queue?.shift();
      if (queued !== undefined) return queued;
      this.#leave(top);
      if (top.next !== null) return top.next;
    }
    return null;
  }

  #read(from: PageNode): void {
    const queued = this.#top !== null && this.#top.queue !== null;
    let node = from;
    let type = node.nodeType;
    if (type === 3) {
      this.#current = queued ? null : node.nextSibling;
      this.#readText(node as N);
      return;
    }
    let name = type === 1 ? (node as PageElementNode).localName : '';
    if (name === 'form' || typeof name !== 'string' || typeof type !== 'number') {
      node = unclobbered(node);
      type = node.nodeType;
      name = type === 1 ? (node as PageElementNode).localName : '';
    }
    const next = queued ? null : node.nextSibling;
    this.#current = next;
    // Comments and the rest say nothing.
    if (type === 1) this.#readElement(node as PageElementNode, name, next);
  }

  #readElement(element: PageElementNode, tag: string, next: PageNode | null): void {
    const kind = KINDS.get(tag);
    if (kind === 'skipped') {
      this.#head.read(element, tag);
      return;
    }
    if (kind === 'break') {
      this.#pending = '\n';
      return;
    }
    const shadow = element.shadowRoot;
    if (shadow) this.#shadowRoots.push(shadow as N); // a shadow root of an N's document
    const slotted = tag === 'slot' ? element.assignedNodes?.({ flatten: true }) : undefined;
    const queue = slotted?.length ? slotted : null;
    const first = queue?.shift() ?? (shadow ?? element).firstChild;
    const top = this.#top;
    const level: Level = {
      element,
      tag,
      kind,
      pre: tag === 'pre' || (top?.pre ?? false),
      next,
      queue,
      pending: this.#pending,
      row: -1,
      listed: -1,
      start: 0,
      names: '',
      href: null,
      cite: null,
      lang: null,
    };
    if (first === null) {
      // Empty, it breaks the line if it is seen.
      if (kind === 'block' && this.#pending !== '\n' && readAttributes(level)) this.#pending = '\n';
      return;
    }
    if (kind === 'block') this.#pending = '\n';
    this.#levels.push(level);
    this.#top = level;
    this.#current = first;
  }

  #readText(node: N): void {
    const data = node.nodeValue ?? '';
    if (!(data.charCodeAt(0) > 32) && !NOT_SPACE.test(data)) {
      if (data !== '') this.#pending ||= ' ';
      return;
    }
    if (!this.#isSeen()) return;
    if (this.#top?.pre) {
      this.#emit(node, data, true);
      return;
    }
    const even = evened(data);
    const { length } = even;
    const from = even.charCodeAt(0) === 32 ? 1 : 0;
    const to = even.charCodeAt(length - 1) === 32 ? length - 1 : length;
    if (from > 0) this.#pending ||= ' ';
    this.#emit(node, to - from < length ? even.slice(from, to) : even, false);
    if (to < length) this.#pending = ' ';
  }

  /** Words came: what the elements around them say of themselves is read. False when one is hidden; then all of it is left. */
  #isSeen(): boolean {
    const levels = this.#levels;
    for (; this.#known < levels.length; this.#known++) {
      const level = levels[this.#known] as Level; // below `levels.length`
      if (readAttributes(level)) continue;
      levels.length = this.#known;
      this.#top = levels[this.#known - 1] ?? null;
      this.#pending = level.pending;
      this.#current = level.next;
      return false;
    }
    return true;
  }

  #emit(node: N, read: string, pre: boolean): void {
    if (this.#text !== '') this.#text += this.#pending;
    this.#pending = '';
    const start = this.#text.length;
    let text = read;
    if (start + text.length > MAX_PAGE_CHARACTERS) {
      text = text.slice(0, Math.max(1, MAX_PAGE_CHARACTERS - start));
      this.#truncated = true;
    }
    while (this.#opened < this.#levels.length) this.#open(start);
    this.#text += text;
    const { nodes, starts, ends, pre: pres } = this.#textNodes;
    nodes.push(node);
    starts.push(start);
    ends.push(start + text.length);
    pres.push(pre);
  }

  /** Lists the next level, if it is worth it, as beginning at `start`. */
  #open(start: number): void {
    const above = this.#levels[this.#opened - 1]?.listed ?? -1;
    const level = this.#levels[this.#opened++] as Level; // the caller looked
    const { tag, kind, names, href, cite, lang } = level;
    level.listed = above;
    if (tag === 'html') this.#language = lang;
    if (kind === 'plain' && names === '' && lang === null) return;
    const rows = this.#rows;
    const index = rows.length / 5;
    level.listed = level.row = index;
    level.start = start;
    rows.push(this.#string(tag), start - this.#lastStart, 0, index - above, names === '' ? -1 : this.#string(names));
    this.#lastStart = start;
    if (href !== null) this.#marks.push(index, 0, this.#string(href));
    if (cite !== null) this.#marks.push(index, 1, this.#string(cite));
    if (lang !== null) this.#marks.push(index, 2, this.#string(lang));
  }

  #string(string: string): number {
    let index = this.#indexOf.get(string);
    if (index === undefined) {
      index = this.#strings.push(string) - 1;
      this.#indexOf.set(string, index);
    }
    return index;
  }

  #leave(level: Level): void {
    const levels = this.#levels;
    levels.pop();
    const depth = levels.length;
    this.#top = levels[depth - 1] ?? null;
    if (this.#known > depth) this.#known = depth;
    if (this.#opened > depth) this.#opened = depth;
    if (level.kind === 'block') this.#pending = '\n';
    if (level.row >= 0) this.#rows[level.row * 5 + 2] = this.#text.length - level.start;
  }
}

/** Reads what an element says of itself; false when nobody sees it. */
function readAttributes(level: Level): boolean {
  const { element, tag } = level;
  let open = tag !== 'dialog';
  let names = '';
  for (const name of element.getAttributeNames())
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
        if (tag === 'a') level.href = short(element.getAttribute(name));
        break;
      case 'cite':
        level.cite = short(element.getAttribute(name));
        break;
      case 'lang':
        level.lang = element.getAttribute(name);
        break;
      case 'open':
        open = true;
        break;
      case 'hidden':
        // `until-found` opens itself to a search or a link: text for the reader.
        if (element.getAttribute(name)?.toLowerCase() !== 'until-found') return false;
        break;
      case 'style':
        if (HIDING_STYLE.test(element.getAttribute(name) ?? '')) return false;
        break;
      case 'contenteditable':
        if (element.getAttribute(name) !== 'false') return false;
        break;
    }
  level.names = names.length > MAX_NAMES ? names.slice(0, MAX_NAMES) : names;
  return open;
}

const short = (value: string | null): string | null => (value !== null && value.length > MAX_HREF ? null : value);
