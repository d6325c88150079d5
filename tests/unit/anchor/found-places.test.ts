import { describe, expect, it } from 'vitest';
import { describe as describeSpan } from '../../../utils/anchor/describe.ts';
import { foundPlaces } from '../../../utils/anchor/found-places.ts';
import { createPageIndex } from '../../../utils/anchor/page-index.ts';
import { resolve } from '../../../utils/anchor/resolve.ts';
import { exactIn } from '../../../utils/domain/annotation.ts';

const before = 'The council met at noon. Mara Lind said the court found him guilty of fraud in March. Nobody objected to it at all.';
const kept = (words: string) => {
  const start = before.indexOf(words);
  return describeSpan({ text: before }, { start, end: start + words.length });
};
const placesIn = (text: string, words: string, known = [] as ReturnType<typeof foundPlaces>, onlyKnown = false) => {
  const index = createPageIndex({ text });
  return foundPlaces(index, kept(words), resolve(index, kept(words)), known, onlyKnown);
};
const differences = (places: ReturnType<typeof foundPlaces>) =>
  places.map(({ diff }) => diff.flatMap(({ kind, kept: a, now }) => (kind === null ? [] : [`${kind}: ${a} → ${now}`])));

describe('[S5] the places that a reader is shown', () => {
  it('are none while the words stand', () => expect(placesIn(before, 'found him guilty of fraud')).toEqual([]));

  it('are the passage as it is, described anew, where its words changed', () => {
    const [place] = placesIn(before.replace('fraud', 'theft'), 'found him guilty of fraud');
    expect(place && exactIn(place.selector)).toBe('found him guilty of theft');
    expect(place?.paragraph?.text).toContain('Mara Lind said');
    expect(place && differences([place])).toEqual([['word: fraud → theft']]);
  });

  it('[S4] name the negation that came before words that are the same', () => {
    const places = placesIn(before.replace('him guilty', 'him not guilty'), 'guilty of fraud');
    expect(differences(places)).toEqual([['negation:  → not']]);
  });

  it('are taken over as they are while they are true', () => {
    const text = before.replace('fraud', 'theft');
    const known = placesIn(text, 'found him guilty of fraud');
    expect(placesIn(text, 'found him guilty of fraud', known)[0]).toBe(known[0]);
    expect(placesIn(text.replace('Lind', 'Lund'), 'found him guilty of fraud', known)[0]).not.toBe(known[0]);
    expect(placesIn(text.replace('theft', 'arson'), 'found him guilty of fraud', known)[0]).not.toBe(known[0]);
  });

  it('are no new ones where only known ones are asked for', () => {
    const text = before.replace('fraud', 'theft');
    const known = placesIn(text, 'found him guilty of fraud');
    expect(placesIn(text, 'found him guilty of fraud', [], true)).toEqual([]);
    expect(placesIn(text, 'found him guilty of fraud', known, true)).toEqual(known);
  });
});
