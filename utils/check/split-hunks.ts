import type { Step } from './align-gapped.ts';
import type { AlignedStretch } from './align-quote.ts';
import type { QuoteEvent, QuoteWords } from './quote-words.ts';
import { ASIDE, isLeftOut } from './skippable-words.ts';
import type { SourceWords } from './source-words.ts';

/** Words in each other's place. */
export interface Pair {
  quote: number;
  source: number;
}

/**
 * A place where the texts differ: words `quoteFrom` to `quoteTo − 1` of the quote stand where the source has `sourceFrom` to `sourceTo − 1`.
 * Either may be empty.
 */
export interface Hunk {
  quoteFrom: number;
  quoteTo: number;
  sourceFrom: number;
  sourceTo: number;
  /** Words inside that the alignment put in each other's place. */
  pairs: Pair[];
  /** The mark of the quoting side that stands here. */
  event: QuoteEvent | null;
  /** The source is left here and entered elsewhere: further on, or before. */
  jump: 'on' | 'back' | null;
}

export interface Compared {
  /** Pairs of the same word, in the order of the quote. */
  same: Pair[];
  hunks: Hunk[];
}

/** Reads the differences off an alignment. */
export function splitHunks(source: SourceWords, quote: QuoteWords, ids: Int32Array, stretches: readonly AlignedStretch[]): Compared {
  const compared: Compared = { same: [], hunks: [] };
  let end = -1;
  for (const [k, { steps, quoteFrom, quoteTo }] of stretches.entries()) {
    const events = quote.events.filter(({ slot }) => slot >= quoteFrom && (k === stretches.length - 1 ? slot <= quoteTo : slot < quoteTo));
    const trimmed = trimEnds(steps);
    const first = trimmed.find((step) => step.source >= 0)?.source ?? end;
    if (k > 0) putJump(compared, events, quoteFrom, end, first);
    readStretch(compared, source, quote, ids, trimmed, events, first);
    for (const step of trimmed) if (step.source >= 0) end = step.source + 1;
  }
  return compared;
}

/** Words that only the source has are no part of the quote at its ends. */
function trimEnds(steps: readonly Step[]): readonly Step[] {
  let [from, to] = [0, steps.length];
  while (from < to && steps[from]?.quote === -1) from++;
  while (to > from && steps[to - 1]?.quote === -1) to--;
  return steps.slice(from, to);
}

function putJump({ hunks }: Compared, events: QuoteEvent[], slot: number, from: number, to: number): void {
  const marked = events[0]?.kind === 'ellipsis' && events[0].slot === slot ? events.shift() : undefined;
  const on = to >= from;
  hunks.push({
    quoteFrom: slot,
    quoteTo: slot,
    sourceFrom: from,
    sourceTo: on ? to : from,
    pairs: [],
    event: marked ?? null,
    jump: on ? 'on' : 'back',
  });
}

/** Reads the steps of one stretch, in order. */
class HunkReader {
  readonly #compared: Compared;
  readonly #source: SourceWords;
  readonly #events: readonly QuoteEvent[];
  /** The next word of the source. */
  #at: number;
  #open: Hunk | null = null;
  #nextEvent = 0;
  /** Words at the end of the open hunk that only the source has, and the slot they stand at. */
  #slot = -1;
  #slotted = 0;

  constructor(compared: Compared, source: SourceWords, events: readonly QuoteEvent[], first: number) {
    this.#compared = compared;
    this.#source = source;
    this.#events = events;
    this.#at = first;
  }

  #hunkAt(slot: number): Hunk {
    this.#open ??= { quoteFrom: slot, quoteTo: slot, sourceFrom: this.#at, sourceTo: this.#at, pairs: [], event: null, jump: null };
    return this.#open;
  }

  close(): void {
    if (this.#open !== null && !isAside(this.#source, this.#open)) this.#compared.hunks.push(this.#open);
    this.#open = null;
    this.#slotted = 0;
  }

  sourceOnly(source: number, slot: number): void {
    const hunk = this.#hunkAt(slot);
    hunk.sourceTo = source + 1;
    this.#at = source + 1;
    this.#slotted = this.#slot === slot ? this.#slotted + 1 : 1;
    this.#slot = slot;
  }

  quoteOnly(quote: number): void {
    this.#hunkAt(quote).quoteTo = quote + 1;
    this.#slotted = 0;
  }

  same(pair: Pair): void {
    this.close();
    this.#compared.same.push(pair);
    this.#at = pair.source + 1;
  }

  /** `alone`: a word with brackets in it is a difference of its own. */
  replaced(pair: Pair, alone: boolean): void {
    if (alone) this.close();
    const hunk = this.#hunkAt(pair.quote);
    hunk.quoteTo = pair.quote + 1;
    hunk.sourceTo = pair.source + 1;
    hunk.pairs.push(pair);
    this.#at = pair.source + 1;
    this.#slotted = 0;
    if (alone) this.close();
  }

  /** Events that stand before word `slot`: each is a hunk of its own. The words that the source alone has there are what it stands for. */
  events(slot: number): void {
    for (let event = this.#events[this.#nextEvent]; event !== undefined && event.slot <= slot; event = this.#events[++this.#nextEvent]) {
      const stands = this.#slot === event.slot ? this.#slotted : 0;
      if (this.#open !== null && stands > 0) {
        this.#open.sourceTo -= stands;
        if (this.#open.quoteFrom === this.#open.quoteTo && this.#open.sourceFrom === this.#open.sourceTo) this.#open = null;
      }
      this.close();
      const [quoteFrom, sourceFrom] = [event.slot, this.#at - stands];
      this.#compared.hunks.push({ quoteFrom, quoteTo: quoteFrom, sourceFrom, sourceTo: this.#at, pairs: [], event, jump: null });
    }
  }
}

function readStretch(
  compared: Compared,
  source: SourceWords,
  quote: QuoteWords,
  ids: Int32Array,
  steps: readonly Step[],
  events: readonly QuoteEvent[],
  first: number,
): void {
  const reader = new HunkReader(compared, source, events, first);
  for (const step of steps) {
    if (step.quote === -1) {
      reader.sourceOnly(step.source, step.slot);
      continue;
    }
    reader.events(step.quote);
    const bracketed = quote.words[step.quote]?.bracketed ?? false;
    if (step.source === -1) reader.quoteOnly(step.quote);
    else if (bracketed || ids[step.quote] !== source.ids[step.source]) reader.replaced(step, bracketed);
    else reader.same(step);
  }
  reader.events(Number.POSITIVE_INFINITY);
  reader.close();
}

/** Footnotes and captions alone, whole: no difference. */
const isAside = ({ skippable }: SourceWords, { quoteFrom, quoteTo, sourceFrom, sourceTo }: Hunk): boolean =>
  quoteTo === quoteFrom &&
  isLeftOut(skippable, sourceFrom, sourceTo) &&
  skippable.subarray(sourceFrom, sourceTo).every((kind) => kind === ASIDE);
