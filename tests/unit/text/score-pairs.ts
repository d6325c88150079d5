import { trustedCanonical } from '../../../utils/text/canonical.ts';
import { pageKey } from '../../../utils/text/page-key.ts';
import type { MetPage, PagePair } from './page-pairs.ts';

/** The key under which an annotation of the page is stored, and those under which the page looks for its own: as `page-identity.ts` does. */
function keysOf({ url, canonical, before }: MetPage): { stored: string; looked: string[] } {
  const trusted = trustedCanonical(url, {
    href: canonical ?? null,
    before: before === undefined ? undefined : { url: before.url, href: before.canonical },
  });
  const own = pageKey(url);
  const stored = trusted === null ? own : pageKey(trusted);
  return { stored, looked: [own, stored] };
}

/** True when what is kept on one of the pages shows on the other. */
export function sharesAnnotations(a: MetPage, b: MetPage): boolean {
  const [one, other] = [keysOf(a), keysOf(b)];
  return other.looked.includes(one.stored) || one.looked.includes(other.stored);
}

export function scorePairs(pairs: PagePair[]) {
  const groups = new Map<string, [right: number, all: number]>();
  const wrongSame: PagePair[] = [];
  const wrongDifferent: PagePair[] = [];
  for (const pair of pairs) {
    const is = sharesAnnotations(pair.a, pair.b);
    const [right, all] = groups.get(pair.group) ?? [0, 0];
    groups.set(pair.group, [right + (is === pair.same ? 1 : 0), all + 1]);
    if (is && !pair.same) wrongSame.push(pair);
    if (!is && pair.same) wrongDifferent.push(pair);
  }
  return { right: pairs.length - wrongSame.length - wrongDifferent.length, wrongSame, wrongDifferent, groups };
}
