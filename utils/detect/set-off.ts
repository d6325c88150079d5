import type { TextSpan } from '../domain/page-text.ts';
import type { QuotationKind } from '../domain/quotation.ts';
import { CLOSING_MARK, findMarkedSpans, OPENING_MARK } from '../text/quotation-marks.ts';
import { signatureAfter, signatureIn } from './attribution-lines.ts';
import { type Candidate, commentAt, type DetectContext, regionAt } from './candidate.ts';
import { overlapping, type PageOutline, type Paragraph, trimmed, wordCountAnyScript } from './page-outline.ts';
import { headOf } from './passage-head.ts';

/** Longer text behind the closing mark is text. */
const MAX_SIGNATURE = 120;
/** Footnote marks and the like behind the last word. */
const FOOTNOTES = /(?:[\s\u00a0]*(?:\[(?:\d{1,3}|[a-z])\]|[↑†‡¹²³⁴-⁹]))+$/u;

/**
 * The quotations that a set-off element holds: one as a rule; several where signed passages follow each other in it.
 * `paragraphs` are those of the element that are quoted text (embedded posts left out).
 */
export function setOffCandidates(
  context: DetectContext,
  element: number,
  paragraphs: Paragraph[],
  kind: QuotationKind,
  rule: string,
  confidence: number,
): Candidate[] {
  const { outline } = context;
  const found: Candidate[] = [];
  let run: Paragraph[] = [];
  const finish = (end: number, attribution: TextSpan | null, place: 'inside' | 'after' | null): void => {
    const first = run[0];
    const last = run.at(-1);
    run = [];
    if (first === undefined || last === undefined) return;
    const start = Math.max(first.start, head?.textStart ?? -1);
    const whole = trimmed(outline.text, { start, end: Math.max(start, Math.min(end, last.end)) });
    if (whole === null) return;
    const text = unmarked(outline, whole, first);
    found.push({
      kind,
      start: text.start,
      end: text.end,
      outer: whole,
      marked: text.marked,
      element,
      first,
      last,
      attribution,
      attributionPlace: place,
      region: regionAt(context, element),
      comment: commentAt(context, element),
      rule,
      confidence,
    });
  };
  const head = headOf(context, paragraphs, element);
  const header = head === null ? null : { start: head.start, end: head.end };
  for (const paragraph of paragraphs) {
    if (head !== null && paragraph.end <= head.textStart) continue;
    const signed = signatureIn(outline, paragraph, element);
    if (signed === null) {
      run.push(paragraph);
      continue;
    }
    if (signed.textEnd > paragraph.start) run.push(paragraph);
    if (run.length === 0) {
      // A second line of the signature (name, then job).
      const before = found.at(-1);
      if (before?.attribution != null && before.attributionPlace === 'inside')
        before.attribution = { start: before.attribution.start, end: signed.end };
      continue;
    }
    finish(signed.textEnd > paragraph.start ? signed.textEnd : (run.at(-1)?.end ?? 0), { start: signed.start, end: signed.end }, 'inside');
  }
  if (found.length === 0 && run.length > 1) {
    // “Words.” Name, job: what follows the closing mark of a passage that is quoted from its start signs it.
    const opening = run[0];
    const tail = run.at(-1);
    const rest = run[1];
    if (opening !== undefined && tail !== undefined && rest !== undefined && run.length <= 3 && tail.end - rest.start <= MAX_SIGNATURE) {
      const span = findMarkedSpans(outline.text, opening).find((s) => s.open === opening.start);
      if (span?.close != null && span.after >= opening.end && !OPENING_MARK.test(outline.text.slice(rest.start, rest.start + 2))) {
        run = [opening];
        finish(opening.end, { start: rest.start, end: tail.end }, 'inside');
      }
    }
  }
  const last = run.at(-1);
  if (last !== undefined) {
    const bare = found.length === 0 && header === null ? signatureAfter(context, last, element) : null;
    finish(last.end, header ?? bare, header !== null ? 'inside' : bare === null ? null : 'after');
  }
  return found.filter((c) => wordCountAnyScript(outline.text.slice(c.start, c.end)) > 0);
}

/** The passage without the marks around all of it, without footnote marks. */
function unmarked(outline: PageOutline, whole: TextSpan, first: Paragraph): TextSpan & { marked: boolean } {
  const { text } = outline;
  const foot = FOOTNOTES.exec(text.slice(Math.max(whole.start, whole.end - 40), whole.end));
  const span = foot === null ? whole : (trimmed(text, { start: whole.start, end: whole.end - foot[0].length }) ?? whole);
  // The point of the sentence may stand behind the mark: “Words”.
  const point = /[”"“»’‘][.,;]$/u.test(text.slice(span.end - 2, span.end)) ? 1 : 0;
  const inside = text.slice(span.start, span.end - point);
  const opens = OPENING_MARK.test(inside);
  const closing = CLOSING_MARK.test(inside);
  const plain = { ...span, marked: false };
  if (!opens && !closing) return plain;
  const head = findMarkedSpans(text, { start: span.start, end: Math.min(span.end, first.end) }).find((s) => s.open === span.start);
  const oneParagraph = span.end <= first.end;
  if (opens && closing) {
    // One pair around everything, or a mark re-opened in each paragraph.
    const around = oneParagraph
      ? head !== undefined && (head.after >= span.end - point || head.close === null)
      : head !== undefined && (head.close === null || head.after >= first.end);
    if (!around) return plain;
    const length = closing && /''$/.test(inside) ? 2 : 1;
    return {
      ...(trimmed(text, { start: span.start + (inside.startsWith('``') ? 2 : 1), end: span.end - point - length }) ?? span),
      marked: true,
    };
  }
  if (opens && head !== undefined && head.close === null)
    return { ...(trimmed(text, { start: span.start + 1, end: span.end }) ?? span), marked: true };
  if (!opens && closing) {
    const last = overlapping(outline.paragraphs, { start: span.end - 1, end: span.end })[0];
    const from = Math.max(span.start, last?.start ?? span.start);
    const stray = findMarkedSpans(text, { start: from, end: span.end }).find((s) => s.open === null);
    if (stray?.close !== undefined && stray.close !== null && stray.after >= span.end - point)
      return { ...(trimmed(text, { start: span.start, end: stray.close }) ?? span), marked: true };
  }
  return plain;
}
