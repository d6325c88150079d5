/**
 * A UUID (version 8, RFC 9562: own scheme) that is the same for the same name: to import a file twice must not double it.
 * Four 32-bit FNV-1a hashes; names come from one reader's files, so nobody is served by a collision.
 */
export function nameBasedUuid(name: string): string {
  const hex = [0, 1, 2, 3].map((seed) => fnv1a(`${seed}${name}`).toString(16).padStart(8, '0')).join('');
  const variant = ((Number.parseInt(hex.charAt(16), 16) & 3) | 8).toString(16);
  return `${hex.slice(0, 8)}-${hex.slice(8, 12)}-8${hex.slice(13, 16)}-${variant}${hex.slice(17, 20)}-${hex.slice(20, 32)}`;
}

function fnv1a(text: string): number {
  let hash = 0x811c9dc5;
  for (let i = 0; i < text.length; i++) hash = Math.imul(hash ^ text.charCodeAt(i), 0x01000193);
  // FNV leaves the last characters in the low bits only: mix them (finaliser of MurmurHash3).
  hash = Math.imul(hash ^ (hash >>> 16), 0x85ebca6b);
  hash = Math.imul(hash ^ (hash >>> 13), 0xc2b2ae35);
  return (hash ^ (hash >>> 16)) >>> 0;
}
