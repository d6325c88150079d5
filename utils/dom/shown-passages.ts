import type { PageView } from '../domain/anchor.ts';
import type { TextSpan } from '../domain/page-text.ts';
import type { Quotation } from '../domain/quotation.ts';
import type { ShownPassage } from './drawing.ts';
import { MARK, type MarkName, type Marks } from './paint.ts';
import type { TextMap } from './text-map.ts';

/** Words of a passage that are said of it, at most (UTF-16). */
const WORDS = 240;
/**
 * Quotations shown in a page, at most. 5,000 on one page paint and scroll without a long task; 80,000 (10 MB of plain text, nothing but
 * quotes) blocked Chromium 156 for 5 s at each paint.
 */
export const MAX_SHOWN_QUOTATIONS = 5_000;
const PASSAGES_PER_STEP = 64;

/**
 * The passages of a view that have a place in the page now, in page order, a longer one before one it holds; in steps, for a caller
 * that must not hold the main thread. A passage whose nodes have changed since is left out.
 */
export function* shownPassages(view: PageView, quotations: boolean, map: TextMap, text: string): Generator<void, ShownPassage[]> {
  const placed: { span: TextSpan; passage: ShownPassage }[] = [];
  const keptAs = new Map(view.highlights.flatMap(({ id, span }) => (span ? [[`${span.start}-${span.end}`, id]] : [])));
  const place = (span: TextSpan, passage: (range: StaticRange) => ShownPassage): void => {
    const range = map.toStaticRange(span);
    if (range) placed.push({ span, passage: passage(range) });
  };
  let count = 0;
  for (const [index, quotation] of quotations ? view.quotations.slice(0, MAX_SHOWN_QUOTATIONS).entries() : []) {
    if (++count % PASSAGES_PER_STEP === 0) yield;
    const kept = keptAs.get(`${quotation.start}-${quotation.end}`) ?? null;
    place(quotation, (range) => ({ kind: 'quotation', index, quotation, range, keptAs: kept }));
  }
  for (const { span, ...highlight } of view.highlights) {
    if (++count % PASSAGES_PER_STEP === 0) yield;
    if (!span) continue;
    const words = text.slice(span.start, Math.min(span.end, span.start + WORDS));
    place(span, (range) => ({ ...highlight, kind: 'highlight', words, range }));
  }
  placed.sort((a, b) => a.span.start - b.span.start || b.span.end - a.span.end);
  return placed.map(({ passage }) => passage);
}

/** The page sets it off itself: a tint is enough, lines under every line would be loud. */
const isSetOff = ({ kind }: Quotation): boolean => kind === 'block' || kind === 'list-item';

/** What is painted for passages. A quotation that is kept shows its highlight alone. */
export function marksOf(passages: readonly ShownPassage[]): Marks {
  const marks: Partial<Record<MarkName, StaticRange[]>> = Object.fromEntries(Object.keys(MARK).map((name) => [name, []]));
  for (const passage of passages) {
    if (passage.kind === 'highlight') {
      marks[passage.colour]?.push(passage.range);
      if (passage.status === 'changed') marks.changed?.push(passage.range);
    } else if (passage.keptAs === null) marks[isSetOff(passage.quotation) ? 'block' : 'quotation']?.push(passage.range);
  }
  return marks;
}
