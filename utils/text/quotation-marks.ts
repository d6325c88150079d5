import type { TextSpan } from '../domain/page-text.ts';

/**
 * A stretch between quotation marks. `open` and `close` are the offsets of the marks (null where one is missing);
 * `start`–`end` is what stands between, trimmed.
 */
export interface MarkedSpan extends TextSpan {
  open: number | null;
  close: number | null;
  /** Offset past the closing mark (two characters for `''`). */
  after: number;
  /** `double` for “ ” „ " « » 「 」 and kin, `single` for ‘ ’ ‚ ' ‹ ›. */
  family: 'double' | 'single';
}

/** Marks by CLDR 47 (`quotationStart`/`End`, `alternate…`); which side one stands on is told by its neighbours, as typists mix them. */
const LOW = '„‟❝';
const DOUBLE_MARKS = '“”„‟"″＂«»「」『』❝❞〝〞〟《》';
/** Marks that can only stand on one side. */
const OPENS_ONLY = new Set('„‟「『❝〝《');
const CLOSES_ONLY = new Set('」』❞〞〟》');
const PAIRED: Record<string, string> = { '」': '「', '』': '『', '》': '《', '❞': '❝', '〞': '〝', '〟': '〝' };
const ANGLE = new Set('«»');
export const OPENING_MARK = /^[“„‟"«»「『❝‘‚'‹›《]|^``/;
export const CLOSING_MARK = /[”“"»«」』❞’'›‹》]$|''$/;

const SPACE = /[\s\u00a0\u202f\u2009\u200b]/;
const LETTER = /[\p{L}\p{N}]/u;
const BEFORE_OPEN = /[\s\u00a0\u202f\u200b([{<—–\-−/:=>~*_|“„‘‚'"«‹¿¡.…,;]/;
/** Inside an open passage only these can come before another opening mark: a point before a mark ends something. */
const BEFORE_INNER = /[\s\u00a0\u202f\u200b([{<—–/:“„‘‚'"«‹]/;
const AFTER_CLOSE = /[\s\u00a0\u202f\u200b.,;:!?…()[\]{}<>—–\-−/’'”"»›*_|&†‡¹²³]/;

interface Open {
  mark: string;
  at: number;
  length: number;
}

/**
 * The outermost marked spans of a paragraph, in order, double marks first and single ones where no double stands.
 * A mark without a partner gives a span with `open` or `close` null, reaching to the paragraph's edge; it alone may hold others. Linear.
 */
export function findMarkedSpans(text: string, span: TextSpan): MarkedSpan[] {
  const doubles = findDoubles(text, span);
  const singles = findSingles(text, span, doubles);
  if (singles.length === 0) return doubles;
  const kept: MarkedSpan[] = [];
  const open: MarkedSpan[] = [];
  for (const found of [...doubles, ...singles].sort((a, b) => a.start - b.start || b.end - a.end)) {
    for (let top = open.at(-1); top !== undefined && top.end <= found.start; top = open.at(-1)) open.pop();
    const outer = open.at(-1);
    // One that crosses another is an apostrophe, or a mark that went astray.
    if (outer !== undefined && found.end > outer.end) continue;
    kept.push(found);
    open.push(found);
  }
  return kept;
}

/** Passages in marks within one that stands in marks as a whole; straight single marks are left out, they are apostrophes. Linear. */
export const findNestedSpans = (text: string, span: TextSpan): MarkedSpan[] =>
  findMarkedSpans(text, span).filter((s) => s.open !== null && s.close !== null && !(s.family === 'single' && text[s.open] === "'"));

function findDoubles(text: string, { start, end }: TextSpan): MarkedSpan[] {
  const stack: Open[] = [];
  /** Closed pairs whose outer pair is still open, with the depth they were found at. */
  const closed: { span: MarkedSpan; depth: number }[] = [];
  let stray: MarkedSpan | null = null;
  for (let at = start; at < end; at++) {
    const c = text[at] ?? '';
    let length = 1;
    let mark = c;
    if ((c === '`' || c === "'") && text[at + 1] === c && at + 1 < end) {
      length = 2;
      mark = c === '`' ? '``' : "''";
    } else if (!DOUBLE_MARKS.includes(c)) continue;
    const before = at > start ? (text[at - 1] ?? ' ') : ' ';
    const next = at + length < end ? (text[at + length] ?? ' ') : ' ';
    const side = sideOf(mark, before, next, stack);
    if (side === 'open') stack.push({ mark, at, length });
    else if (side === 'close') {
      let top = stack.length - 1;
      while (top >= 0 && !closes(mark, stack[top]?.mark ?? '')) top--;
      const open = stack[top];
      if (open !== undefined) {
        stack.length = top;
        const inner = trim(text, open.at + open.length, at);
        closed.push({ span: { ...inner, open: open.at, close: at, after: at + length, family: 'double' }, depth: top });
      } else if (stray === null && stack.length === 0 && closed.length === 0)
        stray = { ...trim(text, start, at), open: null, close: at, after: at + length, family: 'double' };
    }
    at += length - 1;
  }
  // What stands inside a closed pair is nested; what stands inside an unclosed one is not known to be.
  const result: MarkedSpan[] = [];
  for (const { span } of closed) {
    while (result.length > 0 && (result.at(-1)?.start ?? 0) > span.start) result.pop();
    result.push(span);
  }
  if (stray !== null) result.unshift(stray);
  const last = stack.at(-1);
  if (last !== undefined) {
    const inner = trim(text, last.at + last.length, end);
    const inside = result.filter((s) => s.start > last.at);
    if (inside.length === 0) result.push({ ...inner, open: last.at, close: null, after: end, family: 'double' });
  }
  const first = stack[0];
  if (first !== undefined && first !== last && trim(text, start, first.at).start >= first.at)
    result.push({ ...trim(text, first.at + first.length, end), open: first.at, close: null, after: end, family: 'double' });
  return result.filter((s) => s.end > s.start).sort((a, b) => a.start - b.start || b.end - a.end);
}

function sideOf(mark: string, before: string, next: string, stack: Open[]): 'open' | 'close' | null {
  if (mark === '``' || OPENS_ONLY.has(mark)) return 'open';
  if (CLOSES_ONLY.has(mark)) return 'close';
  const canOpen = BEFORE_OPEN.test(before) && !SPACE.test(next);
  const canClose = !SPACE.test(before) && AFTER_CLOSE.test(next);
  const top = stack.at(-1)?.mark;
  if (mark === "''") return top === '``' || (top !== undefined && canClose) ? 'close' : canOpen ? 'open' : null;
  if (ANGLE.has(mark)) {
    if (top !== undefined && ANGLE.has(top)) return top === mark ? (canOpen && !canClose ? 'open' : 'close') : 'close';
    if (mark === '«') return 'open';
    return canOpen && !canClose ? 'open' : null;
  }
  if (mark === '”') {
    if (canOpen && !canClose && (top === undefined || top === '“')) return SPACE.test(before) ? 'open' : 'close';
    return 'close';
  }
  if (mark === '“') {
    if (top !== undefined && LOW.includes(top)) return canOpen && !canClose ? 'open' : 'close';
    if (top !== undefined && canClose && !canOpen) return 'close';
    if (top === undefined && canClose && !canOpen && LETTER.test(before)) return null;
    return 'open';
  }
  // Straight: the same sign on both sides.
  const digitBefore = /[\d′']/.test(before);
  if (top !== undefined) return !canClose && canOpen && BEFORE_INNER.test(before) ? 'open' : 'close';
  if (canOpen) return 'open';
  if (digitBefore) return null;
  return canClose ? 'close' : SPACE.test(before) ? 'open' : null;
}

function closes(mark: string, open: string): boolean {
  if (ANGLE.has(mark)) return ANGLE.has(open);
  const paired = PAIRED[mark];
  if (paired !== undefined) return open === paired;
  if (mark === "''") return open === '``' || open === '"' || open === "''" || open === '“';
  return !ANGLE.has(open) && open !== '``' && !'「『《'.includes(open);
}

/** Words that begin with an apostrophe. */
const ELIDED = /^['’](?:em|til|tis|twas|cause|bout|round|n|s|t|d|\d\ds?)\b/iu;
const SINGLE_OPEN = "‘‚'‹›";
const SINGLE_CLOSE = "’'‘›‹";
/** A single-marked passage longer than this is an apostrophe gone astray. */
const MAX_SINGLE = 2000;

function findSingles(text: string, { start, end }: TextSpan, doubles: MarkedSpan[]): MarkedSpan[] {
  const spans: MarkedSpan[] = [];
  let nextDouble = 0;
  for (let at = start; at < end; at++) {
    while (nextDouble < doubles.length && (doubles[nextDouble]?.after ?? 0) <= at) nextDouble++;
    const inside = doubles[nextDouble];
    if (inside !== undefined && at >= (inside.open ?? start)) {
      at = Math.max(at, inside.after - 1);
      continue;
    }
    const c = text[at] ?? '';
    if (!SINGLE_OPEN.includes(c)) continue;
    const before = at > start ? (text[at - 1] ?? ' ') : ' ';
    const next = text[at + 1] ?? ' ';
    if (!/[\s\u00a0([{—–/:“„"]/.test(before) || SPACE.test(next) || !/[\p{L}\p{N}"“[$€£¿¡.…]/u.test(next)) continue;
    if (ELIDED.test(text.slice(at, at + 8))) continue;
    const close = singleClose(text, at, Math.min(end, at + MAX_SINGLE), c);
    if (close < 0) continue;
    const inner = trim(text, at + 1, close);
    if (inner.end > inner.start) spans.push({ ...inner, open: at, close, after: close + 1, family: 'single' });
    at = close;
  }
  return spans;
}

/** Where the passage that opens at `open` closes; a possessive (`the dogs’ bowl`) is passed over when a later mark can close. */
function singleClose(text: string, open: number, end: number, mark: string): number {
  let possessive = -1;
  for (let at = open + 1; at < end; at++) {
    const c = text[at] ?? '';
    if (c === '\n') break;
    if (!SINGLE_CLOSE.includes(c)) continue;
    const before = text[at - 1] ?? ' ';
    const next = at + 1 < end ? (text[at + 1] ?? ' ') : ' ';
    if (SINGLE_OPEN.includes(c) && /[\s([—–]/.test(before) && LETTER.test(next)) {
      if (c === mark && mark !== "'") break;
      continue;
    }
    if (SPACE.test(before) || LETTER.test(next)) continue;
    if (c === '‘' && mark !== '‚') continue;
    if (/s/.test(before) && /^ \p{Ll}/u.test(text.slice(at + 1, at + 3))) {
      if (possessive < 0) possessive = at;
      continue;
    }
    return at;
  }
  return possessive;
}

function trim(text: string, from: number, to: number): TextSpan {
  let start = from;
  let end = to;
  while (start < end && SPACE.test(text[start] ?? '')) start++;
  while (end > start && SPACE.test(text[end - 1] ?? '')) end--;
  return { start, end };
}
