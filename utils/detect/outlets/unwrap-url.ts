/** Wrappers around wrappers: a mail redirector around an archive around AMP is three. */
const MAX_LAYERS = 8;
const MAX_LENGTH = 16_384;

/**
 * The document behind a link: takes off archives, AMP caches and viewers, and redirectors of search engines, networks and
 * mail systems that carry the address within theirs. What hides it (`t.co`) stays. The last of several layers counts.
 * What is no http(s) URL comes back as it came. Never throws, never asks the network.
 */
export function unwrapUrl(url: string): string {
  if (url.length > MAX_LENGTH) return url;
  let current = url;
  for (let layer = 0; layer < MAX_LAYERS; layer++) {
    const parsed = parseHttp(current);
    if (parsed === null) return current;
    const inner = unwrapOnce(parsed);
    if (inner === null || inner === current) return current;
    current = inner;
  }
  return current;
}

type Unwrapper = (url: URL) => string | null;

const unwrappers: Unwrapper[] = [
  webArchive,
  archiveToday,
  ampCache,
  googleAmp,
  translated,
  urlDefense,
  redirector,
  addressPath,
  base64Part,
  ownAmpPage,
];

function unwrapOnce(url: URL): string | null {
  for (const unwrap of unwrappers) {
    const inner = unwrap(url);
    if (inner !== null && parseHttp(inner) !== null) return inner;
  }
  return null;
}

function parseHttp(text: string): URL | null {
  if (!URL.canParse(text)) return null;
  const url = new URL(text);
  return url.protocol === 'http:' || url.protocol === 'https:' ? url : null;
}

/** Servers fold the `//` of an address within a path into `/`, and some leave the scheme out. */
function addressIn(path: string): string | null {
  const withScheme = /^(https?):\/+(.+)$/is.exec(path);
  if (withScheme) return `${withScheme[1]}://${withScheme[2]}`;
  return /^[a-z0-9-]+(?:\.[a-z0-9-]+)+(?:[/:?]|$)/i.test(path) ? `http://${path}` : null;
}

const isHost = (url: URL, host: string): boolean => url.hostname === host || url.hostname.endsWith(`.${host}`);

/** https://web.archive.org/web/20240101000000id_/https://…; also the archives of Arquivo.pt, UKWA and the Library of Congress. */
function webArchive(url: URL): string | null {
  if (!['archive.org', 'arquivo.pt', 'webarchive.org.uk', 'nationalarchives.gov.uk', 'loc.gov'].some((host) => isHost(url, host)))
    return null;
  const path = /^\/(?:[\w-]+\/)*?(?:\d{1,14}(?:[a-z]{2}_)?|\*)\/(.+)$/is.exec(url.pathname)?.[1];
  return path === undefined ? null : addressIn(path + url.search + url.hash);
}

const ARCHIVE_TODAY = ['archive.today', 'archive.ph', 'archive.is', 'archive.li', 'archive.vn', 'archive.fo', 'archive.md'];

/** https://archive.ph/2024.01.01-120000/https://…, /newest/…, /o/CODE/https://…; the short form hides the address. */
function archiveToday(url: URL): string | null {
  if (!ARCHIVE_TODAY.some((host) => isHost(url, host))) return null;
  const path = /^\/(?:\d{4}[\d.-]*|newest|oldest|o\/\w+)\/(.+)$/is.exec(url.pathname)?.[1];
  return path === undefined ? null : addressIn(path + url.search + url.hash);
}

/** https://www-example-org.cdn.ampproject.org/c/s/www.example.org/…: `c` content, `v` viewer; `s` for https. */
function ampCache(url: URL): string | null {
  if (!isHost(url, 'ampproject.org') && !isHost(url, 'bing-amp.com')) return null;
  const match = /^\/[a-z]\/(s\/)?(.+)$/is.exec(url.pathname);
  return match?.[2] === undefined ? null : `${match[1] ? 'https' : 'http'}://${match[2]}${ownQuery(url)}`;
}

/** https://www.google.com/amp/s/www.example.org/… */
function googleAmp(url: URL): string | null {
  if (!/(?:^|\.)google\.[a-z.]{2,6}$/.test(url.hostname)) return null;
  const match = /^\/amp\/(s\/)?(.+)$/is.exec(url.pathname);
  return match?.[2] === undefined ? null : `${match[1] ? 'https' : 'http'}://${match[2]}${ownQuery(url)}`;
}

/** The query without what AMP viewers add; untouched when they added nothing. */
function ownQuery(url: URL): string {
  const added = [...url.searchParams.keys()].filter((name) => /^(?:amp|amp_.*|usqp)$/.test(name));
  if (added.length === 0) return url.search + url.hash;
  const query = new URLSearchParams(url.search);
  for (const name of added) query.delete(name);
  return (query.size === 0 ? '' : `?${query}`) + url.hash;
}

/** https://www-example-org.translate.goog/…?_x_tr_sl=…: dots are hyphens, hyphens are two. */
function translated(url: URL): string | null {
  const label = /^([a-z0-9-]+)\.translate\.goog$/.exec(url.hostname)?.[1];
  if (label === undefined) return null;
  const plain = new URL(url.href);
  plain.hostname = label
    .split('--')
    .map((part) => part.replaceAll('-', '.'))
    .join('-');
  for (const name of [...plain.searchParams.keys()]) if (name.startsWith('_x_tr_')) plain.searchParams.delete(name);
  return plain.href;
}

/** Readers and proxies: https://reader.example/https://… and …/https%3A%2F%2F… as the last segment. */
function addressPath(url: URL): string | null {
  if (/^\/https?:\//i.test(url.pathname)) return addressIn(url.pathname.slice(1) + url.search + url.hash);
  const encoded = /\/(https?%3a%2f%2f[^/]+)$/i.exec(url.pathname)?.[1];
  return encoded === undefined ? null : decoded(encoded);
}

/** Proofpoint: v2 `?u=https-3A__host_path`, v3 `/v3/__https://host/path__;…` (one `*` for each character kept in the tail). */
function urlDefense(url: URL): string | null {
  if (!isHost(url, 'urldefense.com') && !isHost(url, 'urldefense.proofpoint.com')) return null;
  const v2 = url.searchParams.get('u');
  if (v2 !== null) return decoded(v2.replaceAll('-', '%').replaceAll('_', '/'));
  const v3 = /^\/v3\/__(.+?)__;([^!]*)/.exec(url.pathname + url.search);
  if (v3?.[1] === undefined || v3[1].includes('**')) return null;
  const kept = [...(fromBase64(v3[2] ?? '') ?? '')];
  return v3[1].replace(/\*/g, () => kept.shift() ?? '*').replace(/^(https?):\/+/, '$1://');
}

function decoded(text: string): string | null {
  try {
    return decodeURIComponent(text);
  } catch {
    return null; // a broken percent sequence: no address to be had
  }
}

/** Redirectors: host, path, the parameters that may carry the address, best first. */
const REDIRECTORS: [host: RegExp, path: RegExp, parameters: string[]][] = [
  [/(?:^|\.)google\.[a-z.]{2,6}$/, /^\/(?:url|imgres|translate)$/, ['url', 'q', 'imgrefurl', 'u']],
  [/(?:^|\.)youtube\.com$/, /^\/redirect$/, ['q']],
  [/(?:^|\.)(?:facebook|instagram|threads|messenger)\.(?:com|net)$/, /^\/(?:l\.php|flx\/warn\/?)?$/, ['u']],
  [/(?:^|\.)safelinks\.protection\.outlook\.(?:com|us|de)$/, /./, ['url']],
  [/(?:^|\.)(?:duckduckgo|bing|linkedin|vk|umblr|steamcommunity)\.[a-z]{2,3}$/, /./, ['uddg', 'url', 'to', 'z', 'u']],
  [
    /^(?:out|away|l|lm|go|link|links|click|clicks|redirect|r|t)\d?\./,
    /./,
    ['url', 'u', 'to', 'q', 'target', 'dest', 'destination', 'redirect'],
  ],
  [
    /(?:^|\.)(?:linksynergy|awin1|anrdoezrs|skimresources|redirectingat|viglink|prf|shareasale)\.(?:com|hn)$/,
    /./,
    ['murl', 'ued', 'p', 'url', 'u', 'urllink'],
  ],
];

function redirector(url: URL): string | null {
  for (const [host, path, parameters] of REDIRECTORS) {
    if (!host.test(url.hostname) || !path.test(url.pathname)) continue;
    for (const name of parameters) {
      const value = url.searchParams.get(name);
      if (value === null) continue;
      if (/^https?:\/\//i.test(value)) return value;
      const address = addressFromBase64(value.replace(/^a1(?=aHR0c)/, '')); // Bing writes "a1" in front
      if (address !== null) return address;
    }
  }
  return null;
}

/** A path segment or parameter that is an address in base64 (newsletters of Substack, Mailchimp-likes, Bloomberg, Axios …). */
function base64Part(url: URL): string | null {
  if (!url.href.includes('aHR0c')) return null;
  for (const part of [...url.pathname.split('/'), ...url.searchParams.values()]) {
    const address = addressFromBase64(part);
    if (address !== null) return address;
  }
  return null;
}

/** "http" begins as `aHR0c` in base64, plain or for URLs. */
function addressFromBase64(text: string): string | null {
  const address = /^aHR0c/.test(text) ? fromBase64(text) : null;
  return address !== null && /^https?:\/\/[^\s/]+\S*$/i.test(address) ? address : null;
}

function fromBase64(text: string): string | null {
  try {
    const bytes = atob(text.replace(/=+$/, '').replaceAll('-', '+').replaceAll('_', '/'));
    return new TextDecoder('utf-8', { fatal: true }).decode(Uint8Array.from(bytes, (character) => character.charCodeAt(0)));
  } catch {
    return null; // not base64, or not UTF-8: then it was no address
  }
}

/**
 * A site's own AMP page: `amp.` host, `/amp` at either end of the path, `?amp`, `?outputType=amp`.
 * The path must look like an article's (a digit or a hyphen): `/wiki/amp` is a page about it.
 */
function ownAmpPage(url: URL): string | null {
  const plain = new URL(url.href);
  plain.hostname = plain.hostname.replace(/^amp\.(?=[^.]+\.)/, 'www.');
  if (/[\d-]/.test(plain.pathname))
    plain.pathname = plain.pathname
      .replace(/^\/amp\/(?=.)/, '/')
      .replace(/(?:\/amp\/?|\.amp)$/, '')
      .replace(/\.amp\.html$/, '.html');
  for (const [name, value] of [...url.searchParams])
    if (name === 'amp' || (/^output(?:type)?$/i.test(name) && value === 'amp')) plain.searchParams.delete(name);
  return plain.href === url.href ? null : plain.href;
}
