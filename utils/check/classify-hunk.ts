import type { CheckChangeKind } from '../domain/check.ts';
import { sameContracted, sameSpelling } from './equal-words.ts';
import type { CheckLanguage } from './languages/check-language.ts';
import { canonicalNumbers, holdsNumber, isNumeric } from './numbers.ts';
import type { SourceWords } from './source-words.ts';
import { countNegations, isName, oppositeIn, type WordFacts } from './word-facts.ts';

export interface Classified {
  kind: CheckChangeKind;
  grave: boolean;
}

const lowers = (words: readonly WordFacts[]): string[] => words.map(({ lower }) => lower);

/** The kind of a difference where the quote has `quote` and the source `source`; at least one of them has words. */
export function classifyHunk(quote: readonly WordFacts[], source: readonly WordFacts[], text: SourceWords): Classified {
  if (quote.length === 0) return classifyLoss(source, text, 'dropped');
  if (source.length === 0) return classifyLoss(quote, text, 'added');
  const [a, b] = [lowers(quote), lowers(source)];
  const { language } = text;
  const numeric = [...a, ...b].some((word) => isNumeric(word, language));
  if (numeric) {
    const [one, other] = [canonicalNumbers(a, language), canonicalNumbers(b, language)];
    if (one !== null && one === other) return { kind: 'number-form', grave: false };
  }
  if (sameSpelling(a, b, language)) return { kind: 'spelling', grave: false };
  if (sameContracted(a, b, language)) return { kind: 'contraction', grave: false };
  const negations = countNegations(quote, language) - countNegations(source, language) + oppositeIn(quote, source, text);
  if (negations !== 0) return { kind: 'negation', grave: true };
  if (holdsNumber(a, language) !== holdsNumber(b, language) || (numeric && differInNumber(a, b, language)))
    return { kind: 'number', grave: true };
  if (namesOf(quote, text) !== namesOf(source, text)) return { kind: 'name', grave: true };
  if (sameBag(a, b)) return { kind: 'order', grave: false };
  return { kind: 'word', grave: false };
}

const namesOf = (words: readonly WordFacts[], text: SourceWords): string =>
  words
    .filter((word) => isName(word, text))
    .map(({ lower }) => lower.replace(/'s$|'$/, ''))
    .sort()
    .join(' ');

const numbersOf = (words: readonly string[], language: CheckLanguage): string =>
  canonicalNumbers(
    words.filter((word) => isNumeric(word, language)),
    language,
  ) ?? '';

/** "one" against "those" is a word, against "two" a number. */
const differInNumber = (a: readonly string[], b: readonly string[], language: CheckLanguage): boolean =>
  holdsNumber(a, language) && holdsNumber(b, language)
    ? numbersOf(a, language) !== numbersOf(b, language)
    : holdsNumber(a, language) || holdsNumber(b, language);

const sameBag = (a: readonly string[], b: readonly string[]): boolean =>
  a.length === b.length && [...a].sort().join(' ') === [...b].sort().join(' ');

/** Words that only one side has. More than so many are what was left out, whatever stands among them. */
const FEW = 2;
/** Helpers of a negation: "do not". */
const AUXILIARY = /^(?:do|does|did|is|are|was|were|be|been|have|has|had|will|would|can|could|should|to)$/;

function classifyLoss(words: readonly WordFacts[], text: SourceWords, kind: 'added' | 'dropped'): Classified {
  const { language } = text;
  const low = lowers(words);
  if (low.every((word) => language.particles.includes(word))) return { kind: 'contraction', grave: false };
  const negated = countNegations(words, language) % 2 === 1;
  const number = holdsNumber(low, language);
  const names = words.filter((word) => isName(word, text));
  const grave = countNegations(words, language) > 0 || number || names.length > 0;
  if (negated && words.filter(({ lower }) => !AUXILIARY.test(lower)).length <= FEW) return { kind: 'negation', grave };
  if (number && low.every((word) => isNumeric(word, language))) return { kind: 'number', grave };
  if (names.length > 0 && names.length === words.length) return { kind: 'name', grave };
  if (kind === 'dropped' && isFiller(words, language)) return { kind: 'filler', grave: false };
  return { kind, grave };
}

/** Are these words nothing but fillers, or the opening of a sentence that an editor drops? */
export function isFiller(words: readonly WordFacts[], { fillers, openers }: CheckLanguage): boolean {
  let i = 0;
  while (i < words.length) {
    const rest = lowers(words.slice(i));
    const phrase = fillers.filter((filler) => `${rest.join(' ')} `.startsWith(`${filler} `)).sort((a, b) => b.length - a.length)[0];
    if (phrase !== undefined) i += phrase.split(' ').length;
    else if (words[i]?.opens && openers.includes(rest[0] ?? '')) i++;
    else return false;
  }
  return words.length > 0;
}
