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
 * phrase ("Howard Stern", "Time Square") it never is.
 */
export function hasEvidence(place: Place, hasArticle: boolean): boolean {
  const { text, words, from, to } = place;
  const first = words[from];
  const last = words[to];
  if (first === undefined || last === undefined) return false;
  const article = hasArticle ? words[from - 1] : undefined;
  const before = words[article === undefined ? from - 1 : from - 2];
  const next = words[to + 1];
  const start = article?.start ?? first.start;
  if (isQuoted(text, first.start, last.end) || isQuoted(text, start, last.end)) return true;
  const gapBefore = text.slice(before?.end ?? 0, start);
  const gapAfter = text.slice(last.end, next?.start ?? text.length);
  const startsSentence = before === undefined || SENTENCE_END.test(gapBefore);
  const touchesBefore = before !== undefined && /^[ \u00a0-]$/.test(gapBefore);
  const touchesNext = next !== undefined && /^[ \u00a0-]$/.test(gapAfter);
  if (touchesBefore && article === undefined && isCapitalised(before.text) && !PREPOSITION.has(before.folded)) return false;
  if (touchesNext && isCapitalised(next.text)) return false;
  if (touchesNext && (REPORTING.has(next.text) || TITLE.has(next.text))) return last.text.length > 1;
  if (article !== undefined) return isCapitalised(article.text) && !startsSentence;
  if (hasArticle || startsSentence || touchesNext) return false;
  return touchesBefore && PREPOSITION.has(before.text);
}

/** An abbreviation within a shouted line ("WHO SAID THAT") is none. */
export function isShouted({ words, from, to }: Place): boolean {
  const around = [words[from - 1], words[to + 1]].filter((word) => word !== undefined && /\p{L}/u.test(word.text));
  return around.length > 0 && around.every((word) => word !== undefined && word.text.length > 1 && word.text === word.text.toUpperCase());
}

const isQuoted = (text: string, start: number, end: number): boolean =>
  OPENING_MARK.test(text.slice(Math.max(0, start - 2), start)) && CLOSING_MARK.test(text.slice(end, end + 2));

const isCapitalised = (word: string): boolean => /^\p{Lu}/u.test(word);
