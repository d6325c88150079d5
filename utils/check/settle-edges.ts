import type { QuoteWords } from './quote-words.ts';
import { saysTheSame } from './says-the-same.ts';
import { lowerAt, type SourceWords } from './source-words.ts';
import type { Compared, Hunk, Pair } from './split-hunks.ts';

/** Words by which an edge is moved. */
const REACH = 2;

/**
 * Settles where the passage begins and ends when the quote's first or last words differ: alignment has nothing to hold them against.
 * The source's words are those that say the same ("We'll": "We will"); words of another sentence are none.
 */
export function settleEdges(source: SourceWords, quote: QuoteWords, { same, hunks }: Compared): Compared {
  const [first, last] = [hunks[0], hunks.at(-1)];
  const settled = [...hunks];
  const found: Pair[] = [];
  if (first !== undefined && first.quoteFrom === 0 && first.quoteTo > 0 && isPlain(first)) {
    const { hunk, pair } = fromFirstWord(source, quote, atStart(source, quote, first));
    settled[0] = hunk;
    if (pair !== null) found.push(pair);
  }
  if (last !== undefined && last.quoteTo === quote.words.length && last.quoteFrom < last.quoteTo && last.quoteFrom > 0 && isPlain(last))
    settled[hunks.length - 1] = atEnd(source, quote, last);
  if (first?.event?.kind === 'bracket' && first.quoteFrom === 0 && first.sourceFrom === first.sourceTo)
    settled[0] = fromSentence(source, first);
  return { same: [...found, ...same], hunks: settled };
}

/** The quote's first word where it stands a little before: "I believe" for "I do not believe" leaves out words, it does not change the first. */
function fromFirstWord(source: SourceWords, quote: QuoteWords, hunk: Hunk): { hunk: Hunk; pair: Pair | null } {
  const first = quote.words[0];
  if (first === undefined || first.bracketed || saysTheSame(source, quote, hunk, hunk.sourceFrom, hunk.sourceTo))
    return { hunk, pair: null };
  for (let reach = 1; reach <= REACH; reach++) {
    const j = hunk.sourceFrom - reach;
    if (j < 0 || endsSentence(source, j)) break;
    if (lowerAt(source, j) !== first.lower) continue;
    const rest = { ...without(hunk, j + 1, hunk.sourceTo), quoteFrom: 1 };
    return { hunk: { ...rest, pairs: rest.pairs.filter((pair) => pair.quote > 0) }, pair: { quote: 0, source: j } };
  }
  return { hunk, pair: null };
}

/** Words that stand for more than so many are not put in brackets. */
const MAX_REPLACED = 4;

/** Words in brackets that open a quote stand for what opens the source's sentence: "[The twins are] here" for "They're here". */
function fromSentence(source: SourceWords, hunk: Hunk): Hunk {
  for (let j = hunk.sourceFrom; j > 0 && j >= hunk.sourceFrom - MAX_REPLACED; j--)
    if (endsSentence(source, j - 1)) return { ...hunk, sourceFrom: j };
  return hunk;
}

const isPlain = ({ event, jump }: Hunk): boolean => event === null && jump === null;
const without = (hunk: Hunk, sourceFrom: number, sourceTo: number): Hunk => ({
  ...hunk,
  sourceFrom,
  sourceTo,
  pairs: hunk.pairs.filter((pair) => pair.source >= sourceFrom && pair.source < sourceTo),
});

function atStart(source: SourceWords, quote: QuoteWords, hunk: Hunk): Hunk {
  for (let reach = 0; reach <= REACH; reach++)
    if (saysTheSame(source, quote, hunk, hunk.sourceFrom - reach, hunk.sourceTo))
      return without(hunk, hunk.sourceFrom - reach, hunk.sourceTo);
  let { sourceFrom } = hunk;
  for (let j = hunk.sourceFrom; j < hunk.sourceTo; j++) if (endsSentence(source, j)) sourceFrom = j + 1;
  return without(hunk, sourceFrom, hunk.sourceTo);
}

function atEnd(source: SourceWords, quote: QuoteWords, hunk: Hunk): Hunk {
  for (let reach = 0; reach <= REACH; reach++)
    if (saysTheSame(source, quote, hunk, hunk.sourceFrom, hunk.sourceTo + reach))
      return without(hunk, hunk.sourceFrom, hunk.sourceTo + reach);
  let { sourceTo } = hunk;
  for (let j = hunk.sourceTo - 1; j >= hunk.sourceFrom; j--) if (endsSentence(source, j - 1)) sourceTo = j;
  return without(hunk, hunk.sourceFrom, sourceTo);
}

/** Does a sentence end behind word `j`? */
function endsSentence({ folded, ends, starts, count }: SourceWords, j: number): boolean {
  if (j < 0 || j + 1 >= count) return false;
  return (
    /[.!?:]/.test(folded.text.slice(ends[j], starts[j + 1])) ||
    folded.source.slice(folded.starts[ends[j] ?? 0], folded.starts[starts[j + 1] ?? 0]).includes('\n')
  );
}
