import type { Candidate, DetectContext, DetectionRule } from '../candidate.ts';
import { commentAt, regionAt, sliceOf } from '../candidate.ts';
import { findEchoes } from '../find-echoes.ts';
import { overlapping, type Paragraph, paragraphAt, wordCountAnyScript } from '../page-outline.ts';

const WROTE =
  /(?:wrote|writes|said|says|posted|asked|asks|replied|schrieb|schreibt|sagte|fragte|a écrit|écrit|dit|escribió|dijo|sez)[^.!?]{0,30}[:,][\s\u00a0]*$/iu;
const MIN_WORDS = 4;
/** Share of its words that must stand earlier in the page. */
const FLOOR = 0.6;

/**
 * [D5] A paragraph wholly in italics that quotes: after "X wrote:", or in a comment where its words stand earlier in the page.
 * Other italics (a book's opening, a note of the editor) are none.
 */
export const italicPassage: DetectionRule = {
  id: 'italic-passage',
  find(context, found) {
    const { outline } = context;
    const italics = outline.paragraphs.filter(
      (p) =>
        isItalic(context, p) &&
        !found.some((c) => c.element >= 0 && c.first.index <= p.index && p.index <= c.last.index && c.rule !== 'block-quotation'),
    );
    const introduced = italics.filter((p) =>
      WROTE.test(sliceOf(outline, outline.paragraphs[p.index - 1] ?? { start: 0, end: 0 }).slice(-120)),
    );
    const rest = italics.filter(
      (p) => !introduced.includes(p) && regionAt(context, p.element) === 'comment' && wordCountAnyScript(sliceOf(outline, p)) >= MIN_WORDS,
    );
    const echoes = findEchoes(
      outline.text,
      rest.map((p) => ({ span: p, own: outline.elements[commentAt(context, p.element)] ?? p })),
      (offset) => commentAt(context, paragraphAt(outline, offset)?.element ?? -1),
      FLOOR,
    );
    const repeated = rest.filter((p, i) => (echoes[i]?.start ?? p.start) < p.start);
    return [...introduced, ...repeated].map((p) => toCandidate(context, p)).concat(italicLines(context));
  },
};

/** The same in a text whose paragraphs are only broken lines: `Dora writes:<br><br><i>…</i><br><br>Well, …`. */
function italicLines(context: DetectContext): Candidate[] {
  const { outline } = context;
  const found: Candidate[] = [];
  for (const run of outline.italics) {
    const paragraph = paragraphAt(outline, run.start);
    if (paragraph === undefined || outline.text[run.start - 1] !== '\n' || run.start <= paragraph.start) continue;
    if (run.end < paragraph.end && outline.text[run.end] !== '\n') continue;
    const before = outline.text.slice(paragraph.start, run.start - 1);
    const line = before.slice(before.lastIndexOf('\n') + 1);
    if (!WROTE.test(line.slice(-120)) || wordCountAnyScript(sliceOf(outline, run)) < MIN_WORDS) continue;
    const head = { start: run.start - 1 - line.length, end: run.start - 1 };
    found.push({
      ...toCandidate(context, paragraph),
      start: run.start,
      end: run.end,
      outer: { start: run.start, end: run.end },
      attribution: head,
      attributionPlace: 'inside',
    });
  }
  return found;
}

function isItalic({ outline }: DetectContext, paragraph: Paragraph): boolean {
  let covered = 0;
  for (const run of overlapping(outline.italics, paragraph))
    covered += Math.min(run.end, paragraph.end) - Math.max(run.start, paragraph.start);
  return covered >= (paragraph.end - paragraph.start) * 0.95 && wordCountAnyScript(sliceOf(outline, paragraph)) >= 3;
}

function toCandidate(context: DetectContext, paragraph: Paragraph): Candidate {
  return {
    kind: 'block',
    start: paragraph.start,
    end: paragraph.end,
    outer: { start: paragraph.start, end: paragraph.end },
    element: paragraph.element,
    first: paragraph,
    last: paragraph,
    marked: false,
    attribution: null,
    attributionPlace: null,
    region: regionAt(context, paragraph.element),
    comment: commentAt(context, paragraph.element),
    rule: 'italic-passage',
    confidence: 0.8,
  };
}
