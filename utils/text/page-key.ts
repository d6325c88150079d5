/**
 * Parameters that say how a reader came, never what they read. Only names that no site uses for content:
 * generic ones (`t`, `source`, `ref`, `id`, `s`, `share`) are kept, since somewhere they name the document.
 * Collected from the tools' own documentation (Google, Meta, Microsoft, Mailchimp, HubSpot, Matomo, Marketo, Adobe, Yandex, …).
 */
// biome-ignore format: a table
const TRACKING = new Set([
  'fbclid', 'gclid', 'gclsrc', 'dclid', 'gbraid', 'wbraid', 'gad_source', 'gad_campaignid', 'srsltid', '_ga', '_gl', 'msclkid', 'twclid',
  'ttclid', 'li_fat_id', 'igshid', 'igsh', 'epik', 'rdt_cid', 'scid', 'sccid', 'yclid', 'ysclid', '_openstat', 'mc_cid', 'mc_eid',
  'mkt_tok', '_hsenc', '_hsmi', '__hssc', '__hstc', '__hsfp', 'hsctatracking', 'vero_id', 'vero_conv', 'oly_anon_id', 'oly_enc_id',
  'ml_subscriber', 'ml_subscriber_hash', 'wickedid', 's_cid', 'ef_id', 'rb_clickid', 'irclickid', 'irgwc', '_branch_match_id',
  '_branch_referrer', 'cmpid', 'ocid', 'ncid', 'sr_share', 'share_id', 'guccounter', 'guce_referrer', 'guce_referrer_sig', 'at_medium',
  'at_campaign', 'at_campaign_type', 'at_link_id', 'at_link_origin', 'at_link_type', 'at_ptr_name', 'at_format', 'at_bbc_team',
  'ns_mchannel', 'ns_source', 'ns_campaign', 'ns_linkname', 'ns_fee', 'xtor', 'wt_mc', 'wtrid', 'spm', 'scm', 'smid', 'smtyp',
  'unlocked_article_code', 'dicbo', 'tblci', 'taboola_click_id', 'obclid',
]);
const TRACKING_PREFIX = /^(?:utm|mtm|matomo|pk|piwik|hsa|trk|__twitter)_/;

/** First labels under which sites serve the same documents for other screens. */
const VARIANT_LABEL = new Set(['www', 'm', 'mobile', 'amp', 'touch', 'wap']);

/** What the page says its own address is, and what it said before. */
export interface Canonical {
  /** `<link rel=canonical>` as written; resolved against the URL. */
  href: string | null;
  /** An earlier route of the same document (single-page apps): a canonical that did not move along with the route says nothing about it. */
  before?: { url: string; href: string | null } | undefined;
}

/**
 * The name of a document: equal for all URLs under which one document is read, so that annotations come back under each.
 * Scheme, `www.`, default port, trailing slash, tracking parameters and the order of parameters do not count;
 * a fragment counts only where it is a route (`#!…`, `#/…`). A canonical counts when `trustedCanonical` takes it.
 * Rows of the database hold it: whoever changes what it gives appends a version there that derives the columns anew.
 * Not a URL to open. A URL that is no http(s) URL is returned as it is, without its fragment.
 */
export function pageKey(url: string, canonical?: Canonical): string {
  const trusted = canonical === undefined ? null : trustedCanonical(url, canonical);
  return keyOf(trusted ?? url);
}

/**
 * The canonical URL where it deserves trust, else null: same site as the page, not the site's root (a common mistake of
 * templates), no claim of an earlier route, and no dropped route fragment. A foreign site's canonical is never taken: a page
 * could otherwise call up the annotations of another.
 */
export function trustedCanonical(url: string, { href, before }: Canonical): string | null {
  if (href === null || href.trim() === '' || !URL.canParse(href, url) || !URL.canParse(url)) return null;
  const page = new URL(url);
  const claimed = new URL(href, url);
  if (!isHttp(page) || !isHttp(claimed)) return null;
  if (siteOf(page) !== siteOf(claimed) || claimed.username !== '' || claimed.password !== '') return null;
  if (isRoot(claimed) && !isRoot(page)) return null;
  if (isRoute(page.hash) && page.hash !== claimed.hash) return null;
  if (before !== undefined && keyOf(before.url) !== keyOf(url) && before.href !== null && sameUrl(before.href, before.url, claimed))
    return null;
  claimed.hash = isRoute(claimed.hash) ? claimed.hash : '';
  return claimed.href;
}

/** The URL as a record keeps it: as it was open, without a fragment that is no route and without a password. */
export function documentUrl(url: string): string {
  if (!URL.canParse(url)) return url.replace(/#.*$/s, '');
  const parsed = new URL(url);
  if (!isRoute(parsed.hash)) parsed.hash = '';
  if (isHttp(parsed)) parsed.username = parsed.password = '';
  return parsed.href;
}

/** The host as people read it: lower case, without `www.`; empty for what has none. */
export function hostOf(url: string): string {
  return URL.canParse(url) ? new URL(url).host.replace(/^www\./, '') : '';
}

function keyOf(url: string): string {
  if (!URL.canParse(url)) return url.replace(/#.*$/s, '');
  const parsed = new URL(url);
  if (!isHttp(parsed)) return parsed.href.replace(/#.*$/s, '');
  const host = parsed.host
    .replace(/^www\./, '')
    .replace(/\.(?=:|$)/, '')
    .replace(/:(?:80|443)$/, '');
  const path = normalPath(parsed.pathname);
  const query = keptParameters(parsed.searchParams);
  const route = isRoute(parsed.hash) ? parsed.hash.replace(/\/+$/, '') : '';
  return `${host}${path}${query}${route.length > 2 ? route : ''}`;
}

/** Slashes at the end do not count; escapes that are not needed are undone, the others in upper case (RFC 3986 §6.2.2). */
function normalPath(path: string): string {
  const normal = path.replace(/%[0-9a-f]{2}/gi, (code) => {
    const character = String.fromCharCode(Number.parseInt(code.slice(1), 16));
    return /[A-Za-z0-9\-._~]/.test(character) ? character : code.toUpperCase();
  });
  return normal.replace(/\/+$/, '');
}

function keptParameters(parameters: URLSearchParams): string {
  const kept = new URLSearchParams([...parameters].filter(([name]) => !isTracking(name)));
  kept.sort(); // stable: values of one name keep their order
  const query = kept.toString();
  return query === '' ? '' : `?${query}`;
}

const isTracking = (name: string): boolean => TRACKING.has(name.toLowerCase()) || TRACKING_PREFIX.test(name.toLowerCase());
const isHttp = (url: URL): boolean => url.protocol === 'https:' || url.protocol === 'http:';
const isRoot = (url: URL): boolean => url.pathname === '/' && keptParameters(url.searchParams) === '' && !isRoute(url.hash);
const isRoute = (hash: string): boolean => hash.startsWith('#!') || hash.startsWith('#/');
const sameUrl = (href: string, base: string, other: URL): boolean => URL.canParse(href, base) && new URL(href, base).href === other.href;

/** Host without the labels of its variants, as long as two labels remain: `en.m.example.org` and `en.example.org` are one site. */
function siteOf(url: URL): string {
  const labels = url.hostname.replace(/\.$/, '').split('.');
  const kept = labels.filter((label, i) => i >= labels.length - 2 || !VARIANT_LABEL.has(label));
  const port = url.port === '' || url.port === '80' || url.port === '443' ? '' : `:${url.port}`;
  return kept.join('.') + port;
}
