import { isNegation } from '../match/negation.ts';
import type { CheckLanguage } from './languages/check-language.ts';
import type { QuoteWords } from './quote-words.ts';
import { type SourceWords, writtenAt } from './source-words.ts';

/** A word of either text with what tells whether it is a name. */
export interface WordFacts {
  written: string;
  lower: string;
  /** The first word of a sentence or of the text: its capital says nothing. */
  opens: boolean;
  /** Written in capitals among words in capitals. */
  shouted: boolean;
  /** The word before it, as written; '' at the beginning. */
  before: string;
}

const SENTENCE_END = /[.!?:"[(]|^$/;
const SHOUTED = /^\P{Ll}*\p{Lu}\P{Ll}*$/u;

/** Facts of the words `from` to `to − 1` of the quote. */
export function quoteFacts({ words, folded }: QuoteWords, from: number, to: number): WordFacts[] {
  return words.slice(from, to).map((word, k) => {
    const i = from + k;
    const previous = words[i - 1];
    const next = words[i + 1];
    return {
      written: word.written,
      lower: word.lower,
      opens: previous === undefined || SENTENCE_END.test(folded.text.slice(previous.end, word.start).trim() || ' '),
      shouted: isShouted(word.written, previous?.written, next?.written),
      before: previous?.written ?? '',
    };
  });
}

/** Facts of the words `from` to `to − 1` of the source. */
export function sourceFacts(source: SourceWords, from: number, to: number): WordFacts[] {
  return Array.from({ length: Math.max(0, to - from) }, (_, k) => {
    const j = from + k;
    const written = writtenAt(source, j);
    const between = j === 0 ? '' : source.folded.text.slice(source.ends[j - 1], source.starts[j]).trim() || ' ';
    return {
      written,
      lower: source.folded.lower.slice(source.starts[j], source.ends[j]),
      opens: SENTENCE_END.test(between),
      shouted: isShouted(
        written,
        j > 0 ? writtenAt(source, j - 1) : undefined,
        j + 1 < source.count ? writtenAt(source, j + 1) : undefined,
      ),
      before: j > 0 ? writtenAt(source, j - 1) : '',
    };
  });
}

const isShouted = (word: string, before: string | undefined, after: string | undefined): boolean =>
  SHOUTED.test(word) && [before, after].some((other) => other !== undefined && other.length > 1 && SHOUTED.test(other));

/** "I" and what is written with a capital everywhere. */
const NO_NAME = /^(?:i|i'.+|ok|okay|god|tv|a\.?m|p\.?m)$/;

/** Is this word a name, or made of one ("American")? Knows how the source writes it elsewhere. */
export function isName(word: WordFacts, source: SourceWords): boolean {
  if (!/^\p{Lu}/u.test(word.written) || NO_NAME.test(word.lower)) return false;
  if (source.language.nounsAreCapital)
    return /^\p{Lu}[\p{L}.]*$/u.test(word.before) && !word.opens && word.before.length > 1 && !isSentenceWord(word.before, source);
  if (/^(?:\p{Lu}\.?){2,}$/u.test(word.written) && !word.shouted) return true;
  if (word.shouted) return false;
  if (!word.opens) return true;
  return elsewhere(source, word.lower) === 'capital';
}

/** In German the word before a name is a title or a first name, never an article with a capital. */
const isSentenceWord = (word: string, source: SourceWords): boolean => elsewhere(source, word.toLowerCase()) === 'small';

/** Places looked at. */
const MAX_PLACES = 24;
/** How the source writes a word inside its sentences: always with a capital, or not; null when it never does. */
function elsewhere(source: SourceWords, lower: string): 'capital' | 'small' | null {
  const { index, ordinals } = source;
  const id = index.idOf(lower, 0, lower.length);
  if (id < 0) return null;
  let capital = false;
  const from = index.offsets[id] as number; // an id of the index
  for (let p = from; p < Math.min(from + MAX_PLACES, index.offsets[id + 1] as number); p++) {
    const j = ordinals[index.places[p] as number] as number;
    const written = writtenAt(source, j);
    if (/^\p{Ll}/u.test(written)) return 'small';
    const between = j === 0 ? '' : source.folded.text.slice(source.ends[j - 1], source.starts[j]).trim() || ' ';
    if (!SENTENCE_END.test(between)) capital = true;
  }
  return capital ? 'capital' : null;
}

/** How many words turn the statement round. */
export const countNegations = (words: readonly WordFacts[], { particles, beginnings }: CheckLanguage): number =>
  words.filter(({ lower }) => {
    if (particles.includes(lower)) return false;
    // "n'est" is as much of a negation as "ne est": none without its "pas".
    const [, full = []] = beginnings.find(([beginning]) => lower.startsWith(beginning)) ?? [];
    return isNegation(lower) && !full.some((word) => particles.includes(word));
  }).length;

/** Is one word of `a` the opposite of one of `b` by its beginning: satisfied, unsatisfied? 1 when `a` has it, −1 when `b` has it, else 0. */
export function oppositeIn(a: readonly WordFacts[], b: readonly WordFacts[], source: SourceWords): number {
  for (const one of a)
    for (const other of b)
      for (const prefix of source.language.negativePrefixes) {
        if (other.lower.length >= 4 && one.lower === prefix + other.lower) return 1;
        if (one.lower.length >= 4 && other.lower === prefix + one.lower) return -1;
      }
  return 0;
}
