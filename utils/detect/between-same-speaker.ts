import type { Quotation } from '../domain/quotation.ts';

/** How sure the neighbours make it. */
const SHARE = 0.8;

/**
 * A quotation in a cited block that names nobody, between two of one speaker in the same block, is that speaker's too:
 * “…,” the cable said. … including “…” … “…,” the cable said. Gives the quotations anew.
 */
export function betweenSameSpeaker(quotations: readonly Quotation[]): Quotation[] {
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
      if (own === undefined || own.speaker !== null || own.mention !== null || own.cue !== null) continue;
      const speaker = before?.speaker ?? null;
      if (speaker === null || speaker !== after?.speaker) continue;
      const confidence = Math.round(Math.min(own.confidence, before?.confidence ?? 0) * SHARE * 100) / 100;
      const why = { ...own.why, speaker: { rule: 'between-same-speaker', confidence, evidence: null, alternatives: [] } };
      result[i] = { ...own, speaker, confidence, why };
    }
  return result;
}
