import { outletByDomain, outletByName } from '../outlets/lookup.ts';
import type { Outlet } from '../outlets/outlet.ts';
import type { PageOutline } from '../page-outline.ts';

/** The page's own publisher: what it gathered itself has no source. */
export interface Site {
  host: string;
  name: string | null;
  outlet: Outlet | null;
  isOwn(host: string): boolean;
  /** Whether an outlet is this publisher, or the house it belongs to. */
  isOwnOutlet(outlet: Outlet): boolean;
  /** Whether an outlet or a name is this publisher. */
  isOwnName(name: string): boolean;
}

const hostOf = (url: string): string => (URL.canParse(url) ? new URL(url).hostname.replace(/^www\d?\./, '') : '');
/** Last two labels, three under a short second level (`co.uk`). */
const family = (host: string): string => {
  const labels = host.split('.');
  return labels
    .slice(labels.length > 2 && /^(?:co|com|org|net|gov|ac|edu|or|ne|gob|gouv|go)$/.test(labels.at(-2) ?? '') ? -3 : -2)
    .join('.');
};
const SHARED_HOSTS =
  /(?:^|\.)(?:blogspot|wordpress|substack|medium|tumblr|github|typepad|livejournal|wikipedia|wixsite|blogger)\.(?:com|io|org)$/;
const fold = (name: string): string =>
  name
    .toLowerCase()
    .replace(/^the\s+/, '')
    .replace(/[^\p{L}\p{N}]+/gu, '');

/** Reads the publisher from the URL, the site name and the end of the title. */
export function siteOf(outline: PageOutline): Site {
  const { page } = outline;
  const canonical = page.metadata.canonical;
  const host = hostOf(page.url) || (canonical === null ? '' : hostOf(canonical));
  const head = /^([^|–—·]{2,40}?)\s*[|–—·]\s/u.exec(page.title)?.[1]?.trim() ?? null;
  const tail = /[|–—·-]\s*([^|–—·]{2,40})$/u.exec(page.title)?.[1]?.trim() ?? null;
  const name = page.metadata.siteName ?? tail;
  const outlet =
    outletByDomain(host) ??
    [page.metadata.siteName, tail, head].reduce<Outlet | null>(
      (found, n) => found ?? (n === null ? null : outletByName(n.split(',')[0] ?? n)),
      null,
    );
  const own = SHARED_HOSTS.test(host) ? host : family(host);
  const names = new Set(
    [name, tail, outlet?.name, ...(outlet?.names ?? []), ...(outlet?.abbreviations ?? []), own.split('.')[0]].flatMap((n) =>
      n ? [fold(n)] : [],
    ),
  );
  const isOwn = (other: string): boolean =>
    (own !== '' && (other === own || other.endsWith(`.${own}`))) || (outlet !== null && outletByDomain(other) === outlet);
  return {
    host,
    name: outlet?.name ?? name,
    outlet,
    isOwn,
    isOwnOutlet: (other) => other === outlet || other.domains.some(isOwn),
    isOwnName: (other) => names.has(fold(other)),
  };
}
