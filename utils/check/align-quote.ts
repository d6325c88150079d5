import { alignGapped, type Step } from './align-gapped.ts';
import type { Stretch } from './chain-runs.ts';
import type { Query, Run } from './find-runs.ts';
import type { QuoteWords } from './quote-words.ts';
import type { SourceWords } from './source-words.ts';

/** The alignment of one stretch: words `quoteFrom` to `quoteTo − 1` of the quote, all of them among the steps. */
export interface AlignedStretch {
  quoteFrom: number;
  quoteTo: number;
  steps: Step[];
}

/** Runs so long are taken as they are, but for their ends: another word may fit better there. */
const CERTAIN = 6;
const MARGIN = 2;
/** More words before the first run, or behind the last one, are not looked for. */
const MAX_LEAD = 600;
/** Words of the source that may stand between. */
const SLACK = 12;

/** Aligns every word of the quote, stretch by stretch. The runs are the frame; between them alignment fills in. */
export function alignQuote(source: SourceWords, quote: QuoteWords, query: Query, stretches: readonly Stretch[]): AlignedStretch[] {
  return stretches.map(({ runs }, k) => {
    const quoteFrom = k === 0 ? 0 : boundary(quote, stretches[k - 1] as Stretch, stretches[k] as Stretch); // k > 0
    const next = stretches[k + 1];
    const quoteTo = next === undefined ? quote.words.length : boundary(quote, stretches[k] as Stretch, next);
    const window = windowOf(source, stretches, k, quoteFrom, quoteTo);
    return { quoteFrom, quoteTo, steps: alignStretch(source, quote, query, runs, { quoteFrom, quoteTo, ...window }) };
  });
}

const endOf = (run: Run): { quote: number; source: number } => ({ quote: run.quote + run.length, source: run.source + run.length });

/** Where the quote's words change from one stretch to the next: at a marked cut, else where the next run begins. */
function boundary(quote: QuoteWords, before: Stretch, after: Stretch): number {
  const from = endOf(before.runs.at(-1) as Run).quote; // a stretch has a run
  const to = (after.runs[0] as Run).quote;
  return quote.events.find(({ kind, slot }) => kind === 'ellipsis' && slot >= from && slot <= to)?.slot ?? to;
}

interface Window {
  sourceFrom: number;
  sourceTo: number;
}

function windowOf(source: SourceWords, stretches: readonly Stretch[], k: number, quoteFrom: number, quoteTo: number): Window {
  const { runs } = stretches[k] as Stretch; // k is an index of stretches
  const first = runs[0] as Run;
  const last = endOf(runs.at(-1) as Run);
  const lead = Math.min(MAX_LEAD, first.quote - quoteFrom);
  const tail = Math.min(MAX_LEAD, quoteTo - last.quote);
  let sourceFrom = lead === 0 ? first.source : Math.max(0, first.source - Math.ceil(lead * 1.5) - SLACK);
  let sourceTo = tail === 0 ? last.source : Math.min(source.count, last.source + Math.ceil(tail * 1.5) + SLACK);
  // A word of the source is used once.
  for (const [l, other] of stretches.entries()) {
    if (l === k) continue;
    const from = (other.runs[0] as Run).source;
    const to = endOf(other.runs.at(-1) as Run).source;
    if (to <= first.source) sourceFrom = Math.max(sourceFrom, to);
    if (from >= last.source) sourceTo = Math.min(sourceTo, from);
  }
  return { sourceFrom, sourceTo };
}

function alignStretch(
  source: SourceWords,
  quote: QuoteWords,
  query: Query,
  runs: readonly Run[],
  { quoteFrom, quoteTo, sourceFrom, sourceTo }: { quoteFrom: number; quoteTo: number } & Window,
): Step[] {
  const steps: Step[] = [];
  const alone = (from: number, to: number): void => {
    for (let i = from; i < to; i++) steps.push({ quote: i, source: -1, slot: 0 });
  };
  const lead = Math.max(quoteFrom, (runs[0]?.quote ?? quoteFrom) - MAX_LEAD);
  const last = endOf(runs.at(-1) as Run); // a stretch has a run
  const tail = Math.min(quoteTo, last.quote + MAX_LEAD);
  alone(quoteFrom, lead);
  let [i, j] = [lead, sourceFrom];
  let freeStart = true;
  for (const run of runs) {
    if (run.length < CERTAIN) continue;
    const from = run.quote === quoteFrom ? run.quote : run.quote + MARGIN;
    const to = run.quote + run.length === quoteTo ? quoteTo : run.quote + run.length - MARGIN;
    const there = run.source + from - run.quote;
    if (from < i || there < j) continue;
    steps.push(
      ...alignGapped(source, quote, query.ids, { quoteFrom: i, quoteTo: from, sourceFrom: j, sourceTo: there, freeStart, freeEnd: false }),
    );
    for (let k = from; k < to; k++) steps.push({ quote: k, source: there + k - from, slot: 0 });
    [i, j] = [to, there + to - from];
    freeStart = false;
  }
  steps.push(
    ...alignGapped(source, quote, query.ids, {
      quoteFrom: i,
      quoteTo: tail,
      sourceFrom: j,
      sourceTo: Math.max(j, sourceTo),
      freeStart,
      freeEnd: true,
    }),
  );
  alone(tail, quoteTo);
  return steps;
}
