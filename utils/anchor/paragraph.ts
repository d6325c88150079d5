import type { Paragraph } from '../domain/annotation.ts';
import type { PageText, TextSpan } from '../domain/page-text.ts';

/** Characters (UTF-16) of a paragraph that are kept with a passage: a long paragraph of a news article has some 800. */
export const MAX_PARAGRAPH = 2_000;
/** A passage that fills its lines but for this ("the mayor said:") is shown with those before and behind: alone it says little about where it stood. */
const MIN_AROUND = 40;

/**
 * The lines of the page that hold `span` (a `\n` stands between blocks), with their neighbours where they hold little else, and at most
 * `MAX_PARAGRAPH` characters, cut between words. Null for a passage that is as long as that by itself: its words say it all.
 */
export function paragraphOf({ text }: Pick<PageText, 'text'>, span: TextSpan): Paragraph | null {
  const room = MAX_PARAGRAPH - (span.end - span.start);
  if (room <= 0 || span.end > text.length || span.start >= span.end) return null;
  let from = lineStart(text, span.start);
  let to = lineEnd(text, span.end);
  if (span.start - from + (to - span.end) < MIN_AROUND) {
    from = lineStart(text, Math.max(0, from - 1));
    to = lineEnd(text, Math.min(text.length, to + 1));
  }
  const before = Math.min(span.start - from, Math.max(room / 2, room - (to - span.end)));
  const after = Math.min(to - span.end, room - before);
  from = wordStart(text, Math.ceil(span.start - before), from, span.start);
  to = wordEnd(text, Math.floor(span.end + after), span.end, to);
  return { text: text.slice(from, to), start: span.start - from, end: span.end - from };
}

const lineStart = (text: string, at: number): number => (at === 0 ? 0 : text.lastIndexOf('\n', at - 1) + 1);
function lineEnd(text: string, at: number): number {
  const end = text.indexOf('\n', at);
  return end < 0 ? text.length : end;
}

/** The first start of a word from `at` on; `first` is one. Text without spaces is cut where it is, never within a character. */
function wordStart(text: string, at: number, first: number, limit: number): number {
  if (at <= first) return first;
  const space = text.slice(at - 1, limit).search(/\s/);
  if (space >= 0) return at + space;
  return isLow(text, at) ? at + 1 : at;
}

function wordEnd(text: string, at: number, limit: number, last: number): number {
  if (at >= last) return last;
  const space = text.slice(limit, at + 1).search(/\s\S*$/);
  if (space >= 0) return limit + space;
  return isLow(text, at) ? at - 1 : at;
}

const isLow = (text: string, at: number): boolean => text.charCodeAt(at) >> 10 === 0x37;
