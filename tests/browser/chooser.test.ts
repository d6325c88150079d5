import { expect, it } from 'vitest';
import { chooser } from '../../utils/dom/chooser.ts';
import type { PageHands, ShownPassage } from '../../utils/dom/drawing.ts';

it('passages of one speaker at one place are told apart by their first words', () => {
  const by = (id: string, text: string) =>
    // The chooser looks at who speaks and at the words only.
    ({ kind: 'quotation', id, quotation: { speaker: 'Tom Okafor', source: null, text } }) as unknown as ShownPassage;
  const hands = { message: (key: string) => key, signal: new AbortController().signal } as unknown as PageHands; // all that it uses
  const items = [...chooser([by('a', 'The bridge is open.'), by('b', 'The ferry is not.')], hands, () => undefined).querySelectorAll('li')];
  expect(items.map(({ textContent }) => textContent.replace(/[\u2066-\u2069]/g, ''))).toEqual([
    'page_label_by “The bridge is open.”',
    'page_label_by “The ferry is not.”',
  ]);
});
