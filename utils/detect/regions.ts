import type { PageElement } from '../domain/page-text.ts';
import type { Region } from '../domain/quotation.ts';
import type { PageOutline } from './page-outline.ts';

/** Where each element lies. */
export interface PageRegions {
  /** Per element. */
  region: Region[];
  /** Per element: index of the single comment that holds it, −1 outside. */
  comment: Int32Array;
}

/** A box of many comments, by its class or id. */
const COMMENTS =
  /^(?:[a-z]{1,6}[-_])?(?:comments?|commentlist|comment[-_]?(?:list|area|section|thread|threads|items|container|content)s?|commentslist|comments[-_](?:area|list|content|section|items|thread|container|wrapper|body|tree|ul)|article_(?:footer_)?comments(?:_content)?|commentarea|comment-tree|fig-comments|posts-list|post-stream|thread-posts|disqus_thread|disqus|discussion|commentsdiv|respond|responses|js-responseswrapper|.*-comments(?:-list|-container)?|comments?[-_]?\d+)$/i;
/** The thread of a forum: there the comments are the page. */
const THREAD = /^(?:postlist|messageList|message-list|block--messages|forum-thread|topic-posts|thread-posts|post-stream|posts-list)$/i;
/** One comment. */
const COMMENT =
  /^(?:comment|comment[-_]?\d+|comment[-_](?:item|body|li|container|wrap|wrapper|entry|content|new)|div-comment-\d+|li-comment-\d+|article-comment-\d+|commentnew|commententry|.*comment[-_](?:item|post)|submitted-comment|hcomment|depth-\d+|[a-z]{1,6}-comment(?:s__item)?|postbit(?:legacy|im)?|postcontainer|message|message--post|forum-post|topic-post)$/i;
/** A post of a thread, or of a weblog: a thread's name their writers in boxes of their own. */
const POST = /^(?:post|post[-_]?(?:wrapper|container|item)|blockpost|comtr|forum-?reply|topic-reply|message-?container|cpost)$/i;
const WRITER =
  /^(?:post[-_]?profile|poster|poster-?info|user-?info|user-?details|username(?:_container)?|hnuser|post-?byline|post-?left|post_?author|author_information|trigger-user-card|cauthorpane|user-card|nick(?:name)?)$/i;
/** What a writer sets below every post. */
const SIGNATURE = /^(?:signature|sig|signature-?(?:container|line)|(?:post|message|user)[-_]signature|bbp-signature)$/i;
/** Page furniture and other stories. */
const OTHER =
  /^(?:(?:[a-z]+[-_]){0,2}(?:sidebar|side-bar|related[-_]?(?:posts?|articles?|stories|links?|content)?|relatedposts?|recommended|recommendations?|trending|most[-_]?(?:popular|read|viewed)(?:[-_](?:list|article|articles|container|items?))?|newsletter|share[-_]?(?:bar|box|buttons?|links)?|site-footer|more-stories|further-reading|read-?more|up-?next|onward|recirc(?:ulation)?|teasers?|promo)(?:[-_](?:wrapper|container|box|list|area|block|section|module|content|inner|primary|secondary|items?|row|grid|left|right|widget))?|nav|navbar|navigation|menu|breadcrumbs?|next-prev|prev-next|post-?navigation|pager|pagination|sharing|social|footer|masthead|site-header|advert|advertisement|ads?|sponsored|outbrain|taboola|tag-?cloud|cookie[-_]?(?:banner|notice)?|signature|sig|widget|widget_\w+|bandeau|banner|citationbandeau\w*|fp-vertical-story|jp-relatedposts|trc_\w+|subscribe)$/i;
/** Words in a class that describe a layout, not what the box holds. */
const LAYOUT = /^(?:layout|has|no|with|col|row|grid|page|site|is|js|template|body|single|post|hide|show)[-_]/i;
const OTHER_TAGS = new Set(['nav', 'menu']);
const OTHER_ROLES = new Set(['navigation', 'complementary', 'contentinfo', 'banner', 'search']);
const PULL = /pull-?quote|pullquote|blockquote|quote/i;
/** A heading or bar that opens the comments where no class does. */
const COMMENTS_HEADING =
  /^(?:\(?\d[\d.,]*\)?\s+)?(?:reader |user )?(?:comments?|responses?|replies|discussion|kommentare?|leserkommentare|commentaires?|réactions|comentarios|commenti|reacties|комментарии|コメント)(?:\s*[:(]?\s*\d*\s*\)?)?:?$|^\d+ (?:responses|replies|thoughts|comments) (?:to|on)\b/iu;
const MAX_HEADING = 120;
/** An element this share of the page's text is the page itself, whatever its classes say. */
const MOST_OF_PAGE = 0.7;

const tokensOf = (element: PageElement): string[] => (element.names === undefined ? [] : element.names.split(/\s+/));

/** Articles and first headings that are looked at: a list of stories has hundreds. */
const MAX_MAINS = 50;

/** Tells article, comments and the rest apart by names, roles and tags; each element inherits what encloses it. Linear. */
export function findRegions(outline: PageOutline): PageRegions {
  const { elements, text } = outline;
  const region: Region[] = new Array(elements.length);
  const comment = new Int32Array(elements.length).fill(-1);
  const inArticle = new Uint8Array(elements.length);
  /** From this offset on, up to the end of the element, all is comments. */
  let opened: { from: number; to: number } | null = null;
  const posted = new Set([...postedComments(outline), ...threadPosts(outline)]);
  const mains = elements.flatMap((e, i) => (e.tag === 'article' || e.tag === 'h1' ? [i] : [])).slice(0, MAX_MAINS);
  /** A large box with the page's heading or an article in it is no furniture. */
  const holdsArticle = (i: number): boolean => {
    const element = elements[i];
    if (element === undefined || element.end - element.start < text.length * 0.3) return false;
    return mains.some((k) => k > i && k < (outline.after[i] ?? 0));
  };
  /** An aside of an article that holds a quotation and little else sets it off. */
  const quotesInArticle = (i: number): boolean => {
    const element = elements[i];
    if (element === undefined || inArticle[i] !== 1) return false;
    for (let k = i + 1; k < Math.min(outline.after[i] ?? 0, i + 4); k++) {
      const inner = elements[k];
      if (inner?.tag === 'blockquote') return inner.end - inner.start > (element.end - element.start) / 2;
    }
    return false;
  };
  for (const [i, element] of elements.entries()) {
    const parent = element.parent;
    const inherited: Region = parent >= 0 ? (region[parent] ?? 'article') : 'article';
    const tokens = tokensOf(element);
    const size = element.end - element.start;
    const large =
      size > text.length * MOST_OF_PAGE && (element.start < (text.length * (1 - MOST_OF_PAGE)) / 3 || size > text.length * 0.95);
    inArticle[i] = parent >= 0 ? (inArticle[parent] ?? 0) : 0;
    if (element.tag === 'article' || tokens.includes('articleBody')) inArticle[i] = 1;
    let own = inherited;
    if (inherited === 'comment' && tokens.some((t) => SIGNATURE.test(t))) own = 'other';
    else if (inherited === 'comment' || posted.has(i)) own = 'comment';
    else if (opened !== null && element.start >= opened.from && element.end <= opened.to) own = 'comment';
    else if (tokens.some((t) => THREAD.test(t)) || (!large && isComments(element, tokens))) own = 'comment';
    else if (inherited === 'article' && !large && !holdsArticle(i) && isOther(element, tokens, inArticle[i] === 1, quotesInArticle(i)))
      own = 'other';
    region[i] = own;
    if (own === 'comment') {
      const enclosing = parent >= 0 ? (comment[parent] ?? -1) : -1;
      const starts =
        posted.has(i) || (!large && (tokens.some((t) => COMMENT.test(t)) || (enclosing < 0 && /^(?:li|article)$/.test(element.tag))));
      comment[i] = starts && !isPartOfComment(elements, enclosing, element, i) ? i : enclosing;
    }
    if (opened === null && own === 'article' && opensComments(element, text)) {
      const box = parent >= 0 ? elements[parent] : undefined;
      if (box !== undefined) opened = { from: element.start, to: box.end };
    }
  }
  return { region, comment };
}

const POSTED = /^(?:posted|comment(?:ed)?|written|geschrieben|publié|escrito)[\s\u00a0]+(?:by|von|par|por)[\s\u00a0]+.{1,60}\d/iu;

/** Boxes whose last line is "posted by X at …", where there are several: comments without a name for it. */
function postedComments(outline: PageOutline): Set<number> {
  const boxes = new Set<number>();
  const { elements, text, paragraphs } = outline;
  for (const paragraph of paragraphs) {
    if (paragraph.end - paragraph.start > 150 || !POSTED.test(text.slice(paragraph.start, paragraph.end))) continue;
    const own = elements[paragraph.element];
    const box = own?.tag === 'div' || own === undefined ? paragraph.element : own.parent;
    const holder = elements[box];
    if (
      holder !== undefined &&
      /^(?:div|li|article|section|dd)$/.test(holder.tag) &&
      holder.end <= paragraph.end + 4 &&
      holder.end - holder.start < text.length * MOST_OF_PAGE
    )
      boxes.add(box);
  }
  return boxes.size >= 2 ? boxes : new Set();
}

/** Posts that name their writer in a box for it, where there are several: a thread of a forum. */
function threadPosts({ elements, after }: PageOutline): Set<number> {
  const found = new Set<number>();
  let around = -1;
  for (const [i, element] of elements.entries()) {
    if (element.names === undefined || !tokensOf(element).some((t) => POST.test(t))) continue;
    // An answer lies in what it answers, in a list of its own; the parts of a post bear such names too.
    while (around >= 0 && (after[around] ?? 0) <= i) around = outerPost(elements, found, around);
    if (around >= 0 && element.tag !== 'li') continue;
    for (let k = i + 1; k < Math.min(after[i] ?? 0, i + 40); k++) {
      const inner = elements[k];
      if (inner === undefined || !tokensOf(inner).some((t) => WRITER.test(t))) continue;
      found.add(i);
      around = i;
      break;
    }
  }
  return found.size >= 2 ? found : new Set();
}

/** The post that holds a post, −1 when none does. */
function outerPost(elements: PageElement[], posts: ReadonlySet<number>, post: number): number {
  let i = elements[post]?.parent ?? -1;
  while (i >= 0 && !posts.has(i)) i = elements[i]?.parent ?? -1;
  return i;
}

/** The body of a comment bears a comment's name too: it is no comment of its own when it lies alone in one. */
function isPartOfComment(elements: PageElement[], enclosing: number, element: PageElement, index: number): boolean {
  if (enclosing < 0) return false;
  const outer = elements[enclosing];
  if (outer === undefined) return false;
  if (
    element.start > outer.start &&
    namesWriter(elements, enclosing + 1, index, outer.end) &&
    namesWriter(elements, index, index + 30, element.end)
  )
    return false;
  // A reply nests in a list; a body does not.
  for (let i = element.parent; i > enclosing; ) {
    const between = elements[i];
    if (between === undefined) return true;
    if (/^(?:ul|ol|dl)$/.test(between.tag)) return false;
    i = between.parent;
  }
  return element.tag !== 'li' && !tokensOf(element).some((t) => /^(?:div-|li-)?comment-\d+$/.test(t) && outer.tag !== 'li');
}

/** Whether one of these elements names who wrote a comment. */
function namesWriter(elements: PageElement[], from: number, to: number, end: number): boolean {
  for (let i = from; i < Math.min(to, from + 30); i++) {
    const element = elements[i];
    if (element === undefined || element.start >= end) return false;
    if (element.end - element.start <= MAX_HEADING && tokensOf(element).some((t) => COMMENT_WRITER.test(t))) return true;
  }
  return false;
}
const COMMENT_WRITER = /^(?:author|fn|comment-?author|username|user-?name|hnuser|post-?byline|commenter|nick(?:name)?)$/i;

function isComments(element: PageElement, tokens: string[]): boolean {
  if (element.tag === 'body' || element.tag === 'html' || element.tag === 'a' || element.tag === 'main') return false;
  return tokens.some((t) => COMMENTS.test(t));
}

function isOther(element: PageElement, tokens: string[], inArticle: boolean, quotes: boolean): boolean {
  if (OTHER_TAGS.has(element.tag)) return true;
  if (element.tag === 'body' || element.tag === 'html' || element.tag === 'main' || element.tag === 'article') return false;
  if (element.tag === 'aside') return !tokens.some((t) => PULL.test(t)) && !quotes;
  if (element.tag === 'footer' || element.tag === 'header') return !inArticle;
  return tokens.some((t) => OTHER_ROLES.has(t) || (OTHER.test(t) && !PULL.test(t) && !LAYOUT.test(t)));
}

function opensComments(element: PageElement, text: string): boolean {
  if (element.end - element.start > MAX_HEADING || !/^(?:h[1-6]|p|div|strong|b)$/.test(element.tag)) return false;
  if (!/^h[1-6]$/.test(element.tag) && !/(?:^|\s)comments?(?:$|\s|[-_])/i.test(element.names ?? '')) return false;
  return COMMENTS_HEADING.test(text.slice(element.start, element.end).trim());
}
