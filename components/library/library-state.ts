import { FACETS, type FacetName } from './library-row.ts';

export const VIEWS = ['all', 'claims', 'speakers', 'pages', 'corrections', 'bin', 'exchange', 'settings'] as const;
export type View = (typeof VIEWS)[number];

export const SORTS = ['newest', 'oldest', 'modified', 'page', 'speaker'] as const;
export type Sort = (typeof SORTS)[number];

/** Chosen values of each facet. Dates are local days, `YYYY-MM-DD`; empty = open. */
export type Filters = { facets: Readonly<Partial<Record<FacetName, readonly string[]>>>; from: string; to: string };

/** All that the library shows, so that a link, a reload and the back button bring it back. */
export type LibraryState = { view: View; query: string; filters: Filters; sort: Sort /** The annotation that is open. */; open: string };

export const NO_FILTERS: Filters = { facets: {}, from: '', to: '' };
export const START: LibraryState = { view: 'all', query: '', filters: NO_FILTERS, sort: 'newest', open: '' };

const DAY = /^\d{4}-\d{2}-\d{2}$/;
const day = (text: string | null): string => (text && DAY.test(text) && !Number.isNaN(Date.parse(text)) ? text : '');

function facetsIn(parameters: URLSearchParams): Filters['facets'] {
  const chosen = FACETS.map((facet) => [facet, [...new Set(parameters.getAll(facet))]] as const).filter(([, values]) => values.length > 0);
  return Object.fromEntries(chosen);
}

/** Reads `location.hash`. Whatever does not fit takes its default: a link from anywhere cannot break the library. */
export function parseHash(hash: string): LibraryState {
  const [path = '', rest = ''] = hash.replace(/^#\/?/, '').split(/\?(.*)/s, 2);
  const parameters = new URLSearchParams(rest);
  return {
    view: VIEWS.find((view) => view === path) ?? START.view,
    query: parameters.get('q') ?? '',
    filters: { facets: facetsIn(parameters), from: day(parameters.get('from')), to: day(parameters.get('to')) },
    sort: SORTS.find((sort) => sort === parameters.get('sort')) ?? START.sort,
    open: parameters.get('open') ?? '',
  };
}

/** The opposite of `parseHash`: `#view?…`, with only what differs from the start. */
export function formatHash(state: LibraryState): string {
  const parameters = new URLSearchParams();
  if (state.query) parameters.set('q', state.query);
  for (const facet of FACETS) for (const value of state.filters.facets[facet] ?? []) parameters.append(facet, value);
  if (state.filters.from) parameters.set('from', state.filters.from);
  if (state.filters.to) parameters.set('to', state.filters.to);
  if (state.sort !== START.sort) parameters.set('sort', state.sort);
  if (state.open) parameters.set('open', state.open);
  const rest = parameters.toString();
  return `#${state.view}${rest ? `?${rest}` : ''}`;
}

/** Puts a value of a facet in or takes it out. */
export function toggleFacet(filters: Filters, facet: FacetName, value: string): Filters {
  const now = filters.facets[facet] ?? [];
  const next = now.includes(value) ? now.filter((v) => v !== value) : [...now, value];
  const { [facet]: _, ...others } = filters.facets;
  return { ...filters, facets: next.length > 0 ? { ...others, [facet]: next } : others };
}

export const hasFilters = (filters: Filters): boolean => Object.keys(filters.facets).length > 0 || filters.from !== '' || filters.to !== '';
