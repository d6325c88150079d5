// The only table of messages: a row here, a handler in the background, and the compiler lists the rest.

import { AnchoredHighlight, PageView } from '../domain/anchor.ts';
import { Annotation, Colour } from '../domain/annotation.ts';
import { PageText, TextSpan } from '../domain/page-text.ts';
import { Quotation } from '../domain/quotation.ts';
import { Settings } from '../domain/settings.ts';
import { z } from '../domain/zod.ts';

/**
 * Who may send a message. The background decides the role from `sender.origin`, never from what is said:
 * `content`: our content script in a page, about its own page only; `extension`: a page of our own origin.
 */
export type Role = 'content' | 'extension';

/** Which field of the editor has the focus when a card opens. */
export const CardFocus = z.enum(['none', 'note', 'claim', 'tags']);
export type CardFocus = z.infer<typeof CardFocus>;

/** A place in one frame of a tab. */
export const FrameAddress = z.object({ tabId: z.number(), frameId: z.number() });
export type FrameAddress = z.infer<typeof FrameAddress>;

/** A quotation as an extension page names it: by its place and its words, for by then another may have its index. `exact` is its `text`. */
export const QuotationPlace = z.extend(TextSpan, { exact: z.string() });
export type QuotationPlace = z.infer<typeof QuotationPlace>;

/** A quotation with the frame that shows it and its index there. */
export const ShownQuotation = z.object({
  frameId: z.number(),
  index: z.number(),
  quotation: Quotation,
  /** The annotation that keeps exactly this passage, if there is one. */
  keptAs: z.nullable(z.string()),
});
export type ShownQuotation = z.infer<typeof ShownQuotation>;

/** What a tab shows, for the popup and the side panel. Highlights in page order. */
export const TabView = z.object({
  url: z.string(),
  title: z.string(),
  host: z.string(),
  /** `off-limits`: pages of the browser, of shops of extensions, of other extensions; `no-access`: the reader withheld the host. */
  state: z.enum(['ready', 'loading', 'paused', 'off-limits', 'no-access']),
  quotations: z.array(ShownQuotation),
  highlights: z.array(z.extend(AnchoredHighlight, { frameId: z.number() })),
  truncated: z.boolean(),
});
export type TabView = z.infer<typeof TabView>;

const Nothing = z.object({});
const Id = z.string().check(z.maxLength(64));

/**
 * Requests to the background: name → who may ask, request, response.
 * Every response travels as `Result<response>`. Requests and responses are JSON.
 */
export const protocol = {
  /** First word of a frame: may I work here? Nothing of the page is said. */
  'page.open': {
    from: 'content',
    request: Nothing,
    response: z.object({ paused: z.boolean(), showQuotations: z.boolean(), colours: Settings.shape.colours, theme: Settings.shape.theme }),
  },
  /**
   * The page's text in, its quotations and the places of its own annotations out. `page-changed`: the tab went on to another route
   * meanwhile, read again; `paused`: stop.
   */
  'page.view': { from: 'content', request: z.object({ page: PageText }), response: PageView },
  /** Loads the script that draws (gutter, popover, adder) into the asking frame. */
  'page.draw': { from: 'content', request: Nothing, response: Nothing },
  /** Keeps a passage of the asker's own page. The background sets id, source and time. `page-changed`: send `page.view` and ask again. */
  'annotation.create': {
    from: 'content',
    request: z.object({ span: TextSpan, exact: z.string(), colour: z.nullable(Colour), quotation: z.nullable(z.number()) }),
    response: z.object({ id: Id }),
  },
  /** Asks for the editor of an annotation of the asker's own page; the one-time token is for the card's frame. */
  'card.open': { from: 'content', request: z.object({ id: Id, focus: CardFocus }), response: z.object({ token: z.string() }) },
  /** The card trades its token (once) for what it shows. */
  'card.context': {
    from: 'extension',
    request: z.object({ token: z.string() }),
    response: z.object({ id: Id, focus: CardFocus, frame: FrameAddress }),
  },
  /** The card's word to the page's script that holds it: its height (CSS px), or null: done. A frame in a page has no `tabs` in Firefox. */
  'card.tell': {
    from: 'extension',
    request: z.object({ frame: FrameAddress, height: z.nullable(z.number()) }),
    response: Nothing,
  },
  // A frame in a page has no storage of its own origin wherever third-party storage is blocked or kept apart by site, so the card reads and
  // writes by these; other pages of ours use the database themselves.
  'annotation.get': { from: 'extension', request: z.object({ id: Id }), response: z.object({ annotation: z.nullable(Annotation) }) },
  /** Puts `annotation` in the place of the one that was last modified at `basedOn`; null, and nothing written, when it has changed since. */
  'annotation.replace': {
    from: 'extension',
    request: z.object({ annotation: Annotation, basedOn: z.string() }),
    response: z.object({ annotation: z.nullable(Annotation) }),
  },
  'annotation.remove': { from: 'extension', request: z.object({ ids: z.array(Id) }), response: z.object({ ids: z.array(Id) }) },
  'annotation.restore': { from: 'extension', request: z.object({ ids: z.array(Id) }), response: z.object({ ids: z.array(Id) }) },
  /** The words in use, for completion. Also asked to see whether the database opens. */
  vocabulary: {
    from: 'extension',
    request: Nothing,
    response: z.object({ tags: z.array(z.object({ tag: z.string(), count: z.number() })), speakers: z.array(z.string()) }),
  },
  'tab.view': { from: 'extension', request: z.object({ tabId: z.number() }), response: TabView },
  /**
   * Keeps a detected quotation (click on "keep" in popup or panel). `page-changed`: the frame shows no such quotation any more.
   * `created` is false where it was kept already: then `id` is that annotation's, and not the asker's to take back.
   */
  'quotation.keep': {
    from: 'extension',
    request: z.extend(QuotationPlace, { tabId: z.number(), frameId: z.number() }),
    response: z.object({ id: Id, created: z.boolean() }),
  },
  /** Scrolls a tab to a quotation or an annotation and flashes it; not `shown` when it is no longer there. */
  'tab.jump': {
    from: 'extension',
    request: z.object({ tabId: z.number(), frameId: z.number(), target: z.union([QuotationPlace, z.object({ id: Id })]) }),
    response: z.object({ shown: z.boolean() }),
  },
  /** An extension page changed annotations or settings: open pages look again. */
  'store.changed': { from: 'extension', request: Nothing, response: Nothing },
} as const;

/** Requests from the background or an extension page to the content script of a frame. */
export const toFrame = {
  /** What the frame shows now; null before it was read. */
  'frame.view': { request: Nothing, response: z.object({ view: z.nullable(PageView), url: z.string() }) },
  /** The page's text as last read, for a background that was restarted. */
  'frame.text': { request: Nothing, response: z.object({ page: z.nullable(PageText) }) },
  /** Look again: annotations or settings changed. */
  'frame.refresh': { request: Nothing, response: Nothing },
  'frame.jump': {
    request: z.object({ target: z.union([z.object({ index: z.number() }), z.object({ id: Id })]) }),
    response: z.object({ shown: z.boolean() }),
  },
  /** A command of the browser: act on the selection, `focused`: only if the frame has the keyboard's focus. */
  'frame.command': {
    request: z.object({ command: z.enum(['highlight', 'note', 'claim']), focused: z.boolean() }),
    response: z.object({ acted: z.boolean() }),
  },
  /** The card's frame: how high it wants to be (CSS px), or that it is done. */
  'card.resize': { request: z.object({ height: z.number() }), response: Nothing },
  'card.close': { request: Nothing, response: Nothing },
} as const;

export type RequestName = keyof typeof protocol;
export type Request<N extends RequestName> = z.infer<(typeof protocol)[N]['request']>;
export type Response<N extends RequestName> = z.infer<(typeof protocol)[N]['response']>;

export type FrameRequestName = keyof typeof toFrame;
export type FrameRequest<N extends FrameRequestName> = z.infer<(typeof toFrame)[N]['request']>;
export type FrameResponse<N extends FrameRequestName> = z.infer<(typeof toFrame)[N]['response']>;
