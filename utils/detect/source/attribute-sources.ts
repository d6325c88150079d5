import type { TextSpan } from '../../domain/page-text.ts';
import { sentencesIn } from '../../text/sentences.ts';
import { type Candidate, type DetectContext, sliceOf } from '../candidate.ts';
import type { Examined } from '../examined.ts';
import { wordCountAnyScript } from '../page-outline.ts';
import { setOffSourceRules } from './all-source-rules.ts';
import { attributeEchoes } from './attribute-echoes.ts';
import { inlineSourceRules } from './inline-outlet.ts';
import { type Site, siteOf } from './site.ts';
import { citing, type SourceContext, type SourceFinding, type SourceRule } from './source-context.ts';

/** The source of each quotation, in order; null where the page names none. */
export function attributeSources(context: DetectContext, examined: Examined[]): (SourceFinding | null)[] {
  const site = siteOf(context.outline);
  const echoes = attributeEchoes(context, examined);
  const quotesByParagraph = groupInline(examined);
  const findings: (SourceFinding | null)[] = [];
  let lastSetOff: { item: Examined; finding: SourceFinding | null } | null = null;
  let lastCited: { item: Examined; finding: SourceFinding } | null = null;
  for (const [i, item] of examined.entries()) {
    const { candidate } = item;
    const setOff = candidate.element >= 0;
    let found = echoes[i] ?? null;
    if (found === null && setOff) found = forSetOff(context, site, item, lastSetOff, lastCited);
    if (found === null && !setOff) found = forInline(context, site, item, quotesByParagraph);
    if ((found === null || found.source === null) && item.within !== null) {
      const outer = findings[item.within] ?? null;
      if (outer?.source != null)
        found = {
          ...outer,
          rule: 'nested-in-source',
          confidence: outer.confidence * 0.95,
          speaker: found?.speaker ?? null,
          decidesSpeaker: found?.decidesSpeaker ?? false,
        };
    }
    if (found === null && !setOff && item.within === null) found = fromNeighbour(context, examined, findings, i);
    findings.push(found);
    if (setOff && item.within === null) {
      lastSetOff = { item, finding: found };
      if (found?.source != null && found.rule !== 'embedded-post' && found.source.name !== 'this page')
        lastCited = { item, finding: found };
    }
  }
  return findings;
}

function groupInline(examined: Examined[]): Map<number, Candidate[]> {
  const groups = new Map<number, Candidate[]>();
  for (const { candidate } of examined) {
    if (candidate.element >= 0) continue;
    const list = groups.get(candidate.first.index);
    if (list === undefined) groups.set(candidate.first.index, [candidate]);
    else list.push(candidate);
  }
  return groups;
}

function firstOf(rules: readonly SourceRule[], context: SourceContext): SourceFinding | null {
  let signed: SourceFinding | null = null;
  for (const rule of rules) {
    const found = rule.find(context);
    if (found === null) continue;
    // A signature that names a person alone leaves the question of where from to the rules that follow.
    if (found.source === null) signed ??= { ...found, rule: rule.id };
    else if (signed === null) return { ...found, rule: rule.id };
    else
      return {
        ...found,
        rule: rule.id,
        speaker: signed.speaker ?? found.speaker,
        decidesSpeaker: signed.decidesSpeaker || found.decidesSpeaker,
      };
  }
  return signed;
}

interface Previous {
  item: Examined;
  finding: SourceFinding | null;
}

function forSetOff(
  context: DetectContext,
  site: Site,
  item: Examined,
  last: Previous | null,
  cited: Previous | null,
): SourceFinding | null {
  const { leadIn, candidate } = item;
  const shared = leadIn?.sharedWith != null && last !== null && last.item.candidate === leadIn.sharedWith ? last.finding : null;
  const sentence = leadIn === null || leadIn.sharedWith !== null ? null : citing(context, site, leadIn.sentence);
  const before = leadIn === null || leadIn.before === null ? null : citing(context, site, leadIn.before);
  const found = firstOf(setOffSourceRules, { context, site, item, candidate, sentence, before });
  if (found?.source != null) return found;
  if (shared !== null && candidate.attribution === null) return { ...shared, rule: 'shared-lead-in', confidence: shared.confidence * 0.95 };
  const continued = found === null ? continues(context, item, cited) : null;
  return found ?? continued;
}

const GOES_ON =
  /(?:^|[^\p{L}])(?:continues?|continued|goes on|went on|later (?:in|on)|further(?:more)?|also|again|elsewhere|same|more|adds?|added|concludes?|concluded|weiter|außerdem|plus loin|ajoute|continúa|añade)(?![\p{L}])/iu;
/** Paragraphs of the page's own between two blocks of one source. */
const MAX_BETWEEN = 3;

/** [S14] A block without a lead-in of its own goes on with the source cited last. */
function continues(context: DetectContext, item: Examined, cited: Previous | null): SourceFinding | null {
  const { candidate, leadIn, speech } = item;
  if (cited === null || cited.finding === null || candidate.kind !== 'block' || candidate.rule === 'embedded-post') return null;
  const before = cited.item.candidate;
  if (before.comment !== candidate.comment || before.region !== candidate.region) return null;
  const between = candidate.first.index - before.last.index - 1;
  const text = leadIn === null ? '' : sliceOf(context.outline, leadIn.sentence);
  const saysSo = GOES_ON.test(text);
  if (between > (saysSo ? MAX_BETWEEN * 3 : MAX_BETWEEN)) return null;
  if (leadIn?.heading === true) return null;
  if (leadIn?.open === true && !saysSo) return null;
  if (!saysSo && speech.speaker !== null) return null;
  return {
    ...cited.finding,
    rule: 'continues-source',
    confidence: saysSo ? 0.85 : 0.7,
    evidence: cited.finding.evidence,
    speaker: null,
    decidesSpeaker: false,
  };
}

function forInline(context: DetectContext, site: Site, item: Examined, groups: Map<number, Candidate[]>): SourceFinding | null {
  const { candidate } = item;
  const holes = (groups.get(candidate.first.index) ?? [])
    .filter((c) => wordCountAnyScript(sliceOf(context.outline, c)) >= 3 || c === candidate)
    .map((c) => c.outer);
  const { span, before } = frameOf(context, candidate);
  const sentence = citing(context, site, span, holes);
  return firstOf(inlineSourceRules, {
    context,
    site,
    item,
    candidate,
    sentence,
    before: before === null ? null : citing(context, site, before, holes),
  });
}

/** The sentences that hold an inline quotation with its cue, and the one before. */
function frameOf({ outline }: DetectContext, candidate: Candidate): { span: TextSpan; before: TextSpan | null } {
  const paragraph = candidate.first;
  const sentences = sentencesIn(outline.text, paragraph);
  const first = sentences.findIndex((s) => s.end > candidate.outer.start);
  let last = first;
  while (last + 1 < sentences.length && (sentences[last]?.end ?? 0) < candidate.outer.end) last++;
  const start = sentences[first]?.start ?? paragraph.start;
  const end = sentences[last]?.end ?? paragraph.end;
  const lead = sentences[first - 1];
  // "He wrote on Monday: “…”" may end the sentence at the colon of its own; a quotation that starts its sentence looks back.
  return { span: { start, end }, before: lead ?? null };
}

/** The other half of an interrupted quotation, or the next piece by the same speaker in the paragraph. */
function fromNeighbour(
  context: DetectContext,
  examined: Examined[],
  findings: (SourceFinding | null)[],
  index: number,
): SourceFinding | null {
  const item = examined[index];
  const before = examined[index - 1];
  const found = findings[index - 1] ?? null;
  if (item === undefined || before === undefined || found?.source == null || before.candidate.element >= 0) return null;
  const samePlace = before.candidate.first === item.candidate.first;
  const next = before.candidate.first.index + 1 === item.candidate.first.index && before.candidate.rule === 'inline-open';
  if (!samePlace && !next) return null;
  const sameSpeaker = item.speech.speaker === before.speech.speaker || item.speech.speaker === null;
  if (!sameSpeaker) return null;
  const between = context.outline.text.slice(before.candidate.outer.end, item.candidate.outer.start);
  if (between.length > 200) return null;
  return { ...found, rule: 'same-speaker-source', confidence: found.confidence * 0.9 };
}
