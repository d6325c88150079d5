import type { CheckChange } from '../../utils/domain/check.ts';
import type { TextSpan } from '../../utils/domain/page-text.ts';

/** A stretch of text; `change` is the number (from 0) of the change that it belongs to. An empty one tells where words are missing. */
export interface MarkedPiece {
  text: string;
  change: number | null;
}

/**
 * Cuts a text at its changes. `spanOf` names a change's place in the whole text, `from` is where `text` begins in that;
 * changes outside of it are left out, and of those that overlap the first counts.
 */
export function markedText(
  text: string,
  changes: readonly CheckChange[],
  spanOf: (change: CheckChange) => TextSpan,
  from = 0,
): MarkedPiece[] {
  const places = changes
    .map((change, index) => ({ start: spanOf(change).start - from, end: spanOf(change).end - from, index }))
    .filter(({ start, end }) => start >= 0 && end <= text.length)
    .sort((a, b) => a.start - b.start || a.end - b.end);
  const pieces: MarkedPiece[] = [];
  let at = 0;
  for (const { start, end, index } of places) {
    if (start < at) continue;
    if (start > at) pieces.push({ text: text.slice(at, start), change: null });
    pieces.push({ text: text.slice(start, end), change: index });
    at = end;
  }
  if (at < text.length) pieces.push({ text: text.slice(at), change: null });
  return pieces;
}
