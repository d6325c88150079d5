// What the confidence is fitted and measured on: each name told (or thought of) on the labelled pages and in the annotated articles.
import { candidateOf, namedBy, sourceFeatures, speakerFeatures } from '../../utils/detect/confidence/features.ts';
import type { WeighedSource } from '../../utils/detect/source/weighed-sources.ts';
import { type AnnotatedQuotation, isMention } from './annotated-articles.ts';
import { isSource, isSpeaker, type LabelledPage } from './labelled-pages.ts';
import type { Case, Penalty } from './logistic.ts';

/** A case with what became of it, for the tables. */
export interface Judged extends Case {
  /** Whether the page names anybody (a place). */
  named: boolean;
  /** The rules tell it; else it is the likeliest of those that were weighed. */
  told: boolean;
}

export function speakerCases(pages: readonly LabelledPage[]): Judged[] {
  return pages.flatMap(({ name: group, pairs }) =>
    pairs.flatMap(([label, found]): Judged[] => {
      const name = candidateOf(found);
      const features = speakerFeatures(found);
      if (features === null || name === null || label.speaker === undefined) return [];
      const told = found.speaker.name !== null;
      return [{ features, right: isSpeaker(label, name), weight: 1, group, named: label.speaker !== null, told }];
    }),
  );
}

export function sourceCases(pages: readonly LabelledPage[]): Judged[] {
  return pages.flatMap(({ name: group, pairs }) =>
    pairs.flatMap(([label, found]): Judged[] => {
      const features = sourceFeatures(found);
      const name = found.source.source?.name;
      if (features === null || name === undefined || label.source === undefined) return [];
      return [{ features, right: isSource(label, name), weight: 1, group, named: label.source !== null, told: true }];
    }),
  );
}

/** Every third article has cases enough (some 2,000): the rest moves no weight by more than its rounding. */
export const NEWS_STEP = 3;
/** A case of the articles weighs as much as one of the pages: with less the pages, on which the rules were made, say too much for what is doubtful. */
export const NEWS_WEIGHT = 1;

/**
 * The annotated articles tell how far the model's chances can be believed, not who a name is nor how often pages err: level and naming
 * have weights of their own there, which are not kept.
 */
export function articleCases(quotations: readonly AnnotatedQuotation[], weight: number): Judged[] {
  return quotations.flatMap(({ article: group, found, span }): Judged[] => {
    const features = speakerFeatures(found);
    const name = candidateOf(found);
    if (features === null || name === null) return [];
    const told = found.speaker.name !== null;
    features.set('news', 1);
    features.set(`news named ${namedBy(name, found.mention)}`, 1);
    return [{ features, right: isMention(span, told ? (found.mention ?? name) : name), weight, group, named: span.speaker !== null, told }];
  });
}

/** A rule's own weight is drawn to that of all rules as by ten cases; a rule that was right in all of few cases is not sure for that. */
export const penalty: Penalty = (feature) => (feature === 'constant' ? 0.01 : feature.startsWith('rule ') ? 2.5 : 1);

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
