import type { Outlet } from './outlet.ts';
import { outletLists } from './outlet-lists.ts';

/** A word of a text: UTF-16 span, as written, and folded. */
export interface Word {
  start: number;
  end: number;
  text: string;
  folded: string;
}

/** One name of an outlet as it is looked for. */
export interface NameEntry {
  outlet: Outlet;
  /** Words without the leading article, as the name writes them. */
  words: Word[];
  /** The name without its article, as written. */
  text: string;
  /** Folded leading article, '' when the name has none. */
  article: string;
  kind: 'name' | 'abbreviation';
  /** An ordinary word or phrase too. */
  common: boolean;
}

const ARTICLES: Record<string, string> = {
  the: 'en',
  der: 'de',
  die: 'de',
  das: 'de',
  dem: 'de',
  den: 'de',
  le: 'fr-es',
  la: 'fr-es',
  les: 'fr-es',
  l: 'fr-es',
  el: 'fr-es',
  los: 'fr-es',
  las: 'fr-es',
};
const WORD = /[\p{L}\p{N}\p{M}]+/gu;

/** Letters only, without accents, lower case: "Libération" → "liberation". For comparing, never for offsets. */
export const fold = (text: string): string =>
  text
    .normalize('NFD')
    .replace(/\p{M}+/gu, '')
    .toLowerCase()
    .replaceAll('ß', 'ss');

export function wordsOf(text: string): Word[] {
  const words: Word[] = [];
  for (const match of text.matchAll(WORD))
    words.push({ start: match.index, end: match.index + match[0].length, text: match[0], folded: fold(match[0]) });
  return words;
}

/** True for a leading article of English, German, French or Spanish, folded. */
export const isArticle = (folded: string): boolean => Object.hasOwn(ARTICLES, folded);

/** The language of an article; French and Spanish share "la". */
export const articleLanguage = (folded: string): string | undefined => (isArticle(folded) ? ARTICLES[folded] : undefined);

function entry(outlet: Outlet, name: string, kind: NameEntry['kind']): NameEntry | null {
  const all = wordsOf(name);
  const first = all[0];
  if (first === undefined) return null;
  const article = kind === 'name' && all.length > 1 && isArticle(first.folded) ? first.folded : '';
  const words = article === '' ? all : all.slice(1);
  const text = name.slice(words[0]?.start ?? 0);
  const offset = words[0]?.start ?? 0;
  return {
    outlet,
    words: words.map((word) => ({ ...word, start: word.start - offset, end: word.end - offset })),
    text,
    article,
    kind,
    common: outlet.common.includes(name),
  };
}

/** Every outlet of every list. */
export const allOutlets: Outlet[] = outletLists.flat();

/** First word, folded → the names that begin with it, those with more words first. */
export const namesByFirstWord: ReadonlyMap<string, NameEntry[]> = buildIndex();

function buildIndex(): Map<string, NameEntry[]> {
  const index = new Map<string, NameEntry[]>();
  for (const outlet of allOutlets) {
    const entries = [
      ...[outlet.name, ...outlet.names].map((name) => entry(outlet, name, 'name')),
      ...outlet.abbreviations.map((name) => entry(outlet, name, 'abbreviation')),
    ];
    for (const named of entries) {
      const key = named?.words[0]?.folded;
      if (named === null || key === undefined) continue;
      const known = index.get(key);
      if (known) known.push(named);
      else index.set(key, [named]);
    }
  }
  for (const entries of index.values()) entries.sort((a, b) => b.words.length - a.words.length);
  return index;
}

/**
 * The one outlet that entries of the same words mean, or null when they mean several.
 * An article tells "Le Temps" from "El Tiempo" and "The Observer" from "Observer": those whose article agrees come first.
 */
export function oneOf(entries: NameEntry[], article: string): NameEntry | null {
  const agreeing = entries.filter((named) => named.article === article);
  const candidates = agreeing.length > 0 ? agreeing : entries;
  const first = candidates[0];
  return first !== undefined && candidates.every((named) => named.outlet === first.outlet) ? first : null;
}
