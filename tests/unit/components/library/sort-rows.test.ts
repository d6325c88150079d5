import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { libraryRow } from '../../../../components/library/library-row.ts';
import { SORTS, type Sort } from '../../../../components/library/library-state.ts';
import { sortRows } from '../../../../components/library/sort-rows.ts';
import { anAnnotation, sketch } from './sample-annotations.ts';

const rows = fc.array(
  anAnnotation.map((a) => libraryRow(a, null)),
  { maxLength: 20 },
);
const quotes = (sort: Sort, sketches: Parameters<typeof sketch>[0][]): string[] =>
  sortRows(
    sketches.map((s) => libraryRow(sketch(s), null)),
    sort,
  ).map((row) => row.quote);

describe('sorting', () => {
  it.each(SORTS)('%s: the same rows come in the same order, however they came in', (sort) =>
    fc.assert(
      fc.property(rows, (all) => {
        const sorted = sortRows(all, sort).map((row) => row.id);
        expect(sortRows([...all].reverse(), sort).map((row) => row.id)).toEqual(sorted);
        expect([...sorted].sort()).toEqual(all.map((row) => row.id).sort());
      }),
    ),
  );

  const [early, late] = ['2026-01-01T00:00:00.000Z', '2026-05-01T00:00:00.000Z'];
  it('newest first, oldest first, last changed first', () => {
    const two = [
      { quote: 'old', created: early, modified: late },
      { quote: 'new', created: late, modified: late.replace('T00', 'T01') },
    ];
    expect(quotes('newest', two)).toEqual(['new', 'old']);
    expect(quotes('oldest', two)).toEqual(['old', 'new']);
    expect(quotes('modified', two)).toEqual(['new', 'old']);
  });
  it('by page, then by place in the page', () =>
    expect(
      quotes('page', [
        { quote: '3', title: 'B', start: 1 },
        { quote: '2', title: 'A', start: 90 },
        { quote: '1', title: 'A', start: 9 },
      ]),
    ).toEqual(['1', '2', '3']));
  it('by speaker without case and accents, those without one last', () =>
    expect(
      quotes('speaker', [
        { quote: 'none', speaker: null },
        { quote: 'É', speaker: 'Émile' },
        { quote: 'e', speaker: 'emil' },
        { quote: 'Z', speaker: 'Zoe' },
      ]),
    ).toEqual(['e', 'É', 'Z', 'none']));
});
