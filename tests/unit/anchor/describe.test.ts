import fc from 'fast-check';
import { expect, describe as group, it } from 'vitest';
import { describe } from '../../../utils/anchor/describe.ts';
import { locate } from '../../../utils/anchor/locate.ts';
import { createPageIndex } from '../../../utils/anchor/page-index.ts';

const quoteOf = (text: string, start: number, end: number) => {
  const [quote] = describe({ text }, { start, end });
  if (quote?.type !== 'TextQuoteSelector') throw new Error('the first selector is the quote');
  return quote;
};

group('describe', () => {
  it('[D1] [D2] gives the quote with 32 characters of context, and the position', () => {
    const text = `${'x'.repeat(50)} a passage ${'y'.repeat(50)}`;
    expect(describe({ text }, { start: 51, end: 60 })).toEqual([
      { type: 'TextQuoteSelector', exact: 'a passage', prefix: text.slice(19, 51), suffix: text.slice(60, 92) },
      { type: 'TextPositionSelector', start: 51, end: 60 },
    ]);
  });

  it('[D3] takes more context where copies share it, and counts the copies', () => {
    const same = 'The committee met again on the same long afternoon and said: ';
    const text = `First. ${same}no more ships. ${same}no more trains.`;
    const start = text.indexOf('no more');
    const quote = quoteOf(text, start, start + 7);
    expect(quote.copies).toBe(2);
    expect(quote.suffix.startsWith(' ships')).toBe(true);
    const paragraph = 'Read our rules before you write a comment here, please. '.repeat(16);
    const other = `${paragraph}Amber. ${paragraph}Birch. ${paragraph}`;
    const middle = other.indexOf('rules', other.indexOf('Amber') + 450);
    expect(quoteOf(other, middle, middle + 5).prefix.length).toBe(320);
  });

  it('[D3] words inside other words are no copies', () => {
    expect(quoteOf('The art of the start of a party.', 4, 7).copies).toBeUndefined();
  });

  it('[D4] counts characters of two units before the passage', () => {
    expect(describe({ text: '😀😀 yes' }, { start: 5, end: 8 })[1]).toEqual({ type: 'TextPositionSelector', start: 5, end: 8, astral: 2 });
  });

  it('[D4] cuts a span to the text, for any text and span', () => {
    fc.assert(
      fc.property(
        fc.string({ unit: 'binary' }),
        fc.integer({ min: -5, max: 300 }),
        fc.integer({ min: -5, max: 300 }),
        (text, start, end) => {
          const [quote, position] = describe({ text }, { start, end });
          if (quote?.type !== 'TextQuoteSelector' || position?.type !== 'TextPositionSelector') throw new Error('a quote and a position');
          expect(text.slice(position.start, position.end)).toBe(quote.exact);
          expect(text.includes(quote.prefix + quote.exact + quote.suffix)).toBe(true);
        },
      ),
    );
  });
});

group('locate', () => {
  const index = createPageIndex({ text: 'One red “fox” ran.\nAnother red "fox"\nslept. Red foxes.' });

  it('finds a named passage whatever its spaces and quotes, the one whose surroundings agree', () => {
    expect(locate(index, { exact: 'red "fox"', prefix: 'Another ', suffix: ' slept' })).toEqual({ start: 27, end: 36 });
    expect(locate(index, { exact: 'red  “fox”', prefix: 'One', suffix: '' })).toEqual({ start: 4, end: 13 });
    expect(locate(index, { exact: '"fox" slept', prefix: '', suffix: '' })).toEqual({ start: 31, end: 42 });
  });

  it('gives null for what the page does not hold', () => {
    expect(locate(index, { exact: 'blue fox', prefix: '', suffix: '' })).toBeNull();
    expect(locate(index, { exact: ' ', prefix: '', suffix: '' })).toBeNull();
  });
});
