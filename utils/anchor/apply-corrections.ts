import type { AppliedCorrection, CorrectedAttribution, Correction } from '../domain/correction.ts';
import type { TextSpan } from '../domain/page-text.ts';
import type { Alternative, Detected, Quotation, Reason } from '../domain/quotation.ts';
import type { PageIndex } from './page-index.ts';
import { resolveAll } from './resolve.ts';

/**
 * A correction is about the quotation that shares at least this much of its passage (shared / joined length): a mark more or less, a sentence
 * that was added. Below it the nearest quotation is another one: that around it, or one within. A quotation within a short block is
 * often 0.6 of it (58 % in the test's), and then must not speak for the block.
 */
const MIN_SHARED = 0.8;
/** Words of an applied correction that are told (UTF-16). */
const WORDS = 300;

export interface CorrectedQuotations {
  /** As the reader sees them: those that are none to them are left out, `within` follows. */
  quotations: Quotation[];
  /** What came of each correction, in the order given. */
  applied: AppliedCorrection[];
  /** By the correction's id, the quotation it is about as it was detected. */
  detected: Map<string, Quotation>;
}

/** Applies `corrections` (of two about one passage the first counts) to the quotations of the indexed page. Never throws. */
export function applyCorrections(
  index: PageIndex,
  quotations: readonly Quotation[],
  corrections: readonly Correction[],
): CorrectedQuotations {
  if (corrections.length === 0) return { quotations: [...quotations], applied: [], detected: new Map() };
  const places = resolveAll(
    index,
    corrections.map(({ target }) => target.selector),
  );
  const deciding = new Map<number, Correction>();
  const detected = new Map<string, Quotation>();
  const applied = corrections.map((correction, i): AppliedCorrection => {
    const { id, attribution, target } = correction;
    const words = (target.selector.find((one) => one.type === 'TextQuoteSelector')?.exact ?? '').slice(0, WORDS);
    const span = places[i]?.span ?? null;
    const at = span === null ? -1 : quotationAt(quotations, span);
    const quotation = quotations[at];
    if (quotation === undefined) return { id, span: null, hides: false, words };
    if (!deciding.has(at)) deciding.set(at, correction);
    detected.set(id, quotation);
    return { id, span: { start: quotation.start, end: quotation.end }, hides: attribution === null, words };
  });
  return { quotations: corrected(quotations, deciding), applied, detected };
}

/** Index of the quotation that shares the most of `span`, −1 when none shares enough. */
function quotationAt(quotations: readonly Quotation[], span: TextSpan): number {
  let best = -1;
  let most = MIN_SHARED;
  for (const [i, { start, end }] of quotations.entries()) {
    const shared = Math.min(end, span.end) - Math.max(start, span.start);
    const share = shared <= 0 ? 0 : shared / (Math.max(end, span.end) - Math.min(start, span.start));
    if (share < most || (share === most && best >= 0)) continue;
    best = i;
    most = share;
  }
  return best;
}

function corrected(quotations: readonly Quotation[], deciding: ReadonlyMap<number, Correction>): Quotation[] {
  const indexes = new Map<number, number>();
  const list: Quotation[] = [];
  const around = (index: number | null): number | null => {
    // One that is left out passes on what it stands in itself.
    for (let at = index; at !== null; at = quotations[at]?.within ?? null) {
      const left = indexes.get(at);
      if (left !== undefined) return left;
      if ((quotations[at]?.within ?? -1) >= at) return null;
    }
    return null;
  };
  for (const [i, quotation] of quotations.entries()) {
    const correction = deciding.get(i);
    if (correction?.attribution === null) continue;
    indexes.set(i, list.length);
    const told = correction === undefined ? quotation : asCorrected(quotation, correction.id, correction.attribution);
    list.push({ ...told, within: around(quotation.within) });
  }
  return list;
}

/** The quotation with the reader's attribution; why it was another one stays to be seen. */
function asCorrected(quotation: Quotation, id: string, { speaker, source }: CorrectedAttribution): Quotation {
  const sameSpeaker = speaker === quotation.speaker;
  const { why } = quotation;
  return {
    ...quotation,
    speaker,
    mention: sameSpeaker ? quotation.mention : null,
    cue: sameSpeaker ? quotation.cue : null,
    source,
    rule: 'reader',
    confidence: 1,
    why: {
      speaker: sameSpeaker ? why.speaker : byReader(speaker, quotation.speaker, why.speaker),
      source: sameSource(source, quotation.source)
        ? why.source
        : byReader(source?.name ?? null, quotation.source?.name ?? null, why.source),
    },
    corrected: { correction: id, detected: detectedOf(quotation) },
  };
}

/** What is told of a quotation without a correction. */
export function detectedOf({ kind, region, speaker, mention, cue, source, rule, confidence }: Quotation): Detected {
  return { kind, region, speaker, mention, cue, source, rule, confidence };
}

const sameSource = (a: Quotation['source'], b: Quotation['source']): boolean =>
  a?.name === b?.name && a?.url === b?.url && a?.title === b?.title;

/** `told` by detection, with its reason, is the first alternative to the reader's `name`. */
function byReader(name: string | null, told: string | null, reason: Reason | null): Reason {
  const before: Alternative[] = told === null ? [] : [{ name: told, confidence: reason?.confidence ?? 0 }];
  const others = [...before, ...(reason?.alternatives ?? [])].filter((other) => other.name !== name);
  return { rule: 'reader', confidence: 1, evidence: null, alternatives: others.slice(0, 3) };
}
