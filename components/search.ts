import { foldForSearch } from './library/fold-for-search.ts';

/** True when every word of the search stands in one of the texts; letter case, accents and the like do not count. */
export function matches(search: string, texts: (string | null | undefined)[]): boolean {
  const haystack = foldForSearch(texts.filter((text) => typeof text === 'string').join('\n'));
  return foldForSearch(search)
    .split(/\s+/u)
    .every((word) => haystack.includes(word));
}
