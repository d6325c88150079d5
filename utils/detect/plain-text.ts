import type { TextSpan } from '../domain/page-text.ts';
import { nameInHead } from './quote-head.ts';

/** A share of the page from which a `<pre>` is the page: a text file as browsers show it, a mail in an archive. */
const MOST_OF_PAGE = 0.8;
const SYMBOLS = /[{}<>=;_\\|$#*+~^]/g;
/** Share of signs from which a text is one for machines; mails have below .02 without their marks and addresses. */
const MANY_SYMBOLS = 0.05;
const QUOTED = /^[ \t]?(?:>[ \t]?)+/;
/** How much of a long text is looked at to tell it from code. */
const SAMPLE = 20_000;

/** How often a line is quoted: the marks before it. */
export const quoteDepth = (line: string): number => (QUOTED.exec(line)?.[0].match(/>/g) ?? []).length;

/**
 * The paragraphs of a `<pre>` that is prose (a mail, a text file): cut at empty lines and wherever quoted lines begin or end.
 * Null for code, tables and everything else that keeps its lines.
 */
export function plainParagraphs(text: string, span: TextSpan, pageLength: number): TextSpan[] | null {
  const lines = text.slice(span.start, span.end).split('\n');
  const mail = lines.some((line, i) => quoteDepth(line) > 0 && i > 0 && isHead(lines, i));
  if (!mail && span.end - span.start < pageLength * MOST_OF_PAGE) return null;
  const bare = lines
    .map((line) => line.replace(QUOTED, ''))
    .join('\n')
    .slice(0, SAMPLE)
    .replace(/<[^<>\s]+@[^<>\s]+>|https?:\/\/\S+/g, '');
  if ((bare.match(SYMBOLS)?.length ?? 0) > bare.length * MANY_SYMBOLS) return null;
  const found: TextSpan[] = [];
  let start = -1;
  let depth = 0;
  let at = span.start;
  let end = at;
  for (const line of lines) {
    const own = quoteDepth(line);
    const empty = line.trim() === '';
    if (start >= 0 && (empty || own !== depth)) {
      found.push({ start, end });
      start = -1;
    }
    if (!empty && start < 0) [start, depth] = [at, own];
    end = at + line.length;
    at = end + 1;
  }
  if (start >= 0) found.push({ start, end });
  return found;
}

/** The one or two lines before a quoted one name who wrote it. */
function isHead(lines: readonly string[], quoted: number): boolean {
  let i = quoted - 1;
  while (i > 0 && i > quoted - 3 && (lines[i] ?? '').trim() === '') i--;
  const line = (lines[i] ?? '').replace(QUOTED, '');
  return nameInHead(line) !== null || nameInHead(`${(lines[i - 1] ?? '').replace(QUOTED, '')} ${line}`) !== null;
}
