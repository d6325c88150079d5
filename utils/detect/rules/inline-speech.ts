import { findMarkedSpans, findNestedSpans, type MarkedSpan, OPENING_MARK } from '../../text/quotation-marks.ts';
import type { Candidate, DetectContext, DetectionRule } from '../candidate.ts';
import { commentAt, contains, regionAt } from '../candidate.ts';
import { overlapping, type PageOutline, type Paragraph, wordCountAnyScript } from '../page-outline.ts';

const SKIP_TAGS = /^(?:h[1-6]|pre|code|button|nav|label|textarea|title|dt|caption)$/;
const REFERENCES =
  /(?:^|[\s_-])(?:references?|reflist|footnotes?|citations?|bibliograph\w*|cite[_-]note\S*|works-cited|toc|catlinks|navbox\S*|infobox\S*|hatnote)(?:$|[\s_-])/i;

/**
 * [D4] Words between quotation marks in a running paragraph: `She said: “…”`. A mark that a paragraph leaves open reaches to
 * its end when the next paragraph opens again; a missing opening mark reaches back to the start of a paragraph.
 */
export const inlineSpeech: DetectionRule = {
  id: 'inline-speech',
  find(context, found) {
    const { outline } = context;
    const candidates: Candidate[] = [];
    const whole = found.filter((c) => c.marked || c.kind === 'pull');
    let nextWhole = 0;
    const skipped = skippedElements(context);
    const sorted = [...whole].sort((a, b) => a.outer.start - b.outer.start);
    for (const paragraph of outline.paragraphs) {
      while (nextWhole < sorted.length && (sorted[nextWhole]?.outer.end ?? 0) <= paragraph.start) nextWhole++;
      const quoted = sorted[nextWhole];
      if (skipped[paragraph.element] === 1) continue;
      if (quoted !== undefined && covers(quoted, paragraph)) {
        candidates.push(...within(context, quoted, paragraph));
        continue;
      }
      for (const span of findMarkedSpans(outline.text, paragraph)) {
        const candidate = toCandidate(context, paragraph, span);
        if (candidate !== null && !(quoted !== undefined && contains(quoted.outer, candidate))) candidates.push(candidate);
      }
    }
    return candidates;
  },
};

/** The set-off quotation holds the paragraph, but for a signature behind it. */
const covers = (quoted: Candidate, { start, end }: Paragraph): boolean =>
  quoted.outer.start <= start && Math.min(quoted.outer.end, end) - start > (end - start) / 2;

/** Quotations inside a passage that is one quotation already; a mark re-opened at the start of a paragraph is none. */
function within(context: DetectContext, quoted: Candidate, paragraph: Paragraph): Candidate[] {
  const inside = { start: Math.max(paragraph.start, quoted.start), end: Math.min(paragraph.end, quoted.end) };
  return findNestedSpans(context.outline.text, inside).flatMap((span) => {
    if (span.open === paragraph.start && span.after >= inside.end - 1) return [];
    return toCandidate(context, paragraph, span) ?? [];
  });
}

/** Per element: 1 where its text does not run: headings, code, references, furniture. */
function skippedElements({ outline, regions }: DetectContext): Uint8Array {
  const skipped = new Uint8Array(outline.elements.length);
  for (const [i, element] of outline.elements.entries()) {
    const inherited = element.parent >= 0 ? (skipped[element.parent] ?? 0) : 0;
    const references = element.tag !== 'body' && element.names !== undefined && REFERENCES.test(element.names);
    const skip = SKIP_TAGS.test(element.tag) && !outline.plain.has(i);
    skipped[i] = inherited === 1 || skip || regions.region[i] === 'other' || references ? 1 : 0;
  }
  return skipped;
}

function toCandidate(context: DetectContext, paragraph: Paragraph, span: MarkedSpan): Candidate | null {
  const { outline } = context;
  const words = outline.text.slice(span.start, span.end);
  if (!/[\p{L}\p{N}]/u.test(words)) return null;
  if (overlapping(outline.code, span).some((run) => run.start <= (span.open ?? span.start))) return null;
  let confidence = 0.85;
  if (span.close === null) {
    if (!runsOn(outline, paragraph) && span.open !== paragraph.start) return null;
    confidence = 0.75;
  }
  if (span.open === null) {
    if (wordCountAnyScript(words) < 4 || /^[\d\s.,'’″-]+$/.test(words)) return null;
    confidence = 0.5;
  }
  return {
    kind: 'inline',
    start: span.start,
    end: span.end,
    outer: { start: span.open ?? span.start, end: span.after },
    element: -1,
    first: paragraph,
    last: paragraph,
    marked: true,
    attribution: null,
    attributionPlace: null,
    region: regionAt(context, paragraph.element),
    comment: commentAt(context, paragraph.element),
    rule:
      span.close === null
        ? 'inline-open'
        : span.open === null
          ? 'inline-unopened'
          : span.family === 'single'
            ? 'inline-single'
            : 'inline-speech',
    confidence,
  };
}

/** The next paragraph opens the mark again. */
function runsOn(outline: PageOutline, paragraph: Paragraph): boolean {
  const next = outline.paragraphs[paragraph.index + 1];
  return next !== undefined && OPENING_MARK.test(outline.text.slice(next.start, next.start + 2));
}
