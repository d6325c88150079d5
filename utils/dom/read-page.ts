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

const words = (s: string) => new Set(s.split(' '));
/** Never text for the reader. */
const SKIPPED = words(
  'script style noscript template rp svg math iframe frame object embed video audio canvas select datalist textarea input meta link title base',
);
const BLOCK = words(
  'address article aside blockquote body caption center dd details dialog dir div dl dt fieldset figcaption figure footer form frameset h1 h2 h3 h4 h5 h6 header hgroup hr html legend li main menu nav ol optgroup option p pre search section summary table tbody td tfoot th thead tr ul',
);
/** Listed only when they carry a name, a language or a link. */
const PLAIN = words('span font');
const HIDING_STYLE = /(?:^|;)\s*(?:display\s*:\s*none|visibility\s*:\s*hidden)/i;
const MAX_NAMES = 300;

interface Open {
  /** Index into `elements`, −1 when the element is not listed. */
  index: number;
  block: boolean;
  pre: boolean;
  next: PageNode | null;
  /** Further nodes of a slot. */
  queue: PageNode[] | null;
}

/** Reads a page in one go. `root` is the document's root element (or a document). Never throws for any tree. */
export function readPage<N extends PageNode>(root: N, url: string): ReadPage<N> {
  const steps = readPageInSteps(root, url);
  for (;;) {
    const step = steps.next();
    if (step.done) return step.value;
  }
}

/** The same in steps of `NODES_PER_STEP` nodes, for a caller that must not hold the main thread. */
export function* readPageInSteps<N extends PageNode>(root: N, url: string): Generator<void, ReadPage<N>> {
  const elements: PageElement[] = [];
  const textNodes: TextNodes<N> = { nodes: [], starts: [], ends: [], pre: [] };
  const shadowRoots: N[] = [];
  const metadata: PageMetadata = { canonical: null, siteName: null, authors: [], description: null, published: null, jsonLd: [] };
  let title: string | null = null;
  let base: string | null = null;
  let language: string | null = null;
  let truncated = false;

  const parts: string[] = [];
  let length = 0;
  let pendingSpace = false;
  let pendingBreak = false;
  /** Elements before this index have a start. */
  let started = 0;

  const stack: Open[] = [];
  let current: PageNode | null = root;
  let jsonLdLeft = MAX_JSON_LD;
  let nodesLeft = NODES_PER_STEP;
  let stepEnd = CHARACTERS_PER_STEP;

  const emit = (node: PageNode, read: string, pre: boolean): void => {
    if (length > 0 && (pendingBreak || pendingSpace)) {
      parts.push(pendingBreak ? '\n' : ' ');
      length++;
    }
    let text = read;
    if (length + text.length > MAX_PAGE_CHARACTERS) {
      text = text.slice(0, Math.max(1, MAX_PAGE_CHARACTERS - length));
      truncated = true;
    }
    pendingBreak = pendingSpace = false;
    for (; started < elements.length; started++) (elements[started] as PageElement).start = length;
    textNodes.nodes.push(node as N);
    textNodes.starts.push(length);
    parts.push(text);
    length += text.length;
    textNodes.ends.push(length);
    textNodes.pre.push(pre);
  };

  const readText = (node: PageNode, pre: boolean): void => {
    const data = node.nodeValue ?? '';
    if (data === '') return;
    if (pre) {
      if (/\S/.test(data)) emit(node, data, true);
      else pendingSpace = true;
      return;
    }
    const collapsed = collapse(data);
    if (collapsed === '') {
      pendingSpace = true;
      return;
    }
    if (isSpace(data.charCodeAt(0))) pendingSpace = true;
    emit(node, collapsed, false);
    if (isSpace(data.charCodeAt(data.length - 1))) pendingSpace = true;
  };

  const readHead = (element: PageElementNode, tag: string): void => {
    if (tag === 'title') title ??= collapse(element.textContent ?? '');
    else if (tag === 'base') base ??= element.getAttribute('href');
    else if (tag === 'link' && isCanonical(element)) metadata.canonical ??= element.getAttribute('href');
    else if (tag === 'script' && JSON_LD.test(element.getAttribute('type') ?? '')) readJsonLd(element);
    else if (tag === 'meta') readMeta(element, metadata);
  };

  const readJsonLd = (element: PageElementNode): void => {
    const source = element.textContent ?? '';
    jsonLdLeft -= source.length;
    if (jsonLdLeft >= 0) metadata.jsonLd.push(source);
  };

  const leave = (open: Open): void => {
    if (open.block) pendingBreak = true;
    if (open.index < 0) return;
    // An element whose text never came is the last one listed: its descendants had none either.
    if (open.index >= started) elements.length = open.index;
    else (elements[open.index] as PageElement).end = length;
  };

  for (;;) {
    if (current === null) {
      const open = stack.at(-1);
      if (open === undefined) break;
      const queued = open.queue?.shift();
      if (queued !== undefined) {
        current = queued;
        continue;
      }
      stack.pop();
      leave(open);
      current = open.next;
      continue;
    }
    if (--nodesLeft === 0 || length > stepEnd) {
      nodesLeft = NODES_PER_STEP;
      stepEnd = length + CHARACTERS_PER_STEP;
      yield;
    }
    const node: PageNode = unclobbered(current);
    // Nodes of a slot's queue are walked one by one, not on to their siblings.
    const next: PageNode | null = stack.at(-1)?.queue != null || stack.length === 0 ? null : node.nextSibling;
    const type = node.nodeType;
    if (type === 3) {
      readText(node, stack.at(-1)?.pre ?? false);
      if (truncated) {
        while (stack.length > 0) leave(stack.pop() as Open);
        break;
      }
      current = next;
    } else if (type === 1) {
      const element = node as PageElementNode;
      const tag = element.localName;
      if (SKIPPED.has(tag)) {
        readHead(element, tag);
        current = next;
        continue;
      }
      if (tag === 'br' || tag === 'hr') {
        pendingBreak = true;
        current = next;
        continue;
      }
      const listed = readAttributes(element, tag, stack);
      if (listed === 'hidden') {
        current = next;
        continue;
      }
      if (tag === 'html') language = listed?.lang ?? null;
      const block = BLOCK.has(tag);
      if (block) pendingBreak = true;
      let index = -1;
      if (listed !== null) {
        index = elements.length;
        elements.push(listed);
      }
      const slotted = tag === 'slot' ? (element.assignedNodes?.({ flatten: true }) ?? []) : [];
      stack.push({ index, block, pre: tag === 'pre' || (stack.at(-1)?.pre ?? false), next, queue: slotted.length > 0 ? slotted : null });
      const shadow = element.shadowRoot;
      if (shadow) shadowRoots.push(shadow as N); // a shadow root of an N's document
      current = slotted.length > 0 ? null : (shadow ?? element).firstChild;
    } else {
      // A document or fragment: only as the root. Comments and the rest say nothing.
      if (type === 9 || type === 11) {
        stack.push({ index: -1, block: true, pre: false, next, queue: null });
        current = node.firstChild;
      } else current = next;
    }
  }

  const page: PageText = {
    url,
    base: absolute(base, url) ?? url,
    title: title ?? '',
    language: language === '' ? null : language,
    text: parts.join(''),
    elements,
    metadata,
    truncated,
  };
  return { page, textNodes, shadowRoots };
}

/** The listing of an element (its `start` and `end` come later), null when it is not worth one, `hidden` when nobody sees it. */
function readAttributes(element: PageElementNode, tag: string, stack: Open[]): PageElement | null | 'hidden' {
  const listed: PageElement = { tag, start: -1, end: -1, parent: -1 };
  let plain = PLAIN.has(tag);
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
  if (plain) return null;
  for (let i = stack.length - 1; i >= 0; i--) {
    const open = stack[i] as Open;
    if (open.index >= 0) {
      listed.parent = open.index;
      break;
    }
  }
  return listed;
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

/** White space as a browser lays it out: runs become one space, none at the ends. No-break spaces stay. */
export function collapse(data: string): string {
  return data.replace(/[\t\n\f\r ]+/g, ' ').replace(/^ | $/g, '');
}

function absolute(href: string | null, base: string): string | null {
  return href !== null && URL.canParse(href, base) ? new URL(href, base).href : null;
}
