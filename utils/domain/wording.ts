import type { Change, DiffPart, FoundPlace, LastAnchor } from './anchor.ts';
import type { Annotation, EarlierWording, Target } from './annotation.ts';
import type { Selector, TextQuoteSelector } from './selector.ts';

// What becomes of the words of a kept passage when its page changes.

/** The words of the page in a diff. */
export const nowIn = (diff: readonly DiffPart[]): string => diff.map(({ now }) => now).join('');

/** How many words differ, of a diff or of the changes alone: where some stand in the place of others, the more of the two. Signs do not count. */
export const wordsDiffering = (diff: readonly (DiffPart | Change)[]): number =>
  diff.reduce((sum, part) => {
    const [one, other] = 'now' in part ? [part.kept, part.now] : [part.quote, part.source];
    return part.kind === null || part.kind === 'punctuation' ? sum : sum + Math.max(wordsIn(one), wordsIn(other));
  }, 0);
const wordsIn = (text: string): number => text.split(/\s+/).filter((word) => word !== '').length;

/**
 * Whether it still speaks of the words that are kept. It does not once one of its places was taken for them: what the page holds of these
 * is known with the next visit.
 */
export const isCurrent = (last: Pick<LastAnchor, 'places'>, annotation: Annotation): boolean =>
  !last.places.some(({ selector }) => sameQuote(selector, annotation.target.selector));

/** What a reader should know of a kept passage: its words have changed and they did not say yet that they keep theirs, or it is gone. */
export type Drift = 'changed' | 'orphaned';
export function driftOf(last: LastAnchor | null, annotation: Annotation): Drift | null {
  if (last === null || !isCurrent(last, annotation)) return null;
  if (last.status === 'orphaned') return 'orphaned';
  return last.status === 'changed' && !isDismissed(last) ? 'changed' : null;
}

/** The reader keeps their own words, whatever the page has now. */
export const isDismissed = ({ dismissed, places: [place] }: LastAnchor): boolean => place !== undefined && dismissed === nowIn(place.diff);

/** Where a passage is, for a record that is to stand on it. */
type Document = Pick<Target, 'source' | 'canonical' | 'title' | 'site'>;

/**
 * Takes the words at another place, or other words at the same, in the stead of those that are kept, which go to the history.
 * Where the passage stands there already nothing is replaced. `until`: now, ISO 8601 UTC. `document` where it is another one. All that the reader made of it stays.
 */
export function withWording(
  annotation: Annotation,
  { selector, paragraph }: Pick<FoundPlace, 'selector' | 'paragraph'>,
  until: string,
  document?: Document,
): Annotation {
  if ((document === undefined || document.source === annotation.target.source) && sameQuote(annotation.target.selector, selector))
    return annotation;
  const { history = [], canonical, source, title, site, selector: before, paragraph: around, styleClass } = annotation.target;
  const here: Document = document ?? { source, ...(canonical === undefined ? {} : { canonical }), title, site };
  const earlier: EarlierWording = {
    selector: before,
    ...(around === undefined ? {} : { paragraph: around }),
    ...(here.source === source ? {} : { source }),
    until,
  };
  const target = { ...here, selector, ...(paragraph === undefined ? {} : { paragraph }), history: [...history, earlier], styleClass };
  return { ...annotation, target };
}

/** The opposite: `before` as it was, unless the words have been replaced once more since `selector` was taken. */
export function withWordingBack(annotation: Annotation, selector: Selector[], before: Target): Annotation {
  if (!sameQuote(annotation.target.selector, selector)) return annotation;
  return { ...annotation, target: { ...before, styleClass: annotation.target.styleClass } };
}

function sameQuote(a: readonly Selector[], b: readonly Selector[]): boolean {
  const [one, other] = [quoteIn(a), quoteIn(b)];
  return one?.exact === other?.exact && one?.prefix === other?.prefix && one?.suffix === other?.suffix;
}
const quoteIn = (selector: readonly Selector[]): TextQuoteSelector | undefined =>
  selector.find((one): one is TextQuoteSelector => one.type === 'TextQuoteSelector');
