import type { Run } from './find-runs.ts';
import type { QuoteEvent } from './quote-words.ts';

/** Runs that belong together, in the order of the quote and close to each other in the source. */
export interface Stretch {
  runs: Run[];
  bits: number;
}

/** Bits that a step from one run to the next costs: opening, and for each doubling of the words between. */
const STEP = 7;
const DOUBLING = 1.2;
const MARKED_DOUBLING = 0.4;
/** Going back in the source. */
const BACK = 16;
const MAX_STEP = 18;
/** More words than this between two runs, beyond those of the quote, and they are two stretches. */
export const FAR = 60;
/** What a stretch must say to be more than chance, in bits and words; between marked cuts less is enough. */
const MIN_BITS = 20;
const MIN_WORDS = 4;
const MIN_MARKED_BITS = 9;

/**
 * The best way through the runs, quote order kept, after the chaining of read aligners [1], where a jump stands for a spliced read: each run
 * gains its bits, each step costs by how much the source has between. O(runs²), at most 1,500 of them.
 * [1] H. Li, Bioinformatics 34 (2018) 3094–3100.
 */
export function chainRuns(runs: Run[], events: readonly QuoteEvent[]): Stretch[] {
  if (runs.length === 0) return [];
  const sorted = [...runs].sort((a, b) => a.quote - b.quote || a.source - b.source);
  const cuts = events.filter((e) => e.kind === 'ellipsis').map((e) => e.slot);
  const scores = new Float64Array(sorted.length);
  const previous = new Int32Array(sorted.length).fill(-1);
  let best = 0;
  for (let k = 0; k < sorted.length; k++) {
    const run = sorted[k] as Run; // k < length
    scores[k] = run.bits;
    for (let l = 0; l < k; l++) {
      // What it can gain at most.
      if ((scores[l] as number) + run.bits <= (scores[k] as number)) continue;
      const before = sorted[l] as Run; // l < k
      const overlap = overlapOf(before, run);
      if (overlap >= run.length) continue;
      const gain = (run.bits * (run.length - overlap)) / run.length;
      const score = (scores[l] as number) + gain - stepCost(before, run, overlap, cuts);
      if (score > (scores[k] as number)) {
        scores[k] = score;
        previous[k] = l;
      }
    }
    if ((scores[k] as number) > (scores[best] as number)) best = k;
  }
  const chain: Run[] = [];
  for (let k = best; k >= 0; k = previous[k] as number) chain.push(sorted[k] as Run); // an index of sorted
  return divide(trimmed(chain.reverse()), cuts);
}

const isCut = (cuts: number[], from: number, to: number): boolean => cuts.some((slot) => slot >= from && slot <= to);

/** Words said twice in one text and once in the other let runs overlap by as many in the source; more is going back. */
const MAX_OVERLAP = 8;

/** How many words at the beginning of a run belong to the one before it, in the quote or in the source: each word counts once. */
function overlapOf(before: Run, run: Run): number {
  const inQuote = Math.max(0, before.quote + before.length - run.quote);
  const inSource = before.source + before.length - run.source;
  return run.source > before.source && inSource > inQuote && inSource <= MAX_OVERLAP ? inSource : inQuote;
}

function stepCost(before: Run, run: Run, overlap: number, cuts: number[]): number {
  const from = before.quote + before.length;
  const to = run.quote + overlap;
  const gap = run.source + overlap - (before.source + before.length);
  if (gap < 0) return BACK;
  const more = Math.abs(gap - (to - from));
  if (more === 0) return 0;
  if (isCut(cuts, from, to)) return MARKED_DOUBLING * Math.log2(1 + more);
  return Math.min(MAX_STEP, STEP + DOUBLING * Math.log2(1 + more));
}

/** Overlaps are cut off the later run, so that each word has one place. */
function trimmed(chain: Run[]): Run[] {
  const result: Run[] = [];
  for (const run of chain) {
    const last = result.at(-1);
    const overlap = last === undefined ? 0 : overlapOf(last, run);
    const left = run.length - overlap;
    if (left > 0)
      result.push({ quote: run.quote + overlap, source: run.source + overlap, length: left, bits: (run.bits * left) / run.length });
  }
  return result;
}

/** Divides a chain where the source has far more between than the quote, or goes back; what is left over of chance is dropped. */
function divide(chain: Run[], cuts: number[]): Stretch[] {
  const stretches: Stretch[] = [];
  for (const run of chain) {
    const stretch = stretches.at(-1);
    const last = stretch?.runs.at(-1);
    const gap = last === undefined ? 0 : run.source - (last.source + last.length);
    const near = last !== undefined && gap >= 0 && gap - (run.quote - last.quote - last.length) <= FAR;
    if (stretch !== undefined && near) {
      stretch.runs.push(run);
      stretch.bits += run.bits;
    } else stretches.push({ runs: [run], bits: run.bits });
  }
  const most = Math.max(...stretches.map(({ bits }) => bits));
  return stretches.filter((stretch) => stretch.bits === most || saysEnough(stretch, stretches, cuts));
}

function saysEnough(stretch: Stretch, all: Stretch[], cuts: number[]): boolean {
  const first = stretch.runs[0] as Run; // a stretch has a run
  const last = stretch.runs.at(-1) as Run;
  const words = stretch.runs.reduce((sum, { length }) => sum + length, 0);
  if (stretch.bits >= MIN_BITS && words >= MIN_WORDS) return true;
  const k = all.indexOf(stretch);
  const before = all[k - 1]?.runs.at(-1);
  const after = all[k + 1]?.runs[0];
  const marked =
    (before === undefined || isCut(cuts, before.quote + before.length, first.quote)) &&
    (after === undefined || isCut(cuts, last.quote + last.length, after.quote));
  return marked && stretch.bits >= MIN_MARKED_BITS;
}
