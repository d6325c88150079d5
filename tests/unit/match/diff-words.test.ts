import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { diffWords } from '../../../utils/match/diff-words.ts';

const shown = (kept: string, now: string) => diffWords(kept, now).map((part) => [part.kind, part.kept, part.now]);

describe('diffWords', () => {
  it.each<[string, string, string, [string | null, string, string][]]>([
    ['nothing where the words are the same', 'all seven voted', 'all seven voted', [[null, 'all seven voted', 'all seven voted']]],
    ['nothing but the words where typography differs', '“so” – yes', '"so" - yes', [[null, '“so” – yes', '"so" - yes']]],
    [
      'a number in its place',
      'about 1,200 people came',
      'about 1,500 people came',
      [
        [null, 'about ', 'about '],
        ['number', '1,200', '1,500'],
        [null, ' people came', ' people came'],
      ],
    ],
    [
      'a negation that was put in',
      'she was guilty',
      'she was never guilty',
      [
        [null, 'she was ', 'she was '],
        ['negation', '', 'never'],
        [null, 'guilty', ' guilty'],
      ],
    ],
    [
      'words that went at the end',
      'the mayor spoke of the town',
      'the mayor spoke',
      [
        [null, 'the mayor spoke ', 'the mayor spoke'],
        ['dropped', 'of the town', ''],
      ],
    ],
  ])('tells %s', (_name, kept, now, expected) => {
    expect(shown(kept, now)).toEqual(expected);
  });

  it('holds both texts whole, whatever they are', () => {
    const text = fc
      .array(
        fc.constantFrom('not', 'guilty', 'The', '5', '1.5', 'Quist', ',', '“', '…', '漢字', 'e\u0301', '\u00ad', '\n', '', '😀', 'x'),
        {
          maxLength: 12,
        },
      )
      .map((words) => words.join(' '));
    const any = fc.oneof(text, fc.string({ unit: 'binary', maxLength: 30 }));
    fc.assert(
      fc.property(any, any, (kept, now) => {
        const parts = diffWords(kept, now);
        expect(parts.map((part) => part.kept).join('')).toBe(kept);
        expect(parts.map((part) => part.now).join('')).toBe(now);
      }),
      { numRuns: 500 },
    );
  });
});
