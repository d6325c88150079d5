import type { AlignedStretch } from './align-quote.ts';
import type { Query } from './find-runs.ts';
import type { QuoteWords } from './quote-words.ts';
import type { SourceWords } from './source-words.ts';

/** Share of its own words, in bits, that a stretch must hold beside others: less is made of phrases that everybody uses. */
const MIN_SHARE = 0.55;
/** A word that is the same among others that differ counts so much. */
const ALONE = 0.3;

/** Without stretches that hold too little of their part of the quote; the words become those of the stretch before, or behind. */
export function dropWeak(source: SourceWords, quote: QuoteWords, query: Query, stretches: AlignedStretch[]): AlignedStretch[] {
  if (stretches.length < 2) return stretches;
  const shares = stretches.map((stretch) => shareOf(source, quote, query, stretch));
  const best = Math.max(...shares.map(({ found }) => found));
  const kept: AlignedStretch[] = [];
  let orphaned: AlignedStretch | null = null;
  for (const [k, stretch] of stretches.entries()) {
    const share = shares[k];
    const strong = share !== undefined && (share.found === best || share.found >= MIN_SHARE * share.all);
    if (strong) {
      kept.push(orphaned === null ? stretch : join(orphaned, stretch));
      orphaned = null;
      continue;
    }
    const last = kept.pop();
    const alone = { ...stretch, steps: withoutSource(stretch) };
    if (last !== undefined) kept.push(join(last, alone));
    else orphaned = orphaned === null ? alone : join(orphaned, alone);
  }
  return kept;
}

const withoutSource = ({ quoteFrom, quoteTo }: AlignedStretch) =>
  Array.from({ length: quoteTo - quoteFrom }, (_, k) => ({ quote: quoteFrom + k, source: -1, slot: 0 }));

const join = (a: AlignedStretch, b: AlignedStretch): AlignedStretch => ({
  quoteFrom: a.quoteFrom,
  quoteTo: b.quoteTo,
  steps: [...a.steps, ...b.steps],
});

function shareOf(source: SourceWords, quote: QuoteWords, { ids, bits }: Query, { quoteFrom, quoteTo, steps }: AlignedStretch) {
  let all = 0;
  for (let i = quoteFrom; i < quoteTo; i++) if (!quote.words[i]?.bracketed) all += bits[i] as number; // one a word
  let found = 0;
  for (const [k, step] of steps.entries()) {
    if (!isSame(source, ids, step)) continue;
    const joined = isSame(source, ids, steps[k - 1]) || isSame(source, ids, steps[k + 1]);
    found += (bits[step.quote] as number) * (joined ? 1 : ALONE);
  }
  return { all, found };
}

const isSame = (source: SourceWords, ids: Int32Array, step: { quote: number; source: number } | undefined): boolean =>
  step !== undefined && step.quote >= 0 && step.source >= 0 && ids[step.quote] === source.ids[step.source];
