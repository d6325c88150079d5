import type { TextSpan } from '../../domain/page-text.ts';
import { sentencesIn } from '../../text/sentences.ts';
import { type Candidate, type DetectContext, sliceOf } from '../candidate.ts';
import type { Examined } from '../examined.ts';
import { overlapping, wordCountAnyScript } from '../page-outline.ts';
import { isPullBox } from '../rules/pull-quotation.ts';
import { inlineSourceRules, setOffSourceRules } from './all-source-rules.ts';
import { attributeEchoes } from './attribute-echoes.ts';
import { footnote } from './footnote.ts';
import { repeatedFragments } from './repeated-fragments.ts';
import { fromReviewedWork, type ReviewedWork, reviewedWork } from './reviewed-work.ts';
import { sameDocument } from './same-document.ts';
import { signer } from './signature-source.ts';
import { type Site, siteOf } from './site.ts';
import { citing, type SourceContext, type SourceFinding, type SourceRule } from './source-context.ts';

/** What earlier quotations of the page tell about later ones. */
interface Memory {
  lastSetOff: Previous | null;
  lastCited: Previous | null;
  work: ReviewedWork | null;
}

/** The source of each quotation, in order; null where the page names none. */
export function attributeSources(context: DetectContext, examined: Examined[]): (SourceFinding | null)[] {
  const site = siteOf(context.outline);
  const echoes = attributeEchoes(context, examined);
  const repeats = repeatedFragments(context, examined);
  const quotesByParagraph = groupInline(context, examined);
  const findings: (SourceFinding | null)[] = [];
  const memory: Memory = { lastSetOff: null, lastCited: null, work: reviewedWork(context) };
  for (const [i, item] of examined.entries()) {
    const { candidate } = item;
    const setOff = candidate.element >= 0;
    let found = candidate.kind === 'pull' ? ownWords(context, site, item) : (echoes[i] ?? null);
    if (found === null && setOff) found = forSetOff(context, site, item, memory);
    if (found === null && !setOff) found = wholeParagraph(context, examined, findings, i);
    if (found === null && !setOff) found = forInline(context, site, item, quotesByParagraph, memory);
    if (item.within !== null) found = inherited(findings[item.within] ?? null, found);
    const holder = repeats[i];
    if (found === null && holder != null) found = repeated(findings[holder] ?? null, examined[holder]);
    if (found === null && !setOff && item.within === null)
      found = fromNeighbour(context, examined, findings, i) ?? afterCited(context, item, memory.lastCited);
    if (found === null && memory.work !== null && item.within === null)
      found = fromReviewedWork(memory.work, item, wordCountAnyScript(sliceOf(context.outline, candidate)));
    findings.push(found);
    if (setOff && item.within === null && candidate.kind !== 'pull') {
      memory.lastSetOff = { item, finding: found };
      if (found?.source != null && found.rule !== 'embedded-post' && found.source.name !== 'this page')
        memory.lastCited = { item, finding: found };
    }
  }
  return findings;
}

/** [S32] A pull quote repeats the article: no source; who signs it speaks. */
function ownWords(context: DetectContext, site: Site, { candidate, speech }: Examined): SourceFinding {
  const speaker = candidate.attribution === null ? null : signer(citing(context, site, candidate.attribution));
  return {
    source: null,
    rule: 'pull-quotation',
    confidence: 0.85,
    evidence: candidate.attribution,
    speaker: speaker ?? (candidate.attribution === null ? null : speech.speaker),
    decidesSpeaker: true,
  };
}

/** A quotation inside another one has the source of that one. */
function inherited(outer: SourceFinding | null, own: SourceFinding | null): SourceFinding | null {
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
function repeated(earlier: SourceFinding | null, holder: Examined | undefined): SourceFinding | null {
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

/** The inline quotations of each paragraph that holds some, and its sentences. */
interface Held {
  quotes: Candidate[];
  sentences: TextSpan[];
}

function groupInline({ outline }: DetectContext, examined: Examined[]): Map<number, Held> {
  const groups = new Map<number, Held>();
  for (const { candidate } of examined) {
    if (candidate.element >= 0) continue;
    const list = groups.get(candidate.first.index);
    if (list === undefined)
      groups.set(candidate.first.index, { quotes: [candidate], sentences: sentencesIn(outline.text, candidate.first) });
    else list.quotes.push(candidate);
  }
  return groups;
}

/** Rules that go by a link or a name in passing: a passage that somebody signs is told enough without them. */
const LOOSE = new Set(['lead-in-in-outlet', 'lead-in-link', 'sentence-before-link', 'earlier-sentence-link', 'lead-in-work']);

function firstOf(rules: readonly SourceRule[], context: SourceContext): SourceFinding | null {
  let signed: SourceFinding | null = null;
  for (const rule of rules) {
    if (signed !== null && LOOSE.has(rule.id)) continue;
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
  { lastSetOff: last, lastCited: cited }: Memory,
): SourceFinding | null {
  const { leadIn, candidate } = item;
  // A box that is named a pull quote says the page's own words, whether they recur or not.
  if (isPullBox(context, candidate) && candidate.attribution === null) return null;
  const translated = translates(context, item, last);
  if (translated !== null) return translated;
  const shared = leadIn?.sharedWith != null && last !== null && last.item.candidate === leadIn.sharedWith ? last.finding : null;
  const sentence = leadIn === null || leadIn.sharedWith !== null ? null : citing(context, site, leadIn.sentence);
  const before = leadIn === null || leadIn.before === null ? null : citing(context, site, leadIn.before);
  const found = firstOf(setOffSourceRules, { context, site, item, candidate, sentence, before });
  if (found?.source != null) {
    if (found.source.url !== null) return found;
    // The lead-in names the paper, a mark at the end leads to the page.
    const noted = footnote.find({ context, site, item, candidate, sentence: null, before: null });
    return noted?.source?.url == null ? found : { ...found, source: { ...found.source, url: noted.source.url } };
  }
  if (shared !== null && candidate.attribution === null) return { ...shared, rule: 'shared-lead-in', confidence: shared.confidence * 0.95 };
  if (found !== null) return found;
  const document =
    leadIn?.open === true && leadIn.sharedWith === null
      ? sameDocument(context, site, item, leadIn.sentence, near(item, cited, MAX_BETWEEN))
      : null;
  return document ?? continues(context, item, cited);
}

/** The finding of an earlier quotation when at most `most` paragraphs stand between. */
function near(item: Examined, cited: Previous | null, most: number): SourceFinding | null {
  if (cited === null || cited.item.candidate.comment !== item.candidate.comment || cited.item.candidate.region !== item.candidate.region)
    return null;
  return item.candidate.first.index - cited.item.candidate.last.index - 1 <= most ? cited.finding : null;
}

/** [S28] A block right behind an embedded post says the same in the page's language. */
function translates({ outline }: DetectContext, item: Examined, last: Previous | null): SourceFinding | null {
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
const MAX_BETWEEN = 3;

/** [S14] A block without a lead-in of its own goes on with the source cited last. */
function continues(context: DetectContext, item: Examined, cited: Previous | null): SourceFinding | null {
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

/** Shorter quoted words stay readable: they may be the name of a paper. */
const MIN_HOLE = 3;

function forInline(
  context: DetectContext,
  site: Site,
  item: Examined,
  groups: Map<number, Held>,
  { lastCited }: Memory,
): SourceFinding | null {
  const { candidate } = item;
  const held = groups.get(candidate.first.index);
  const { span, before } = frameOf(candidate, held?.sentences ?? []);
  const holes = overlapping(held?.quotes ?? [], { start: before?.start ?? span.start, end: span.end })
    .filter((c) => c === candidate || wordCountAnyScript(sliceOf(context.outline, c)) >= MIN_HOLE)
    .map((c) => c.outer);
  const sentence = citing(context, site, span, holes);
  const found = firstOf(inlineSourceRules, {
    context,
    site,
    item,
    candidate,
    sentence,
    before: before === null ? null : citing(context, site, before, holes),
  });
  return found ?? (item.within === null ? sameDocument(context, site, item, span, near(item, lastCited, MAX_BETWEEN)) : null);
}

/** A sentence tells about a quotation in it within so many characters before and behind. */
const FRAME_BEFORE = 700;
const FRAME_AFTER = 400;

/** The sentences that hold an inline quotation with its cue, and the one before. */
function frameOf(candidate: Candidate, sentences: readonly TextSpan[]): { span: TextSpan; before: TextSpan | null } {
  const { outer, first: paragraph } = candidate;
  const held = overlapping(sentences, { start: outer.start, end: Math.max(outer.start + 1, outer.end) });
  const start = Math.max(held[0]?.start ?? paragraph.start, outer.start - FRAME_BEFORE);
  const end = Math.min(held.at(-1)?.end ?? paragraph.end, outer.end + FRAME_AFTER);
  const lead =
    start > 0 ? overlapping(sentences, { start: Math.max(paragraph.start, start - FRAME_BEFORE), end: start }).at(-1) : undefined;
  const before = lead === undefined || lead.start >= start ? null : { start: Math.max(lead.start, lead.end - FRAME_BEFORE), end: lead.end };
  return { span: { start, end: Math.max(start, end) }, before };
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
function wholeParagraph(
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
function afterCited({ outline }: DetectContext, item: Examined, cited: Previous | null): SourceFinding | null {
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
