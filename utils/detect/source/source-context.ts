import type { TextSpan } from '../../domain/page-text.ts';
import type { Source } from '../../domain/quotation.ts';
import { findMarkedSpans } from '../../text/quotation-marks.ts';
import type { Candidate, DetectContext } from '../candidate.ts';
import type { Examined } from '../examined.ts';
import { findOutlets, outletByName } from '../outlets/lookup.ts';
import type { Outlet } from '../outlets/outlet.ts';
import { overlapping } from '../page-outline.ts';
import { type LinkInfo, linksIn } from './link-info.ts';
import type { Site } from './site.ts';
import type { WeighedSource } from './weighed-sources.ts';

/** Where a quotation was taken from, and by which rule that is known. */
export interface SourceFinding {
  source: Source | null;
  rule: string;
  confidence: number;
  evidence: TextSpan | null;
  /** Whose words they are, where the source tells it (a signature, an embedded post, a comment). */
  speaker: string | null;
  /** What `speaker` says counts, even null: nobody else is asked. */
  decidesSpeaker: boolean;
}

/** What was found out about where a quotation is from. */
export interface SourceAnswer {
  found: SourceFinding | null;
  /** What else came into question, likeliest first; what is found may be among them. */
  weighed: readonly WeighedSource[];
}

/** An outlet named in the page, by its name. */
export interface Mention extends TextSpan {
  outlet: Outlet;
}

/** A sentence (or heading, or signature) that may tell where a quotation is from. */
export interface Citing extends TextSpan {
  text: string;
  readonly links: LinkInfo[];
  readonly mentions: Mention[];
}

/** What a source rule sees of one quotation. */
export interface SourceContext {
  context: DetectContext;
  site: Site;
  item: Examined;
  candidate: Candidate;
  /** The sentence that introduces it (set-off) or holds it (inline, the quotation itself blanked out); null when there is none. */
  sentence: Citing | null;
  /** The sentence before that. */
  before: Citing | null;
}

/** One way in which pages say where words are from. */
export interface SourceRule {
  id: string;
  find(context: SourceContext): Omit<SourceFinding, 'rule'> | null;
}

/** Reads links and outlets out of a stretch of text; `holes` (quoted words) are blanked out first. */
export function citing(context: DetectContext, site: Site, span: TextSpan, holes: readonly TextSpan[] = []): Citing {
  const { outline } = context;
  let text = outline.text.slice(span.start, span.end);
  for (const hole of holes) {
    const from = Math.max(0, hole.start - span.start);
    const to = Math.min(text.length, hole.end - span.start);
    if (to > from) text = text.slice(0, from) + '\ufffc'.repeat(to - from) + text.slice(to);
  }
  // Most rules ask for neither: both are read when first asked for.
  let links: LinkInfo[] | null = null;
  let mentions: Mention[] | null = null;
  const isQuoted = (l: LinkInfo): boolean =>
    holes.some((h) => l.start >= h.start && l.end <= h.end && !(l.start <= h.start + 1 && l.end >= h.end - 1));
  return {
    start: span.start,
    end: span.end,
    text,
    get links() {
      links ??= linksIn(outline, site, span).filter((l) => !isQuoted(l));
      return links;
    },
    get mentions() {
      mentions ??= mentionsIn(context, text, span, this.links);
      return mentions;
    },
  };
}

/** The outlets named in a text, by known names and by what its links and italics read; never inside a quoted title. */
function mentionsIn({ outline }: DetectContext, text: string, span: TextSpan, links: LinkInfo[]): Mention[] {
  const marked = findMarkedSpans(text, { start: 0, end: text.length });
  const mentions: Mention[] = findOutlets(text)
    .filter((m) => !marked.some((s) => s.start < m.start && m.end <= s.end + 1 && s.end - s.start > (m.end - m.start) * 1.5))
    .map((m) => ({ outlet: m.outlet, start: m.start + span.start, end: m.end + span.start }));
  for (const run of [...links, ...overlapping(outline.italics, span)]) {
    if (run.end - run.start > MAX_NAME || mentions.some((m) => m.start < run.end && run.start < m.end)) continue;
    const outlet = outletByName(text.slice(Math.max(0, run.start - span.start), run.end - span.start).replace(/[’']s$|[.,:;]+$/u, ''));
    if (outlet !== null) mentions.push({ outlet, start: run.start, end: run.end });
  }
  // A name that is linked to somebody else's site is somebody else's name.
  return mentions
    .filter(
      (m) =>
        !links.some(
          (l) => l.start < m.end && m.start < l.end && l.outlet === null && !l.opaque && l.end - l.start <= (m.end - m.start) * 1.5,
        ),
    )
    .sort((a, b) => a.start - b.start);
}

const MAX_NAME = 60;

/** A finding with the usual parts. */
export const finding = (
  source: Source,
  confidence: number,
  evidence: TextSpan | null,
  speaker: string | null = null,
  decidesSpeaker = false,
): Omit<SourceFinding, 'rule'> => ({
  source,
  confidence,
  evidence: evidence === null ? null : { start: evidence.start, end: evidence.end },
  speaker,
  decidesSpeaker,
});
