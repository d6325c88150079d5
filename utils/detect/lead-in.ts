import type { TextSpan } from '../domain/page-text.ts';
import { sentencesIn } from '../text/sentences.ts';
import { type Candidate, commentAt, contains, type DetectContext, regionAt } from './candidate.ts';
import { ancestors, overlapping, type Paragraph, paragraphAt } from './page-outline.ts';

/** What stands before a set-off quotation and introduces it. */
export interface LeadIn {
  /** The last sentence before it, or the heading. */
  sentence: TextSpan;
  paragraph: Paragraph;
  /** The sentence before that, in the same or the paragraph above. */
  before: TextSpan | null;
  /** It ends as words that introduce do: with a colon, a comma, a dash, an ellipsis, or no mark. */
  open: boolean;
  heading: boolean;
  /** The set-off quotation before this one that has the same lead-in; null for the first. */
  sharedWith: Candidate | null;
}

const FURNITURE =
  /^(?:advertisement|advertising|anzeige|werbung|publicité|publicidad|story continues below.*|article continues.*|continue reading.*|share|tweet|read more.*|\W*)$/iu;
/** As far back as a lead-in may stand, furniture left out. */
const MAX_BACK = 4;
/** Less behind a quotation is its mark. */
const MIN_REST = 6;

/**
 * The lead-in of a set-off quotation. `before` holds the set-off candidates in page order up to it, with their lead-ins: a quotation
 * that follows another one directly shares its lead-in, unless that one was signed at its end.
 */
export function findLeadIn(
  context: DetectContext,
  candidate: Candidate,
  previous: Candidate | undefined,
  previousLeadIn: LeadIn | null,
): LeadIn | null {
  const { outline } = context;
  const start = candidate.kind === 'list-item' ? listStart(context, candidate) : candidate.first.start;
  const first = paragraphAt(outline, start) ?? candidate.first;
  for (let i = first.index - 1, steps = 0; i >= 0 && steps < MAX_BACK; i--, steps++) {
    const paragraph = outline.paragraphs[i];
    if (paragraph === undefined) return null;
    if (previous !== undefined && paragraph.start < previous.outer.end) {
      // Broken lines, no paragraphs: what stands behind the quotation before leads on to this one.
      const rest = { start: previous.outer.end, end: paragraph.end };
      if (rest.end - rest.start > MIN_REST && previous.first === previous.last && previous.rule === 'italic-passage')
        return leadInFrom(context, { ...paragraph, start: rest.start });
      // A post that is shown in between does not part a lead-in from what it leads to.
      if (previous.rule === 'embedded-post') return steps === 0 ? previousLeadIn : null;
      if (previous.attribution !== null) return null;
      return previousLeadIn === null ? null : { ...previousLeadIn, sharedWith: previous };
    }
    if (previous?.attribution != null && contains(previous.attribution, paragraph)) return null;
    if (commentAt(context, paragraph.element) !== candidate.comment) return null;
    const text = outline.text.slice(paragraph.start, paragraph.end);
    if (FURNITURE.test(text) || isSwitch(context, paragraph) || isAside(context, paragraph, candidate)) continue;
    return leadInFrom(context, paragraph);
  }
  return null;
}

function leadInFrom({ outline }: DetectContext, paragraph: Paragraph): LeadIn | null {
  const sentences = sentencesIn(outline.text, paragraph);
  const sentence = sentences.at(-1);
  if (sentence === undefined) return null;
  const above = outline.paragraphs[paragraph.index - 1];
  const before = sentences.at(-2) ?? (above === undefined ? undefined : sentencesIn(outline.text, above).at(-1)) ?? null;
  const text = outline.text.slice(sentence.start, sentence.end);
  const tag = outline.elements[paragraph.element]?.tag ?? '';
  return {
    sentence,
    paragraph,
    before,
    open: /(?:[:,;—–…-]|\.\.\.|：)["”’)]?$/u.test(text) || !/[.!?]["”’)\]]*$/u.test(text),
    heading: /^h[1-6]$/.test(tag),
    sharedWith: null,
  };
}

/** A link within the page that is all of its paragraph: the tab of a box. */
const isSwitch = ({ outline }: DetectContext, paragraph: Paragraph): boolean =>
  overlapping(outline.links, paragraph).some((l) => l.start <= paragraph.start && l.end >= paragraph.end && /^#/.test(l.href ?? ''));

/** Captions, pull quotes and furniture between a lead-in and its quotation. */
function isAside(context: DetectContext, paragraph: Paragraph, candidate: Candidate): boolean {
  if (regionAt(context, paragraph.element) !== candidate.region) return true;
  for (const { element } of ancestors(context.outline, paragraph.element)) {
    if (contains(element, candidate)) return false;
    if (/^(?:figure|figcaption|aside|nav|button|form)$/.test(element.tag)) return true;
  }
  return false;
}

function listStart({ outline }: DetectContext, candidate: Candidate): number {
  const parent = outline.elements[candidate.element]?.parent ?? -1;
  return outline.elements[parent]?.start ?? candidate.start;
}
