import type { PageText } from '../domain/page-text.ts';
import type { Quotation } from '../domain/quotation.ts';
import { allRules } from './all-rules.ts';
import { betweenSameSpeaker } from './between-same-speaker.ts';
import { type Candidate, contains, type DetectContext } from './candidate.ts';
import type { Found } from './confidence/found.ts';
import { judged } from './confidence/judged.ts';
import type { Examined } from './examined.ts';
import { findLeadIn, type LeadIn } from './lead-in.ts';
import { outletByName } from './outlets/lookup.ts';
import { pageAuthor } from './page-author.ts';
import { outlinePage, wordCountAnyScript } from './page-outline.ts';
import { findRegions } from './regions.ts';
import { markPullQuotes } from './rules/pull-quotation.ts';
import { withoutMarks } from './rules/quoted-lines.ts';
import { attributeSources } from './source/attribute-sources.ts';
import type { SourceAnswer, SourceFinding } from './source/source-context.ts';
import { isAssistant } from './speech/assistant.ts';
import { attributeSpeech } from './speech/attribute-speech.ts';
import type { WeighedSpeaker } from './speech/weighed-speakers.ts';
import { isTitleOrTerm } from './title-or-term.ts';

/** Shorter inline quotations are kept only when someone plainly utters them. */
const MIN_INLINE_WORDS = 4;
/** A longer passage has enough words. */
const MAX_SCRAP = 80;
/** From so many words on a marked passage is no term, whatever stands around it. */
const MIN_NOT_SPEECH = 5;

/** Switches, none of them set in use. */
export interface DetectOptions {
  /** Ids of rules (SPEC.md) that are left out, to measure what each is worth. */
  without?: ReadonlySet<string>;
}

/**
 * The passages of a page that are somebody else's words, in page order (an outer one before those within it), with whose words
 * they are, where they were taken from, and why. Pure; never throws; time grows linearly with the page.
 */
export const detectQuotations = (page: PageText, options: DetectOptions = {}): Quotation[] => findQuotations(page, options).map(judged);

/** The same before it is judged how far the rules can be believed: what `judged` was fitted on. */
export function findQuotations(page: PageText, { without = new Set() }: DetectOptions = {}): Found[] {
  const outline = outlinePage(page);
  const context: DetectContext = { outline, regions: findRegions(outline), without };
  const candidates: Candidate[] = [];
  for (const rule of allRules) if (!without.has(rule.id)) candidates.push(...rule.find(context, candidates));
  const examined = withoutScraps(context, examine(context, inOrder(candidates)));
  return found(context, examined, attributeSources(context, examined));
}

/** Page order, outer before inner; of passages that cross each other or are the same the first found stays. */
function inOrder(found: Candidate[]): Candidate[] {
  const sorted = [...found].sort((a, b) => a.start - b.start || b.end - a.end);
  const kept: Candidate[] = [];
  const open: Candidate[] = [];
  for (const candidate of sorted) {
    for (let top = open.at(-1); top !== undefined && top.end <= candidate.start; top = open.at(-1)) open.pop();
    const outer = open.at(-1);
    if (outer !== undefined && (candidate.end > outer.end || (candidate.start === outer.start && candidate.end === outer.end))) continue;
    kept.push(candidate);
    open.push(candidate);
  }
  return kept;
}

function examine(context: DetectContext, candidates: Candidate[]): Examined[] {
  const withins: (number | null)[] = [];
  const leadIns: (LeadIn | null)[] = [];
  const open: number[] = [];
  let previous: { candidate: Candidate; leadIn: LeadIn | null } | undefined;
  for (const [i, candidate] of candidates.entries()) {
    for (let top = open.at(-1); top !== undefined && (candidates[top]?.end ?? 0) <= candidate.start; top = open.at(-1)) open.pop();
    const outer = open.at(-1);
    withins.push(outer ?? null);
    open.push(i);
    const setOff = candidate.element >= 0;
    const nested = outer !== undefined && contains(candidates[outer] ?? candidate, candidate);
    const leadIn =
      setOff && !nested
        ? findLeadIn(context, candidate, previous?.candidate, previous?.leadIn ?? null)
        : setOff
          ? findLeadIn(context, candidate, undefined, null)
          : null;
    leadIns.push(leadIn);
    if (setOff && !nested) previous = { candidate, leadIn };
  }
  const introduced = new Set(
    candidates.filter((_, i) => leadIns[i]?.open === true && leadIns[i]?.heading !== true && leadIns[i]?.sharedWith === null),
  );
  if (!context.without.has('pull-quotation')) markPullQuotes(context, candidates, (candidate) => introduced.has(candidate));
  const speeches = attributeSpeech(
    context.outline.page,
    candidates.map((candidate, i) => ({
      start: candidate.start,
      end: candidate.end,
      kind: candidate.kind,
      paragraph: { start: candidate.first.start, end: candidate.last.end },
      leadIn: leadIns[i]?.sentence ?? null,
      within: withins[i] ?? null,
      region: candidate.region,
    })),
    context.without,
    pageAuthor(context.outline, context.regions),
  );
  return candidates.map((candidate, i) => ({
    candidate,
    within: withins[i] ?? null,
    leadIn: leadIns[i] ?? null,
    speech: speeches[i] ?? {
      speaker: null,
      mention: null,
      cue: null,
      rule: 'none',
      confidence: 0,
      evidence: null,
      notSpeech: false,
      weighed: [],
    },
  }));
}

/** Leaves out single quoted words that nobody utters: there are many, and nothing that is asked later makes one a quotation. */
function withoutScraps({ outline }: DetectContext, examined: Examined[]): Examined[] {
  const places: (number | null)[] = [];
  const kept: Examined[] = [];
  for (const item of examined) {
    const { candidate, speech } = item;
    const within = item.within === null ? null : (places[item.within] ?? null);
    // A pull quote is told as it stands.
    if (item.within !== null && examined[item.within]?.candidate.kind === 'pull') {
      places.push(within);
      continue;
    }
    const short = candidate.kind === 'inline' && candidate.end - candidate.start < MAX_SCRAP;
    if (
      short &&
      (speech.cue === null || speech.mention === null) &&
      wordCountAnyScript(outline.text.slice(candidate.start, candidate.end)) < MIN_INLINE_WORDS
    ) {
      places.push(within);
      continue;
    }
    places.push(kept.length);
    kept.push({ ...item, within });
  }
  return kept;
}

/** The words stand in the page already as somebody's. */
const FROM_THE_PAGE = /^(?:comment-quotes-|repeats-quotation)/;

/** Whether an examined candidate is told to the reader. */
function isQuotation(context: DetectContext, { candidate, speech }: Examined, text: string, source: SourceFinding | null): boolean {
  if (candidate.kind !== 'inline') return true;
  const words = wordCountAnyScript(text);
  if (words >= MIN_INLINE_WORDS && source !== null && FROM_THE_PAGE.test(source.rule)) return !isTitleOrTerm(context, candidate, speech);
  const sentence = words >= MIN_INLINE_WORDS && /^[^\p{Ll}]/u.test(text) && /[.!?…]$/.test(text);
  if (speech.notSpeech && words < MIN_NOT_SPEECH && !sentence) return false;
  if (isTitleOrTerm(context, candidate, speech)) return false;
  const uttered = speech.cue !== null && speech.mention !== null;
  if (candidate.rule === 'inline-unopened') return uttered;
  if (candidate.rule === 'inline-single') return words >= MIN_INLINE_WORDS && (uttered || /[.,!?…]$/.test(text));
  if (words >= MIN_INLINE_WORDS) return true;
  // “No.”, „Typisch.“: one word must be a sentence
  return words > 0 && uttered && /^[^\p{Ll}]/u.test(text) && (words > 1 ? /[.,!?…]$/ : /[.!?…]$/).test(text);
}

/** Whose words: as the source tells (a signature, a comment), else as speech tells; a publication does not speak its own blocks. */
function speakerOf({ candidate, speech }: Examined, source: SourceFinding | null): string | null {
  if (source?.decidesSpeaker === true) return source.speaker;
  const speaker = speech.speaker ?? source?.speaker ?? null;
  if (speaker === null || candidate.kind !== 'block' || source?.source == null || isAssistant(speaker)) return speaker;
  return speaker === source.source.name || outletByName(speaker) !== null ? null : speaker;
}

/** Of those who came into question who can be the speaker: a publication does not speak its own blocks. */
function mayHaveSaid({ candidate }: Examined, source: SourceFinding | null, weighed: readonly WeighedSpeaker[]): readonly WeighedSpeaker[] {
  if (candidate.kind !== 'block' || source?.source == null || weighed.length === 0) return weighed;
  const { name: publication } = source.source;
  return weighed.filter(({ name }) => name !== publication && (outletByName(name) === null || isAssistant(name)));
}

/** The told quotations, each with what its rules say. */
function found(context: DetectContext, examined: Examined[], answers: SourceAnswer[]): Found[] {
  const places: (number | null)[] = [];
  const quotations: Found[] = [];
  for (const [i, item] of examined.entries()) {
    const { candidate, speech } = item;
    const words = context.outline.text.slice(candidate.start, candidate.end);
    const text = (candidate.rule === 'quoted-lines' ? withoutMarks(words) : words).replace(/\n+/g, ' ');
    const { found: source, weighed } = answers[i] ?? { found: null, weighed: [] };
    const within = item.within === null ? null : (places[item.within] ?? null);
    if (!isQuotation(context, item, text, source)) {
      // What it holds then lies in what held it.
      places.push(within);
      continue;
    }
    places.push(quotations.length);
    const decides = source !== null && (source.decidesSpeaker || speech.speaker === null) ? source : speech;
    const telling = source !== null && (source.source !== null || source.decidesSpeaker) ? source.rule : speech.rule;
    quotations.push({
      kind: candidate.kind,
      region: candidate.region,
      text,
      start: candidate.start,
      end: candidate.end,
      within,
      mention: speech.mention,
      cue: speech.cue,
      speaker: {
        name: speakerOf(item, source),
        rule: decides.rule,
        score: decides.confidence,
        evidence: decides.evidence,
        weighed: mayHaveSaid(item, source, speech.weighed),
      },
      source: {
        source: source?.source ?? null,
        rule: source?.rule ?? 'none',
        score: source?.confidence ?? 0,
        evidence: source?.evidence ?? null,
        weighed,
      },
      passage: { rule: candidate.rule, score: candidate.confidence },
      rule: telling === 'none' ? candidate.rule : telling,
    });
  }
  return context.without.has('between-same-speaker') ? quotations : betweenSameSpeaker(quotations);
}
