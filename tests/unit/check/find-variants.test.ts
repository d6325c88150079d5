import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { findVariants, type Utterance } from '../../../utils/check/find-variants.ts';

const WORDS = 'We have counted the boats again this spring and found 41 of them, more than in any year before';
const said = (id: string, text: string, speaker: string | null = null): Utterance => ({ id, text, speaker });
const variants = (text: string, others: Utterance[], speaker: string | null = null) =>
  findVariants(said('own', text, speaker), others).map(({ id }) => id);

describe('the same utterance, kept from several pages', () => {
  it('is known with more or less of it, and with a word changed', () => {
    const others = [
      said('whole', WORDS),
      said('part', 'counted the boats again this spring and found 41 of them'),
      said('changed', WORDS.replace('41', '47')),
      said('cut', 'We have counted the boats again this spring … more than in any year before'),
      said('marks', `“${WORDS.toUpperCase()}!”`),
      said('own', WORDS),
    ];
    expect(variants(WORDS, others)).toEqual(['whole', 'part', 'changed', 'cut', 'marks']);
  });

  it('is not another that begins alike, or shares common words', () => {
    expect(
      variants(WORDS, [said('a', 'We have counted the votes, and nobody has won'), said('b', 'more than in any other country')]),
    ).toEqual([]);
  });

  it('of few words is the same words', () => {
    expect(variants('Nobody will wait again', [said('a', '“Nobody will wait again.”'), said('b', 'Nobody will ever wait')])).toEqual(['a']);
    expect(variants('Not true', [said('a', 'Not true')])).toEqual([]);
  });

  it('has one speaker, as far as both are named', () => {
    const others = [said('same', WORDS, 'Ms. Calder'), said('other', WORDS, 'Jonas Verhoek'), said('unknown', WORDS)];
    expect(variants(WORDS, others, 'Ines Calder')).toEqual(['same', 'unknown']);
  });

  it('is found from either side', () => {
    const text = fc
      .array(fc.constantFrom('the', 'boats', 'again', 'this', 'spring', 'found', 'of', '41'), { maxLength: 14 })
      .map((words) => words.join(' '));
    fc.assert(
      fc.property(text, text, (a, b) => {
        expect(variants(a, [said('b', b)]).length).toBe(variants(b, [said('a', a)]).length);
      }),
    );
  });
});
