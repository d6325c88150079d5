import type { Alternative, Quotation, Reason } from '../../domain/quotation.ts';
import type { WeighedSource } from '../source/weighed-sources.ts';
import { candidateFeatures, candidateOf, type Features, sourceFeatures, speakerFeatures } from './features.ts';
import type { Found } from './found.ts';
import { CANDIDATE_WEIGHTS, OTHER_SOURCES, PASSAGES, SOURCE_WEIGHTS, SPEAKER_WEIGHTS } from './weights.ts';

/** Below these chances a name is wrong more often than right, so that silence tells more: MODEL.md, "When it stays empty". */
const SURE_SPEAKER = 0.5;
const SURE_SOURCE = 0.5;
/** Less likely ones are no help to choose from. */
const LEAST = 0.005;
const MOST = 3;

/** A quotation as it is told: with the chances that its speaker and source are right; what is too unlikely is left empty. */
export function judged(found: Found): Quotation {
  const { kind, region, text, start, end, within, passage, rule } = found;
  const why = { speaker: whySpeaker(found), source: whySource(found) };
  const speaker = why.speaker === null || why.speaker.rule === UNSURE ? null : found.speaker.name;
  const source = why.source === null || why.source.rule === UNSURE ? null : found.source.source;
  // Words that point to somebody who is not told point nowhere.
  const dropped = speaker === null && found.speaker.name !== null;
  return {
    kind,
    region,
    text,
    start,
    end,
    speaker,
    mention: dropped ? null : found.mention,
    cue: dropped ? null : found.cue,
    source,
    within,
    rule,
    confidence:
      together(speaker === null ? null : why.speaker, source === null ? null : why.source) ??
      round(PASSAGES[passage.rule] ?? passage.score),
    why,
  };
}

const UNSURE = 'unsure';

/**
 * The chance that all that is told is right: the weaker part's. Where one is wrong the other is as a rule too, so that the product says too
 * little (Brier score 0.047 on the labelled pages; 0.045 so).
 */
const together = (speaker: Reason | null, source: Reason | null): number | null =>
  speaker === null || source === null ? ((speaker ?? source)?.confidence ?? null) : Math.min(speaker.confidence, source.confidence);

function whySpeaker(found: Found): Reason | null {
  const { name, weighed, rule, evidence } = found.speaker;
  const candidate = name ?? candidateOf(found);
  if (candidate === null) return null;
  const chance = name === null ? chanceOf(CANDIDATE_WEIGHTS, candidateFeatures(found)) : chanceOf(SPEAKER_WEIGHTS, speakerFeatures(found));
  // Had it been somebody else or nobody, then each in proportion to what the model gave them.
  const left = (1 - chance) / Math.max(LEAST, 1 - (weighed.find((w) => w.name === candidate)?.confidence ?? 0));
  const others = weighed
    .filter((w) => w.named && w.name !== candidate)
    .map((w) => ({ name: w.name, confidence: Math.min(1, w.confidence * left) }));
  if (name !== null && chance >= SURE_SPEAKER) return reason(rule, chance, evidence, others);
  return unsure([{ name: candidate, confidence: chance }, ...others]);
}

function whySource(found: Found): Reason | null {
  const { source, weighed, rule, evidence } = found.source;
  const chance = source === null ? 0 : chanceOf(SOURCE_WEIGHTS, sourceFeatures(found));
  const others = weighed
    .filter((w) => w.name !== source?.name)
    .map(({ name, kind }) => ({ name, confidence: (1 - chance) * shareOf(kind, source !== null) }));
  if (source === null) return others.length === 0 ? null : unsure(others);
  return chance >= SURE_SOURCE ? reason(rule, chance, evidence, others) : unsure([{ name: source.name, confidence: chance }, ...others]);
}

const shareOf = (kind: WeighedSource['kind'], told: boolean): number => (told ? OTHER_SOURCES.told : OTHER_SOURCES.silent)[kind];

const reason = (rule: string, chance: number, evidence: Reason['evidence'], others: readonly Alternative[]): Reason => ({
  rule,
  confidence: round(chance),
  evidence: evidence === null ? null : { start: evidence.start, end: evidence.end },
  alternatives: likeliest(others),
});

/** Nothing is told: only what it could be, and null when all of it is unlikely. */
function unsure(others: readonly Alternative[]): Reason | null {
  const alternatives = likeliest(others);
  return alternatives.length === 0 ? null : { rule: UNSURE, confidence: 0, evidence: null, alternatives };
}

const likeliest = (others: readonly Alternative[]): Alternative[] =>
  others
    .filter(({ confidence }) => confidence >= LEAST)
    .sort((a, b) => b.confidence - a.confidence)
    .slice(0, MOST)
    .map(({ name, confidence }) => ({ name, confidence: round(confidence) }));

function chanceOf(weights: Readonly<Record<string, number>>, features: Features | null): number {
  let sum = 0;
  for (const [name, value] of features ?? []) sum += value * (Object.hasOwn(weights, name) ? (weights[name] ?? 0) : 0);
  return 1 / (1 + Math.exp(-sum));
}

const round = (chance: number): number => Math.round(chance * 1000) / 1000;
