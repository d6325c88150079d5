import { type DetectContext, sliceOf } from '../candidate.ts';
import type { Examined } from '../examined.ts';
import type { ReviewedWork } from './reviewed-work.ts';
import type { SourceFinding } from './source-context.ts';
import type { WeighedSource } from './weighed-sources.ts';

/** An earlier quotation with what was found. */
export interface Previous {
  item: Examined;
  finding: SourceFinding | null;
  weighed: readonly WeighedSource[];
}

/** What earlier quotations of the page tell about later ones. */
export interface Memory {
  lastSetOff: Previous | null;
  lastCited: Previous | null;
  work: ReviewedWork | null;
}

/** A quotation inside another one has the source of that one. */
export function inherited(outer: SourceFinding | null, own: SourceFinding | null): SourceFinding | null {
  // Its own source counts, unless it names no place where a reader could look and the outer one is a post or the same paper.
  if (outer?.source == null) return own;
  if (own?.source != null && (own.source.url !== null || (outer.rule !== 'embedded-post' && own.source.name !== outer.source.name)))
    return own;
  return {
    ...outer,
    rule: 'nested-in-source',
    confidence: outer.confidence * 0.95,
    speaker: own?.speaker ?? null,
    decidesSpeaker: own?.decidesSpeaker ?? false,
  };
}

/** A fragment of an earlier quotation has its source and its speaker. */
export function repeated(earlier: SourceFinding | null, holder: Examined | undefined): SourceFinding | null {
  if (holder === undefined) return null;
  const speaker = earlier?.decidesSpeaker === true ? earlier.speaker : holder.speech.speaker;
  if (earlier?.source == null && speaker === null) return null;
  return {
    source: earlier?.source ?? null,
    rule: 'repeats-quotation',
    confidence: (earlier?.confidence ?? holder.speech.confidence) * 0.9,
    evidence: { start: holder.candidate.start, end: holder.candidate.end },
    speaker,
    decidesSpeaker: speaker !== null,
  };
}

/** The finding of an earlier quotation when at most `most` paragraphs stand between. */
export function near(item: Examined, cited: Previous | null, most: number): SourceFinding | null {
  if (cited === null || cited.item.candidate.comment !== item.candidate.comment || cited.item.candidate.region !== item.candidate.region)
    return null;
  return item.candidate.first.index - cited.item.candidate.last.index - 1 <= most ? cited.finding : null;
}

/** [S28] A block right behind an embedded post says the same in the page's language. */
export function translates({ outline }: DetectContext, item: Examined, last: Previous | null): SourceFinding | null {
  const { candidate } = item;
  if (
    last?.finding == null ||
    last.item.candidate.rule !== 'embedded-post' ||
    candidate.rule === 'embedded-post' ||
    candidate.kind !== 'block'
  )
    return null;
  const post = last.item.candidate;
  const between = outline.text.slice(post.outer.end, candidate.outer.start).trim();
  const names = outline.elements[candidate.element]?.names ?? '';
  if (!(between === '' && /translat|übersetz|traduc/i.test(names)) && !(between.length < 40 && /translat|übersetz|traduc/i.test(between)))
    return null;
  return { ...last.finding, rule: 'translated-post', confidence: 0.85 };
}

const GOES_ON =
  /(?:^|[^\p{L}])(?:continues?|continued|goes on|went on|later (?:in|on)|further(?:more)?|also|auch|ebenfalls|également|también|again|elsewhere|same|more|adds?|added|concludes?|concluded|weiter|außerdem|plus loin|ajoute|continúa|añade)(?![\p{L}])/iu;
/** Paragraphs of the page's own between two blocks of one source. */
export const MAX_BETWEEN = 3;

/** [S14] A block without a lead-in of its own goes on with the source cited last. */
export function continues(context: DetectContext, item: Examined, cited: Previous | null): SourceFinding | null {
  const { candidate, leadIn, speech } = item;
  if (cited === null || cited.finding === null || candidate.kind !== 'block' || candidate.rule === 'embedded-post') return null;
  const before = cited.item.candidate;
  if (before.comment !== candidate.comment || before.region !== candidate.region) return null;
  const between = candidate.first.index - before.last.index - 1;
  const text = leadIn === null ? '' : sliceOf(context.outline, leadIn.sentence);
  const saysSo = leadIn?.open === true && GOES_ON.test(text);
  // What is signed ends with its signature.
  if (before.attribution !== null && !saysSo) return null;
  if (between > (saysSo ? MAX_BETWEEN * 3 : MAX_BETWEEN)) return null;
  if (leadIn?.heading === true) return null;
  if (leadIn?.open === true && !saysSo) return null;
  if (!saysSo && speech.speaker !== null && speech.cue !== null) return null;
  return {
    ...cited.finding,
    rule: 'continues-source',
    confidence: saysSo ? 0.85 : 0.7,
    evidence: cited.finding.evidence,
    speaker: null,
    decidesSpeaker: false,
  };
}

/** The other half of an interrupted quotation, or the next piece by the same speaker in the paragraph. */
export function fromNeighbour(
  context: DetectContext,
  examined: Examined[],
  findings: (SourceFinding | null)[],
  index: number,
): SourceFinding | null {
  const item = examined[index];
  const before = examined[index - 1];
  const found = findings[index - 1] ?? null;
  if (
    item === undefined ||
    before === undefined ||
    found?.source == null ||
    before.candidate.element >= 0 ||
    found.source.name === 'this page'
  )
    return null;
  const samePlace = before.candidate.first === item.candidate.first;
  const next = before.candidate.first.index + 1 === item.candidate.first.index && before.candidate.rule === 'inline-open';
  if (!samePlace && !next) return null;
  const sameSpeaker = item.speech.speaker === before.speech.speaker || item.speech.speaker === null;
  if (!sameSpeaker) return null;
  const between = context.outline.text.slice(before.candidate.outer.end, item.candidate.outer.start);
  if (between.length > 200) return null;
  return { ...found, rule: 'same-speaker-source', confidence: found.confidence * 0.9 };
}

/** [S33] A paragraph that is quoted as a whole goes on with the quoted paragraph before it. */
export function wholeParagraph(
  { outline }: DetectContext,
  examined: Examined[],
  findings: (SourceFinding | null)[],
  index: number,
): SourceFinding | null {
  const item = examined[index];
  const before = examined[index - 1];
  const found = findings[index - 1] ?? null;
  if (item === undefined || before === undefined || found?.source == null || found.source.name === 'this page') return null;
  if (!/^(?:link-log|outlet-says|quotation-goes-on)$/.test(found.rule)) return null;
  const { candidate } = item;
  if (candidate.first.index !== before.candidate.last.index + 1 || before.candidate.element >= 0 || item.within !== null) return null;
  if (outline.elements[candidate.first.element]?.parent !== outline.elements[before.candidate.first.element]?.parent) return null;
  if (candidate.outer.start !== candidate.first.start || candidate.outer.end < candidate.first.end - 1) return null;
  return { ...found, rule: 'quotation-goes-on', confidence: found.confidence * 0.9 };
}

/** Paragraphs behind a cited block in which its story goes on. */
const MAX_AFTER = 4;
/** Characters of a block in which a name is looked for. */
const MAX_READ = 10_000;

/** [S29] The story of a cited block goes on behind it: the speaker is one of whom the block tells. */
export function afterCited({ outline }: DetectContext, item: Examined, cited: Previous | null): SourceFinding | null {
  const found = near(item, cited, MAX_AFTER);
  const { speaker } = item.speech;
  if (found?.source == null || cited === null || speaker === null) return null;
  const name = speaker.split(/\s+/).at(-1) ?? '';
  const block = cited.item.candidate;
  if (
    name.length < 3 ||
    block.kind !== 'block' ||
    !outline.text.slice(block.start, Math.min(block.end, block.start + MAX_READ)).includes(name)
  )
    return null;
  return { ...found, rule: 'story-goes-on', confidence: found.confidence * 0.8, speaker: null, decidesSpeaker: false };
}
