import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { checkQuotation } from '../../../utils/check/check-quotation.ts';
import { EDITORIAL, QuoteCheck } from '../../../utils/domain/check.ts';
import { splitWords } from '../../../utils/match/split-words.ts';
import { fold } from '../../../utils/text/fold.ts';

const WORDS =
  'the harbour of a town is not where boats and people go but 12 million ships Lind said that they will never see 1994 “light” it’s don’t no we us can'.split(
    ' ',
  );
const prose = fc
  .array(fc.tuple(fc.constantFrom(...WORDS), fc.constantFrom('', '', '', ',', '.', '?', ' —', '\n', ' (Applause.)', '\nLIND:')), {
    minLength: 1,
    maxLength: 60,
  })
  .map((list) => list.map(([word, mark]) => word + mark).join(' '));
const wild = fc.oneof(fc.string({ unit: 'binary', maxLength: 80 }), fc.string({ unit: 'grapheme', maxLength: 80 }), prose);

/** The words of a text, written by another way than the check's own. */
const plain = (text: string): string => {
  const folded = fold(text);
  const { count, starts, ends, kinds } = splitWords(folded);
  return Array.from({ length: count }, (_, i) => i)
    .filter((i) => kinds[i] !== 3 || /[$€£¥₹%‰&+=°@#<>§]/.test(folded.slice(starts[i], ends[i])))
    .map((i) => folded.slice(starts[i], ends[i]))
    .join(' ');
};

describe('for any two texts', { timeout: 60_000 }, () => {
  it('the answer is well formed, and its spans are places of the texts', () => {
    fc.assert(
      fc.property(wild, wild, (quote, text) => {
        const check = checkQuotation(quote, { text });
        expect(QuoteCheck.safeParse(check).success).toBe(true);
        expect(check.similarity).toBeGreaterThanOrEqual(0);
        expect(check.similarity).toBeLessThanOrEqual(1);
        if (check.passage !== null) expect(check.passage.text).toBe(text.slice(check.passage.start, check.passage.end));
        expect(check.passage === null).toBe(check.verdict === 'not-found' || check.verdict === 'unreadable');
        for (const change of check.changes) {
          expect(change.quote).toBe(quote.slice(change.quoteSpan.start, change.quoteSpan.end));
          if (change.source.length < 900) expect(change.source).toBe(text.slice(change.sourceSpan.start, change.sourceSpan.end));
        }
      }),
      { numRuns: 1500 },
    );
  });

  it('no text is verbatim whose words do not stand there one after another', () => {
    fc.assert(
      fc.property(prose, prose, fc.nat(), fc.nat(), fc.constantFrom('drop', 'put', 'swap', 'none'), (text, other, a, b, edit) => {
        const words = text.split(/\s+/);
        const from = a % words.length;
        const quote = words.slice(from, from + 1 + (b % 20));
        const at = b % quote.length;
        if (edit === 'drop') quote.splice(at, 1);
        if (edit === 'put') quote.splice(at, 0, other.split(/\s+/)[0] ?? '');
        if (edit === 'swap') quote.reverse();
        const { verdict, changes } = checkQuotation(quote.join(' '), { text });
        if (verdict === 'verbatim') expect(` ${plain(text)} `).toContain(` ${plain(quote.join(' '))} `);
        if (verdict === 'edited') expect(changes.every(({ kind }) => EDITORIAL.has(kind))).toBe(true);
        if (verdict === 'verbatim') expect(changes).toEqual([]);
      }),
      { numRuns: 2000 },
    );
  });

  it('a copy with other marks is not taken instead of the very words, though a warning stands before these', () => {
    expect(checkQuotation('see?', { text: 'see. not see?' }).verdict).toBe('verbatim');
  });

  it('a passage of a text is verbatim in it', () => {
    fc.assert(
      fc.property(prose, fc.nat(), fc.nat(), (text, a, b) => {
        const words = text.split(/\s+/);
        const from = a % words.length;
        const quote = words.slice(from, from + 1 + (b % 30)).join(' ');
        fc.pre(plain(quote) !== '');
        expect(checkQuotation(quote, { text }).verdict).toBe('verbatim');
      }),
      { numRuns: 1500 },
    );
  });
});

describe('hostile texts end', () => {
  it.each([
    ['one word, always', 'a '.repeat(5_000), 'a '.repeat(100_000)],
    ['two words, always', 'a b '.repeat(2_000), 'b a a '.repeat(30_000)],
    ['brackets that never close', '['.repeat(20_000), 'a ('.repeat(50_000)],
    ['cuts only', 'a … '.repeat(2_000), 'a b '.repeat(20_000)],
    ['labels only', 'LIND: a', 'LIND:\n'.repeat(50_000)],
  ])('%s', { timeout: 60_000 }, (_, quote, text) => {
    expect(checkQuotation(quote, { text }).similarity).toBeLessThanOrEqual(1);
  });
});
