/** A file of 100 MB in some 1,500 pieces: a `Blob` of 100,000 parts takes seconds to put together. */
const PIECE = 65_536;

/** Joins small parts into pieces of about `PIECE` characters. */
export function* inPieces(parts: Iterable<string>): Generator<string> {
  let piece = '';
  for (const part of parts) {
    piece += part;
    if (piece.length < PIECE) continue;
    yield piece;
    piece = '';
  }
  if (piece !== '') yield piece;
}
