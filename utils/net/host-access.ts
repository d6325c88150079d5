import { browser } from 'wxt/browser';

/** As the manifest names them. */
const ALL_HOSTS = ['http://*/*', 'https://*/*'];

/** The pattern that a permission for a URL's host needs; null for URLs that extensions are never given. */
function originPattern(url: string): string | null {
  if (!URL.canParse(url)) return null;
  const { protocol, hostname } = new URL(url);
  return protocol === 'http:' || protocol === 'https:' ? `${protocol}//${hostname}/*` : null;
}

/** May we read this host? Readers can withhold hosts at any time, in Firefox and in Chromium, although the manifest names them all. */
export async function hasHostAccess(url: string): Promise<boolean> {
  const origin = originPattern(url);
  return origin !== null && (await browser.permissions.contains({ origins: [origin] }));
}

/** Are all hosts of the manifest granted? */
export const hasAllHostAccess = (): Promise<boolean> => browser.permissions.contains({ origins: ALL_HOSTS });

/**
 * Asks the reader for a host. Call it first thing in a click handler of an extension page: both browsers refuse it after an
 * `await`. False when they say no, or when the browser does not let us ask.
 */
export async function requestHostAccess(url: string): Promise<boolean> {
  const origin = originPattern(url);
  return origin !== null && (await browser.permissions.request({ origins: [origin] }));
}

/** The same for a site with its subdomains; for all sites where the browser does not even tell which it withholds (`''`). */
export const requestSiteAccess = (host: string): Promise<boolean> =>
  browser.permissions.request({ origins: host === '' ? ALL_HOSTS : [`*://${host}/*`, `*://*.${host}/*`] });
