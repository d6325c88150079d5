import type { Alternative } from '../../domain/quotation.ts';
import { outletByName } from '../outlets/lookup.ts';
import type { Mention } from './mention.ts';
import type { Decision } from './model.ts';
import type { Resolution } from './resolution.ts';

/** Somebody the model weighed, by the fullest name, with the chances (0–1) of all mentions that mean them. */
export interface WeighedSpeaker extends Alternative {
  /** The words name a person, a known outlet, or somebody by two capitals: not "Yes", "the word", "this year's budget". */
  named: boolean;
}

/** A mention below this chance is not looked up: behind the likeliest ones it would stay below what is shown. */
const LEAST = 0.02;
/** So many mentions are looked up at most; nine in ten quotations have one or two above `LEAST`. */
const MOST = 6;

/** Whom the model weighed, likeliest first; who is told is one of them as a rule. Mentions that mean nobody known are left out. */
export function weighedSpeakers({ alternatives }: Decision, resolve: (m: Mention) => Resolution): WeighedSpeaker[] {
  const weighed = new Map<string, WeighedSpeaker>();
  const add = (name: string, confidence: number, person: boolean): void => {
    const known = weighed.get(name);
    if (known === undefined) weighed.set(name, { name, confidence, named: person || namesSomebody(name) });
    else known.confidence += confidence;
  };
  const likely = alternatives.filter(({ chance }) => chance >= LEAST).sort((a, b) => b.chance - a.chance);
  for (const { mention, chance } of likely.slice(0, MOST)) {
    const { speaker, person, rival } = resolve(mention);
    if (speaker !== null) add(speaker, chance * (1 - (rival?.share ?? 0)), person);
    if (rival !== undefined) add(rival.speaker, chance * rival.share, true);
  }
  return [...weighed.values()].sort((a, b) => b.confidence - a.confidence);
}

const CAPITALS = /^\p{Lu}[\p{L}.’'-]*(?:\s+(?:\p{Lu}[\p{L}.’'-]*|of|and|de|la|du|von|der|des|del|for|und|the))*\s+\p{Lu}[\p{L}.’'-]*$/u;
const namesSomebody = (name: string): boolean => outletByName(name) !== null || CAPITALS.test(name);
