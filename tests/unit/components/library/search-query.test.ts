import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { foldForSearch } from '../../../../components/library/fold-for-search.ts';
import { libraryRow } from '../../../../components/library/library-row.ts';
import { matchesSearch, parseSearch } from '../../../../components/library/search-query.ts';
import { anAnnotation, sketch } from './sample-annotations.ts';

const row = libraryRow(
  sketch({
    quote: 'Wir haben „alles“ versucht — die Straße nach Zürich',
    note: 'compare with the UN’s report',
    tags: ['migration', 'to check'],
    speaker: 'Łukasz Ærø',
    source: 'Le Journal des Évènements',
    title: 'Eine Überschrift',
    url: 'https://zeitung.example.org/artikel',
    claims: [{ text: 'Unemployment fell by 3 %' }],
  }),
  null,
);
const finds = (query: string): boolean => matchesSearch(row, parseSearch(query));

describe('search', () => {
  it.each([
    ['strasse', 'ß is ss'],
    ['STRASSE', 'case is no matter'],
    ['zurich', 'accents are no matter'],
    ['lukasz aero', 'letters that Unicode does not decompose'],
    ["un's report", 'apostrophes are one'],
    ['alles versucht - die', 'several words, marks and dashes folded'],
    ['"haben alles versucht"', 'a phrase goes across quotation marks'],
    ['“haben alles”', 'a phrase may stand in curly marks'],
    ['migration evenements', 'words from different fields, all must occur'],
    ['tag:migration', 'a word tied to a field'],
    ['tag:"to check"', 'a phrase tied to a field'],
    ['claim:unemployment', 'claims are searched'],
    ['https://zeitung.example.org', 'a prefix that is no field belongs to the word'],
    ['versucht -paris', 'a word that must not occur'],
    ['tag:', 'a field still being typed asks for nothing'],
    ['', 'nothing asked, everything found'],
    ['"', 'a lone mark asks for nothing'],
  ])('finds by %s: %s', (query) => expect(finds(query)).toBe(true));

  it.each([
    ['versucht paris', 'all words must occur'],
    ['"versucht alles"', 'a phrase keeps the order'],
    ['versucht -zurich', 'an excluded word occurs'],
    ['speaker:migration', 'the word occurs, in another field'],
    ['"zurich compare"', 'a phrase does not reach into the next field'],
  ])('does not find by %s: %s', (query) => expect(finds(query)).toBe(false));

  it('folding twice changes nothing', () =>
    fc.assert(
      fc.property(fc.string({ unit: 'grapheme' }), (text) => {
        expect(foldForSearch(foldForSearch(text))).toBe(foldForSearch(text));
      }),
    ));

  it('plain texts fold as all others do', () =>
    fc.assert(
      fc.property(fc.string(), (text) => {
        // A character that is dropped takes the text off the short way.
        expect(foldForSearch(text)).toBe(foldForSearch(`\u200b${text}`));
      }),
    ));

  it('any piece of any field finds its annotation', () =>
    fc.assert(
      fc.property(anAnnotation, fc.nat(), fc.nat(), (annotation, from, length) => {
        const each = libraryRow(annotation, null);
        const field = foldForSearch(each.quote || each.note || annotation.target.title);
        const piece = field.slice(from % (field.length + 1)).slice(0, length % 9);
        expect(matchesSearch(each, parseSearch(`"${piece}"`))).toBe(true);
      }),
    ));

  it('whatever is typed, a search is read and asks only for folded text', () =>
    fc.assert(
      fc.property(fc.string({ unit: 'binary' }), (query) => {
        for (const term of parseSearch(query)) expect(term.text).toBe(foldForSearch(term.text));
      }),
    ));
});
