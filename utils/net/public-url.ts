import ipaddr from 'ipaddr.js';

/** Names that resolve on this machine or its network only (RFC 6761, 6762, 8375; ICANN's reserved `internal`). */
const LOCAL_NAMES = ['localhost', 'local', 'internal', 'home.arpa', 'lan', 'intranet', 'corp', 'home', 'test', 'invalid'];

/**
 * Why a URL is never fetched: `not-web` (another scheme than http and https), `private-address` (this machine, its network, or a
 * name without a dot); null when it may be. What a public name resolves to is not known here: a browser does not tell.
 */
export function whyNeverFetched(url: string): 'not-web' | 'private-address' | null {
  if (!URL.canParse(url)) return 'not-web';
  const { protocol, hostname } = new URL(url);
  if (protocol !== 'http:' && protocol !== 'https:') return 'not-web';
  // The URL parser has made dotted quads of all ways to write an IPv4 address (0x7f.1, 2130706433).
  const host = hostname.replace(/^\[|\]$/g, '').replace(/\.$/, '');
  if (ipaddr.isValid(host)) return isPublicAddress(host) ? null : 'private-address';
  if (!host.includes('.')) return 'private-address';
  return LOCAL_NAMES.some((name) => host.endsWith(`.${name}`)) ? 'private-address' : null;
}

/** Whether an address is one of the internet's: IPv4 in IPv6 (mapped, NAT64, 6to4) counts as what it holds. */
function isPublicAddress(host: string): boolean {
  const address = ipaddr.process(host);
  const range = address.range();
  if (address instanceof ipaddr.IPv6 && (range === 'rfc6052' || range === '6to4')) {
    const bytes = address.toByteArray();
    const four = range === '6to4' ? bytes.slice(2, 6) : bytes.slice(12);
    return ipaddr.fromByteArray(four).range() === 'unicast';
  }
  return range === 'unicast';
}
