import { FACETS, type FacetName, type LibraryRow } from './library-row.ts';
import type { Filters } from './library-state.ts';
import { matchesSearch, type SearchTerm } from './search-query.ts';

/** Facets whose chosen values must all hold; of the others, one is enough. A second tag narrows, a second site widens. */
const ALL_MUST_HOLD: ReadonlySet<FacetName> = new Set(['tag', 'has']);

export type FacetCount = { value: string; count: number };
export type Facets = Record<FacetName, FacetCount[]>;

export function fitsFacet(row: LibraryRow, facet: FacetName, chosen: readonly string[]): boolean {
  const values = row.values[facet];
  return ALL_MUST_HOLD.has(facet) ? chosen.every((v) => values.includes(v)) : chosen.length === 0 || chosen.some((v) => values.includes(v));
}

/** The bounds of local days as ISO instants, so that rows compare as strings. `until` is exclusive. */
function boundsOf({ from, to }: Filters): { since: string; until: string } {
  const instant = (day: string, plus: number): string => {
    const date = new Date(`${day}T00:00:00`);
    date.setDate(date.getDate() + plus);
    return date.toISOString();
  };
  return { since: from ? instant(from, 0) : '', until: to ? instant(to, 1) : '' };
}

/**
 * Rows that fit search, dates and facets, and the count of every facet value.
 * A count says how many rows there would be with that value chosen: for facets of which one value is enough,
 * the facet's own choice is left out of its counts. One pass over the rows.
 */
export function filterRows(
  rows: readonly LibraryRow[],
  terms: readonly SearchTerm[],
  filters: Filters,
): { rows: LibraryRow[]; facets: Facets } {
  const { since, until } = boundsOf(filters);
  const active = FACETS.filter((facet) => filters.facets[facet]);
  const counts = new Map(FACETS.map((facet) => [facet, new Map<string, number>()]));
  const count = (row: LibraryRow, facet: FacetName): void => {
    const of = counts.get(facet);
    for (const value of row.values[facet]) of?.set(value, (of.get(value) ?? 0) + 1);
  };
  const found = rows.filter((row) => {
    const { created } = row.annotation;
    if ((since && created < since) || (until && created >= until) || !matchesSearch(row, terms)) return false;
    const missed = active.filter((facet) => !fitsFacet(row, facet, filters.facets[facet] ?? []));
    const [only] = missed;
    if (missed.length === 0) for (const facet of FACETS) count(row, facet);
    else if (missed.length === 1 && only && !ALL_MUST_HOLD.has(only)) count(row, only);
    return missed.length === 0;
  });
  return { rows: found, facets: facetsOf(counts, filters) };
}

/** Chosen values stay in the list with a count of 0, so that they can be taken out again. Most frequent first, "none" last. */
function facetsOf(counts: ReadonlyMap<FacetName, Map<string, number>>, filters: Filters): Facets {
  const lists = FACETS.map((facet) => {
    const of = new Map(counts.get(facet));
    for (const value of filters.facets[facet] ?? []) if (!of.has(value)) of.set(value, 0);
    const list = [...of].map(([value, count]) => ({ value, count }));
    list.sort((a, b) => Number(a.value === '') - Number(b.value === '') || b.count - a.count || compareNames(a.value, b.value));
    return [facet, list] as const;
  });
  return Object.fromEntries(lists) as Facets; // one list for each of FACETS
}

const collator = new Intl.Collator(undefined, { sensitivity: 'base', numeric: true });
/** By the reader's alphabet, without case and accents; names equal to it by code units, so that order never wavers. */
export const compareNames = (a: string, b: string): number => collator.compare(a, b) || (a < b ? -1 : a > b ? 1 : 0);
