import type { QuoteWords } from './quote-words.ts';
import { saysTheSame } from './says-the-same.ts';
import type { SourceWords } from './source-words.ts';
import type { Compared, Hunk } from './split-hunks.ts';

/** Words by which an edge is moved. */
const REACH = 2;

/**
 * Settles where the passage begins and ends when the quote's first or last words differ: alignment has nothing to hold them against.
 * The source's words are those that say the same ("We'll": "We will"); words of another sentence are none.
 */
export function settleEdges(source: SourceWords, quote: QuoteWords, { same, hunks }: Compared): Compared {
  const [first, last] = [hunks[0], hunks.at(-1)];
  const settled = [...hunks];
  if (first !== undefined && first.quoteFrom === 0 && first.quoteTo > 0 && isPlain(first)) settled[0] = atStart(source, quote, first);
  if (last !== undefined && last.quoteTo === quote.words.length && last.quoteFrom < last.quoteTo && last.quoteFrom > 0 && isPlain(last))
    settled[hunks.length - 1] = atEnd(source, quote, last);
  if (first?.event?.kind === 'bracket' && first.quoteFrom === 0 && first.sourceFrom === first.sourceTo)
    settled[0] = fromSentence(source, first);
  return { same, hunks: settled };
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
