import { compareNames } from './filter-rows.ts';
import type { LibraryRow } from './library-row.ts';
import type { Sort } from './library-state.ts';

type Compare = (a: LibraryRow, b: LibraryRow) => number;

const byText = (a: string, b: string): number => (a < b ? -1 : a > b ? 1 : 0);
const newest: Compare = (a, b) => byText(b.annotation.created, a.annotation.created);

const page: Compare = (a, b) =>
  compareNames(a.annotation.target.site, b.annotation.target.site) ||
  compareNames(a.annotation.target.title, b.annotation.target.title) ||
  byText(a.annotation.target.source, b.annotation.target.source) ||
  a.position - b.position;

const COMPARE: Record<Sort, Compare> = {
  newest,
  oldest: (a, b) => newest(b, a),
  modified: (a, b) => byText(b.annotation.modified, a.annotation.modified),
  page,
  // Rows without a speaker come last.
  speaker: (a, b) => Number(a.speaker === '') - Number(b.speaker === '') || compareNames(a.speaker, b.speaker) || newest(a, b),
};

/** A new, sorted list. Equal rows are ordered by id: the same rows always come in the same order. */
export const sortRows = (rows: readonly LibraryRow[], sort: Sort): LibraryRow[] => {
  const compare = COMPARE[sort];
  return [...rows].sort((a, b) => compare(a, b) || byText(a.id, b.id));
};
