import type { PageText, TextSpan } from '../domain/page-text.ts';
import type { NearbyLink } from '../domain/quotation.ts';

/** How far before and behind a quotation its links are looked for (UTF-16 units): its own line, and the one that leads in. */
const REACH = 600;
const MAX_LINKS = 6;
const MAX_WORDS = 120;

/**
 * The links in a quotation, in the lines it stands in, and in the line before (its lead-in), the nearest first, each address once.
 * Links to places of the page itself are left out.
 */
export function nearbyLinks({ text, elements, base, url }: PageText, { start, end }: TextSpan): NearbyLink[] {
  const lineStart = text.lastIndexOf('\n', start - 1) + 1;
  const from = Math.max(0, start - REACH, lineStart === 0 ? 0 : text.lastIndexOf('\n', lineStart - 2) + 1);
  const lineEnd = text.indexOf('\n', end);
  const to = Math.min(end + REACH, lineEnd < 0 ? text.length : lineEnd);
  const found = elements.flatMap((element) => {
    if (element.href === undefined || element.end <= from || element.start >= to) return [];
    const address = webUrl(element.href, base);
    if (address === null || sameDocument(address, url)) return [];
    const distance = Math.max(0, start - element.end, element.start - end);
    return [{ distance, link: { url: address, text: words(text.slice(element.start, element.end)) } }];
  });
  found.sort((a, b) => a.distance - b.distance);
  const byUrl = new Map<string, NearbyLink>();
  for (const { link } of found) if (!byUrl.has(link.url)) byUrl.set(link.url, link);
  return [...byUrl.values()].slice(0, MAX_LINKS);
}

function webUrl(href: string, base: string): string | null {
  if (!URL.canParse(href, base)) return null;
  const url = new URL(href, base);
  return url.protocol === 'http:' || url.protocol === 'https:' ? url.href : null;
}

const withoutHash = (url: string): string => url.replace(/#.*$/s, '');
const sameDocument = (a: string, b: string): boolean => withoutHash(a) === withoutHash(b);

function words(text: string): string {
  const line = text.replace(/\s+/g, ' ').trim();
  return line.length <= MAX_WORDS ? line : `${line.slice(0, MAX_WORDS - 1)}…`;
}
