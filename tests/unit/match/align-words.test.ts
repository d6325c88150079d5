import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { alignWords } from '../../../utils/match/align-words.ts';

const changes = (quote: string, source: string, nounsAreCapital = false) =>
  alignWords(quote, source, { nounsAreCapital }).changes.map(({ kind, quote: a, source: b }) => `${kind}: ${a} → ${b}`);

describe('alignWords', () => {
  it.each([
    ['a word for another', 'we will build a park there', 'we will build a school there', ['word: park → school']],
    ['a number', 'about 1,200 people came', 'about 1,500 people came', ['number: 1,200 → 1,500']],
    ['a number in words', 'all seven voted', 'all nine voted', ['number: seven → nine']],
    ['a number for a word', 'it cost many dollars', 'it cost 40 dollars', ['number: many → 40']],
    ['a negation taken out', 'she was not guilty', 'she was guilty', ['negation: not → ']],
    ['a negation put in', 'she was guilty', 'she was never guilty', ['negation:  → never']],
    ['a contracted negation', 'we didn’t know', 'we did know', ['negation: didn’t → did']],
    ['a German negation', 'das ist kein Fehler', 'das ist ein Fehler', ['negation: kein → ein']],
    ['a name', 'and then Morten Quist said so', 'and then Morten Brandt said so', ['name: Quist → Brandt']],
    ['a first letter', 'We agree', 'we agree', ['case: We → we']],
    ['case inside a word', 'the US law', 'the Us law', ['case-inside: US → Us']],
    ['a comma', 'Yes, we can', 'Yes we can', ['punctuation: , → ']],
    ['words put in', 'the mayor spoke', 'the mayor of the old town spoke', ['added:  → of the old town']],
    ['words left out', 'the mayor of the old town spoke', 'the mayor spoke', ['dropped: of the old town → ']],
  ])('names %s', (_name, quote, source, expected) => {
    expect(changes(quote, source)).toEqual(expected);
  });

  it('takes no capital for a name where all nouns have one', () => {
    expect(changes('und der Hund bellt', 'und der Mann bellt', true)).toEqual(['word: Hund → Mann']);
  });

  it('finds no change where only typography differs', () => {
    expect(alignWords('“He’s—well—ﬁne…”\nsaid I', '"He\'s-well-fine..." said\u00a0I')).toEqual({ similarity: 1, changes: [] });
  });

  it('keeps words apart that share letters with the digits of a number', () => {
    expect(changes('a rise of 5 percent', 'a rise of 1.5 percent')).toEqual(['number: 5 → 1.5']);
  });

  it('gives similarity 1 and no change exactly for the same words, and a value from 0 to 1 else', () => {
    const text = fc
      .array(fc.constantFrom('not', 'guilty', 'The', 'the', '5', '1.5', 'Quist', ',', '.', '“', '…', '漢字', 'e\u0301', '\u00ad', '\n'), {
        maxLength: 12,
      })
      .map((words) => words.join(' '));
    fc.assert(
      fc.property(text, text, (a, b) => {
        const { similarity, changes } = alignWords(a, b);
        expect(similarity).toBeGreaterThanOrEqual(0);
        expect(similarity).toBeLessThanOrEqual(1);
        expect(alignWords(a, a)).toEqual({ similarity: 1, changes: [] });
        if (changes.length === 0) expect(similarity).toBe(1);
        for (const change of changes) expect(change.quote !== '' || change.source !== '').toBe(true);
      }),
      { numRuns: 300 },
    );
  });

  it('holds every word of both texts, in order, in what is common and what is changed', () => {
    const text = fc.array(fc.constantFrom('alpha', 'beta', 'gamma', 'delta', 'epsilon'), { maxLength: 15 });
    fc.assert(
      fc.property(text, text, (a, b) => {
        const { changes } = alignWords(a.join(' '), b.join(' '));
        const count = (side: 'quote' | 'source') => changes.reduce((n, change) => n + change[side].split(' ').filter(Boolean).length, 0);
        expect(a.length - count('quote')).toBe(b.length - count('source'));
      }),
    );
  });

  it('divides what is too long for one table, and still finds the one word that differs', () => {
    const words = Array.from({ length: 6000 }, (_, i) => `word${i}`);
    const other = words.with(3000, 'changed');
    expect(changes(words.join(' '), other.join(' '))).toEqual(['number: word3000 → changed']);
  });
});
