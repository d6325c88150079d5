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

/** What the reader is shown of an anchor: where `changed` the passage as it stands there, where `ambiguous` the places to choose from; else none. */
export function foundPlaces(
  index: PageIndex,
  kept: readonly Selector[],
  { status, span, candidates, changes, reason }: Anchor,
): FoundPlace[] {
  if (status === 'changed' && span !== null) {
    const place = placeOf(index, kept, span);
    if (reason !== 'negated') return [place];
    // SPEC [S4]: the words are the same, the one before them is not.
    const before = changes.map((change): DiffPart => ({ kind: change.kind, kept: change.quote, now: change.source }));
    return [{ ...place, diff: [...before, ...place.diff] }];
  }
  return (candidates ?? []).slice(0, MAX_PLACES).map((candidate) => placeOf(index, kept, candidate));
}

/** A span of the page as a place where kept words could stand. */
export function placeOf(index: PageIndex, kept: readonly Selector[], span: TextSpan): FoundPlace {
  const paragraph = paragraphOf(index, span);
  const diff = diffWords(exactIn(kept), index.text.slice(span.start, span.end), { nounsAreCapital: index.nounsAreCapital });
  return { selector: describePassage(index, span), ...(paragraph === null ? {} : { paragraph }), diff };
}
