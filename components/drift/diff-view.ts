import type { DiffPart } from '../../utils/domain/anchor.ts';

/** A stretch to show: words that both have (`now`; `kept` is what stands before a gap within), or what was kept beside what stands there now. */
export type ShownPart = { kind: string | null; kept: string; now: string; gap: 'none' | 'before' | 'within' | 'behind' };

/** Characters of the same words that stay around a change, to see where it stands. */
const AROUND = 90;
/** A diff of fewer characters is shown whole. */
const SHORT = 500;

/** The parts of a diff with long stretches that did not change cut down, or all of it where that is short or asked for. */
export function shownParts(diff: readonly DiffPart[], whole: boolean): ShownPart[] {
  const length = diff.reduce((sum, { kept, now }) => sum + Math.max(kept.length, now.length), 0);
  return diff.map((part, i) => {
    const shown: ShownPart = { ...part, gap: 'none' };
    if (whole || length < SHORT || part.kind !== null) return shown;
    const [first, last] = [i === 0, i === diff.length - 1];
    const words = part.now;
    if (words.length <= (first || last ? AROUND : 2 * AROUND) * 1.5) return shown;
    if (first && last) return shown;
    if (first) return { ...shown, kept: '', now: words.slice(cutAt(words, words.length - AROUND)), gap: 'before' };
    if (last) return { ...shown, kept: '', now: words.slice(0, cutAt(words, AROUND)), gap: 'behind' };
    return { ...shown, kept: words.slice(0, cutAt(words, AROUND)), now: words.slice(cutAt(words, words.length - AROUND)), gap: 'within' };
  });
}

/** The nearest start of a word from `at` on; never within a character. */
function cutAt(words: string, at: number): number {
  const space = words.slice(at).search(/\s/);
  if (space >= 0 && space < AROUND / 2) return at + space + 1;
  return words.charCodeAt(at) >> 10 === 0x37 ? at + 1 : at;
}

/** Whether two stretches would run together if nothing stood between them: what went and what came share no white space. */
export const runTogether = (before: string, after: string): boolean => /[\p{L}\p{N}]$/u.test(before) && /^[\p{L}\p{N}]/u.test(after);

const GRAVE = new Set(['number', 'negation', 'name']);
/** The changes that can turn the meaning of a sentence, in reading order. */
export const graveChanges = (diff: readonly DiffPart[]): DiffPart[] => diff.filter(({ kind }) => kind !== null && GRAVE.has(kind));
