import type { CheckNote, CheckPart, CheckPassage } from '../domain/check.ts';
import { FAR } from './chain-runs.ts';
import { quoteSpan } from './compare-marks.ts';
import type { QuoteWords } from './quote-words.ts';
import { type SourceWords, sourceSpan } from './source-words.ts';
import type { Compared, Pair } from './split-hunks.ts';

/** Parts nearer to each other than this, in words, are one passage. */
const TOGETHER = 2 * FAR;

/** The stretches of the quote that the source holds, each without a jump inside. */
export function partsOf(source: SourceWords, quote: QuoteWords, { same, hunks }: Compared): CheckPart[] {
  const pairs = [...same, ...hunks.flatMap((hunk) => hunk.pairs)].sort((a, b) => a.quote - b.quote);
  const groups: { first: Pair; last: Pair }[] = [];
  for (const pair of pairs) {
    const group = groups.at(-1);
    const gap = group === undefined ? 0 : pair.source - group.last.source;
    if (group === undefined || gap < 0 || gap - (pair.quote - group.last.quote) > FAR) groups.push({ first: pair, last: pair });
    else group.last = pair;
  }
  const opening = hunks[0];
  // Words that a bracket stands for belong to the passage.
  if (opening?.event?.kind === 'bracket' && opening.sourceTo > opening.sourceFrom && groups[0]?.first.source === opening.sourceTo)
    groups[0].first = { quote: groups[0].first.quote, source: opening.sourceFrom };
  return groups.map(({ first, last }) => ({
    quoteSpan: quoteSpan(quote, first.quote, last.quote + 1),
    sourceSpan: sourceSpan(source, first.source, last.source + 1),
  }));
}

/** All parts where they lie together, else the longest. */
export function passageOf({ text }: SourceWords, parts: readonly CheckPart[]): CheckPassage {
  const spans = parts.map(({ sourceSpan }) => sourceSpan);
  const start = Math.min(...spans.map((span) => span.start));
  const end = Math.max(...spans.map((span) => span.end));
  const covered = spans.reduce((sum, span) => sum + span.end - span.start, 0);
  const together = end - start <= covered + TOGETHER * LETTERS;
  const longest = spans.reduce((a, b) => (b.end - b.start > a.end - a.start ? b : a), spans[0] ?? { start: 0, end: 0 });
  const span = together ? { start, end } : longest;
  return { ...span, text: text.slice(span.start, span.end) };
}
/** UTF-16 units of a word with its space, about. */
const LETTERS = 6;

/** Notes on parts that lie apart, and on parts that are nowhere. */
export function spreadNotes(source: SourceWords, quote: QuoteWords, { hunks }: Compared, parts: readonly CheckPart[]): CheckNote[] {
  const notes: CheckNote[] = [];
  const jump = hunks.find((hunk) => hunk.jump === 'back') ?? hunks.find((hunk) => hunk.jump === 'on');
  const from = jump === undefined ? 0 : quoteSpan(quote, jump.quoteFrom, jump.quoteFrom + 1).start;
  const next = parts.find(({ quoteSpan: span }) => span.start >= from);
  if (jump !== undefined && next !== undefined && parts.length > 1) {
    const { sourceSpan: span } = next;
    notes.push({
      kind: 'spliced',
      text: source.text.slice(span.start, span.end),
      span,
      speaker: null,
      grave: jump.jump === 'back' || jump.event === null,
    });
  }
  for (const { quoteFrom, quoteTo, sourceFrom, sourceTo } of hunks) {
    if (quoteTo - quoteFrom < MISSING_WORDS || sourceTo > sourceFrom) continue;
    const span = quoteSpan(quote, quoteFrom, quoteTo);
    notes.push({ kind: 'part-missing', text: quote.text.slice(span.start, span.end), span, speaker: null, grave: true });
  }
  return notes;
}
/** Fewer words that the source does not have are added ones. */
const MISSING_WORDS = 5;
