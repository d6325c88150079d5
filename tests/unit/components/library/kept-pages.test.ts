import { describe, expect, it } from 'vitest';
import { libraryRows } from '../../../../components/library/library-row.ts';
import { documentKeys, keptPages } from '../../../../components/library/pages/kept-pages.ts';
import { suggestPages } from '../../../../components/library/pages/suggest-pages.ts';
import type { JoinedDocument } from '../../../../utils/domain/joined-document.ts';
import { sketch } from './sample-annotations.ts';

const story = 'https://gazette.example/story';
const copy = 'https://courier.example/harbour';
const words = 'We will not build one more ship in this harbour.';
const all = [
  sketch({
    id: 'a',
    url: story,
    title: 'Council votes on harbour',
    site: 'The Gazette',
    quote: words,
    created: '2026-03-03T10:00:00.000Z',
  }),
  sketch({
    id: 'b',
    url: `${story}?utm_source=x`,
    title: 'Council votes on harbour',
    site: 'The Gazette',
    created: '2026-03-02T10:00:00.000Z',
  }),
  sketch({ id: 'c', url: copy, title: 'Harbour', site: 'Courier', quote: words, created: '2026-03-04T10:00:00.000Z' }),
  sketch({ id: 'd', url: 'https://journals.example/doi/10.1234/ab.5', title: 'On ships', created: '2026-03-01T10:00:00.000Z' }),
  sketch({ id: 'e', url: 'https://library.example/item?doi=10.1234/AB.5', title: 'Ships', created: '2026-03-01T09:00:00.000Z' }),
];
const joined: JoinedDocument[] = [{ id: crypto.randomUUID(), urls: [story, copy], modified: '2026-03-05T10:00:00.000Z' }];
const pagesOf = (documents: JoinedDocument[]) => {
  const rows = libraryRows(all, new Map(), new Map(), documentKeys(documents));
  return { rows, pages: keptPages(rows, documents, new Map([['b', { seen: '2026-03-06T10:00:00.000Z' }]])) };
};

describe('the pages of the library', () => {
  it('are the documents, the one kept on last first, with what is known of their visits', () =>
    expect(
      pagesOf([])
        .pages.map(({ key, annotations, visited, isJoined }) => [key, annotations, visited, isJoined])
        .slice(0, 2),
    ).toEqual([
      ['courier.example/harbour', 1, '', false],
      ['gazette.example/story', 2, '2026-03-06T10:00:00.000Z', false],
    ]));

  it('that were joined are one, with all their addresses and annotations', () => {
    const { pages, rows } = pagesOf(joined);
    expect(pages[0]).toMatchObject({ key: 'gazette.example/story', annotations: 3, isJoined: true });
    expect(pages[0]?.addresses.map(({ url, annotations }) => [url, annotations])).toEqual([
      [story, 2],
      [copy, 1],
    ]);
    expect(rows.filter((row) => row.values.page[0] === 'gazette.example/story')).toHaveLength(3);
  });

  it('name also the joined addresses of which nothing is kept', () => {
    const other = { ...joined[0], urls: [story, 'https://m.weekly.example/x'] } as JoinedDocument; // all fields are there
    expect(
      pagesOf([other])
        .pages.find(({ isJoined }) => isJoined)
        ?.addresses.at(-1),
    ).toMatchObject({ annotations: 0 });
  });

  it('a row is made anew when its page is joined', () => {
    const rows = libraryRows(all, new Map());
    const again = libraryRows(all, new Map(), new Map(rows.map((row) => [row.id, row])), documentKeys(joined));
    expect(again[2]?.values.page).toEqual(['gazette.example/story']);
    expect(again[3]).toBe(rows[3]);
  });
});

describe('pages that could be the same', () => {
  const { rows, pages } = pagesOf([]);
  const like = (key: string) => {
    const page = pages.find((each) => each.key === key);
    if (page === undefined) throw new Error(`no page ${key}`);
    return [...suggestPages(page, pages, rows)];
  };
  it('have the same words kept', () => expect(like('gazette.example/story')).toEqual([['courier.example/harbour', 'words']]));
  it('have the same DOI, in any case', () => expect(like('journals.example/doi/10.1234/ab.5').map(([, why]) => why)).toEqual(['doi']));
});
