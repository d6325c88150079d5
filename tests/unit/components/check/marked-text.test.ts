import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { markedText } from '../../../../components/check/marked-text.ts';
import type { CheckChange } from '../../../../utils/domain/check.ts';

const change = (start: number, end: number): CheckChange => ({
  kind: 'word',
  quote: '',
  source: '',
  quoteSpan: { start, end },
  sourceSpan: { start: 0, end: 0 },
  grave: false,
});
const marked = (text: string, changes: CheckChange[], from = 0) => markedText(text, changes, ({ quoteSpan }) => quoteSpan, from);

describe('a text with its changes marked', () => {
  it('is cut at them, and shows where words are missing', () => {
    expect(marked('we count boats', [change(3, 8), change(14, 14)])).toEqual([
      { text: 'we ', change: null },
      { text: 'count', change: 0 },
      { text: ' boats', change: null },
      { text: '', change: 1 },
    ]);
  });

  it('may begin in the midst of the whole; changes elsewhere are left out', () => {
    expect(marked('count', [change(0, 2), change(3, 8), change(9, 14)], 3)).toEqual([{ text: 'count', change: 1 }]);
  });

  it('loses no character, whatever the changes', () => {
    const spans = fc.array(fc.tuple(fc.nat(30), fc.nat(8)).map(([start, length]) => change(start, start + length)));
    fc.assert(
      fc.property(fc.string({ maxLength: 30 }), spans, fc.nat(10), (text, changes, from) => {
        const pieces = marked(text, changes, from);
        expect(pieces.map((piece) => piece.text).join('')).toBe(text);
        const numbers = pieces.flatMap((piece) => piece.change ?? []);
        expect(new Set(numbers).size).toBe(numbers.length);
      }),
    );
  });
});
