import type { Anchor, DiffPart, FoundPlace } from '../domain/anchor.ts';
import { exactIn } from '../domain/annotation.ts';
import type { TextSpan } from '../domain/page-text.ts';
import type { Selector } from '../domain/selector.ts';
import { diffWords } from '../match/diff-words.ts';
import { describePassage } from './describe-passage.ts';
import type { PageIndex } from './page-index.ts';
import { paragraphOf } from './paragraph.ts';

/** Places of an ambiguous passage that are told, the likeliest first: more is no choice. */
const MAX_PLACES = 5;

/**
 * What the reader is shown of an anchor: where `changed` the passage as it stands there, where `ambiguous` the places to choose from; else
 * none. Those of `known` that are still true are taken over: describing a passage takes longer than finding it. `onlyKnown`: no others.
 */
export function foundPlaces(
  index: PageIndex,
  kept: readonly Selector[],
  { status, span, candidates, changes, reason }: Anchor,
  known: readonly FoundPlace[] = [],
  onlyKnown = false,
): FoundPlace[] {
  const places = (spans: TextSpan[]): FoundPlace[] =>
    spans.flatMap((at) => known.find((one) => isStill(one, index, kept, at)) ?? (onlyKnown ? [] : [placeOf(index, kept, at)]));
  if (status === 'changed' && span !== null) {
    if (reason !== 'negated') return places([span]);
    // SPEC [S4]: the words are the same, the one before them is not.
    const before = changes.map((change): DiffPart => ({ kind: change.kind, kept: change.quote, now: change.source }));
    const found = placeOf(index, kept, span);
    return [{ ...found, diff: [...before, ...found.diff] }];
  }
  return places((candidates ?? []).slice(0, MAX_PLACES));
}

function isStill({ selector, diff }: FoundPlace, { text }: PageIndex, kept: readonly Selector[], { start, end }: TextSpan): boolean {
  const quote = selector.find((one) => one.type === 'TextQuoteSelector');
  const position = selector.find((one) => one.type === 'TextPositionSelector');
  if (position?.type !== 'TextPositionSelector' || quote?.type !== 'TextQuoteSelector' || position.start !== start) return false;
  const { prefix, exact, suffix } = quote;
  const around = text.startsWith(prefix + exact + suffix, start - prefix.length);
  return around && exact.length === end - start && diff.map((part) => part.kept).join('') === exactIn(kept);
}

/** A span of the page as a place where kept words could stand. */
export function placeOf(index: PageIndex, kept: readonly Selector[], span: TextSpan): FoundPlace {
  const paragraph = paragraphOf(index, span);
  const diff = diffWords(exactIn(kept), index.text.slice(span.start, span.end), { nounsAreCapital: index.nounsAreCapital });
  return { selector: describePassage(index, span), ...(paragraph === null ? {} : { paragraph }), diff };
}
