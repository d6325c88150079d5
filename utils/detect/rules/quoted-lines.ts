import type { Candidate, DetectionRule } from '../candidate.ts';
import { commentAt, regionAt, sliceOf } from '../candidate.ts';
import { trimmed, wordCountAnyScript } from '../page-outline.ts';

const MARK = /^[\s\u00a0]*(?:>|›)+[\s\u00a0]*(?=\S)/u;
const WROTE = /(?:wrote|said|writes|schrieb|sagte|a écrit|escribió)[^.!?]{0,30}[:,][\s\u00a0]*$/iu;
const MIN_WORDS = 4;

/** [D8] A paragraph behind the mark of mails, in a comment or after "X wrote:": `<p>&gt; The fence is too low for it.</p>`. */
export const quotedLines: DetectionRule = {
  id: 'quoted-lines',
  find(context) {
    const { outline } = context;
    const found: Candidate[] = [];
    for (const paragraph of outline.paragraphs) {
      if (outline.text[paragraph.start] !== '>' && outline.text[paragraph.start] !== '›') continue;
      const mark = MARK.exec(outline.text.slice(paragraph.start, paragraph.start + 12));
      if (mark === null || /^(?:pre|code|nav|button)$/.test(outline.elements[paragraph.element]?.tag ?? '')) continue;
      const region = regionAt(context, paragraph.element);
      const before = outline.paragraphs[paragraph.index - 1];
      if (region !== 'comment' && !(before !== undefined && WROTE.test(sliceOf(outline, before).slice(-120)))) continue;
      const lines = outline.text.slice(paragraph.start, paragraph.end).split('\n');
      // The answer may stand below in the same paragraph.
      let length = 0;
      for (const line of lines) {
        if (!MARK.test(line)) break;
        length += line.length + 1;
      }
      const span = trimmed(outline.text, {
        start: paragraph.start + mark[0].length,
        end: Math.min(paragraph.end, paragraph.start + length),
      });
      if (span === null || wordCountAnyScript(outline.text.slice(span.start, span.end)) < MIN_WORDS) continue;
      found.push({
        kind: 'block',
        ...span,
        outer: { start: paragraph.start, end: span.end },
        element: paragraph.element,
        first: paragraph,
        last: paragraph,
        marked: false,
        attribution: null,
        attributionPlace: null,
        region,
        comment: commentAt(context, paragraph.element),
        rule: 'quoted-lines',
        confidence: 0.8,
      });
    }
    return found;
  },
};
