import type { DiffPart } from '../domain/anchor.ts';
import { type AlignOptions, alignPlaced } from './align-words.ts';

/**
 * The word diff of two texts, in reading order, to be shown. All `kept` joined are `kept`, all `now` joined are `now`: nothing is left out.
 * What differs in typography only counts as the same. Never throws for any pair of strings.
 */
export function diffWords(kept: string, now: string, options: AlignOptions = {}): DiffPart[] {
  const parts: DiffPart[] = [];
  const put = (kind: string | null, a: string, b: string): void => {
    if (a !== '' || b !== '') parts.push({ kind, kept: a, now: b });
  };
  let [i, j] = [0, 0];
  for (const { kind, inQuote, inSource } of alignPlaced(kept, now, options).changes) {
    // One character can be several words when folded (an ellipsis is three marks): it belongs to the first.
    const [a, b] = [Math.max(i, inQuote.start), Math.max(j, inSource.start)];
    put(null, kept.slice(i, a), now.slice(j, b));
    [i, j] = [Math.max(a, inQuote.end), Math.max(b, inSource.end)];
    put(kind, kept.slice(a, i), now.slice(b, j));
  }
  put(null, kept.slice(i), now.slice(j));
  return parts;
}
