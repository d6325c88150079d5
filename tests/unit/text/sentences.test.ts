import fc from 'fast-check';
import { expect, it } from 'vitest';
import { sentencesIn } from '../../../utils/text/sentences.ts';

const read = (text: string): string[] => sentencesIn(text, { start: 0, end: text.length }).map((s) => text.slice(s.start, s.end));

it('ends a sentence at its point, with the marks behind it', () => {
  expect(read('It rained. “Of course.” She left!')).toEqual(['It rained.', '“Of course.”', 'She left!']);
});

it('does not end one at a title, an initial or an abbreviation', () => {
  expect(read('Mr. J. K. Rowe met Dr. Lee of the U.S. Army. They left.')).toEqual([
    'Mr. J. K. Rowe met Dr. Lee of the U.S. Army.',
    'They left.',
  ]);
});

it('does not end one at the day of a German date', () => {
  expect(read('Er schrieb am 7. Mai 2026 auf Twitter. Dann schwieg er.')).toEqual([
    'Er schrieb am 7. Mai 2026 auf Twitter.',
    'Dann schwieg er.',
  ]);
});

it('goes on behind a quotation when the next word is small', () => {
  expect(read('“Who cares?” she asked. Nobody did.')).toEqual(['“Who cares?” she asked.', 'Nobody did.']);
});

it('takes a footnote mark along', () => {
  expect(read('“It was so.”2 But why? It was.[3] So.')).toEqual(['“It was so.”2', 'But why?', 'It was.[3]', 'So.']);
});

it('ends one at a line break', () => {
  expect(read('A line\nAnother line')).toEqual(['A line', 'Another line']);
});

it('gives spans in order that hold all that is not space, for any text', () => {
  fc.assert(
    fc.property(fc.string({ unit: fc.constantFrom('a', 'B', '.', '!', ' ', '\n', '”', '“', '1', 'ß'), maxLength: 60 }), (text) => {
      const kept = sentencesIn(text, { start: 0, end: text.length }).map((s) => text.slice(s.start, s.end));
      expect(kept.join('').replace(/\s/g, '')).toBe(text.replace(/\s/g, ''));
    }),
  );
});
