import { browser } from 'wxt/browser';
import type { PageText } from '../../utils/domain/page-text.ts';
import { askFrame } from '../../utils/messaging/ask-frame.ts';
import type { FrameRequest } from '../../utils/messaging/protocol.ts';
import type { AskingFrame } from '../../utils/messaging/serve.ts';
import { trustedCanonical } from '../../utils/text/canonical.ts';
import { documentUrl, pageKey } from '../../utils/text/page-key.ts';
import type { FrameRecord } from './frame-registry.ts';

/** Which document a frame shows. */
export interface PageIdentity {
  url: string;
  canonical: string | null;
  before: FrameRecord['before'];
  /** Under these keys its annotations are stored: the URL's, and the canonical one's where that counts. */
  keys: string[];
  /** The canonical URL for the record: only where it counts and is another document name than the URL. */
  trusted: string | null;
}

/**
 * The document that `page` was read from, or null when that is not what the frame shows now (a route change between reading and asking).
 * The browser's word counts. Only in a subframe, where the browser does not tell of `pushState`, the page's own URL is
 * taken within its origin: a page could go to any URL of its origin anyway, so that gives it nothing.
 */
export function identify(page: PageText, frame: AskingFrame, last: FrameRecord | null): PageIdentity | null {
  const url = documentOf(page.url, frame);
  if (url === null) return null;
  const href = frame.hasOwnUrl ? page.metadata.canonical : null; // nothing says that a frame without a URL is the document it names
  const canonical = href !== null && URL.canParse(href, page.base) ? new URL(href, page.base).href : null;
  const before = routeBefore(url, last);
  const trusted = trustedCanonical(url, { href: canonical, before: before ?? undefined });
  const own = pageKey(url);
  const other = trusted === null ? own : pageKey(trusted);
  return { url: documentUrl(url), canonical, before, keys: [...new Set([own, other])], trusted: other === own ? null : trusted };
}

/**
 * The same, asking the browser once more where it seemed to know another URL: after `pushState` a message can overtake the news of
 * the tab's new URL.
 */
export async function identifyNow(page: PageText, frame: AskingFrame, last: FrameRecord | null): Promise<PageIdentity | null> {
  const identity = identify(page, frame, last);
  if (identity !== null || frame.frameId !== 0) return identity;
  const tab = await browser.tabs.get(frame.tabId).catch(() => null); // rejects for a tab that was closed
  return tab?.url === undefined ? null : identify(page, { ...frame, url: tab.url }, last);
}

function documentOf(pageUrl: string, frame: AskingFrame): string | null {
  if (frame.frameId === 0) return pageKey(pageUrl) === pageKey(frame.url) ? frame.url : null;
  if (!URL.canParse(pageUrl) || !pageUrl.startsWith('http')) return frame.url; // srcdoc, about:blank, blob: the page that wrote it
  return new URL(pageUrl).origin === new URL(frame.url).origin ? pageUrl : null;
}

/**
 * The identity under which words of the page are kept: that of the route with which they came, where the page has gone on to another one
 * and they still stand there. Which of the routes of a document only the script in it can tell, so within its origin it is believed. Null
 * when the words are not there any more.
 */
export async function identifyWords(
  identity: PageIdentity,
  { tabId, frameId }: Pick<AskingFrame, 'tabId' | 'frameId'>,
  words: FrameRequest<'frame.address'>,
): Promise<PageIdentity | null> {
  const answer = await askFrame(tabId, frameId, 'frame.address', words);
  const address = answer.ok ? answer.value.address : null;
  if (address === null) return null;
  if (!address.startsWith('http') || pageKey(address) === pageKey(identity.url)) return identity;
  if (!URL.canParse(address) || new URL(address).origin !== new URL(identity.url).origin) return null;
  // Nothing says what the canonical was then.
  return { ...identity, url: documentUrl(address), canonical: null, keys: [pageKey(address)], trusted: null };
}

/** The route that this document showed before this one. */
function routeBefore(url: string, last: FrameRecord | null): FrameRecord['before'] {
  if (last === null || last.keys.length === 0) return null;
  return pageKey(last.url) === pageKey(url) ? last.before : { url: last.url, href: last.canonical };
}
