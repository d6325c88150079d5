/** True when every word of the search stands in one of the texts; letter case, accents and the like do not count. */
export function matches(search: string, texts: (string | null | undefined)[]): boolean {
  const haystack = fold(texts.filter((text) => typeof text === 'string').join('\n'));
  return fold(search)
    .split(/\s+/u)
    .every((word) => haystack.includes(word));
}

const fold = (text: string): string => text.normalize('NFKD').replace(/\p{M}/gu, '').toLocaleLowerCase();
