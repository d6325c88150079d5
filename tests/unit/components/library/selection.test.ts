import { describe, expect, it } from 'vitest';
import { extendTo, NOTHING, selectAll, toggle, within } from '../../../../components/library/selection.ts';

const shown = ['a', 'b', 'c', 'd', 'e'];
const ids = (selection: { ids: ReadonlySet<string> }): string[] => [...selection.ids].sort();

describe('selection', () => {
  it('a row is put in, and taken out again', () => {
    const one = toggle(NOTHING, 'b');
    expect(ids(one)).toEqual(['b']);
    expect(ids(toggle(one, 'b'))).toEqual([]);
  });
  it('a range reaches from the last touched row, in either direction', () => {
    expect(ids(extendTo(toggle(NOTHING, 'b'), 'd', shown))).toEqual(['b', 'c', 'd']);
    expect(ids(extendTo(toggle(NOTHING, 'd'), 'b', shown))).toEqual(['b', 'c', 'd']);
  });
  it('a range keeps its start, so that it can grow', () =>
    expect(ids(extendTo(extendTo(toggle(NOTHING, 'b'), 'c', shown), 'e', shown))).toEqual(['b', 'c', 'd', 'e']));
  it('a range without a start is its end', () => expect(ids(extendTo(NOTHING, 'd', shown))).toEqual(['d']));
  it('a range keeps what was chosen before', () =>
    expect(ids(extendTo(toggle(toggle(NOTHING, 'a'), 'c'), 'd', shown))).toEqual(['a', 'c', 'd']));
  it('all is all that is shown', () => expect(ids(selectAll(shown))).toEqual(shown));
  it('what is no longer shown is no longer chosen', () => {
    const kept = within(selectAll(shown), new Set(['b', 'c']));
    expect(ids(kept)).toEqual(['b', 'c']);
    expect(within(kept, new Set(shown))).toBe(kept);
  });
});
