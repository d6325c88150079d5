import type { PageElement, TextSpan } from '../../domain/page-text.ts';
import { outletByDomain } from '../outlets/lookup.ts';
import type { Outlet } from '../outlets/outlet.ts';
import { unwrapUrl } from '../outlets/unwrap-url.ts';
import { overlapping, type PageOutline } from '../page-outline.ts';
import type { Site } from './site.ts';

/** A link as a possible citation. */
export interface LinkInfo extends TextSpan {
  text: string;
  /** Absolute, as the page has it. */
  url: string;
  /** Host of what it leads to, wrappers (archives, redirectors) taken off, without `www.`. */
  host: string;
  outlet: Outlet | null;
  /** It leads to this very site. */
  own: boolean;
  /** The start page of a site or the page of an account: an address of somebody, no document. */
  profile: boolean;
  /** An archive or a redirector that does not show where it leads. */
  opaque: boolean;
}

const OPAQUE =
  /(?:^|\.)(?:t\.co|bit\.ly|perma\.cc|archive\.(?:is|ph|today|org)|sendgrid\.net|list-manage\.com|tinyurl\.com|ow\.ly|goo\.gl|lnkd\.in|buff\.ly|trib\.al|feedproxy\.google\.com|substack\.com\/redirect|link\.\w+\.com|click\.[\w.-]+|dlvr\.it|fb\.me|amzn\.to|nyti\.ms|wapo\.st)$/i;
const LICENCE = /(?:^|\.)creativecommons\.org$/;
const NO_DOCUMENT = /\.(?:jpe?g|png|gif|webp|svg)$/i;

/** Each link is read once. */
const readLinks = new WeakMap<PageOutline, Map<PageElement, LinkInfo | null>>();

/** The links that share text with `span` and lead to a document on the web. */
export function linksIn(outline: PageOutline, site: Site, span: TextSpan): LinkInfo[] {
  let known = readLinks.get(outline);
  if (known === undefined) {
    known = new Map();
    readLinks.set(outline, known);
  }
  const found: LinkInfo[] = [];
  for (const link of overlapping(outline.links, span)) {
    let info = known.get(link);
    if (info === undefined) {
      info = linkInfo(outline, site, link);
      known.set(link, info);
    }
    if (info !== null) found.push(info);
  }
  return found;
}

function linkInfo(outline: PageOutline, site: Site, link: PageElement): LinkInfo | null {
  const href = link.href?.trim() ?? '';
  if (href === '' || href.startsWith('#') || !URL.canParse(href, outline.page.base)) return null;
  const url = new URL(href, outline.page.base);
  if (!/^https?:$/.test(url.protocol)) return null;
  const target = unwrapUrl(url.href);
  const unwrapped = URL.canParse(target) ? new URL(target) : url;
  if (NO_DOCUMENT.test(unwrapped.pathname)) return null;
  const host = unwrapped.hostname.replace(/^www\d?\./, '');
  if (LICENCE.test(host)) return null;
  const segments = unwrapped.pathname.split('/').filter((s) => s !== '');
  const outlet = outletByDomain(host);
  return {
    start: link.start,
    end: link.end,
    text: outline.text.slice(link.start, link.end).trim(),
    url: /\s/.test(href) || !/^https?:\/\//i.test(href) ? url.href : href,
    host,
    outlet,
    own: site.isOwn(host),
    opaque: OPAQUE.test(host),
    profile:
      (segments.length === 0 && unwrapped.search === '') ||
      (outlet?.kind === 'platform' && segments.length === 1 && unwrapped.search === ''),
  };
}
