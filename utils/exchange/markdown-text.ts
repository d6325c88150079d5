import { parse, postprocess, preprocess } from 'micromark';

/** ASCII punctuation that CommonMark or GFM gives a meaning anywhere in a line. */
const ANYWHERE = /[\\`*_[\]<>&|~#$]/g;
/** What begins a block at the start of a line: lists, rules and setext underlines. */
const AT_START = /^(\s*)(?:([-+=:])|(\d{1,9})([.)]))/;

/** Plain text as Markdown that shows exactly it, on one line. */
export const escapeMarkdown = (text: string): string => escapeLine(text.replace(/[\r\n\u2028\u2029]+/g, ' '));

/** Plain text of several lines as a block quote; each line a paragraph of its own. */
export const quoteMarkdown = (text: string): string =>
  text
    .split(/\r\n|[\r\n\u2028\u2029]/)
    .filter((line) => line.trim() !== '')
    .map((line) => `> ${escapeLine(line)}`)
    .join('\n>\n');

const escapeLine = (line: string): string =>
  line
    .trim()
    .replace(ANYWHERE, '\\$&')
    .replace(AT_START, (_, space: string, sign?: string, digits?: string, dot?: string) =>
      sign ? `${space}\\${sign}` : `${space}${digits}\\${dot}`,
    );

/** A link with plain text. `url` must be http(s), normalised (see `linkable`). */
export const markdownLink = (text: string, url: string): string =>
  `[${escapeMarkdown(text)}](${url.replace(/[()\\`<>\s]/g, (sign) => `%${sign.charCodeAt(0).toString(16).toUpperCase().padStart(2, '0')}`)})`;

const SAFE_SCHEME = /^(?:https?|mailto):/i;
const MAX_ROUNDS = 5;
/** Characters (UTF-16) of a note that is parsed, and delimiters in it. */
const MAX_PARSED = 20_000;
const MAX_DELIMITERS = 2_000;

/**
 * Whether a note is read as Markdown; others are shown as plain text. micromark takes the square of the time for some texts: 2,000 delimiters
 * of `_a*` 0.1 s, of `> ` 0.08 s, but 20,000 characters of `_a*` 12 s; of ordinary text 5 ms.
 */
export function isParsable(text: string): boolean {
  return text.length <= MAX_PARSED && (text.match(/[*_[\]>]/g)?.length ?? 0) <= MAX_DELIMITERS;
}

/**
 * The reader's Markdown, unchanged but for what could run or load when it is shown elsewhere: raw HTML becomes text, links
 * and images with another scheme than http, https and mailto lose their target. What stands in code is left alone.
 */
export function harmlessMarkdown(markdown: string): string {
  let text = markdown.replace(/^\uFEFF/, '');
  // Tags and autolinks begin with `<`, targets stand behind `]`: without them nothing needs to be parsed.
  if (!/[<\]]/.test(text)) return text;
  if (!isParsable(text)) return asText(text);
  for (let round = 0; round < MAX_ROUNDS; round++) {
    const edits = dangers(text);
    if (edits.length === 0) return text;
    let next = '';
    let at = 0;
    for (const { start, end, to } of edits) {
      if (start < at) continue;
      next += text.slice(at, start) + to;
      at = end;
    }
    text = next + text.slice(at);
  }
  // What still parses as HTML after so many rounds is no note: show it as it is, as text.
  return dangers(text).length === 0 ? text : asText(text);
}

const asText = (text: string): string =>
  text
    .split('\n')
    .map((line) => (/^ {0,2}/.exec(line)?.[0] ?? '') + escapeLine(line))
    .join('\n');

interface Edit {
  start: number;
  end: number;
  to: string;
}

function dangers(text: string): Edit[] {
  const edits: Edit[] = [];
  const events = postprocess(
    parse()
      .document()
      .write(preprocess()(text, undefined, true)),
  );
  for (const [phase, token] of events) {
    if (phase !== 'enter') continue;
    const start = token.start.offset;
    const end = token.end.offset;
    if (token.type === 'htmlFlow' || token.type === 'htmlText') {
      for (let i = text.indexOf('<', start); i !== -1 && i < end; i = text.indexOf('<', i + 1))
        edits.push({ start: i, end: i + 1, to: '\\<' });
    } else if (token.type === 'autolinkProtocol' && !SAFE_SCHEME.test(text.slice(start, end))) {
      edits.push({ start: start - 1, end: start, to: '\\<' });
    } else if (token.type === 'resourceDestinationString' || token.type === 'definitionDestinationString') {
      if (hasOtherScheme(text.slice(start, end))) edits.push({ start, end, to: '#' });
    }
  }
  return edits.sort((a, b) => a.start - b.start);
}

/** Escapes and character references could hide a scheme, so a destination that has any and no plain safe scheme counts as one. */
function hasOtherScheme(destination: string): boolean {
  if (SAFE_SCHEME.test(destination)) return false;
  return /^[^/?#]*(?::|&|\\)/.test(destination);
}
