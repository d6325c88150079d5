import type { Word } from './name-index.ts';

/** Words `from` to `to` (inclusive) of a text that may be a name. */
export interface Place {
  text: string;
  words: Word[];
  from: number;
  to: number;
}

/** Verbs of reporting whose subject, when capitalised like a name, is one. No German: there every noun has a capital. */
const REPORTING = new Set(
  'reported reports wrote writes noted notes revealed reveals published rapporte écrit rapportait écrivait informa informó publicó escribió'.split(
    ' ',
  ),
);
/** Prepositions after which a capitalised word without an article is a name in English, French and Spanish. */
const PREPOSITION = new Set('in from by via to per with at on for of selon dans sur par chez según en'.split(' '));
/** More signs between two words are not looked at: a page of nothing but newlines must not cost its square. */
const MAX_GAP = 16;
/** Words that tell that the name before them is one. */
const TITLE = new Set(
  'magazine newspaper editorial columnist reporter journalist correspondent article story report interview investigation analysis poll'.split(
    ' ',
  ),
);
const OPENING_MARK = /[“„«‹‘"'»›]\s?$/;
const CLOSING_MARK = /^\s?[”“»›’"'«‹]/;
const SENTENCE_END = /[.!?:;…\n]["”“»’)\]]*\s*$/;

/**
 * Whether a name that is also an ordinary word ("Time", "The Hill", "Die Zeit") is meant as a name here. Any of these counts:
 * alone in quotation marks; its own article with a capital inside a sentence; a verb of reporting or a word such as "magazine"
 * behind it; without an article: a preposition before and the end of a phrase behind it. Part of a longer capitalised
 * phrase ("Howard Stern", "Time Square") it never is. `article`: the one before it in the text; `wantsArticle`: the name has one.
 */
export function hasEvidence(place: Place, article: Word | null, wantsArticle: boolean): boolean {
  const { text, words, from, to } = place;
  const first = words[from];
  const last = words[to];
  if (first === undefined || last === undefined) return false;
  const before = words[article === null ? from - 1 : from - 2];
  const next = words[to + 1];
  const start = article?.start ?? first.start;
  if (isQuoted(text, first.start, last.end) || isQuoted(text, start, last.end)) return true;
  const gapBefore = text.slice(Math.max(before?.end ?? 0, start - MAX_GAP), start);
  const gapAfter = text.slice(last.end, Math.min(next?.start ?? text.length, last.end + MAX_GAP));
  const startsSentence = before === undefined || SENTENCE_END.test(gapBefore);
  const touchesBefore = before !== undefined && /^[ \u00a0-]$/.test(gapBefore);
  const touchesNext = next !== undefined && /^[ \u00a0-]$/.test(gapAfter);
  if (touchesBefore && article === null && isCapitalised(before.text) && !PREPOSITION.has(before.folded)) return false;
  if (touchesNext && isCapitalised(next.text)) return false;
  if (touchesNext && (REPORTING.has(next.text) || TITLE.has(next.text))) return last.text.length > 1;
  if (article !== null) return isCapitalised(article.text) && !startsSentence;
  if (wantsArticle || startsSentence || touchesNext) return false;
  return touchesBefore && PREPOSITION.has(before.text);
}

/** A single word that ends a compound of its text ("Corona-Zeit", "DFG-VK") is no name. */
export function isCompound({ text, words, from, to }: Place): boolean {
  const before = words[from - 1];
  const first = words[from];
  return (
    from === to && before !== undefined && first !== undefined && text.slice(before.end, first.start) === '-' && isCapitalised(before.text)
  );
}

/** A word in capitals within a shouted line ("WHO SAID THAT") is no abbreviation. */
export function isShouted({ words, from, to }: Place): boolean {
  const isLoud = (word: Word | undefined) => word !== undefined && word.text.length > 1 && word.text === word.text.toUpperCase();
  const around = [words[from - 1], words[to + 1]].filter((word) => word !== undefined && /\p{L}/u.test(word.text));
  return from === to && isLoud(words[from]) && around.length > 0 && around.every(isLoud);
}

const isQuoted = (text: string, start: number, end: number): boolean =>
  OPENING_MARK.test(text.slice(Math.max(0, start - 2), start)) && CLOSING_MARK.test(text.slice(end, end + 2));

const isCapitalised = (word: string): boolean => /^\p{Lu}/u.test(word);
