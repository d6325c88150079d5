import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { MAX_PARAGRAPH, paragraphOf } from '../../../utils/anchor/paragraph.ts';

const of = (text: string, words: string) => {
  const start = text.indexOf(words);
  return paragraphOf({ text }, { start, end: start + words.length });
};
const filler = (words: number): string => Array.from({ length: words }, (_, n) => `word${n}`).join(' ');

describe('[K1] paragraphOf', () => {
  it('is the line that the passage stands in', () => {
    const line = `${filler(10)} the harbour stays open ${filler(10)}`;
    expect(of(`A headline\n${line}\nAnother line`, 'the harbour stays open')).toEqual({
      text: line,
      start: line.indexOf('the'),
      end: line.indexOf('open') + 4,
    });
  });

  it('takes the neighbours along where the passage is all there is in its line', () => {
    const text = 'Far away\nThe mayor said:\nthe harbour stays open\nNobody clapped.\nFar below';
    expect(of(text, 'the harbour stays open')?.text).toBe('The mayor said:\nthe harbour stays open\nNobody clapped.');
  });

  it('is cut between words, with as much on either side as there is room for', () => {
    const text = `${filler(600)} the harbour stays open ${filler(600)}`;
    const paragraph = of(text, 'the harbour stays open');
    expect(paragraph?.text.length).toBeGreaterThan(MAX_PARAGRAPH - 20);
    expect(paragraph?.text).toMatch(/^word\d+ .* word\d+$/);
    expect(text).toContain(` ${paragraph?.text} `);
  });

  it('is none for a passage that is as long by itself', () => {
    const text = filler(600);
    expect(paragraphOf({ text }, { start: 0, end: MAX_PARAGRAPH })).toBeNull();
  });

  it('holds the passage where it says, and never too much or half a character', () => {
    const text = fc.array(fc.constantFrom('a', 'word', ' ', '\n', '😀', 'x'.repeat(900), '漢'.repeat(700)), { maxLength: 40 });
    fc.assert(
      fc.property(text, fc.nat(400), fc.nat(2_200), (pieces, skip, length) => {
        const page = { text: pieces.join('') };
        const span = { start: Math.min(skip, page.text.length), end: Math.min(skip + length, page.text.length) };
        const paragraph = paragraphOf(page, span);
        if (paragraph === null) return;
        expect(paragraph.text.slice(paragraph.start, paragraph.end)).toBe(page.text.slice(span.start, span.end));
        expect(paragraph.text.length).toBeLessThanOrEqual(MAX_PARAGRAPH);
        const outside = paragraph.text.slice(0, paragraph.start) + paragraph.text.slice(paragraph.end);
        const half = /^[\uDC00-\uDFFF]|[\uD800-\uDBFF]$/;
        if (!half.test(page.text.slice(0, span.start).slice(-1)) && !half.test(page.text.slice(span.end, span.end + 1)))
          expect(outside.isWellFormed()).toBe(true);
      }),
    );
  });
});
