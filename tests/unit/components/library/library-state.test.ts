import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { FACETS } from '../../../../components/library/library-row.ts';
import {
  formatHash,
  type LibraryState,
  parseHash,
  SORTS,
  START,
  toggleFacet,
  VIEWS,
} from '../../../../components/library/library-state.ts';

// Well-formed strings: a URL cannot carry half of a surrogate pair.
const text = fc.string({ unit: 'grapheme' });
const days = fc.constantFrom('', '2026-02-28', '2025-12-31');
const aState: fc.Arbitrary<LibraryState> = fc.record({
  view: fc.constantFrom(...VIEWS),
  query: text,
  filters: fc.record({
    facets: fc.dictionary(fc.constantFrom(...FACETS), fc.uniqueArray(text, { minLength: 1, maxLength: 3 }), { noNullPrototype: true }),
    from: days,
    to: days,
  }),
  sort: fc.constantFrom(...SORTS),
  open: text,
});

describe('state in the address', () => {
  it('comes back as it was written', () =>
    fc.assert(
      fc.property(aState, (state) => {
        expect(parseHash(formatHash(state))).toEqual(state);
      }),
    ));

  it('survives the journey through a URL', () =>
    fc.assert(
      fc.property(aState, (state) => {
        const url = new URL(`https://x.example/library.html${formatHash(state)}`);
        expect(parseHash(url.hash)).toEqual(state);
      }),
    ));

  it('is the start where the address says nothing', () => expect(parseHash('')).toEqual(START));
  it('names a view alone', () => expect(parseHash('#settings')).toEqual({ ...START, view: 'settings' }));
  it('takes defaults for what does not fit', () =>
    expect(parseHash('#nowhere?sort=sideways&from=2026-13-45&to=tomorrow&constructor=1')).toEqual(START));
  it('reads any string', () =>
    fc.assert(
      fc.property(fc.string({ unit: 'binary' }), (hash) => {
        expect(VIEWS).toContain(parseHash(hash).view);
      }),
    ));

  it('a value toggled twice is where it was', () =>
    fc.assert(
      fc.property(aState, fc.constantFrom(...FACETS), text, ({ filters }, facet, value) => {
        const twice = toggleFacet(toggleFacet(filters, facet, value), facet, value);
        expect(new Set(twice.facets[facet])).toEqual(new Set(filters.facets[facet]));
      }),
    ));
});
