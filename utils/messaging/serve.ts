import { browser } from 'wxt/browser';
import type { Annotation } from '../domain/annotation.ts';
import { fail, type Result } from '../domain/error-code.ts';
import { FOLLOW_PREFIX } from './follow.ts';
import { protocol, type Request, type RequestName, type Response, type Role } from './protocol.ts';

/** A frame of a page, as the browser names it. */
export interface AskingFrame {
  tabId: number;
  frameId: number;
  /** The frame's document; see `frameUrl`. */
  url: string;
  /** False for a frame without one (`srcdoc`, `about:blank`, `blob:`): then `url` is whose words it shows, and what its page says of itself counts for nothing. */
  hasOwnUrl: boolean;
  /** The tab's own URL: that of the top frame. */
  topUrl: string;
  /** Scheme, host and port, or `null` for a sandboxed frame. */
  origin: string;
  /** Tells one document of a frame from the next; null where the browser does not give it. */
  documentId: string | null;
  /** A private window: leave no trace but what the reader keeps. */
  incognito: boolean;
}

/** A page of our own; null where it is not in a tab (popup, side panel). */
export interface AskingPage {
  tabId: number | null;
  frameId: number | null;
  /** See `AskingFrame.documentId`. */
  documentId: string | null;
}

type Asker<N extends RequestName> = (typeof protocol)[N]['from'] extends 'content' ? AskingFrame : AskingPage;

/** One handler a message; the compiler names those that are missing. */
export type Handlers = {
  [N in RequestName]: (request: Request<N>, asker: Asker<N>) => Result<Response<N>> | Promise<Result<Response<N>>>;
};

/** What we look at of `MessageSender`. Everything else, and everything in the message, is the asker's word. */
export interface Sender {
  id?: string | undefined;
  origin?: string | undefined;
  url?: string | undefined;
  frameId?: number | undefined;
  documentId?: string | undefined;
  tab?: { id?: number | undefined; url?: string | undefined; incognito?: boolean } | undefined;
}

/**
 * Answers messages: role by sender, then schema, then handler. Registered synchronously at start, and synchronous up to the
 * handler (some calls of a browser need the click that sent the message).
 * `not-allowed`: not the asker's to ask; `bad-request`: unknown name or wrong shape; `unexpected`: a bug, which is also reported.
 */
export function serve(handlers: Handlers, isInTop: InTop): void {
  browser.runtime.onMessage.addListener((message: unknown, sender: Sender, reply: (result: unknown) => void) => {
    const answer = handle(handlers, message, sender, isInTop);
    answer.then(reply, (error: unknown) => {
      reply(fail('unexpected'));
      report(error);
    });
    return true;
  });
}

/** Starts telling `asker` changes of the annotation `id`, until `signal` aborts. */
export type Following = (id: string, tell: (annotation: Annotation | null) => void, signal: AbortSignal, asker: AskingPage) => void;

/** Answers `follow`: for pages of our own only. */
export function serveFollowing(start: Following): void {
  browser.runtime.onConnect.addListener((port) => {
    const id = port.name.startsWith(FOLLOW_PREFIX) ? port.name.slice(FOLLOW_PREFIX.length) : null;
    const sender = port.sender ?? {};
    if (id === null || askerOf(sender)?.role !== 'extension') return port.disconnect();
    const life = new AbortController();
    port.onDisconnect.addListener(() => life.abort());
    start(id, (annotation) => !life.signal.aborted && port.postMessage({ annotation }), life.signal, askingPage(sender));
  });
}

/** Whether a frame stands right in the page of its tab, in no other frame. */
export type InTop = (frame: { tabId: number; frameId: number }) => Promise<boolean>;

/** The answer to one message; what `serve` does, without the browser's channel. */
export function handle(handlers: Handlers, message: unknown, sender: Sender, isInTop: InTop): Promise<Result<unknown>> {
  if (isSandboxedSrcdoc(sender)) return handleWritten(handlers, message, sender, isInTop);
  const asker = askerOf(sender);
  if (asker === null) return Promise.resolve(fail('not-allowed'));
  if (typeof message !== 'object' || message === null || !('name' in message)) return Promise.resolve(fail('bad-request'));
  const { name } = message;
  if (typeof name !== 'string' || !Object.hasOwn(protocol, name)) return Promise.resolve(fail('bad-request'));
  const row = protocol[name as RequestName]; // an own key of the table
  if (row.from !== asker.role) return Promise.resolve(fail('not-allowed'));
  const request = row.request.safeParse('request' in message ? message.request : undefined);
  if (!request.success) return Promise.resolve(fail('bad-request'));
  // The request was parsed by the schema of this very row, and the asker has the row's role.
  const handler = handlers[name as RequestName] as (request: unknown, asker: AskingFrame | AskingPage) => Promise<Result<unknown>>;
  return (async () => handler(request.data, asker.value))();
}

/**
 * A sandboxed `srcdoc` frame has no origin that would tell whose it is. Only the document that holds a frame can fill it so (HTML standard,
 * navigation to `about:srcdoc`): where that is the tab's page the frame is a part of it; where it is another frame's, it is nobody's.
 */
async function handleWritten(handlers: Handlers, message: unknown, sender: Sender, isInTop: InTop): Promise<Result<unknown>> {
  const { tab, frameId } = sender;
  const url = tab?.url;
  if (tab?.id === undefined || frameId === undefined || !isWebUrl(url)) return fail('not-allowed');
  if (!(await isInTop({ tabId: tab.id, frameId }))) return fail('not-allowed');
  return handle(handlers, message, { ...sender, origin: new URL(url).origin }, isInTop);
}

const isSandboxedSrcdoc = (sender: Sender): boolean =>
  sender.id === browser.runtime.id && sender.url === 'about:srcdoc' && sender.origin === 'null';

/**
 * Who is asking. By `origin`, since `tab` is set for extension pages in tabs too; a sender of another id (an extension, or a
 * page where a browser lets it) is nobody.
 */
function askerOf(sender: Sender): { role: Role; value: AskingFrame | AskingPage } | null {
  if (sender.id !== browser.runtime.id) return null;
  const tabId = sender.tab?.id;
  if (originOf(sender) === ownOrigin()) return { role: 'extension', value: askingPage(sender) };
  const hasOwnUrl = sender.frameId === 0 || isWebUrl(sender.url);
  const url = hasOwnUrl ? frameUrl(sender) : writerUrl(sender);
  if (tabId === undefined || sender.frameId === undefined || url === null) return null;
  const { frameId } = sender;
  const topUrl = sender.tab?.url ?? url;
  const origin = originOf(sender) ?? 'null';
  const incognito = sender.tab?.incognito ?? false;
  return { role: 'content', value: { tabId, frameId, url, hasOwnUrl, topUrl, origin, documentId: sender.documentId ?? null, incognito } };
}

const askingPage = ({ tab, frameId, documentId }: Sender): AskingPage => ({
  tabId: tab?.id ?? null,
  frameId: frameId ?? null,
  documentId: documentId ?? null,
});

/**
 * The URL of the document that asks. In the top frame `sender.url` is stale after `history.pushState`, `sender.tab.url` is
 * current. In a subframe `tab.url` is another document's, so its own URL it is.
 */
function frameUrl(sender: Sender): string | null {
  const url = sender.frameId === 0 ? (sender.tab?.url ?? sender.url) : sender.url;
  return isWebUrl(url) ? url : null;
}

/**
 * Whose a subframe without a URL is. It has the origin of the document that wrote it: that of the tab's page makes it a part of the page; any
 * other (an advert that writes a frame into its own) gets the root of that origin, never the page's URL; without an origin
 * (`data:`, sandboxed `blob:`) it is nobody's.
 */
function writerUrl({ origin, tab }: Sender): string | null {
  if (!isWebUrl(origin)) return null;
  return isWebUrl(tab?.url) && new URL(tab.url).origin === origin ? tab.url : `${origin}/`;
}

const isWebUrl = (url: string | undefined): url is string =>
  url !== undefined && URL.canParse(url) && ['http:', 'https:'].includes(new URL(url).protocol);

const ownOrigin = (): string => browser.runtime.getURL('/').replace(/\/$/, '');

/** `sender.origin`; Safari leaves it out, there the URL's. `new URL(…).origin` is "null" for extension schemes in some engines, hence by hand. */
function originOf(sender: Sender): string | null {
  if (sender.origin !== undefined) return sender.origin;
  return sender.url !== undefined && URL.canParse(sender.url) ? `${new URL(sender.url).protocol}//${new URL(sender.url).host}` : null;
}

/** A bug must be seen: in the extension's error page, and by a test. */
function report(error: unknown): void {
  queueMicrotask(() => {
    throw error;
  });
}
