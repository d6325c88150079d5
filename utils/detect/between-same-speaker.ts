import type { Found } from './confidence/found.ts';

/** How sure the neighbours make it. */
const SHARE = 0.8;

/**
 * A quotation in a cited block that names nobody, between two of one speaker in the same block, is that speaker's too:
 * “…,” the cable said. … including “…” … “…,” the cable said. Gives the quotations anew.
 */
export function betweenSameSpeaker(quotations: readonly Found[]): Found[] {
  const byHolder = new Map<number, number[]>();
  for (const [i, { within, kind }] of quotations.entries()) {
    if (within === null || kind !== 'inline') continue;
    const list = byHolder.get(within);
    if (list === undefined) byHolder.set(within, [i]);
    else list.push(i);
  }
  const result = [...quotations];
  for (const siblings of byHolder.values())
    for (const [k, i] of siblings.entries()) {
      const own = result[i];
      const before = result[siblings[k - 1] ?? -1];
      const after = result[siblings[k + 1] ?? -1];
      if (own === undefined || own.speaker.name !== null || own.mention !== null || own.cue !== null) continue;
      if (before === undefined || before.speaker.name === null || before.speaker.name !== after?.speaker.name) continue;
      const { name, score, evidence } = before.speaker;
      const speaker = { ...own.speaker, name, rule: 'between-same-speaker', score: score * SHARE, evidence };
      result[i] = { ...own, speaker };
    }
  return result;
}
