import { isGivenName } from './given-names.ts';
import type { Lexicon } from './lexicon.ts';

/** What a page shows of its own words before it is read. */
export interface PageWords {
  /** Written small more often than with a capital inside a sentence: at a sentence's start these are no names. */
  lower: ReadonlySet<string>;
  /** Where every noun has a capital (German): what stands behind a first name, lower case. Null elsewhere. */
  surnames: ReadonlySet<string> | null;
}

const LOWER_WORD = /(?<![\p{L}\p{N}@#/._-])\p{Ll}[\p{L}'’]*(?![\p{L}@/_-]|\.\p{L})/gu;
const CAPITAL_INSIDE = /(?<=[\p{Ll}\p{N},] )\p{Lu}[\p{L}'’]*/gu;
const TWO_CAPITALS = /(?<![\p{L}-])(\p{Lu}[\p{L}-]+)(?: \p{Lu}\.)?(?: (?:von|van|zu|de|der|den|vom))* (\p{Lu}[\p{L}’-]+)/gu;

export const pageWords = (text: string, lexicon: Lexicon): PageWords => ({
  lower: lowerWords(text),
  surnames: lexicon.cues.language === 'de' ? surnames(text) : null,
});

function lowerWords(text: string): Set<string> {
  const balance = new Map<string, number>();
  for (const word of text.match(LOWER_WORD) ?? []) balance.set(word, (balance.get(word) ?? 0) + 1);
  for (const word of text.match(CAPITAL_INSIDE) ?? []) {
    const low = word.toLowerCase();
    const count = balance.get(low);
    if (count !== undefined) balance.set(low, count - 1);
  }
  return new Set([...balance].filter(([, n]) => n > 0).map(([word]) => word));
}

function surnames(text: string): Set<string> {
  const found = new Set<string>();
  TWO_CAPITALS.lastIndex = 0;
  for (let m = TWO_CAPITALS.exec(text); m !== null; m = TWO_CAPITALS.exec(text)) {
    if (isGivenName(m[1] ?? '')) found.add((m[2] ?? '').toLowerCase());
    // The second word may begin the next pair.
    TWO_CAPITALS.lastIndex -= (m[2] ?? '').length;
  }
  return found;
}
