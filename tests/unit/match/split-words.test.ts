import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { isInsideWord, splitWords } from '../../../utils/match/split-words.ts';

const wordsOf = (text: string) => {
  const { count, starts, ends } = splitWords(text);
  return Array.from({ length: count }, (_, i) => text.slice(starts[i], ends[i]));
};

describe('splitWords', () => {
  it.each([
    ["he didn't say", ['he', "didn't", 'say']],
    ['1,000.5 at 10:30, no', ['1,000.5', 'at', '10:30', ',', 'no']],
    ['well-known (3rd) 50%', ['well', '-', 'known', '(', '3rd', ')', '50', '%']],
    ['“Yes.”', ['“', 'Yes', '.', '”']],
    ['漢字かな', ['漢', '字', 'か', 'な']],
    ['한국 사람', ['한국', '사람']],
    ['😀 ok', ['😀', 'ok']],
    ["the '90s", ['the', "'", '90s']],
  ])('splits %s', (text, expected) => {
    expect(wordsOf(text)).toEqual(expected);
  });

  it('holds every sign that is no space in exactly one word', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'grapheme' }), (text) => {
        expect(wordsOf(text).join('')).toBe(text.replace(/\s/gu, ''));
      }),
    );
  });

  it('a cut is inside a word exactly when the cut pieces are not the words on either side', () => {
    const text = "It wasn't 1,000.5 or 10:30, was it?";
    const { count, starts, ends } = splitWords(text);
    for (let i = 1; i < text.length; i++) {
      const inside = Array.from({ length: count }, (_, k) => k).some((k) => (starts[k] ?? 0) < i && i < (ends[k] ?? 0));
      expect({ i, inside: isInsideWord(text, i) }).toEqual({ i, inside });
    }
  });
});
