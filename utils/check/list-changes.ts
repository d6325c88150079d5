import type { CheckChange, CheckChangeKind } from '../domain/check.ts';
import { spanInSource } from '../text/fold.ts';
import { classifyHunk } from './classify-hunk.ts';
import { caseChange, endChange, makeChange, marksChange, marksOverStage } from './compare-marks.ts';
import { isInterruption, mergeHunks, type ReadyHunk } from './merge-hunks.ts';
import type { QuoteWords } from './quote-words.ts';
import { isLeftOut } from './skippable-words.ts';
import { type SourceWords, sourceSpan, writtenAt } from './source-words.ts';
import type { Compared, Pair } from './split-hunks.ts';
import { quoteFacts, sourceFacts } from './word-facts.ts';

/** A difference with the words it is about. */
export interface ListedChange {
  change: CheckChange;
  hunk: ReadyHunk | null;
}

/** All differences, in the order of the quote. Nothing but the pairs of the same word, with the same capitals and marks, is no difference. */
export function listChanges(source: SourceWords, quote: QuoteWords, compared: Compared): ListedChange[] {
  const hunks = mergeHunks(source, quote, compared);
  const listed: ListedChange[] = hunks.map((hunk) => ({ change: changeOf(source, quote, hunk), hunk }));
  const covered = (pair: Pair): boolean => hunks.some((hunk) => pair.quote >= hunk.quoteFrom && pair.quote < hunk.quoteTo);
  for (const pair of compared.same) {
    const change = covered(pair) ? null : caseChange(quote, source, pair);
    if (change !== null) listed.push({ change, hunk: null });
  }
  for (const change of marksChanges(source, quote, compared)) listed.push({ change, hunk: null });
  return listed.sort(
    (a, b) => a.change.quoteSpan.start - b.change.quoteSpan.start || a.change.sourceSpan.start - b.change.sourceSpan.start,
  );
}

function marksChanges(source: SourceWords, quote: QuoteWords, { same, hunks }: Compared): CheckChange[] {
  const pairs = [...same, ...hunks.flatMap((hunk) => hunk.pairs)].sort((a, b) => a.quote - b.quote);
  const events = new Set(quote.events.map(({ slot }) => slot));
  const changes: CheckChange[] = [];
  for (const [k, after] of pairs.entries()) {
    const before = pairs[k - 1];
    if (before === undefined || before.quote + 1 !== after.quote || events.has(after.quote)) continue;
    const adjacent = before.source + 1 === after.source;
    if (!adjacent && !isLeftOut(source.skippable, before.source + 1, after.source)) continue;
    const change = (adjacent ? marksChange : marksOverStage)(quote, source, before, after);
    if (change !== null) changes.push(change);
  }
  const last = pairs.at(-1);
  const end = last === undefined || events.has(quote.words.length) ? null : endChange(quote, source, last);
  if (end !== null) changes.push(end);
  return changes;
}

/** The source's words in a change are shown to this length, as the reader needs no page of what was left out. */
const MAX_SHOWN = 1000;

function changeOf(source: SourceWords, quote: QuoteWords, hunk: ReadyHunk): CheckChange {
  const facts = { quote: quoteFacts(quote, hunk.quoteFrom, hunk.quoteTo), source: sourceFacts(source, hunk.sourceFrom, shownTo(hunk)) };
  if (hunk.event !== null) return eventChange(source, quote, hunk, hunk.event);
  if (hunk.jump !== null) return shortened(makeChange(quote, source, hunk, { kind: 'splice', grave: false }));
  const make = (kind: CheckChangeKind, grave = false): CheckChange => makeChange(quote, source, hunk, { kind, grave });
  if (facts.quote.length === 1 && quote.words[hunk.quoteFrom]?.bracketed) {
    const grave = facts.source.length > 0 && classifyHunk(facts.quote, facts.source, source).grave;
    return make('bracket', grave);
  }
  if (hunk.moved)
    return make(
      'order',
      facts.quote.concat(facts.source).some(({ lower }) => lower === 'not'),
    );
  if (facts.quote.length === 0) {
    if (isInterruption(source, hunk) || isLeftOut(source.skippable, hunk.sourceFrom, hunk.sourceTo))
      return withBrackets(source, make('stage'));
    if (isStutter(source, hunk)) return make('filler');
    if (isWholeSentence(source, hunk)) return shortened(make('splice'));
  }
  if (facts.source.length === 0 && isOwnLabel(quote, hunk)) return make('stage');
  if (facts.source.length === 0 && isParenthesis(quote, hunk)) return make('bracket');
  const { kind, grave } = classifyHunk(facts.quote, facts.source, source);
  if (kind === 'number') return withoutEnding(make(kind, grave));
  if (kind === 'name') return makeChange(quote, source, wholeName(source, quote, hunk), { kind, grave });
  return shortened(make(kind, grave));
}

/** A stage direction with its brackets, a label with its colon. */
function withBrackets({ text }: SourceWords, change: CheckChange): CheckChange {
  let { start, end } = change.sourceSpan;
  const before = /[([]\s*$/.exec(text.slice(Math.max(0, start - 4), start))?.[0].length ?? 0;
  const after = /^[.!,\s]{0,3}(?:[)\]]|:)/.exec(text.slice(end, end + 4))?.[0].length ?? 0;
  [start, end] = [start - before, end + after];
  return { ...change, source: text.slice(start, end), sourceSpan: { start, end } };
}

/** Words by which a name grows on either side. */
const NAME_REACH = 2;
const CAPITAL = /^\p{Lu}/u;

/** A name with the words that both texts have of it: "Senator Hale" against "Senator Orton". At the quote's ends the source's name goes on. */
function wholeName(source: SourceWords, quote: QuoteWords, hunk: ReadyHunk): ReadyHunk {
  if (source.language.nounsAreCapital) return hunk;
  const grown = { ...hunk };
  const spaced = (text: string, from: number | undefined, to: number | undefined): boolean => text.slice(from, to).trim() === '';
  const here = (i: number): boolean => CAPITAL.test(quote.words[i]?.written ?? '') && quote.words[i]?.lower !== 'i';
  const there = (j: number): boolean => CAPITAL.test(writtenAt(source, j)) && writtenAt(source, j) !== 'I';
  const before = (i: number, j: number): boolean =>
    (hunk.quoteFrom === hunk.quoteTo || spaced(quote.folded.text, quote.words[i - 1]?.end, quote.words[i]?.start)) &&
    (hunk.sourceFrom === hunk.sourceTo || spaced(source.folded.text, source.ends[j - 1], source.starts[j]));
  for (let k = 0; k < NAME_REACH; k++) {
    const [i, j] = [grown.quoteFrom, grown.sourceFrom];
    const same = i > 0 && j > 0 && quote.words[i - 1]?.written === writtenAt(source, j - 1) && here(i - 1) && before(i, j);
    const ends = i === 0 && j > 0 && there(j) && there(j - 1) && spaced(source.folded.text, source.ends[j - 1], source.starts[j]);
    if (same) grown.quoteFrom--;
    if (same || ends) grown.sourceFrom--;
  }
  for (let k = 0; k < NAME_REACH; k++) {
    const [i, j] = [grown.quoteTo, grown.sourceTo];
    if (j >= source.count) break;
    const same = i < quote.words.length && quote.words[i]?.written === writtenAt(source, j) && here(i) && before(i, j);
    const ends =
      i === quote.words.length && j > 0 && there(j) && there(j - 1) && spaced(source.folded.text, source.ends[j - 1], source.starts[j]);
    if (same) grown.quoteTo++;
    if (same || ends) grown.sourceTo++;
  }
  return grown;
}

/** Two numbers in figures without the ending that both have: 15th, 16th; 1990s, 1991s. */
function withoutEnding(change: CheckChange): CheckChange {
  const figures = /^\p{N}+(?=\p{L}+$)/u;
  const [here, there] = [figures.exec(change.quote)?.[0], figures.exec(change.source)?.[0]];
  if (here === undefined || there === undefined || change.quote.slice(here.length) !== change.source.slice(there.length)) return change;
  return {
    ...change,
    quote: here,
    source: there,
    quoteSpan: { start: change.quoteSpan.start, end: change.quoteSpan.start + here.length },
    sourceSpan: { start: change.sourceSpan.start, end: change.sourceSpan.start + there.length },
  };
}

/** Facts of a few hundred words are enough to say what kind of loss it is. */
const MAX_FACTS = 400;
const shownTo = ({ sourceFrom, sourceTo }: ReadyHunk): number => Math.min(sourceTo, sourceFrom + MAX_FACTS);

const shortened = (change: CheckChange): CheckChange =>
  change.source.length <= MAX_SHOWN
    ? change
    : { ...change, source: `${change.source.slice(0, MAX_SHOWN / 2).trimEnd()} … ${change.source.slice(-MAX_SHOWN / 2).trimStart()}` };

/** A marked cut that takes no more than these words with a negation takes the statement's sense. */
const SHORT_CUT = 6;

function eventChange(
  source: SourceWords,
  quote: QuoteWords,
  hunk: ReadyHunk,
  event: { kind: 'ellipsis' | 'bracket'; start: number; end: number },
): CheckChange {
  const quoteSpan = spanInSource(quote.folded, event.start, event.end);
  const there = sourceSpan(source, hunk.sourceFrom, hunk.sourceTo);
  const gone = sourceFacts(source, hunk.sourceFrom, shownTo(hunk));
  const put = event.kind === 'bracket' ? wordsIn(quote, event) : [];
  const few =
    gone.length > 0 && gone.length <= SHORT_CUT ? classifyHunk(put, gone, source) : put.length > 0 ? classifyHunk(put, [], source) : null;
  const grave = few !== null && (few.kind === 'negation' || (few.grave && few.kind === 'number'));
  return shortened({
    kind: event.kind,
    quote: quote.text.slice(quoteSpan.start, quoteSpan.end),
    source: source.text.slice(there.start, there.end),
    quoteSpan,
    sourceSpan: there,
    grave,
  });
}

function wordsIn(quote: QuoteWords, { start, end }: { start: number; end: number }) {
  const words = quote.folded.text.slice(start, end).match(/[\p{L}\p{N}]+(?:['.,]\p{L}+)*/gu) ?? [];
  return words.map((written) => ({ written, lower: written.toLowerCase(), opens: false, shouted: false, before: '' }));
}

/** Words said twice: "it's -- it's", "I mean, I". */
const MAX_STUTTER = 4;
function isStutter(source: SourceWords, { sourceFrom, sourceTo }: ReadyHunk): boolean {
  const length = sourceTo - sourceFrom;
  if (length > MAX_STUTTER || length === 0) return false;
  const repeats = (shift: number): boolean =>
    Array.from({ length }, (_, k) => sourceFrom + k).every(
      (j) => j + shift >= 0 && j + shift < source.count && source.ids[j] === source.ids[j + shift],
    );
  return repeats(length) || repeats(-length);
}

const ENDS = /[.!?…]/;
/** Fewer words are an exclamation. */
const MIN_SENTENCE = 3;

/** Does the hunk hold whole sentences of the source, from the end of one to the beginning of another? */
function isWholeSentence(source: SourceWords, { sourceFrom, sourceTo }: ReadyHunk): boolean {
  if (sourceTo - sourceFrom < MIN_SENTENCE || sourceFrom === 0) return false;
  const { text } = source.folded;
  const before = text.slice(source.ends[sourceFrom - 1], source.starts[sourceFrom]);
  const after = text.slice(source.ends[sourceTo - 1], source.starts[sourceTo] ?? text.length);
  return ENDS.test(before) && ENDS.test(after);
}

/** A label that the page prints before the words, and the transcript does not have there: "RAMOS:". */
function isOwnLabel(quote: QuoteWords, { quoteFrom, quoteTo }: ReadyHunk): boolean {
  const last = quote.words[quoteTo - 1];
  if (quoteFrom !== 0 || last === undefined || quoteTo > 4 || quote.folded.text[last.end] !== ':') return false;
  return quote.words.slice(0, quoteTo).every(({ written }) => /^\P{Ll}+$/u.test(written));
}

/** An insertion in round brackets, whole: "he (the governor) said". */
function isParenthesis(quote: QuoteWords, { quoteFrom, quoteTo }: ReadyHunk): boolean {
  const [first, last] = [quote.words[quoteFrom], quote.words[quoteTo - 1]];
  if (first === undefined || last === undefined) return false;
  const { text } = quote.folded;
  return text[first.start - 1] === '(' && text[last.end] === ')' && !/[()]/.test(text.slice(first.start, last.end));
}
