import {
  archivedCopy,
  behindAmpCache,
  documentHost,
  isArchiveToday,
  isVariantParameter,
  plainPath,
  registeredDoi,
} from './page-variants.ts';
import { isTracking } from './tracking-parameters.ts';

/**
 * The name of a document: equal for all URLs under which one document is read, so that annotations come back under each.
 * Scheme, `www.`, `m.`, default port, trailing slash, index files, tracking parameters, sessions, print and AMP forms and the order of
 * parameters do not count; a fragment counts only where it is a route (`#!…`, `#/…`). What the page says of itself is for
 * `trustedCanonical` to judge. Rows of the database hold it: whoever changes what it gives appends a version there that derives the
 * columns anew. Not a URL to open. A URL that is no http(s) URL is returned as it is, without its fragment.
 */
export function pageKey(url: string): string {
  if (!URL.canParse(url)) return url.replace(/#.*$/s, '');
  const parsed = new URL(url);
  if (!isHttp(parsed)) return parsed.href.replace(/#.*$/s, '');
  const { host, path, query, route } = keyParts(parsed);
  return `${host}${path}${query === '' ? '' : `?${query}`}${route}`;
}

/** The parts of a key. `query` without its question mark, `path` and `route` with their first sign; each may be empty. */
export interface KeyParts {
  host: string;
  path: string;
  query: string;
  route: string;
}

/** The parts of an http(s) URL's key. */
export function keyParts(url: URL): KeyParts {
  const doi = registeredDoi(url);
  if (doi !== null) return { host: 'doi.org', path: `/${doi}`, query: '', route: '' };
  const copy = archivedCopy(url);
  if (copy !== null) return { host: 'web.archive.org', path: `/web/${copy.time}/${pageKey(copy.of)}`, query: '', route: '' };
  const own = behindAmpCache(url);
  const path = plainPath(withPlainEscapes(own.pathname));
  const host = documentHost(hostWithoutPort(own), own.pathname);
  return {
    host: isArchiveToday(host) ? 'archive.today' : host + portOf(own),
    path,
    query: keptParameters(own.searchParams, path),
    route: routeOf(own.hash),
  };
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

export const isHttp = (url: URL): boolean => url.protocol === 'https:' || url.protocol === 'http:';
/** A fragment by which a single-page app names what it shows. */
export const isRoute = (hash: string): boolean => hash.startsWith('#!') || hash.startsWith('#/');

/** Host name without the dot that ends a full one. */
export const hostWithoutPort = (url: URL): string => url.hostname.replace(/\.$/, '');
/** `:8080`; empty for the default ports of both schemes. */
export const portOf = ({ port }: URL): string => (port === '' || port === '80' || port === '443' ? '' : `:${port}`);

/** Escapes that are not needed are undone, the others in upper case (RFC 3986 §6.2.2). Servers also treat `(` and `%28` alike. */
function withPlainEscapes(path: string): string {
  return path.replace(/%[0-9a-f]{2}/gi, (code) => {
    const character = String.fromCharCode(Number.parseInt(code.slice(1), 16));
    return /[A-Za-z0-9\-._~!'()*,:@$]/.test(character) ? character : code.toUpperCase();
  });
}

function keptParameters(parameters: URLSearchParams, path: string): string {
  // `&amp;` in a link that was escaped twice
  const all = new URLSearchParams([...parameters].map(([name, value]) => [name.replace(/^(?:amp;)+/, ''), value]));
  const kept = [...all].filter(
    ([name, value]) => !(name === '' && value === '') && !isTracking(name, value, all) && !isVariantParameter(name, value, path),
  );
  const query = new URLSearchParams(kept);
  query.sort(); // stable: values of one name keep their order
  return query.toString();
}

/** The route of a single-page app: without a text fragment, tracking parameters of its own and slashes at its end. */
function routeOf(hash: string): string {
  if (!isRoute(hash)) return '';
  const [path = '', search] = hash.replace(/:~:.*$/s, '').split(/\?(.*)/s, 2);
  const query = search === undefined ? '' : keptParameters(new URLSearchParams(search), path);
  const route = path.replace(/\/+$/, '') + (query === '' ? '' : `?${query}`);
  return route.length > 2 ? route : '';
}
