/** How far into a page its `<meta charset>` is looked for (bytes; HTML standard, "prescan a byte stream"). */
const PRESCAN = 1024;
const BYTE_ORDER_MARKS: [string, number[]][] = [
  ['utf-8', [0xef, 0xbb, 0xbf]],
  ['utf-16be', [0xfe, 0xff]],
  ['utf-16le', [0xff, 0xfe]],
];

/**
 * The text of a page or text file. Its encoding is told, in this order, by a byte order mark, by `contentType` (the header; may be
 * empty), by `<meta charset>`, else it is UTF-8 if its bytes are, else windows-1252 (HTML standard, 13.2.3.2, without guessing by
 * language). Never throws; what is no character becomes U+FFFD.
 */
export function decodePage(bytes: Uint8Array, contentType = ''): string {
  const mark = BYTE_ORDER_MARKS.find(([, start]) => start.every((byte, i) => bytes[i] === byte));
  if (mark !== undefined) return new TextDecoder(mark[0]).decode(bytes);
  const named = decoderFor(/charset\s*=\s*["']?([^\s;"'>]+)/i.exec(contentType)?.[1]) ?? decoderFor(metaCharset(bytes));
  if (named !== null) return named.decode(bytes);
  try {
    return new TextDecoder('utf-8', { fatal: true }).decode(bytes);
  } catch {
    return new TextDecoder('windows-1252').decode(bytes); // not UTF-8: what old pages without a word about it are written in
  }
}

function metaCharset(bytes: Uint8Array): string | undefined {
  const head = new TextDecoder('latin1').decode(bytes.subarray(0, PRESCAN));
  const label = /<meta[^>]+charset\s*=\s*["']?\s*([^\s"'/>;]+)/i.exec(head)?.[1];
  // A page whose markup could be read byte by byte is not UTF-16, whatever it says of itself (same standard).
  return label !== undefined && /^utf-16/i.test(label) ? 'utf-8' : label;
}

function decoderFor(label: string | undefined): { decode(bytes: Uint8Array): string } | null {
  if (label === undefined) return null;
  try {
    return new TextDecoder(label);
  } catch {
    return null; // no such encoding: as if it were not named
  }
}
