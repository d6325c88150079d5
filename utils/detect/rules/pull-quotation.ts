import type { TextSpan } from '../../domain/page-text.ts';
import type { Candidate, DetectContext, DetectionRule } from '../candidate.ts';
import { contains, regionAt } from '../candidate.ts';
import { findEchoes } from '../find-echoes.ts';
import { overlapping, wordCountAnyScript } from '../page-outline.ts';
import { QUOTE_BOX } from '../passage-head.ts';
import { setOffCandidates } from '../set-off.ts';

const NAMED =
  /(?:^|[\s_-])(?:pull-?quote(?:d|s|-text|-content|-wrapper|-container|__\w+|-(?:left|right|center|wide))?|wp-block-pullquote|block-?quote|quote-?(?:text|body|content|block|box)|zitat(?:box|text)?|quotation|blockzitat)(?:$|[\s_-])/i;
const PULL = /pull-?quote|wp-block-pullquote/i;
const MIN_WORDS = 4;
/** Longer boxes hold more than one passage. */
const MAX_CHARACTERS = 3000;
/** Share of its text in links from which a box leads elsewhere. */
const MOSTLY_LINKS = 0.6;
/** Share of the words that recur in the article; pull quotes are often shortened. */
const FLOOR = 0.6;

/**
 * [D6] A box that is named a quote, without a `<blockquote>` in it: `<aside class="pullquote">`, `<div class="quote-text">`, `<q>`
 * alone in its paragraph. Its words recur in the article: a pull quote; else a block.
 */
export const namedBox: DetectionRule = {
  id: 'named-box',
  find(context, found) {
    const { outline } = context;
    const candidates: Candidate[] = [];
    let end = -1;
    for (const [i, element] of outline.elements.entries()) {
      if (element.start < end || element.end - element.start > MAX_CHARACTERS) continue;
      const alone =
        element.tag === 'q' &&
        overlapping(outline.paragraphs, element).some((p) => p.start >= element.start - 1 && p.end <= element.end + 1);
      const named =
        /^(?:aside|div|p|figure|section|span)$/.test(element.tag) &&
        element.names !== undefined &&
        (NAMED.test(element.names) || QUOTE_BOX.test(element.names));
      if (!alone && !named) continue;
      if (found.some((c) => c.element >= 0 && (contains(element, c.outer) || contains(c.outer, element)))) continue;
      // The head or signature of one.
      if (found.some((c) => c.attribution !== null && contains(element, c.attribution))) continue;
      const inside = overlapping(outline.paragraphs, element);
      if (inside.length === 0 || wordCountAnyScript(outline.text.slice(element.start, element.end)) < MIN_WORDS) continue;
      // Other stories in a box that only looks like a quotation.
      const linked = overlapping(outline.links, element).reduce((sum, link) => sum + link.end - link.start, 0);
      if (linked > (element.end - element.start) * MOSTLY_LINKS) continue;
      candidates.push(...setOffCandidates(context, i, inside, 'block', 'named-box', 0.8));
      end = element.end;
    }
    return candidates.filter((c) => c.region !== 'other');
  },
};

/**
 * [D7] A set-off passage of the article that repeats the article's own words is a pull quote. A passage that is introduced
 * ("She wrote:") or embedded is told in its own right and stays a block.
 */
export function markPullQuotes(context: DetectContext, candidates: Candidate[], isIntroduced: (candidate: Candidate) => boolean): void {
  const { outline } = context;
  const asked = candidates.filter(
    (c) =>
      c.kind === 'block' &&
      c.element >= 0 &&
      c.region === 'article' &&
      c.rule !== 'embedded-post' &&
      c.rule !== 'italic-passage' &&
      c.end - c.start <= MAX_CHARACTERS,
  );
  const boxes = asked.map((c) => c.outer).sort((a, b) => a.start - b.start);
  const hits = findEchoes(
    outline.text,
    asked.map((c) => ({
      span: c,
      own: { start: outline.elements[c.element]?.start ?? c.outer.start, end: outline.elements[c.element]?.end ?? c.outer.end },
    })),
    (offset) => (isElsewhere(context, boxes, offset) ? 0 : -1),
    FLOOR,
  );
  for (const [k, candidate] of asked.entries()) {
    const hit = hits[k];
    const named = isPullBox(context, candidate);
    if (
      hit == null ||
      !isElsewhere(context, boxes, hit.start) ||
      wordCountAnyScript(outline.text.slice(candidate.start, candidate.end)) < MIN_WORDS
    )
      continue;
    if (named || !isIntroduced(candidate)) candidate.kind = 'pull';
  }
}

/** In the article's running text: no heading, no other box. */
function isElsewhere(context: DetectContext, boxes: readonly TextSpan[], offset: number): boolean {
  const paragraph = overlapping(context.outline.paragraphs, { start: offset, end: offset + 1 })[0];
  if (paragraph === undefined || regionAt(context, paragraph.element) !== 'article') return false;
  if (/^h[1-6]$/.test(context.outline.elements[paragraph.element]?.tag ?? '')) return false;
  return overlapping(boxes, { start: offset, end: offset + 1 }).length === 0;
}

/** Whether the page names the box a pull quote. */
export const isPullBox = (context: DetectContext, candidate: Candidate): boolean => PULL.test(namesAround(context, candidate));

function namesAround({ outline }: DetectContext, candidate: Candidate): string {
  const own = outline.elements[candidate.element];
  const parent = outline.elements[own?.parent ?? -1];
  return `${own?.names ?? ''} ${parent?.names ?? ''} ${outline.elements[parent?.parent ?? -1]?.names ?? ''}`;
}
