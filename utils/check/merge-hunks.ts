import { isFiller } from './classify-hunk.ts';
import { isNumeric } from './numbers.ts';
import type { QuoteWords } from './quote-words.ts';
import { saysTheSame } from './says-the-same.ts';
import { LABEL, SPOKEN } from './skippable-words.ts';
import { lowerAt, type SourceWords } from './source-words.ts';
import type { Compared, Hunk } from './split-hunks.ts';
import { sourceFacts } from './word-facts.ts';

/** A hunk with more words is reported in pieces. */
const MAX_WORDS = 8;
/** Words that stayed between the two places of one that moved: with so few it is one change of order, with more two. */
const MAX_CROSSED = 2;
const MAX_MOVED_BY = 12;

export interface ReadyHunk extends Hunk {
  /** The same words stand elsewhere in the other text. */
  moved: boolean;
}

const plainHunk = (quoteFrom: number, quoteTo: number, sourceFrom: number, sourceTo: number): ReadyHunk => ({
  quoteFrom,
  quoteTo,
  sourceFrom,
  sourceTo,
  pairs: [],
  event: null,
  jump: null,
  moved: false,
});

const isPlain = (hunk: Hunk | undefined): hunk is Hunk => hunk !== undefined && hunk.event === null && hunk.jump === null;
const sizeOf = (hunk: Hunk): number => hunk.quoteTo - hunk.quoteFrom + hunk.sourceTo - hunk.sourceFrom;

/** Brings hunks into the form in which they are reported: stage directions apart, numbers whole, moved words together, long ones in pieces. */
export function mergeHunks(source: SourceWords, quote: QuoteWords, compared: Compared): ReadyHunk[] {
  const apart = compared.hunks.flatMap((hunk) => (isPlain(hunk) ? withoutStage(source, hunk) : [hunk]));
  const whole = wholeNumbers(source, quote, { ...compared, hunks: apart }).flatMap((hunk) => withoutFillers(source, quote, hunk));
  return pairMoved(source, quote, whole).flatMap((hunk) =>
    isPlain(hunk) && !hunk.moved && sizeOf(hunk) > MAX_WORDS ? inPieces(hunk) : [hunk],
  );
}

/** Words that are no speech, at either end of a hunk, become a hunk of their own; inside one only where the quote has no words there. */
function withoutStage(source: SourceWords, hunk: Hunk): Hunk[] {
  const { quoteFrom, quoteTo, sourceFrom, sourceTo } = hunk;
  if (isInterruption(source, hunk)) return [hunk];
  const parts: Hunk[] = [];
  if (quoteFrom === quoteTo) {
    for (let from = sourceFrom; from < sourceTo; ) {
      let to = from + 1;
      while (to < sourceTo && isSpoken(source, to) === isSpoken(source, from)) to++;
      parts.push(plainHunk(quoteFrom, quoteTo, from, to));
      from = to;
    }
    return parts;
  }
  let [from, to] = [sourceFrom, sourceTo];
  while (from < to && !isSpoken(source, from) && !hunk.pairs.some((pair) => pair.source === from)) from++;
  while (to > from && !isSpoken(source, to - 1) && !hunk.pairs.some((pair) => pair.source === to - 1)) to--;
  if (from > sourceFrom) parts.push(plainHunk(quoteFrom, quoteFrom, sourceFrom, from));
  parts.push({ ...hunk, sourceFrom: from, sourceTo: to });
  if (to < sourceTo) parts.push(plainHunk(quoteTo, quoteTo, to, sourceTo));
  return parts;
}

const isSpoken = ({ skippable }: SourceWords, j: number): boolean => skippable[j] === SPOKEN;

/** Words that others put in are no longer than this. */
const MAX_INTERRUPTION = 60;

/** Did others speak here, and nobody else: from a label to the next one? The quote leaves it out. */
export function isInterruption(source: SourceWords, { quoteFrom, quoteTo, sourceFrom, sourceTo }: Hunk): boolean {
  const { skippable } = source;
  if (quoteTo > quoteFrom || sourceTo - sourceFrom > MAX_INTERRUPTION || skippable[sourceTo - 1] !== LABEL) return false;
  for (let j = sourceFrom; j < sourceTo && skippable[j] !== LABEL; j++) if (skippable[j] === SPOKEN) return false;
  return true;
}

/** A hunk in a number grows over its neighbours in the same number: "a trillion dollars" against "$1 trillion" is one difference. */
function wholeNumbers(source: SourceWords, quote: QuoteWords, { same, hunks }: Compared): ReadyHunk[] {
  const partner = new Map(same.map((pair) => [pair.quote, pair.source]));
  const result: ReadyHunk[] = [];
  for (const [k, hunk] of hunks.entries()) {
    const last = result.at(-1);
    if (!isPlain(hunk) || !touchesNumber(source, quote, hunk)) {
      result.push({ ...hunk, moved: false });
      continue;
    }
    const grown: ReadyHunk = { ...hunk, pairs: [...hunk.pairs], moved: false };
    const numberAt = (i: number, j: number): boolean =>
      partner.get(i) === j && isNumeric(quote.words[i]?.lower ?? '', source.language) && !quote.words[i]?.bracketed;
    while (numberAt(grown.quoteFrom - 1, grown.sourceFrom - 1) && joined(source, quote, grown.quoteFrom, grown.sourceFrom)) {
      grown.quoteFrom--;
      grown.sourceFrom--;
    }
    while (numberAt(grown.quoteTo, grown.sourceTo) && joined(source, quote, grown.quoteTo, grown.sourceTo)) {
      grown.quoteTo++;
      grown.sourceTo++;
    }
    const grew = grown.quoteTo > hunk.quoteTo || grown.quoteFrom < hunk.quoteFrom;
    const next = hunks[k + 1];
    const reaches = isPlain(next) && next.quoteFrom <= grown.quoteTo && next.sourceFrom <= grown.sourceTo;
    const follows = last !== undefined && isPlain(last) && last.quoteTo >= grown.quoteFrom && last.sourceTo >= grown.sourceFrom;
    if (follows) {
      last.quoteTo = Math.max(last.quoteTo, grown.quoteTo);
      last.sourceTo = Math.max(last.sourceTo, grown.sourceTo);
      last.pairs.push(...grown.pairs);
    } else result.push(grew || reaches ? grown : { ...hunk, moved: false });
  }
  return result;
}

/** Fillers that stand beside words in another form are a difference of their own: "uh, twenty" against "20". */
function withoutFillers(source: SourceWords, quote: QuoteWords, hunk: ReadyHunk): ReadyHunk[] {
  const { quoteFrom, quoteTo, sourceFrom, sourceTo } = hunk;
  const size = sourceTo - sourceFrom;
  if (!isPlain(hunk) || quoteFrom === quoteTo || size < 2 || size > MAX_WORDS) return [hunk];
  const fillers = (from: number, to: number): boolean => isFiller(sourceFacts(source, from, to), source.language);
  for (let cut = 1; cut < size; cut++) {
    const [from, to] = [sourceFrom + cut, sourceTo - cut];
    if (fillers(sourceFrom, from) && saysTheSame(source, quote, hunk, from, sourceTo))
      return [
        plainHunk(quoteFrom, quoteFrom, sourceFrom, from),
        { ...plainHunk(quoteFrom, quoteTo, from, sourceTo), pairs: within(hunk, from, sourceTo) },
      ];
    if (fillers(to, sourceTo) && saysTheSame(source, quote, hunk, sourceFrom, to))
      return [
        { ...plainHunk(quoteFrom, quoteTo, sourceFrom, to), pairs: within(hunk, sourceFrom, to) },
        plainHunk(quoteTo, quoteTo, to, sourceTo),
      ];
  }
  return [hunk];
}

const within = ({ pairs }: Hunk, from: number, to: number): Hunk['pairs'] => pairs.filter(({ source }) => source >= from && source < to);

/** Do the words before and at these places stand together, without a mark that ends a number? */
function joined(source: SourceWords, quote: QuoteWords, i: number, j: number): boolean {
  const here = quote.folded.text.slice(quote.words[i - 1]?.end ?? 0, quote.words[i]?.start ?? 0);
  const there = source.folded.text.slice(source.ends[j - 1] ?? 0, source.starts[j] ?? 0);
  return /^[\s-]*$/.test(here) && /^[\s-]*$/.test(there);
}

function touchesNumber(source: SourceWords, quote: QuoteWords, { quoteFrom, quoteTo, sourceFrom, sourceTo }: Hunk): boolean {
  for (let i = quoteFrom; i < quoteTo; i++) if (isNumeric(quote.words[i]?.lower ?? '', source.language)) return true;
  for (let j = sourceFrom; j < sourceTo; j++) if (isNumeric(lowerAt(source, j), source.language)) return true;
  return false;
}

/** Words that only the quote has at one place and only the source at another are words in another order. */
function pairMoved(source: SourceWords, quote: QuoteWords, hunks: ReadyHunk[]): ReadyHunk[] {
  const result: ReadyHunk[] = [];
  for (const hunk of hunks) {
    const words = aloneWords(source, quote, hunk);
    const before = words === null ? undefined : result.findLast((other) => isCounterpart(source, quote, other, hunk, words));
    if (before === undefined) {
      result.push(hunk);
      continue;
    }
    const adjacent = result.at(-1) === before;
    const crossed = Math.max(hunk.quoteFrom - before.quoteTo, hunk.sourceFrom - before.sourceTo);
    if (adjacent && crossed <= MAX_CROSSED) {
      before.quoteTo = hunk.quoteTo;
      before.sourceTo = hunk.sourceTo;
    } else result.push({ ...hunk, moved: true });
    before.moved = true;
  }
  return result;
}

/** The words of a hunk of which only one side has some. */
function aloneWords(source: SourceWords, quote: QuoteWords, hunk: ReadyHunk): { side: 'quote' | 'source'; words: string } | null {
  if (!isPlain(hunk) || hunk.moved) return null;
  const own = quote.words.slice(hunk.quoteFrom, hunk.quoteTo).map(({ lower }) => lower);
  const others = Array.from({ length: hunk.sourceTo - hunk.sourceFrom }, (_, k) => lowerAt(source, hunk.sourceFrom + k));
  if (own.length > 0 === others.length > 0) return null;
  return own.length > 0 ? { side: 'quote', words: own.join(' ') } : { side: 'source', words: others.join(' ') };
}

function isCounterpart(
  source: SourceWords,
  quote: QuoteWords,
  other: ReadyHunk,
  hunk: ReadyHunk,
  { side, words }: { side: 'quote' | 'source'; words: string },
): boolean {
  if (hunk.quoteFrom - other.quoteTo > MAX_MOVED_BY || hunk.sourceFrom - other.sourceTo > MAX_MOVED_BY) return false;
  const found = aloneWords(source, quote, other);
  return found !== null && found.side !== side && found.words === words;
}

/** A long hunk by its parts: words in each other's place, words that only one side has. */
function inPieces(hunk: ReadyHunk): ReadyHunk[] {
  const pieces: ReadyHunk[] = [];
  let [i, j] = [hunk.quoteFrom, hunk.sourceFrom];
  const alone = (quoteTo: number, sourceTo: number): void => {
    if (quoteTo > i) pieces.push(plainHunk(i, quoteTo, j, j));
    if (sourceTo > j) pieces.push(plainHunk(quoteTo, quoteTo, j, sourceTo));
  };
  for (const pair of hunk.pairs) {
    alone(pair.quote, pair.source);
    const last = pieces.at(-1);
    const goesOn = last !== undefined && last.pairs.length > 0 && last.quoteTo === pair.quote && last.sourceTo === pair.source;
    if (goesOn && last.pairs.length < MAX_WORDS / 2) {
      last.quoteTo++;
      last.sourceTo++;
      last.pairs.push(pair);
    } else pieces.push({ ...plainHunk(pair.quote, pair.quote + 1, pair.source, pair.source + 1), pairs: [pair] });
    [i, j] = [pair.quote + 1, pair.source + 1];
  }
  alone(hunk.quoteTo, hunk.sourceTo);
  return pieces;
}
