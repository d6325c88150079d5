/**
 * Other forms of one document that the address alone gives away: print, AMP and mobile pages, index files, copies in AMP caches, views of
 * a DOI. Each takes off only what can mean nothing else there; where a word like `print` or `amp` could be the document's own name, the
 * rest of the address must look like an article's. What is left over, the page's canonical link has to say.
 */

/** A day or month in the path, four words joined, or a number of five digits: the address of one article, not of a section. */
export const isArticlePath = (path: string): boolean =>
  /\/(?:19|20)\d\d\/(?:0?[1-9]|1[0-2])\//.test(path) ||
  (path.replace(/\/+$/, '').split('/').at(-1) ?? '').split(/[-_]+/).filter((word) => word !== '').length >= 4 ||
  /\d{5,}[^/]*\/*$/.test(path);

const INDEX_FILE = /\/(?:index\.(?:html?|xhtml|shtml|php\d?|aspx?|jsp|cfm|cgi)|default\.(?:html?|aspx?))$/i;
/** ASP.NET and Java write sessions into paths. */
const SESSION_IN_PATH = /;jsessionid=[^/;?#]*|\/\([a-z]\([a-z0-9]{10,}\)\)(?=\/)/gi;
/** The forms in which publishers show the work with one DOI. */
const DOI_VIEW = /^(.*\/doi)(?:\/(?:abs|full|full-html|fullhtml|pdf|epdf|pdfdirect|pdfplus|reader|epub))?\/(10\.\d{4,9}\/.+)$/i;
/** Preprint servers: number, or subject and number; a version is another text. */
const PREPRINT_VIEW = /^(.*)\/(?:abs|pdf|html|format|ps)\/((?:\d{4}\.\d{4,5}|[a-z-]+(?:\.[a-z]{2})?\/\d{7})(?:v\d+)?)(?:\.pdf)?$/i;

/** A path as the document's own: no session, index file, slash at the end, AMP or print view. */
export function plainPath(path: string): string {
  const plain = path
    .replace(SESSION_IN_PATH, '')
    .replace(/(?<!:)\/{2,}/g, '/')
    .replace(INDEX_FILE, '/')
    .replace(/\/+$/, '');
  const doi = DOI_VIEW.exec(plain);
  if (doi) return `${doi[1]}/${doi[2]?.toLowerCase()}`;
  const preprint = PREPRINT_VIEW.exec(plain);
  if (preprint) return `${preprint[1]}/abs/${preprint[2]}`;
  const own = plain
    .replace(/\/(?:amp|print)$/, '')
    .replace(/^\/(?:amp|print)(?=\/)/, '')
    .replace(/\.amp(?=\.html?$|$)/, '');
  return isArticlePath(own) ? own : plain;
}

const YES_OR_NO = /^(?:|1|0|true|false|yes|no|on|off|y|n)$/i;

/** True for a parameter that asks for another form of the same text. */
export function isVariantParameter(name: string, value: string, path: string): boolean {
  switch (name.toLowerCase()) {
    case 'amp':
    case 'print':
    case 'printable':
      return YES_OR_NO.test(value);
    case 'view':
    case 'mode':
    case 'output':
    case 'outputtype':
    case 'format':
    case 'pagewanted':
    case 'platform':
      return value === 'print' || value === 'amp';
    case 'mobileaction':
      return value.startsWith('toggle_view_');
    case 'm': // Blogger; elsewhere a month or a message
      return /^[01]$/.test(value) && /\/\d{4}\/\d\d\/[^/]+\.html$/.test(path);
    case 'mobile':
      return YES_OR_NO.test(value) && isArticlePath(path);
    default:
      return false;
  }
}

/** Under these each customer has a host of their own: `m.` there is somebody's name. The well-known ones of publicsuffix.org's private part. */
// biome-ignore format: a table
const SHARED_HOSTS = new Set([
  'blogspot.com', 'wordpress.com', 'tumblr.com', 'substack.com', 'medium.com', 'github.io', 'gitlab.io', 'netlify.app', 'vercel.app',
  'pages.dev', 'workers.dev', 'web.app', 'firebaseapp.com', 'herokuapp.com', 'appspot.com', 'azurewebsites.net', 'cloudfront.net',
  'amazonaws.com', 'livejournal.com', 'wixsite.com', 'weebly.com', 'neocities.org', 'ghost.io', 'typepad.com', 'myshopify.com',
  'surge.sh', 'glitch.me', 'fandom.com', 'readthedocs.io', 'beehiiv.com', 'over-blog.com', 'jimdofree.com', 'blogs.com', 'hatenablog.com',
  'translate.goog', 'notion.site', 'webflow.io', 'squarespace.com', 'dreamwidth.org', 'onrender.com', 'fly.dev', 'repl.co',
]);
/** `co.uk`, `com.au`, `gov.br`: a registry, not a site. */
const REGISTRY = /^(?:com?|org?|net?|ac|gov|gouv|govt|gob|go|edu|gv|mil|ltd|plc|nhs|sch|asn|id|nom|or|ne)\.[a-z]{2}$/;

/** First labels under which sites serve the same documents to other screens. */
const VARIANT_LABELS = new Set(['www', 'm', 'mobile', 'amp', 'touch', 'wap']);

/** The host without such labels, as long as a site's name is left: `en.m.example.org` and `en.example.org` are one site. */
export const plainHost = (host: string): string => withoutLabels(host, VARIANT_LABELS);

const ALWAYS = new Set(['m']);
const FOR_ARTICLES = new Set(['m', 'mobile', 'amp', 'touch', 'wap']);

/** The host under which the document at `path` is known: `mobile.` and its like can be a site's subject (telephones), so they go for articles only. */
export function documentHost(host: string, path: string): string {
  return withoutLabels(host.replace(/^www\./, ''), isArticlePath(path) ? FOR_ARTICLES : ALWAYS).replace(/^www\./, '');
}

function withoutLabels(host: string, without: Set<string>): string {
  let labels = host.split('.');
  for (let i = labels.length - 3; i >= 0; i--) {
    const rest = labels.slice(i + 1).join('.');
    if (!without.has(labels[i] ?? '') || SHARED_HOSTS.has(rest) || REGISTRY.test(rest)) continue;
    labels = labels.toSpliced(i, 1);
  }
  return labels.join('.');
}

/**
 * The publisher's address behind a copy in an AMP cache or its viewer, else the URL as it came. The caches take nobody's word for
 * whose page it is: they fetched it from the address in the path.
 */
export function behindAmpCache(url: URL): URL {
  const { hostname, pathname } = url;
  const isCache = /(?:^|\.)cdn\.ampproject\.org$|(?:^|\.)bing-amp\.com$/.test(hostname);
  const isViewer = /^www\.google\.(?:com|[a-z]{2}|com?\.[a-z]{2})$|^www\.bing\.com$/.test(hostname);
  const inner = (isCache ? /^\/[a-z]\/(s\/)?(.+)$/ : isViewer ? /^\/amp\/(s\/)?(.+)$/ : null)?.exec(pathname);
  const address = inner?.[2] === undefined ? null : `${inner[1] ? 'https' : 'http'}://${inner[2]}${url.search}${url.hash}`;
  return address !== null && URL.canParse(address) ? new URL(address) : url;
}

/** `https://web.archive.org/web/TIME/URL`: a copy of one moment. It is a document of its own: what stands there does not change any more. */
export function archivedCopy(url: URL): { time: string; of: string } | null {
  if (!/^(?:web\.)?archive\.org$/.test(url.hostname)) return null;
  const copy = /^\/web\/(\d{1,14})(?:[a-z]{2}_)?\/(.+)$/.exec(url.pathname);
  if (copy?.[1] === undefined || copy[2] === undefined) return null;
  const of = copy[2].replace(/^(?:(https?):\/+)?/, (_, scheme: string | undefined) => `${scheme ?? 'http'}://`);
  return { time: copy[1], of: of + url.search + url.hash };
}

/** The hosts of one archive that keeps copies under short names. */
export const isArchiveToday = (host: string): boolean => /^archive\.(?:today|ph|is|li|vn|fo|md)$/.test(host);

/** The DOI that an address of its registry names, in lower case (DOIs know no case); null for other addresses. */
export function registeredDoi(url: URL): string | null {
  if (!/^(?:dx\.|www\.)?doi\.org$/.test(url.hostname)) return null;
  return /^\/(?:doi:)?(10\.\d{4,9}(?:\/|%2f).+)$/i.exec(url.pathname)?.[1]?.replace(/%2f/gi, '/').toLowerCase() ?? null;
}
