import { foldForSearch } from './fold-for-search.ts';
import { type LibraryRow, SEARCH_FIELDS, type SearchField } from './library-row.ts';

/** One condition of a search; all must hold. `text` is folded. */
export type SearchTerm = { field: SearchField | null; text: string; not: boolean };

// An optional minus, an optional field, then a phrase in any double marks or a word; an unclosed phrase runs to the end.
const TERM = /(-?)(?:([a-z]+):)?(?:["“”„«»]([^"“”„«»]*)(?:["“”„«»]|$)|(\S+))/giu;

const asField = (name: string | undefined): SearchField | null => SEARCH_FIELDS.find((field) => field === name?.toLowerCase()) ?? null;

/**
 * Reads what a reader types: words (all must occur), `"a phrase"`, `-without`, `tag:word`, `speaker:"two words"`.
 * A prefix that is no field belongs to the word (`https://…`). Never fails.
 */
export function parseSearch(query: string): SearchTerm[] {
  const terms: SearchTerm[] = [];
  for (const match of query.matchAll(TERM)) {
    const field = asField(match[2]);
    const words = match[3] ?? match[4] ?? '';
    const text = foldForSearch(match[2] && !field ? `${match[2]}:${words}` : words);
    // A minus or a prefix still being typed asks for nothing yet.
    const unfinished = match[3] === undefined && (text === '-' || (text.endsWith(':') && asField(text.slice(0, -1)) !== null));
    if (text && !unfinished) terms.push({ field, text, not: match[1] === '-' });
  }
  return terms;
}

/** Whether a row has all that is asked for, and nothing that is excluded. */
export const matchesSearch = (row: LibraryRow, terms: readonly SearchTerm[]): boolean =>
  terms.every(({ field, text, not }) => (field ? row.fields[field] : row.searchText).includes(text) !== not);
