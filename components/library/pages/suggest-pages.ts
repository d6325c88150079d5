import { foldForSearch } from '../fold-for-search.ts';
import type { LibraryRow } from '../library-row.ts';
import type { KeptPage } from './kept-pages.ts';

/** Why another page could be the same document. */
export type Likeness = 'doi' | 'words' | 'title';

/** Shorter quotes stand on many pages. */
const MIN_WORDS = 6;
/** Shorter titles ("Home", "Press release") too. */
const MIN_TITLE_WORDS = 3;

/** Pages that could be the same document as this one, with the reason: the same DOI, the same words kept, or the same title. Likeliest first. */
export function suggestPages(page: KeptPage, pages: readonly KeptPage[], rows: readonly LibraryRow[]): Map<string, Likeness> {
  const own = traitsOf(page, rows);
  const found = new Map<string, Likeness>();
  for (const other of pages) {
    if (other.key === page.key) continue;
    const its = traitsOf(other, rows);
    const likeness = common(own.dois, its.dois)
      ? 'doi'
      : common(own.quotes, its.quotes)
        ? 'words'
        : common(own.titles, its.titles)
          ? 'title'
          : null;
    if (likeness !== null) found.set(other.key, likeness);
  }
  const rank: Likeness[] = ['doi', 'words', 'title'];
  return new Map([...found].sort((a, b) => rank.indexOf(a[1]) - rank.indexOf(b[1])));
}

const DOI = /10\.\d{4,9}(?:\/|%2f)[^?#&]+/i;

const common = (a: ReadonlySet<string>, b: ReadonlySet<string>): boolean => [...a].some((each) => b.has(each));

type Traits = Record<'dois' | 'quotes' | 'titles', Set<string>>;

function traitsOf(page: KeptPage, rows: readonly LibraryRow[]): Traits {
  const own = rows.filter((row) => row.values.page[0] === page.key);
  const many = (texts: string[], words: number): Set<string> => new Set(texts.filter((text) => text.split(/\s+/).length >= words));
  return {
    dois: new Set(page.addresses.flatMap(({ key }) => DOI.exec(key)?.[0].replace(/%2f/i, '/').toLowerCase() ?? [])),
    quotes: many(
      own.map((row) => row.fields.quote),
      MIN_WORDS,
    ),
    titles: many(
      own.map(({ annotation }) => foldForSearch(annotation.target.title)),
      MIN_TITLE_WORDS,
    ),
  };
}
