import type { Alternative } from '../../domain/quotation.ts';
import type { Mention } from './mention.ts';
import type { Decision } from './model.ts';
import type { Resolution } from './resolution.ts';

/** A mention below this chance is not looked up: behind the likeliest ones it would stay below what is shown. */
const LEAST = 0.02;
/** So many mentions are looked up at most; nine in ten quotations have one or two above `LEAST`. */
const MOST = 6;

/**
 * Whom the model weighed, by their fullest names, with the chances (0–1) of all mentions that mean them; likeliest first. Who is told
 * is one of them as a rule. Mentions that name nobody are left out.
 */
export function weighedSpeakers({ alternatives }: Decision, resolve: (m: Mention) => Resolution): Alternative[] {
  const sums = new Map<string, number>();
  const likely = alternatives.filter(({ chance }) => chance >= LEAST).sort((a, b) => b.chance - a.chance);
  for (const { mention, chance } of likely.slice(0, MOST)) {
    const { speaker, rival } = resolve(mention);
    if (speaker !== null) add(sums, speaker, chance * (1 - (rival?.share ?? 0)));
    if (rival !== undefined) add(sums, rival.speaker, chance * rival.share);
  }
  return [...sums].map(([name, confidence]) => ({ name, confidence })).sort((a, b) => b.confidence - a.confidence);
}

const add = (sums: Map<string, number>, name: string, chance: number): Map<string, number> =>
  sums.set(name, (sums.get(name) ?? 0) + chance);
