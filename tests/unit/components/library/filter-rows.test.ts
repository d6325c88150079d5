import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { filterRows, fitsFacet } from '../../../../components/library/filter-rows.ts';
import { FACETS, type LibraryRow, libraryRow, libraryRows } from '../../../../components/library/library-row.ts';
import { type Filters, NO_FILTERS, toggleFacet } from '../../../../components/library/library-state.ts';
import { matchesSearch, parseSearch } from '../../../../components/library/search-query.ts';
import { lastAnchor } from '../../db/sample-anchor.ts';
import { anAnnotation, sketch } from './sample-annotations.ts';

const someRows = fc
  .array(fc.tuple(anAnnotation, fc.constantFrom('changed', 'orphaned', null)), { maxLength: 25 })
  .map((all) => all.map(([a, o]) => libraryRow(a, o)));

/** Rows and filters whose values occur in them (and now and then one that does not). */
const aCase = someRows.chain((rows) => {
  const facets = Object.fromEntries(
    FACETS.map((facet) => {
      const known = [...new Set(rows.flatMap((row) => row.values[facet]))];
      return [
        facet,
        fc.option(fc.uniqueArray(fc.constantFrom(...known, 'unheard-of'), { minLength: 1, maxLength: 2 }), { nil: undefined, freq: 1 }),
      ];
    }),
  );
  const filters: fc.Arbitrary<Filters> = fc.record({
    facets: fc.record(facets).map((f) => Object.fromEntries(Object.entries(f).filter(([, v]) => v))),
    from: fc.constantFrom('', '2025-06-01', '2026-01-31'),
    to: fc.constantFrom('', '2026-02-28', '2026-06-30'),
  });
  return fc.record({ rows: fc.constant(rows), filters, query: fc.constantFrom('', 'tariff', '-tariff', 'zurich claim', 'tag:tax') });
});

const localDay = (iso: string): string => {
  const d = new Date(iso);
  return [d.getFullYear(), `${d.getMonth() + 1}`.padStart(2, '0'), `${d.getDate()}`.padStart(2, '0')].join('-');
};
const fits = (row: LibraryRow, filters: Filters, query: string): boolean =>
  FACETS.every((facet) => fitsFacet(row, facet, filters.facets[facet] ?? [])) &&
  (!filters.from || localDay(row.annotation.created) >= filters.from) &&
  (!filters.to || localDay(row.annotation.created) <= filters.to) &&
  matchesSearch(row, parseSearch(query));

describe('filtering', () => {
  it('keeps exactly the rows that fit, in their order', () =>
    fc.assert(
      fc.property(aCase, ({ rows, filters, query }) => {
        expect(filterRows(rows, parseSearch(query), filters).rows).toEqual(rows.filter((row) => fits(row, filters, query)));
      }),
    ));

  it('a count says how many rows choosing that value alone would show', () =>
    fc.assert(
      fc.property(aCase, ({ rows, filters, query }) => {
        const { facets } = filterRows(rows, parseSearch(query), filters);
        for (const facet of ['source', 'speaker', 'site', 'authenticity', 'veracity', 'colour', 'kind', 'page'] as const)
          for (const { value, count } of facets[facet]) {
            const alone: Filters = { ...filters, facets: { ...filters.facets, [facet]: [value] } };
            expect([facet, value, count]).toEqual([facet, value, filterRows(rows, parseSearch(query), alone).rows.length]);
          }
      }),
    ));

  it('a count of a tag says how many rows adding it would show', () =>
    fc.assert(
      fc.property(aCase, ({ rows, filters, query }) => {
        const { facets } = filterRows(rows, parseSearch(query), filters);
        for (const facet of ['tag', 'has'] as const)
          for (const { value, count } of facets[facet]) {
            const chosen = filters.facets[facet] ?? [];
            const more: Filters = { ...filters, facets: { ...filters.facets, [facet]: [...new Set([...chosen, value])] } };
            expect([value, count]).toEqual([value, filterRows(rows, parseSearch(query), more).rows.length]);
          }
      }),
    ));

  it('counts of a facet with one value a row add up to the rows', () =>
    fc.assert(
      fc.property(someRows, (rows) => {
        const { facets } = filterRows(rows, [], NO_FILTERS);
        for (const facet of ['source', 'speaker', 'site', 'colour', 'kind', 'page'] as const)
          expect(facets[facet].reduce((sum, { count }) => sum + count, 0)).toBe(rows.length);
      }),
    ));

  it('a second site widens, a second tag narrows', () => {
    const rows = [
      libraryRow(sketch({ url: 'https://a.example/1', tags: ['x', 'y'] }), null),
      libraryRow(sketch({ url: 'https://b.example/1', tags: ['x'] }), null),
    ];
    const sites = toggleFacet(toggleFacet(NO_FILTERS, 'site', 'a.example'), 'site', 'b.example');
    expect(filterRows(rows, [], sites).rows).toHaveLength(2);
    const tags = toggleFacet(toggleFacet(NO_FILTERS, 'tag', 'x'), 'tag', 'y');
    expect(filterRows(rows, [], tags).rows).toHaveLength(1);
  });

  it('a chosen value that nothing has stays in the list, with 0', () => {
    const { rows, facets } = filterRows([libraryRow(sketch(), null)], [], toggleFacet(NO_FILTERS, 'tag', 'gone'));
    expect(rows).toEqual([]);
    expect(facets.tag).toContainEqual({ value: 'gone', count: 0 });
  });

  it('both days of a range belong to it', () => {
    const at = (local: string): LibraryRow => libraryRow(sketch({ created: new Date(local).toISOString() }), null);
    const rows = ['2026-03-01T23:59:59', '2026-03-02T00:00:00', '2026-03-03T23:59:59', '2026-03-04T00:00:00'].map(at);
    expect(filterRows(rows, [], { facets: {}, from: '2026-03-02', to: '2026-03-03' }).rows).toEqual(rows.slice(1, 3));
  });

  it('names of objects are names like others', () => {
    const rows = [libraryRow(sketch({ speaker: '__proto__', tags: ['constructor'] }), null)];
    const { facets } = filterRows(rows, [], toggleFacet(NO_FILTERS, 'speaker', '__proto__'));
    expect(facets.speaker).toEqual([{ value: '__proto__', count: 1 }]);
    expect(facets.tag).toEqual([{ value: 'constructor', count: 1 }]);
  });
});

describe('rows', () => {
  it('are taken over while their annotation is unchanged', () => {
    const [a, b] = [sketch({ id: 'a' }), sketch({ id: 'b' })];
    const first = libraryRows([a, b], new Map());
    const changed = { ...b, modified: '2026-09-01T00:00:00.000Z' };
    const second = libraryRows([{ ...a }, changed], new Map(), new Map(first.map((row) => [row.id, row])));
    expect(second[0]).toBe(first[0]);
    expect(second[1]?.annotation).toBe(changed);
  });

  it('are made anew when the passage is gone from its page', () => {
    const a = sketch({ id: 'a' });
    const first = libraryRows([a], new Map());
    const [row] = libraryRows([a], new Map([['a', lastAnchor({ annotationId: 'a' })]]), new Map(first.map((r) => [r.id, r])));
    expect(row?.values.has).toContain('orphaned');
  });
});
