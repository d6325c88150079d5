import type { TextSpan } from '../../domain/page-text.ts';
import type { Candidate, DetectContext, DetectionRule } from '../candidate.ts';
import { commentAt, regionAt, sliceOf } from '../candidate.ts';
import { type Paragraph, trimmed, wordCountAnyScript } from '../page-outline.ts';
import { quoteDepth } from '../plain-text.ts';
import { nameInHead } from '../quote-head.ts';

const MARK = /^[\s\u00a0]*(?:>[\s\u00a0]?|›)+[\s\u00a0]*(?=\S)/u;
const WROTE = /(?:wrote|said|writes|schrieb|sagte|a écrit|escribió)[^.!?]{0,30}[:,][\s\u00a0]*$/iu;
const MIN_WORDS = 4;

/** The same marks before each further line: they are no words. */
export const withoutMarks = (text: string): string => text.replace(/\n[\s\u00a0]*(?:[>›][\s\u00a0]?)+/gu, '\n');

/**
 * [D8] A paragraph behind the mark of mails, in a comment or after "X wrote:": `<p>&gt; The fence is too low for it.</p>`; in a mail or
 * text file every run of such lines, with the head of its depth.
 */
export const quotedLines: DetectionRule = {
  id: 'quoted-lines',
  find(context) {
    const { outline } = context;
    const found: Candidate[] = [];
    /** Who wrote what stands behind so many marks, as said last. */
    let heads: (TextSpan | undefined)[] = [];
    let block = -1;
    for (const paragraph of outline.paragraphs) {
      const plain = outline.plain.has(paragraph.element);
      if (plain) {
        if (paragraph.element !== block) [block, heads] = [paragraph.element, []];
        const depth = quoteDepth(sliceOf(outline, paragraph));
        if (nameInHead(withoutMarks(`\n${sliceOf(outline, paragraph)}`)) !== null) {
          heads = heads.slice(0, depth + 1);
          heads[depth + 1] = paragraph;
          continue;
        }
        if (depth === 0) continue;
        found.push(...quoted(context, paragraph, heads[depth] ?? null));
        continue;
      }
      if (outline.text[paragraph.start] !== '>' && outline.text[paragraph.start] !== '›') continue;
      if (/^(?:pre|code|nav|button)$/.test(outline.elements[paragraph.element]?.tag ?? '')) continue;
      const before = outline.paragraphs[paragraph.index - 1];
      const ahead = before === undefined ? '' : sliceOf(outline, before);
      if (regionAt(context, paragraph.element) !== 'comment' && !WROTE.test(ahead.slice(-120))) continue;
      found.push(...quoted(context, paragraph, before !== undefined && nameInHead(ahead) !== null ? before : null));
    }
    return found;
  },
};

/** The quoted lines with which a paragraph begins; the answer may stand below in the same paragraph. */
function quoted(context: DetectContext, paragraph: Paragraph, head: TextSpan | null): Candidate[] {
  const { outline } = context;
  const text = sliceOf(outline, paragraph);
  const mark = MARK.exec(text.slice(0, 24));
  if (mark === null) return [];
  let length = 0;
  for (const line of text.split('\n')) {
    if (!MARK.test(line) && !/^\s*>+\s*$/.test(line)) break;
    length += line.length + 1;
  }
  const span = trimmed(outline.text, {
    start: paragraph.start + mark[0].length,
    end: Math.min(paragraph.end, paragraph.start + length),
  });
  if (span === null || wordCountAnyScript(outline.text.slice(span.start, span.end)) < MIN_WORDS) return [];
  return [
    {
      kind: 'block',
      ...span,
      outer: { start: paragraph.start, end: span.end },
      element: paragraph.element,
      first: paragraph,
      last: paragraph,
      marked: false,
      attribution: head === null ? null : { start: head.start, end: head.end },
      attributionPlace: head === null ? null : 'inside',
      region: regionAt(context, paragraph.element),
      comment: commentAt(context, paragraph.element),
      rule: 'quoted-lines',
      confidence: 0.8,
    },
  ];
}
