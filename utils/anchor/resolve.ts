import type { Anchor } from '../domain/anchor.ts';
import type { TextSpan } from '../domain/page-text.ts';
import type { Selector, TextPositionSelector, TextQuoteSelector } from '../domain/selector.ts';
import { alignWords } from '../match/align-words.ts';
import { type Candidate, findPassage } from '../match/find-passage.ts';
import { createNeedle, type Needle } from '../match/needle.ts';
import { sharesAt } from '../match/tell-apart.ts';
import type { WordIndex } from '../match/word-index.ts';
import { fold, spanInSource } from '../text/fold.ts';
import { AGREES, contextOf, couldBeEither, logOddsOf, MIN_LOG_ODDS, MIN_LONE_INFORMATION, MIN_LONE_LENGTH, rankOf } from './decide.ts';
import { A_WORD, isOneOfSeries } from './is-one-of-series.ts';
import { negationBefore } from './negation-before.ts';
import type { PageIndex } from './page-index.ts';

/** Where each annotation of a page is now, in the order given; one index and one search for all of them. */
export const resolveAll = (index: PageIndex, selectors: readonly (readonly Selector[])[]): Anchor[] =>
  selectors.map((one) => resolve(index, one));

/**
 * Where a described passage is now; the rules are in SPEC.md. `exact` and `moved` are given only when every word and sign is the same,
 * typography aside. Never throws for any selectors.
 */
export function resolve(index: PageIndex, selectors: readonly Selector[]): Anchor {
  const quote = selectors.find((s): s is TextQuoteSelector => s.type === 'TextQuoteSelector');
  const position = selectors.find((s): s is TextPositionSelector => s.type === 'TextPositionSelector');
  if (quote === undefined || quote.exact === '') return orphaned('absent', []);
  return atPosition(index, quote, position) ?? search(index, quote, position);
}

/** SPEC [R1]: the same characters with the same context at the same offset need no search. */
function atPosition(index: PageIndex, quote: TextQuoteSelector, position: TextPositionSelector | undefined): Anchor | null {
  if (position === undefined || quote.exact.trim() === '') return null;
  const { start } = position;
  const around = quote.prefix + quote.exact + quote.suffix;
  if (start < quote.prefix.length || !index.text.startsWith(around, start - quote.prefix.length)) return null;
  return { status: 'exact', span: { start, end: start + quote.exact.length }, similarity: 1, reason: 'position', changes: [] };
}

function orphaned(reason: 'absent' | 'ambiguous', candidates: TextSpan[]): Anchor {
  const anchor: Anchor = { status: 'orphaned', span: null, similarity: 0, reason, changes: [] };
  return candidates.length > 0 ? { ...anchor, candidates } : anchor;
}

/** SPEC [R2]–[R5]. */
function search(index: PageIndex, quote: TextQuoteSelector, position: TextPositionSelector | undefined): Anchor {
  const needle = createNeedle(index.words(), quote.exact, quote.prefix, quote.suffix);
  if (needle === null) return orphaned('absent', []);
  const judged = findPassage(index.words(), needle).map((candidate) => {
    const span = spanOf(index, needle, candidate);
    const distance = position === undefined ? null : Math.abs(span.start - position.start);
    return { candidate, span, logOdds: logOddsOf(needle, candidate), rank: rankOf(candidate, distance) };
  });
  const plausible = judged.filter(({ logOdds }) => logOdds >= MIN_LOG_ODDS).sort((a, b) => b.rank - a.rank);
  const [best] = plausible;
  if (best === undefined) return orphaned('absent', []);
  const agrees = Math.max(...contextOf(best.candidate)) >= AGREES;
  const inDoubt =
    isDoubted(
      index.words(),
      needle,
      best.candidate,
      judged.filter((other) => other !== best && couldBeEither(needle, best, other)),
    ) ||
    isOneOfSeries(index.words(), needle, best.candidate, quote.copies ?? 1) ||
    (!agrees &&
      isLoneAndUnsure(
        needle,
        quote,
        plausible.map(({ candidate }) => candidate),
      ));
  if (inDoubt)
    return orphaned(
      'ambiguous',
      plausible.map(({ span }) => span),
    );
  const anchor = anchorAt(index, quote, best.span, agrees);
  const turned = agrees && anchor.status === 'exact' ? negationBefore(index.words().words, needle, best.candidate) : null;
  return turned === null ? anchor : { ...anchor, status: 'changed', reason: 'negated', changes: [turned] };
}

/** SPEC [C5]: the very words stand at one place, and several others are as like it as each other: rows of a series, of which this is the one. */
function isDoubted(words: WordIndex, needle: Needle, best: Candidate, others: { candidate: Candidate }[]): boolean {
  const isSeries = others.length > 1 && others.every(({ candidate }) => !candidate.sameWords);
  return others.length > 0 && !(best.sameWords && isSeries && sharesAt(words, needle, best).lost.line < A_WORD);
}

/**
 * SPEC [C4]: the words stand here, but nothing around them does. That they are the passage all the same is believed when they say
 * much, stand nowhere else, and stood nowhere else when they were described.
 */
function isLoneAndUnsure(needle: Needle, quote: TextQuoteSelector, plausible: Candidate[]): boolean {
  if (plausible.filter(({ sameWords }) => sameWords).length > 1 || (quote.copies ?? 1) > 1) return true;
  const contextGiven = needle.first > 0 || needle.last < needle.words.count;
  return contextGiven && needle.information < MIN_LONE_INFORMATION && needle.end - needle.start < MIN_LONE_LENGTH;
}

/** SPEC [S1]–[S3]: what the place is called. */
function anchorAt(index: PageIndex, quote: TextQuoteSelector, span: TextSpan, agrees: boolean): Anchor {
  const there = index.text.slice(span.start, span.end);
  const { similarity, changes } =
    fold(there) === fold(quote.exact)
      ? { similarity: 1, changes: [] }
      : alignWords(quote.exact, there, { nounsAreCapital: index.nounsAreCapital });
  if (changes.length > 0) return { status: 'changed', span, similarity, reason: agrees ? 'context' : 'words', changes };
  return { status: agrees ? 'exact' : 'moved', span, similarity: 1, reason: agrees ? 'context' : 'unique', changes };
}

/** SPEC [R6]: a passage that began or ended inside a word does so again, as far as that word is still there. */
function spanOf(index: PageIndex, needle: Needle, candidate: Candidate): TextSpan {
  const { words } = index.words();
  const last = candidate.last - 1;
  let start = words.starts[candidate.first] ?? 0;
  let end = words.ends[last] ?? 0;
  const ours = needle.words;
  const [from, to] = [ours.starts[needle.first] ?? 0, ours.ends[needle.last - 1] ?? 0];
  if (from < needle.start && candidate.targets[needle.first] === candidate.first) {
    const [cut, kept] = [needle.start - from, ours.text.slice(needle.start, ours.ends[needle.first])];
    if (sameShape(words.text.slice(start, words.ends[candidate.first]), cut, kept, 'end'))
      start = (words.ends[candidate.first] ?? 0) - kept.length;
  }
  if (to > needle.end && candidate.targets[needle.last - 1] === last) {
    const [cut, kept] = [to - needle.end, ours.text.slice(ours.starts[needle.last - 1], needle.end)];
    if (sameShape(words.text.slice(words.starts[last], end), cut, kept, 'start')) end = (words.starts[last] ?? 0) + kept.length;
  }
  return spanInSource(index.folded(), start, Math.max(end, start + 1));
}

/** Can `word` be cut like the word that was cut: it holds the kept part at that side, or is as long? */
function sameShape(word: string, cut: number, kept: string, side: 'start' | 'end'): boolean {
  return (side === 'start' ? word.startsWith(kept) : word.endsWith(kept)) || word.length === cut + kept.length;
}
