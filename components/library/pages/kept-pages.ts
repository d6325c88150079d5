import type { LastAnchor } from '../../../utils/domain/anchor.ts';
import type { JoinedDocument } from '../../../utils/domain/joined-document.ts';
import { pageKey } from '../../../utils/text/page-key.ts';
import { foldForSearch } from '../fold-for-search.ts';
import type { LibraryRow } from '../library-row.ts';

/** One address under which a document was read. */
export type PageAddress = { url: string; key: string; annotations: number };

/** A document with what is kept of it. Times are ISO 8601. */
export type KeptPage = {
  /** Its value of the facet `page`. */
  key: string;
  title: string;
  site: string;
  annotations: number;
  /** When something of it was kept last. */
  kept: string;
  /** When it was open last, as far as known; '' when not since something was kept. */
  visited: string;
  /** The one kept on last first. */
  addresses: PageAddress[];
  /** Joined by the reader: each address may be split off again. */
  isJoined: boolean;
  /** Folded title, site and addresses. */
  searchText: string;
};

/** Key → the key that stands for all pages joined with it. */
export const documentKeys = (documents: readonly JoinedDocument[]): Map<string, string> =>
  new Map(
    documents.flatMap(({ urls }) => {
      const keys = urls.map(pageKey);
      return keys.map((key) => [key, keys[0] ?? key] as const);
    }),
  );

/** The documents of these rows, the one kept on last first. Rows come newest first. */
export function keptPages(
  rows: readonly LibraryRow[],
  documents: readonly JoinedDocument[],
  seen: ReadonlyMap<string, Pick<LastAnchor, 'seen'>>,
): KeptPage[] {
  const byKey = new Map<string, LibraryRow[]>();
  for (const row of rows) {
    const key = row.values.page[0] ?? '';
    const list = byKey.get(key);
    if (list === undefined) byKey.set(key, [row]);
    else list.push(row);
  }
  const joined = new Map(documents.map((one) => [pageKey(one.urls[0] ?? ''), one]));
  const latest = (texts: string[]): string => texts.reduce((a, b) => (a > b ? a : b), '');
  return [...byKey]
    .map(([key, list]): KeptPage => {
      const target = list.find(({ annotation }) => annotation.target.title !== '')?.annotation.target ?? list[0]?.annotation.target;
      const addresses = addressesOf(list, joined.get(key)?.urls ?? []);
      const [title, site] = [target?.title ?? '', target?.site ?? ''];
      return {
        key,
        title,
        site,
        annotations: list.length,
        kept: latest(list.map(({ annotation }) => annotation.created)),
        visited: latest(list.map(({ id }) => seen.get(id)?.seen ?? '')),
        addresses,
        isJoined: joined.has(key),
        searchText: [title, site, ...addresses.map(({ url }) => url)].map(foldForSearch).join('\n'),
      };
    })
    .sort((a, b) => (a.kept < b.kept ? 1 : a.kept > b.kept ? -1 : 0));
}

/** Each address once, also those of joined pages of which nothing is kept. */
function addressesOf(rows: LibraryRow[], joinedUrls: readonly string[]): PageAddress[] {
  const addresses = new Map<string, PageAddress>();
  for (const { annotation } of rows) {
    const { source, canonical } = annotation.target;
    const key = pageKey(canonical ?? source);
    const known = addresses.get(key);
    if (known === undefined) addresses.set(key, { url: source, key, annotations: 1 });
    else known.annotations += 1;
  }
  for (const url of joinedUrls) if (!addresses.has(pageKey(url))) addresses.set(pageKey(url), { url, key: pageKey(url), annotations: 0 });
  return [...addresses.values()];
}
