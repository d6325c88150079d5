import type { TextSpan } from '../../domain/page-text.ts';
import { sentencesIn } from '../../text/sentences.ts';
import { type Candidate, type DetectContext, sliceOf } from '../candidate.ts';
import type { Examined } from '../examined.ts';
import { overlapping, wordCountAnyScript } from '../page-outline.ts';
import { inlineSourceRules } from './all-source-rules.ts';
import { MAX_BETWEEN, type Memory, near } from './carried-over.ts';
import { allowed, ranked } from './first-of.ts';
import { sameDocument } from './same-document.ts';
import type { Site } from './site.ts';
import { citing, type SourceAnswer } from './source-context.ts';
import { weighedSources } from './weighed-sources.ts';

/** The inline quotations of each paragraph that holds some, and its sentences. */
export interface Held {
  quotes: Candidate[];
  sentences: TextSpan[];
}

export function groupInline({ outline }: DetectContext, examined: Examined[]): Map<number, Held> {
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

/** Shorter quoted words stay readable: they may be the name of a paper. */
const MIN_HOLE = 3;

/** Where a quotation in running text was taken from, by the sentence that holds it. */
export function forInline(
  context: DetectContext,
  site: Site,
  item: Examined,
  groups: Map<number, Held>,
  { lastCited }: Memory,
): SourceAnswer {
  const { candidate } = item;
  const held = groups.get(candidate.first.index);
  const { span, before } = frameOf(candidate, held?.sentences ?? []);
  const holes = overlapping(held?.quotes ?? [], { start: before?.start ?? span.start, end: span.end })
    .filter((c) => c === candidate || wordCountAnyScript(sliceOf(context.outline, c)) >= MIN_HOLE)
    .map((c) => c.outer);
  const sentence = citing(context, site, span, holes);
  const ahead = before === null ? null : citing(context, site, before, holes);
  const { found, others } = ranked(inlineSourceRules, { context, site, item, candidate, sentence, before: ahead });
  const cited = item.within === null ? near(item, lastCited, MAX_BETWEEN) : null;
  const weighed = weighedSources(others, sentence, ahead, cited);
  if (found !== null || item.within !== null) return { found, weighed };
  return { found: allowed(context, sameDocument(context, site, item, span, cited)), weighed };
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
