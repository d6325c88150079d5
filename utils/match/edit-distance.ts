/**
 * Edit distance (insertions, deletions, replacements, and swaps of neighbours) after Damerau 1964, in the restricted form
 * of "optimal string alignment". O(a · b); for words and short passages.
 */
export function editDistance(a: string, b: string): number {
  let before: number[] = [];
  let above = Array.from({ length: b.length + 1 }, (_, j) => j);
  for (let i = 1; i <= a.length; i++) {
    const line = [i];
    for (let j = 1; j <= b.length; j++) {
      const same = a.charCodeAt(i - 1) === b.charCodeAt(j - 1);
      let best = Math.min((above[j - 1] ?? 0) + (same ? 0 : 1), (above[j] ?? 0) + 1, (line[j - 1] ?? 0) + 1);
      if (i > 1 && j > 1 && a.charCodeAt(i - 1) === b.charCodeAt(j - 2) && a.charCodeAt(i - 2) === b.charCodeAt(j - 1))
        best = Math.min(best, (before[j - 2] ?? 0) + 1);
      line.push(best);
    }
    before = above;
    above = line;
  }
  return above[b.length] ?? 0;
}

/** 1 for equal words, 0 for words with nothing in common. */
export const similarityOfWords = (a: string, b: string): number => (a === b ? 1 : 1 - editDistance(a, b) / Math.max(a.length, b.length));
