import { contains, type DetectContext } from '../candidate.ts';
import type { Examined } from '../examined.ts';
import { findEchoes } from '../find-echoes.ts';
import { wordCountAnyScript } from '../page-outline.ts';

/** A fragment of so many words is taken up again; a shorter one is a common phrase, a longer one a quotation of its own. */
const MIN_WORDS = 3;
const MAX_WORDS = 12;

/** For each inline fragment whose words all stand in an earlier, longer quotation of the page: the index of that one. */
export function repeatedFragments({ outline }: DetectContext, examined: Examined[]): (number | null)[] {
  const result: (number | null)[] = examined.map(() => null);
  const outermost = examined.flatMap((e, i) => (e.within === null ? [i] : []));
  const holderOf = (offset: number): number => {
    let low = 0;
    let high = outermost.length - 1;
    while (low < high) {
      const middle = (low + high + 1) >> 1;
      if ((examined[outermost[middle] ?? 0]?.candidate.start ?? 0) <= offset) low = middle;
      else high = middle - 1;
    }
    const index = outermost[low];
    const holder = index === undefined ? undefined : examined[index];
    return index !== undefined && holder !== undefined && contains(holder.candidate, { start: offset, end: offset + 1 }) ? index : -1;
  };
  const asked = examined.flatMap(({ candidate, within }, i) => {
    if (candidate.element >= 0 || within !== null) return [];
    const words = wordCountAnyScript(outline.text.slice(candidate.start, candidate.end));
    return words >= MIN_WORDS && words <= MAX_WORDS ? [{ i, query: { span: candidate, own: candidate.outer } }] : [];
  });
  const hits = findEchoes(
    outline.text,
    asked.map((a) => a.query),
    holderOf,
    1,
  );
  for (const [k, hit] of hits.entries()) {
    const index = asked[k]?.i;
    const item = index === undefined ? undefined : examined[index];
    if (hit === null || index === undefined || item === undefined || hit.start > item.candidate.start) continue;
    const holder = holderOf(hit.start);
    const outer = examined[holder]?.candidate;
    if (outer !== undefined && holder < index && outer.end - outer.start > (item.candidate.end - item.candidate.start) * 1.5)
      result[index] = holder;
  }
  return result;
}
