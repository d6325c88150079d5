import type { Mention } from './mention.ts';
import type { Decision } from './model.ts';
import type { Resolution } from './resolution.ts';

/** Several mentions of one person may share what chance there is: "Smith", "he" and "his" are one answer. */
export interface SamePerson {
  mention: Mention;
  /** The sum of the chances, lowered: the mention itself is a guess among them. */
  chance: number;
}

/** From this sum on the person answers. */
const TOGETHER = 0.5;
/** When it is speech at this chance, this much is enough for a person to whom all but a third of the persons' chances points. */
const SPEECH = 0.7;
const ENOUGH = 0.25;
const SHARE = 0.7;
const LOWERED = 0.9;

/** The person who gathers most of the chance, with the likeliest mention. Null when no person has half of it. */
export function samePerson({ alternatives, nobody }: Decision, resolve: (m: Mention) => Resolution): SamePerson | null {
  const sums = new Map<string, SamePerson & { best: number }>();
  for (const { mention, chance } of alternatives) {
    const { speaker, person } = resolve(mention);
    if (speaker === null || !person) continue;
    const known = sums.get(speaker);
    if (known === undefined) sums.set(speaker, { mention, chance, best: chance });
    else {
      known.chance += chance;
      if (chance > known.best) [known.mention, known.best] = [mention, chance];
    }
  }
  let most: SamePerson | null = null;
  let persons = 0;
  for (const { mention, chance } of sums.values()) {
    persons += chance;
    if (most === null || chance > most.chance) most = { mention, chance };
  }
  if (most === null) return null;
  if (most.chance >= TOGETHER) return { mention: most.mention, chance: most.chance * LOWERED };
  const alone = 1 - nobody >= SPEECH && most.chance >= ENOUGH && most.chance >= persons * SHARE;
  return alone ? { mention: most.mention, chance: TOGETHER } : null;
}
