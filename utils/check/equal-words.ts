import type { CheckLanguage } from './languages/check-language.ts';

/** Words beyond which two passages are not tried as contractions of each other. */
const MAX_WORDS = 8;
const MAX_READINGS = 64;
/** An apostrophe makes another word of these. */
const OTHER_WORD = new Set(['were', 'hell', 'shell', 'shed', 'wed', 'well', 'ill', 'wont', 'cant', 'id', 'lets']);

/** Are these the same words, some contracted or written out: "do not" and "don't", "l'homme"? Lower case. */
export function sameContracted(a: readonly string[], b: readonly string[], language: CheckLanguage): boolean {
  if (a.length === 0 || b.length === 0 || a.length > MAX_WORDS || b.length > MAX_WORDS) return false;
  const readings = new Set(readingsOf(a, language));
  return readingsOf(b, language).some((reading) => readings.has(reading));
}

function readingsOf(words: readonly string[], language: CheckLanguage): string[] {
  let readings = [''];
  for (const word of words) {
    const options = expansions(word, language);
    readings = readings
      .flatMap((reading) => options.map((option) => (reading === '' ? option : `${reading} ${option}`)))
      .slice(0, MAX_READINGS);
  }
  return readings;
}

/** A word and what it may stand for; a word that stands for others may hold another that does ("shouldn't've"). */
function expansions(word: string, language: CheckLanguage): string[] {
  const own = Object.hasOwn(language.contractions, word) ? (language.contractions[word] ?? []) : [];
  const ended = language.endings.flatMap(([ending, full]) =>
    word.length > ending.length && word.endsWith(ending) ? combine(expansions(word.slice(0, -ending.length), language), full) : [],
  );
  const begun = language.beginnings.flatMap(([beginning, full]) =>
    word.length > beginning.length && word.startsWith(beginning) ? combine(full, expansions(word.slice(beginning.length), language)) : [],
  );
  return [word, ...own, ...ended, ...begun];
}

const combine = (first: readonly string[], second: readonly string[]): string[] =>
  first.flatMap((a) => second.map((b) => `${a} ${b}`.trim()));

/** Are these the same words in another spelling: colour, color; health care, healthcare; dont, don't? Lower case. */
export function sameSpelling(a: readonly string[], b: readonly string[], language: CheckLanguage): boolean {
  if (a.length === 0 || b.length === 0) return false;
  if (listed(a.join(' '), language) === listed(b.join(' '), language)) return true;
  if (a.length === b.length && a.every((word, i) => spelling(word, language) === spelling(b[i] ?? '', language))) return true;
  const [joined, other] = [lettersOf(a), lettersOf(b)];
  if (joined !== other || joined === '' || /\p{N}/u.test(joined)) return false;
  const same = a.length === b.length && a.every((word, i) => lettersOf([word]) === lettersOf([b[i] ?? '']));
  return !(same && OTHER_WORD.has(joined));
}

const lettersOf = (words: readonly string[]): string => words.join('').replace(/'/g, '');

const listsOf = new WeakMap<CheckLanguage, Map<string, string>>();
/** The form of a listed spelling that words are compared in. */
function listed(word: string, language: CheckLanguage): string {
  let list = listsOf.get(language);
  if (list === undefined) {
    list = new Map(language.spellings.flatMap(([first, ...others]) => others.map((other): [string, string] => [other, first])));
    listsOf.set(language, list);
  }
  return list.get(word) ?? word;
}

function spelling(word: string, language: CheckLanguage): string {
  const known = listed(word, language);
  if (known !== word || language.notBySpelling.includes(word)) return known;
  // A genitive is spelt with or without its s after an s: "Sanders's", "Sanders'".
  let form = word.replace(/s's$/, "s'");
  if (form !== word) form = form.slice(0, -1);
  if (!language.accentsMatter) form = form.normalize('NFD').replace(/\p{M}/gu, '');
  for (const [pattern, by] of language.spellingRules) form = form.replace(pattern, by);
  return form;
}
