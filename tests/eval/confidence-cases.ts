// What the confidence is fitted and measured on: each name told (or thought of) on the labelled pages and in the annotated articles.
import { candidateFeatures, candidateOf, sourceFeatures, speakerFeatures } from '../../utils/detect/confidence/features.ts';
import type { Found } from '../../utils/detect/confidence/found.ts';
import type { WeighedSource } from '../../utils/detect/source/weighed-sources.ts';
import { type AnnotatedQuotation, isMention } from './annotated-articles.ts';
import { isSource, isSpeaker, type LabelledPage } from './labelled-pages.ts';
import type { Case, Penalty } from './logistic.ts';

/** A case with what became of it, for the tables. */
export interface Judged extends Case {
  found: Found;
  /** Whether the page names anybody (a place). */
  named: boolean;
}

/**
 * The rules were written with the labelled pages in view. Of names told on 60 pages that nobody had labelled, judged by hand, 90 % were
 * right (65 of 72 speakers, 43 of 49 sources), on the labelled ones 97 %: what is told is half-way between.
 */
const DOUBT = 0.03;

/** `told`: the names that the rules tell; `weighed`: where they tell none, the likeliest that came into question. */
export interface SpeakerCases {
  told: Judged[];
  weighed: Judged[];
}

export function speakerCases(pages: readonly LabelledPage[]): SpeakerCases {
  const cases: SpeakerCases = { told: [], weighed: [] };
  for (const { name: group, pairs } of pages)
    for (const [label, found] of pairs) {
      const name = found.speaker.name ?? candidateOf(found);
      if (name === null || label.speaker === undefined) continue;
      const judged = { found, right: isSpeaker(label, name), doubt: DOUBT, weight: 1, group, named: label.speaker !== null };
      const told = speakerFeatures(found);
      const weighed = candidateFeatures(found);
      if (told !== null) cases.told.push({ ...judged, features: told });
      else if (weighed !== null) cases.weighed.push({ ...judged, features: weighed });
    }
  return cases;
}

export function sourceCases(pages: readonly LabelledPage[]): Judged[] {
  return pages.flatMap(({ name: group, pairs }) =>
    pairs.flatMap(([label, found]): Judged[] => {
      const features = sourceFeatures(found);
      const name = found.source.source?.name;
      if (features === null || name === undefined || label.source === undefined) return [];
      return [{ found, features, right: isSource(label, name), doubt: DOUBT, weight: 1, group, named: label.source !== null }];
    }),
  );
}

/** Every third article has cases enough (some 2,000): the rest moves no weight by more than its rounding. */
export const NEWS_STEP = 3;
/** What a case of the articles weighs beside one of the pages: with 1 the articles on whose kind the model was trained outvote the pages in what rules are worth. */
export const NEWS_WEIGHT = 0.3;

/** What is told of each quotation as a whole: right when all of it is; its chance the weaker part's, as `judged` has it. */
export function togetherCases(
  speakers: readonly Judged[],
  speakerChances: readonly number[],
  sources: readonly Judged[],
  sourceChances: readonly number[],
): { right: boolean; chance: number }[] {
  const whole = new Map<Found, { right: boolean; chance: number }>();
  for (const [cases, chances] of [
    [speakers, speakerChances],
    [sources, sourceChances],
  ] as const)
    for (const [i, { found, right }] of cases.entries()) {
      const other = whole.get(found) ?? { right: true, chance: 1 };
      whole.set(found, { right: right && other.right, chance: Math.min(chances[i] ?? 0, other.chance) });
    }
  return [...whole.values()];
}

/**
 * The annotated articles tell how far the model's chances can be believed, not who a name is nor how often pages err: level and naming
 * have weights of their own there, which are not kept.
 */
export function articleCases(quotations: readonly AnnotatedQuotation[], weight: number): SpeakerCases {
  const cases: SpeakerCases = { told: [], weighed: [] };
  for (const { article: group, found, span } of quotations) {
    const name = found.speaker.name ?? candidateOf(found);
    if (name === null) continue;
    const told = speakerFeatures(found);
    const features = told ?? candidateFeatures(found);
    if (features === null) continue;
    features.set('news', 1);
    const right = isMention(span, told === null ? name : (found.mention ?? name));
    cases[told === null ? 'weighed' : 'told'].push({ found, features, right, doubt: 0, weight, group, named: span.speaker !== null });
  }
  return cases;
}

/** A rule's own weight is drawn to 0 as by some twenty cases: a rule that was right in all of a few is not sure for that. */
export const penalty: Penalty = (feature) => (feature === 'constant' ? 0.01 : feature.startsWith('rule ') ? 5 : 1);

type Shares = Record<WeighedSource['kind'], number>;
/** Drawn to this share, as by so many cases. */
const PRIOR: Record<'told' | 'silent', { share: number; cases: number }> = {
  told: { share: 0.2, cases: 5 },
  silent: { share: 0.1, cases: 10 },
};

/** Of each kind of other names the share that is right, where the name told is wrong, and where none is told. */
export function otherSources(pages: readonly LabelledPage[]): Record<'told' | 'silent', Shares> {
  const count = (part: 'told' | 'silent'): Shares => {
    const seen: Record<WeighedSource['kind'], [number, number]> = {
      rule: [0, 0],
      link: [0, 0],
      before: [0, 0],
      outlet: [0, 0],
      cited: [0, 0],
    };
    for (const [label, { source }] of pages.flatMap((page) => page.pairs)) {
      const told = source.source?.name ?? null;
      if (label.source === undefined || (told !== null) !== (part === 'told') || (told !== null && isSource(label, told))) continue;
      for (const { name, kind } of source.weighed) {
        if (name === told) continue;
        seen[kind][1]++;
        if (isSource(label, name)) seen[kind][0]++;
      }
    }
    const { share, cases } = PRIOR[part];
    const smooth = ([right, n]: [number, number]): number => Math.round((1000 * (right + share * cases)) / (n + cases)) / 1000;
    return {
      rule: smooth(seen.rule),
      link: smooth(seen.link),
      before: smooth(seen.before),
      outlet: smooth(seen.outlet),
      cited: smooth(seen.cited),
    };
  };
  return { told: count('told'), silent: count('silent') };
}

/** Passages of a rule are drawn to the share of all, as by so many cases. */
const PASSAGE_CASES = 10;

/** Of each rule the share of its passages that the labels know as quotations, those that may be left out among them. */
export function passages(pages: readonly LabelledPage[]): Record<string, number> {
  const seen = new Map<string, { right: number; n: number }>();
  const all = { right: 0, n: 0 };
  for (const { found, labelled } of pages)
    for (const quotation of found) {
      const own = seen.get(quotation.passage.rule) ?? { right: 0, n: 0 };
      seen.set(quotation.passage.rule, own);
      for (const tally of [own, all]) {
        tally.n++;
        if (labelled.has(quotation)) tally.right++;
      }
    }
  const share = all.right / Math.max(1, all.n);
  return Object.fromEntries(
    [...seen]
      .sort(([a], [b]) => (a < b ? -1 : 1))
      .map(([rule, { right, n }]) => [rule, Math.round((1000 * (right + share * PASSAGE_CASES)) / (n + PASSAGE_CASES)) / 1000]),
  );
}
