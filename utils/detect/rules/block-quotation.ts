import type { TextSpan } from '../../domain/page-text.ts';
import { isQuoteHeader } from '../attribution-lines.ts';
import type { Candidate, DetectContext, DetectionRule } from '../candidate.ts';
import { contains, sliceOf } from '../candidate.ts';
import { ancestors, overlapping, type Paragraph, wordCountAnyScript } from '../page-outline.ts';
import { headOf } from '../passage-head.ts';
import { setOffCandidates } from '../set-off.ts';
import { isEmbeddedPost } from './embedded-post.ts';

/**
 * [D1] A `<blockquote>` with words in it: `<p>She wrote:</p><blockquote><p>…</p></blockquote>`.
 * Not one that is layout: the body of a forum post, most of the page, a box with headings, a callout, a table, code, verse,
 * a related link.
 */
export const blockQuotation: DetectionRule = {
  id: 'block-quotation',
  find(context, taken) {
    const { outline } = context;
    const found: Candidate[] = [];
    for (const [i, element] of outline.elements.entries()) {
      if (element.tag !== 'blockquote' || isEmbeddedPost(element)) continue;
      const inside = quotedParagraphs(context, i);
      if (inside.length === 0 || isLayout(context, i, inside) || holdsQuotations(element, taken)) continue;
      found.push(...setOffCandidates(context, i, inside, 'block', 'block-quotation', 0.92));
    }
    return found;
  },
};

/** Passages in italics with their lead-ins, and text of its own beside them: the box only indents. */
const holdsQuotations = (element: TextSpan, taken: readonly Candidate[]): boolean => {
  const italic = taken.filter((c) => c.rule === 'italic-passage' && contains(element, c));
  return italic.length > 1 || (italic.length === 1 && italic.some((c) => c.end < element.end - 20));
};

/** The paragraphs of the element up to an embedded post, without headings of pictures. */
function quotedParagraphs(context: DetectContext, element: number): Paragraph[] {
  const { outline } = context;
  const block = outline.elements[element];
  if (block === undefined) return [];
  let end = block.end;
  for (let i = element + 1; i < (outline.after[element] ?? 0); i++) {
    const inner = outline.elements[i];
    if (inner !== undefined && inner.tag === 'blockquote' && isEmbeddedPost(inner) && inner.start > block.start) {
      end = Math.min(end, inner.start);
      break;
    }
  }
  const inside = overlapping(outline.paragraphs, { start: block.start, end });
  const headed = new Map<number, boolean>();
  return inside.filter(
    (paragraph) => !FURNITURE.test(sliceOf(outline, paragraph)) && !inHeadedQuotation(context, element, paragraph, headed),
  );
}

/** What forums lay over long quotations. */
const FURNITURE =
  /^(?:click to expand|show more|expand quote|read more|mehr anzeigen|zum vergrößern anklicken|cliquez pour agrandir|voir plus|haz clic para expandir|clic para expandir)[\s.…]*$/iu;

/** In a quotation of a quotation that says whose it is: it is told by itself. */
function inHeadedQuotation(context: DetectContext, outer: number, paragraph: Paragraph, headed: Map<number, boolean>): boolean {
  const { outline } = context;
  for (const { index, element } of ancestors(outline, paragraph.element)) {
    if (index === outer) return false;
    if (element.tag !== 'blockquote') continue;
    let known = headed.get(index);
    if (known === undefined) {
      known = headOf(context, overlapping(outline.paragraphs, element), index) !== null;
      headed.set(index, known);
    }
    return known;
  }
  return false;
}

const BODY =
  /^(?:postcontent|post-?content|post-?body|postbody|message(?:-?(?:body|text|content))?|entry(?:-content)?|content|body|signature.*|restore)$/i;
const VERSE = /(?:^|[\s_-])(?:poem|poetry|verse|lyrics?|song)(?:$|[\s_-])/i;
/** A box that is named for what it does. */
const BOX =
  /(?:^|[\s_-])(?:(?:tip|note|info|warning|alert|notice|hint|callout|disclaimer|summary|cta|promo|definition|faktenbox|infobox|hinweis|kasten)(?:[-_]?(?:box|block|text))?|is-style-(?:info|warning|note|tip))(?:$|[\s_-])/i;
/** Labels of boxes that explain, sum up or warn. */
const CALLOUT =
  /^(?:summary|in summary|bottom line|key (?:points?|takeaways?)|takeaways?|tl;?dr|note|notes|nb|tip|pro tip|hint|warning|caution|important|info|example|definition|update|disclaimer|correction|editor['’]s note|zusammenfassung|fazit|hinweis|achtung|tipp|wichtig|beispiel|résumé|en résumé|à retenir|à lire|à lire aussi|lire aussi|remarque|attention|resumen|nota|ojo|puedes ver|lea también|lee también|te puede interesar|mira también|mehr lesen|mehr dazu|lesen sie auch|see also|read also|read more|related|also read|more|watch|recommended)\b\s*[:.!—–\n]/iu;
const LABEL =
  /^(?:summary|in summary|bottom line|key (?:points?|takeaways?)|takeaways?|tl;?dr|notes?|tips?|pro tip|hint|warning|caution|important|info|example|definition|disclaimer|zusammenfassung|fazit|hinweis|achtung|tipp|wichtig|beispiel|mehr (?:lesen|dazu)|lesen sie auch|siehe auch|résumé|à retenir|à lire(?: aussi)?|lire aussi|remarque|attention|resumen|nota|ojo|puedes ver|lea también|lee también|see also|read (?:also|more)|related|also read|more|recommended)[\s\u00a0]*[:.!—–]?$/iu;

const MACHINE =
  /^\s*(?:(?:fatal |syntax |parse |internal )?error|warning|exception|traceback|caused by|uncaught|fatal|debug|notice|\w+(?:Error|Exception))\b\s*[:(\d[]|^\s*[$#>]\s+\w|^\s*\w+@[\w-]+[:~$]/i;
const SYMBOLS = /[{}<>=;_\\|$#@/*+~^]/g;
/** Share of signs from which a text is one for machines. */
const MANY_SYMBOLS = 0.07;

/** A message of a program, a command, code without a tag. */
function isMachineText(text: string): boolean {
  if (MACHINE.test(text)) return true;
  return (
    text.length < 600 && text.length > 10 && (text.match(SYMBOLS)?.length ?? 0) / text.length > MANY_SYMBOLS && !/https?:\/\//.test(text)
  );
}

const MAX_VERSE_LINE = 48;

/** Short broken lines that nothing introduces or signs: a poem, a song. */
function isVerse({ outline }: DetectContext, inside: Paragraph[]): boolean {
  const first = inside[0];
  const before = first === undefined ? undefined : outline.paragraphs[first.index - 1];
  if (first === undefined || (before !== undefined && /[:,][\s\u00a0]*$/u.test(sliceOf(outline, before).slice(-3)))) return false;
  return inside.every((paragraph) => {
    const lines = sliceOf(outline, paragraph).split('\n');
    return (
      lines.length >= 3 &&
      lines.reduce((sum, line) => sum + line.length, 0) / lines.length <= MAX_VERSE_LINE &&
      !lines.some((line) => /^\s*[“"„«—–]/u.test(line))
    );
  });
}

/** Apart from the heads of quoted mails all lies in a quotation of its own. */
function onlyNested({ outline }: DetectContext, index: number, inside: Paragraph[]): boolean {
  return inside.every((paragraph) => {
    if (isQuoteHeader(outline, paragraph)) return true;
    for (const { index: holder, element } of ancestors(outline, paragraph.element)) {
      if (holder === index) return false;
      if (element.tag === 'blockquote') return true;
    }
    return false;
  });
}

const FIELD = /^\s*\p{L}[\p{L}\d ./-]{1,24}:\s/u;

/** Short lines of label and value: a record, no text. Labels of a conversation come again, those of a record do not. */
function isRecord(text: string): boolean {
  const lines = text.split('\n').filter((line) => line.trim() !== '');
  const fields = lines.filter((line) => FIELD.test(line));
  const labels = new Set(fields.map((line) => line.slice(0, line.indexOf(':'))));
  return fields.length >= 3 && fields.length >= lines.length * 0.6 && labels.size >= fields.length * 0.8 && labels.size >= 3;
}

/** The box opens with a word of its own, set apart in bold: `<strong>Summary</strong> …`. */
function startsWithLabel({ outline }: DetectContext, index: number, first: Paragraph): boolean {
  for (let i = index + 1; i < Math.min(outline.after[index] ?? 0, index + 6); i++) {
    const inner = outline.elements[i];
    if (inner === undefined || inner.start > first.start) return false;
    if (/^(?:strong|b|span|em|h[1-6]|p|div)$/.test(inner.tag) && LABEL.test(sliceOf(outline, inner).trim())) return true;
  }
  return false;
}

const MOST_OF_PAGE = 0.6;

function isLayout(context: DetectContext, index: number, inside: Paragraph[]): boolean {
  const { outline } = context;
  const element = outline.elements[index];
  const first = inside[0];
  const last = inside.at(-1);
  if (element === undefined || first === undefined || last === undefined) return true;
  const length = element.end - element.start;
  if ((element.names ?? '').split(/\s+/).some((t) => BODY.test(t))) return true;
  if (length > outline.text.length * MOST_OF_PAGE && length > 2000) return true;
  if (BOX.test(element.names ?? '')) return true;
  for (const { element: holder } of ancestors(outline, index)) if (holder.names !== undefined && VERSE.test(holder.names)) return true;
  if (CALLOUT.test(outline.text.slice(first.start, Math.min(first.end, first.start + 80)).concat('\n'))) return true;
  if (startsWithLabel(context, index, first)) return true;
  // A placeholder for a picture.
  if (/^\[[^\]]*\]$/.test(sliceOf(outline, element).trim())) return true;
  if (isVerse(context, inside) || onlyNested(context, index, inside)) return true;
  if (isRecord(sliceOf(outline, element))) return true;
  if (isMachineText(sliceOf(outline, element))) return true;
  let headings = 0;
  let headingText = 0;
  let unquotable = 0;
  let nested = 0;
  let linked = 0;
  for (let i = index + 1; i < (outline.after[index] ?? 0); i++) {
    const inner = outline.elements[i];
    if (inner === undefined) continue;
    const size = inner.end - inner.start;
    if (/^h[1-6]$/.test(inner.tag)) {
      headings++;
      headingText += size;
    } else if (/^(?:table|pre|form)$/.test(inner.tag) || (inner.tag === 'code' && size > 40)) unquotable += size;
    else if (inner.tag === 'blockquote') nested = Math.max(nested, size);
    else if (inner.tag === 'a' && inner.href !== undefined) linked += size;
  }
  if (headingText > length * 0.9) return true;
  if (headings >= 2 && length > 1500) return true;
  if (unquotable > length * 0.6) return true;
  if (nested > length * 0.9) return true;
  const words = wordCountAnyScript(sliceOf(outline, element));
  return linked > length * 0.85 && words < 30;
}
