import { isNegation } from './negation.ts';
import { isNumberWord } from './number-words.ts';
import { MARK, NUMBER } from './split-words.ts';

/** What kind of difference a change is; the names are those of the check. */
export type ChangeKind = 'case' | 'case-inside' | 'punctuation' | 'number' | 'negation' | 'name' | 'word' | 'added' | 'dropped';

/** A word of either text, folded, as it was written. */
export interface ComparedWord {
  written: string;
  kind: number;
  /** The first word of a sentence, or of the text: its capital says nothing. */
  opensSentence: boolean;
}

const isNumber = (word: ComparedWord): boolean => word.kind === NUMBER || isNumberWord(word.written.toLowerCase());
const startsWithCapital = (word: ComparedWord): boolean => /^\p{Lu}/u.test(word.written);
const isName = (word: ComparedWord, nounsAreCapital: boolean): boolean =>
  !nounsAreCapital && !word.opensSentence && /^\p{Lu}.*\p{Ll}/u.test(word.written);

/**
 * The kind of a change from `quote` to `source`, two words that stand in each other's place. The graver kind wins:
 * a negation or a number that only one of them holds is that, whatever else differs.
 */
export function kindOfReplacement(quote: ComparedWord, source: ComparedWord, nounsAreCapital: boolean): ChangeKind {
  const lower = quote.written.toLowerCase();
  if (lower === source.written.toLowerCase()) {
    const rest = quote.written.slice(1) === source.written.slice(1);
    return rest ? 'case' : 'case-inside';
  }
  if (isNegation(lower) !== isNegation(source.written.toLowerCase())) return 'negation';
  if (isNumber(quote) || isNumber(source)) return 'number';
  if (quote.kind === MARK && source.kind === MARK) return 'punctuation';
  if (isName(quote, nounsAreCapital) && startsWithCapital(source)) return 'name';
  if (isName(source, nounsAreCapital) && startsWithCapital(quote)) return 'name';
  return 'word';
}

/** The kind of words that only one side holds. */
export function kindOfRun(words: ComparedWord[], side: 'added' | 'dropped', nounsAreCapital: boolean): ChangeKind {
  if (words.some((word) => isNegation(word.written.toLowerCase()))) return 'negation';
  if (words.some(isNumber)) return 'number';
  if (words.every((word) => word.kind === MARK)) return 'punctuation';
  if (words.every((word) => word.kind === MARK || isName(word, nounsAreCapital))) return 'name';
  return side;
}
