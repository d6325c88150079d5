import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { fold, foldedOffset, foldText, spanInSource } from '../../../utils/text/fold.ts';

describe('fold', () => {
  it.each([
    ['curly and straight quotes', '“He’s fine”', '"He\'s fine"'],
    ['low and angle quotes', '„Nein“, «non», ‹si›', '"Nein", "non", \'si\''],
    ['dashes and their runs', 'a – b — c -- d‑e − 5', 'a - b - c - d-e - 5'],
    ['no-break, thin and ideographic spaces', 'a\u00a0b\u2009c\u3000d', 'a b c d'],
    ['runs of spaces and lines', '  a \n\t b  ', 'a b'],
    ['soft hyphens, joiners and direction marks', 'gui\u00adl\u200bt\ufeffy \u200eyes', 'guilty yes'],
    ['ellipses', 'well… so', 'well... so'],
    ['ligatures and full width', 'ﬁne Ｗｉｄｅ', 'fine Wide'],
    ['decomposed accents', 'cafe\u0301', 'café'],
    ['decomposed Korean', '한국'.normalize('NFD'), '한국'],
    ['mathematical letters beyond the first plane', '𝐀𝐁', 'AB'],
  ])('takes %s for typography', (_name, from, to) => {
    expect(fold(from)).toBe(to);
  });

  it.each([
    ['a power and a digit', '10²', '102'],
    ['a fraction and its figures', '½', '1/2'],
    ['a circled number and a number', '①', '1'],
    ['capitals and small letters', 'US', 'us'],
    ['accents', 'résumé', 'resume'],
    ['figures with and without a comma', '1,000', '1000'],
  ])('keeps %s apart', (_name, a, b) => {
    expect(fold(a)).not.toBe(fold(b));
  });

  it('lower has the same length as text, also for İ, which grows in lower case', () => {
    const folded = foldText('İstanbul ẞ Σ');
    expect(folded.lower).toHaveLength(folded.text.length);
    expect(folded.lower.endsWith('ς') || folded.lower.endsWith('σ')).toBe(true);
  });

  it('gives the original place back, with the marks that belong to the last letter', () => {
    const source = 'ein “Cafe\u0301” …';
    const folded = foldText(source);
    const at = folded.text.indexOf('Café');
    const { start, end } = spanInSource(folded, at, at + 4);
    expect(source.slice(start, end)).toBe('Cafe\u0301');
  });

  it('never throws, keeps its offsets ascending and inside', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'binary' }), (source) => {
        const folded = foldText(source);
        const spans = Array.from({ length: folded.text.length }, (_, i) => spanInSource(folded, i, i + 1));
        const sound = spans.every(
          ({ start, end }, i) => start === folded.starts[i] && start <= (folded.starts[i + 1] ?? -1) && end > start && end <= source.length,
        );
        expect(sound).toBe(true);
        expect(folded.starts).toHaveLength(folded.text.length + 1);
        expect(folded.lower).toHaveLength(folded.text.length);
      }),
    );
  });

  it('finds the folded place of an original offset', () => {
    fc.assert(
      fc.property(fc.string(), fc.nat(40), (source, offset) => {
        const folded = foldText(source);
        const at = foldedOffset(folded, offset);
        if (at < folded.text.length) expect(folded.starts[at]).toBeGreaterThanOrEqual(offset);
        if (at > 0) expect(folded.starts[at - 1]).toBeLessThan(offset);
      }),
    );
  });

  it('folds the same text the same way, wherever typography put its marks', () => {
    fc.assert(
      fc.property(fc.array(fc.constantFrom('he', "isn't", '"yes"', '-', '1,000', 'never'), { minLength: 1 }), (words) => {
        const plain = words.join(' ');
        const dressed = plain
          .replaceAll("'", '’')
          .replaceAll(' ', '\u00a0')
          .replaceAll('-', '—')
          .replaceAll('e', 'e\u00ad')
          .replaceAll('"', '”');
        expect(fold(dressed)).toBe(fold(plain));
      }),
    );
  });
});
