import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { widenSpan } from '../../../utils/dom/widen-span.ts';

const widen = (text: string, from: string): string => {
  const start = text.indexOf(from);
  const span = widenSpan(text, { start, end: start + from.length });
  return text.slice(span.start, span.end);
};

describe('what a reader meant with a selection', () => {
  it('completes words that a drag cut', () => expect(widen('The harbour board voted', 'rbour boa')).toBe('harbour board'));
  it('leaves whole words as they are', () => expect(widen('The harbour board voted', 'harbour board')).toBe('harbour board'));
  it('leaves a part of one word as it is', () => expect(widen('unhappily', 'happi')).toBe('happi'));
  it('does not draw in what is no word', () => expect(widen(`see ${'a'.repeat(40)} now`, 'aaa now')).toBe('aaa now'));
  it('keeps the reader’s edges in scripts without spaces', () =>
    expect(widen('委員会は、渡し船を止めた', '会は、渡し')).toBe('会は、渡し'));

  it('never cuts a character, for any text and span', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'grapheme', minLength: 1 }), fc.nat(), fc.nat(), (text, a, b) => {
        const [from, to] = [a % text.length, b % text.length].sort((x, y) => x - y) as [number, number];
        const span = widenSpan(text, { start: from, end: to + 1 });
        expect(span.start).toBeLessThanOrEqual(from);
        expect(span.end).toBeGreaterThan(to);
        const edges = new Set([...new Intl.Segmenter().segment(text)].map(({ index }) => index).concat(text.length));
        expect(edges.has(span.start) && edges.has(span.end)).toBe(true);
      }),
    );
  });
});
