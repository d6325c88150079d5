import { hasEvidence, isCompound, isShouted } from './common-name.ts';
import { allOutlets, articleLanguage, isArticle, type NameEntry, namesByFirstWord, oneOf, type Word, wordsOf } from './name-index.ts';
import type { Outlet } from './outlet.ts';

/** An outlet named in a text. UTF-16 offsets; an article that belongs to the name is inside ("the New York Times"). */
export interface OutletMention {
  outlet: Outlet;
  start: number;
  end: number;
}

const outletsByHost: ReadonlyMap<string, Outlet> = new Map(allOutlets.flatMap((outlet) => outlet.domains.map((host) => [host, outlet])));

/** Labels that a site puts before its own name. */
const FRONT_LABELS = /^(?:www\d?|m|mobile|amp)\./;

/**
 * The outlet that a host belongs to: the longest registered domain that the host equals or ends with, on label borders.
 * Takes a host name, not a URL; upper case, a port and a final dot do no harm. Null when unknown; never throws.
 */
export function outletByDomain(host: string): Outlet | null {
  let rest = host.toLowerCase().replace(/:\d*$/, '').replace(/\.$/, '').replace(FRONT_LABELS, '');
  for (;;) {
    const outlet = outletsByHost.get(rest);
    if (outlet !== undefined) return outlet;
    const dot = rest.indexOf('.');
    if (dot === -1) return null;
    rest = rest.slice(dot + 1);
  }
}

/**
 * The outlet of a name that stands alone (the text of a link, a `<cite>`): case, accents and a leading article do not
 * matter; abbreviations and domains count too. Null when unknown or when several share the name ("The Times", "ABC").
 */
export function outletByName(name: string): Outlet | null {
  const trimmed = name.trim();
  if (/^[a-z0-9-]+(?:\.[a-z0-9-]+)+$/i.test(trimmed)) {
    const outlet = outletByDomain(trimmed);
    if (outlet !== null) return outlet;
  }
  const words = wordsOf(trimmed);
  const first = words[0]?.folded ?? '';
  const whole = namesOf(words);
  if (whole.length > 0 || words.length < 2 || !isArticle(first)) return oneOf(whole, '')?.outlet ?? null;
  return oneOf(namesOf(words.slice(1)), first)?.outlet ?? null;
}

/** Names of exactly these words. */
function namesOf(words: Word[]): NameEntry[] {
  const named = namesByFirstWord.get(words[0]?.folded ?? '') ?? [];
  return named.filter((entry) => entry.words.length === words.length && entry.words.every((word, i) => word.folded === words[i]?.folded));
}

/**
 * The outlets named in a running text, in order, without overlaps; of several names at one place the longest counts.
 * Precision first: capitals as in the name, abbreviations exactly as registered, a name that is an ordinary word only with
 * evidence (see `hasEvidence`), and nothing where a name is shared. Linear in the length of the text; never throws.
 */
export function findOutlets(text: string): OutletMention[] {
  const words = wordsOf(text);
  const mentions: OutletMention[] = [];
  for (let i = 0; i < words.length; i++) {
    const entries = namesByFirstWord.get(words[i]?.folded ?? '');
    const found = entries === undefined ? null : longestAt(text, words, i, entries);
    if (found === null) continue;
    mentions.push(found.mention);
    i += found.length - 1;
  }
  return mentions;
}

function longestAt(text: string, words: Word[], at: number, entries: NameEntry[]): { mention: OutletMention; length: number } | null {
  const matching = entries.filter((entry) => standsAt(text, words, at, entry));
  const length = matching[0]?.words.length ?? 0;
  const same = matching.filter((entry) => entry.words.length === length);
  const before = words[at - 1];
  const first = words[at];
  const last = words[at + length - 1];
  if (first === undefined || last === undefined) return null;
  const article =
    before !== undefined && isArticle(before.folded) && /^[ \u00a0’'][„“"»«‚]?$/.test(text.slice(before.end, first.start)) ? before : null;
  const named = oneOf(same, article?.folded ?? '');
  if (named === null) return null;
  const owned = ownArticle(article, named);
  const place = { text, words, from: at, to: at + length - 1 };
  if (isCompound(place)) return null;
  // "Guardian", "Verge", "Economist" without their article are words until something tells otherwise.
  const bare = named.article !== '' && length === 1 && owned === null && !isBorrowed(article, named);
  if ((named.common || bare) && !hasEvidence(place, owned, named.article !== '')) return null;
  if (isShouted(place)) return null;
  // An article before the mark is the sentence's: "der „Welt“".
  const own = article !== null && named.article !== '' && !/[„“"»«‚]/.test(text.slice(article.end, first.start));
  const start = own ? article.start : first.start;
  const sign = named.text.slice(named.words.at(-1)?.end); // "U.N.", "Democracy Now!"
  const end = text.startsWith(sign, last.end) ? last.end + sign.length : last.end;
  return { mention: { outlet: named.outlet, start, end }, length };
}

/** German puts its own article before foreign names: "dem Guardian". Others do so too seldom to be told from words ("the Point"). */
const isBorrowed = (article: Word | null, named: NameEntry): boolean =>
  article !== null && articleLanguage(article.folded) === 'de' && articleLanguage(named.article) !== 'de';

/** The article, when it is of the name's language: "Der Post" is not "The Post". */
function ownArticle(article: Word | null, named: NameEntry): Word | null {
  if (article === null || named.article === '') return null;
  return articleLanguage(article.folded) === articleLanguage(named.article) ? article : null;
}

/** The same words with the same capitals (or all in capitals, for names of several words) and the same signs between them. */
function standsAt(text: string, words: Word[], at: number, entry: NameEntry): boolean {
  const { words: wanted } = entry;
  let exact = true;
  let capitals = entry.kind === 'name' && wanted.length > 1;
  for (let k = 0; k < wanted.length; k++) {
    const want = wanted[k];
    const have = words[at + k];
    if (want === undefined || have === undefined || want.folded !== have.folded) return false;
    exact &&= sameCase(want.text, have.text);
    capitals &&= have.text === have.text.toUpperCase();
    if (!exact && !capitals) return false;
    const next = wanted[k + 1];
    const nextHere = words[at + k + 1];
    if (next && nextHere && signs(entry.text.slice(want.end, next.start)) !== signs(text.slice(have.end, nextHere.start))) return false;
  }
  return true;
}

/** Writers leave accents out, they do not add any: "Liberation", but "Político" is not Politico. */
const sameCase = (name: string, text: string): boolean => name === text || name.normalize('NFD').replace(/\p{M}+/gu, '') === text;

/** What stands between two words, with spaces and hyphens taken as one, and typographic apostrophes as plain ones. */
const signs = (between: string): string => between.replace(/[\u00a0\u202f\u2010\u2011-]/g, ' ').replaceAll('’', "'");
