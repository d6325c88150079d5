// The only table of messages: a row here, a handler in the background, and the compiler lists the rest.

import { AnchoredHighlight, FoundPlace, LastAnchor, PageView } from '../domain/anchor.ts';
import { Annotation, Colour } from '../domain/annotation.ts';
import { QuoteCheck } from '../domain/check.ts';
import { AppliedCorrection, Correction } from '../domain/correction.ts';
import { PackedPage, unpackPage } from '../domain/packed-page.ts';
import { PageText, TextSpan } from '../domain/page-text.ts';
import { Alternative, NearbyLink, Quotation } from '../domain/quotation.ts';
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
  corrections: z.array(z.extend(AppliedCorrection, { frameId: z.number() })),
  truncated: z.boolean(),
});
export type TabView = z.infer<typeof TabView>;

/** An attribution, or one of its alternatives by its place in the list. */
const TakenAlternative = z.object({ of: z.enum(['speaker', 'source']), index: z.number().check(z.int(), z.nonnegative()) });

/** A correction as it stands when its editor opens: the one there is, or one that says what is told now. */
export const CorrectionDraft = z.object({
  correction: Correction,
  /** Nothing is stored yet. */
  isNew: z.boolean(),
  /** The annotations that keep the passage: they are to tell the same. */
  annotationIds: z.array(z.string()),
  /** What else detection had in mind, the likeliest first; what it told comes first where the reader changed it. */
  alternatives: z.object({ speaker: z.array(Alternative), source: z.array(Alternative) }),
});
export type CorrectionDraft = z.infer<typeof CorrectionDraft>;

/** A place in an open page that is, or could be, a passage; `isOwn`: the page is that of its annotation. */
const SearchedPlace = z.extend(FrameAddress, {
  document: z.pick(Annotation.shape.target, { source: true, canonical: true, title: true, site: true }),
  isOwn: z.boolean(),
  place: FoundPlace,
});

const Nothing = z.object({});
/** Packed on its way, a `PageText` where it arrives. */
const SentPage = z.pipe(PackedPage, z.transform(unpackPage));
const Id = z.string().check(z.maxLength(64));
/** A text that the reader types into an annotation. */
const Field = z.union([
  z.enum(['note', 'speaker', 'source', 'sourceUrl']),
  z.templateLiteral(['claim/', z.string(), '/', z.enum(['text', 'author', 'date'])]),
]);
const JumpTarget = z.union([z.extend(QuotationPlace, { evidence: z.optional(z.enum(['speaker', 'source'])) }), z.object({ id: Id })]);

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
  'page.view': { from: 'content', request: z.object({ page: SentPage }), response: PageView },
  /** Loads the script that draws (gutter, popover, adder) into the asking frame. */
  'page.draw': { from: 'content', request: Nothing, response: Nothing },
  /** Keeps a passage of the asker's own page. The background sets id, source and time. `page-changed`: send `page.view` and ask again. */
  'annotation.create': {
    from: 'content',
    request: z.object({
      span: TextSpan,
      exact: z.string(),
      colour: z.nullable(Colour),
      quotation: z.nullable(z.number()),
      /** The one-time token of an `annotation.attach`: an annotation that is there gets this place. */
      attach: z.optional(Id),
    }),
    response: z.object({ id: Id }),
  },
  /** Asks for the editor of an annotation of the asker's own page; the one-time token is for the card's frame. */
  'card.open': { from: 'content', request: z.object({ id: Id, focus: CardFocus }), response: z.object({ token: z.string() }) },
  /**
   * Asks for the editor that corrects a quotation of the asker's own page; with `take` it opens with that alternative chosen, and stores it.
   * A page says which, never what: names come from the background's own detection. `page-changed` as above.
   */
  'correction.open': {
    from: 'content',
    request: z.object({ quotation: z.number(), place: QuotationPlace, take: z.nullable(TakenAlternative) }),
    response: z.object({ token: z.string() }),
  },
  /**
   * Opens the page that compares a quotation of the asker's own page with its source, in a tab next to it. Nothing is fetched before the
   * reader says so there. `page-changed` as above.
   */
  'check.open': { from: 'content', request: z.object({ quotation: z.number(), place: QuotationPlace }), response: Nothing },
  /** The card trades its token (once) for what it shows. */
  'card.context': {
    from: 'extension',
    request: z.object({ token: z.string() }),
    response: z.union([
      z.object({ id: Id, focus: CardFocus, frame: FrameAddress }),
      z.object({ draft: CorrectionDraft, taken: z.boolean(), frame: FrameAddress }),
    ]),
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
  /** The last word of a card that is being left, before it can ask what stands there now: `text` was typed over `base`. */
  'annotation.typed': {
    from: 'extension',
    request: z.object({ id: Id, field: Field, base: z.string(), text: z.string() }),
    response: Nothing,
  },
  'annotation.remove': { from: 'extension', request: z.object({ ids: z.array(Id) }), response: z.object({ ids: z.array(Id) }) },
  'annotation.restore': { from: 'extension', request: z.object({ ids: z.array(Id) }), response: z.object({ ids: z.array(Id) }) },
  /** What the last visits found of an annotation; null where there was none. */
  'anchor.get': { from: 'extension', request: z.object({ id: Id }), response: z.object({ anchor: z.nullable(LastAnchor) }) },
  /** The reader keeps their own words beside these of the page, and is not told of them again; null: told again. */
  'anchor.dismiss': { from: 'extension', request: z.object({ id: Id, words: z.nullable(z.string()) }), response: Nothing },
  /**
   * Attaches an annotation to what is selected in a tab: its words and place become those, the earlier ones go to its history. Answers
   * the annotation as it is then; null: nothing is selected there.
   */
  'annotation.attach': {
    from: 'extension',
    request: z.object({ tabId: z.number(), id: Id }),
    response: z.object({ annotation: z.nullable(Annotation) }),
  },
  /** Looks for an annotation's passage in all pages that are open in no private window, its own first; a page may hold several places. */
  'annotation.search': {
    from: 'extension',
    request: z.object({ id: Id }),
    response: z.object({ places: z.array(SearchedPlace) }),
  },
  /** Annotations with the same utterance, this one among them, each compared with the longest (`base`); none when it is the only one. */
  'annotation.variants': {
    from: 'extension',
    request: z.object({ id: Id }),
    response: z.object({ base: Id, versions: z.array(z.object({ id: Id, check: QuoteCheck })) }),
  },
  /** The words in use, for completion. Also asked to see whether the database opens. */
  vocabulary: {
    from: 'extension',
    request: Nothing,
    response: z.object({ tags: z.array(z.object({ tag: z.string(), count: z.number() })), speakers: z.array(z.string()) }),
  },
  /** The editor's start for a quotation that a tab shows (popup, panel). `page-changed`: it shows no such quotation any more. */
  'correction.draft': {
    from: 'extension',
    request: z.extend(QuotationPlace, { tabId: z.number(), frameId: z.number() }),
    response: CorrectionDraft,
  },
  /** Stores a correction, and what it says in these annotations. `before` is what it replaced. */
  'correction.put': {
    from: 'extension',
    request: z.object({ correction: Correction, annotationIds: z.array(Id) }),
    response: z.object({ before: z.nullable(Correction) }),
  },
  /** Takes corrections back. To undo that, put each of `removed`. */
  'correction.remove': {
    from: 'extension',
    request: z.object({ ids: z.array(Id) }),
    response: z.object({ removed: z.array(z.object({ correction: Correction, annotationIds: z.array(z.string()) })) }),
  },
  'tab.view': { from: 'extension', request: z.object({ tabId: z.number() }), response: TabView },
  /** A quotation that a tab shows, with the links near it, for the check against its source. `page-changed`: it is no longer shown. */
  'check.subject': {
    from: 'extension',
    request: z.extend(QuotationPlace, { tabId: z.number(), frameId: z.number() }),
    response: z.object({ quotation: Quotation, links: z.array(NearbyLink), page: z.object({ url: z.string(), title: z.string() }) }),
  },
  /** The text of a tab's page as its script last read it; null when it was not read yet. */
  'tab.text': { from: 'extension', request: z.object({ tabId: z.number() }), response: z.object({ page: z.nullable(PageText) }) },
  /**
   * Keeps a detected quotation (click on "keep" in popup or panel). `page-changed`: the frame shows no such quotation any more.
   * `created` is false where it was kept already: then `id` is that annotation's, and not the asker's to take back.
   */
  'quotation.keep': {
    from: 'extension',
    request: z.extend(QuotationPlace, { tabId: z.number(), frameId: z.number() }),
    response: z.object({ id: Id, created: z.boolean() }),
  },
  /** Scrolls a tab to a quotation (or to the words that decided on its speaker or source) or an annotation and flashes it; not `shown` when it is no longer there. */
  'tab.jump': {
    from: 'extension',
    request: z.object({ tabId: z.number(), frameId: z.number(), target: JumpTarget }),
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
  'frame.text': { request: Nothing, response: z.object({ page: z.nullable(SentPage) }) },
  /** Look again: annotations or settings changed. */
  'frame.refresh': { request: Nothing, response: Nothing },
  'frame.jump': {
    request: z.object({ target: z.union([z.object({ span: TextSpan }), z.object({ id: Id })]) }),
    response: z.object({ shown: z.boolean() }),
  },
  /**
   * Act on the selection; `focused`: only if the frame has the keyboard's focus. `attach`: what is selected is not kept anew but told with
   * this token (`annotation.create`). Answers when it is done.
   */
  'frame.address': { request: z.object({ span: TextSpan, exact: z.string() }), response: z.object({ address: z.nullable(z.string()) }) },
  'frame.command': {
    request: z.object({ command: z.enum(['highlight', 'note', 'claim']), focused: z.boolean(), attach: z.optional(Id) }),
    response: z.object({ acted: z.boolean() }),
  },
  /** The card's frame: how high it wants to be (CSS px), or that it is done. */
  'card.resize': { request: z.object({ height: z.number() }), response: Nothing },
  'card.close': { request: Nothing, response: Nothing },
} as const;

export type RequestName = keyof typeof protocol;
export type Request<N extends RequestName> = z.infer<(typeof protocol)[N]['request']>;
/** A request as it travels: the page in it packed. */
export type SentRequest<N extends RequestName> = z.input<(typeof protocol)[N]['request']>;
export type Response<N extends RequestName> = z.infer<(typeof protocol)[N]['response']>;

export type FrameRequestName = keyof typeof toFrame;
export type FrameRequest<N extends FrameRequestName> = z.infer<(typeof toFrame)[N]['request']>;
export type FrameResponse<N extends FrameRequestName> = z.infer<(typeof toFrame)[N]['response']>;
/** An answer as it travels. */
export type SentFrameResponse<N extends FrameRequestName> = z.input<(typeof toFrame)[N]['response']>;
