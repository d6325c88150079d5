import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { fileName } from '../../../components/download.ts';
import { clip } from '../../../components/Foreign.tsx';
import { matches } from '../../../components/search.ts';
import { linkable } from '../../../utils/exchange/passage-url.ts';

describe('text of others', () => {
  it.each([
    ['short', 10, 'short'],
    [' two\n\nlines ', 20, 'two lines'],
    ['abcdefghij', 5, 'abcde…'],
    ['abcd😀efgh', 5, 'abcd…'],
  ])('%j at most %i long is %j', (text, max, shown) => expect(clip(text, max)).toBe(shown));

  it('is cut to its length, whatever it is', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'binary', maxLength: 2_000 }), fc.integer({ min: 1, max: 100 }), (text, max) => {
        const shown = clip(text, max);
        expect(shown.length).toBeLessThanOrEqual(max + 1);
        expect(shown.isWellFormed()).toBe(text.isWellFormed() || shown.isWellFormed());
      }),
    );
  });

  it('100 kB without a space are cut at once', () => expect(clip('x'.repeat(100_000), 200)).toHaveLength(201));

  it.each([
    ['https://a.example/x', 'https://a.example/x'],
    ['javascript:alert(1)', null],
    ['data:text/html,x', null],
    ['/relative', null],
    [null, null],
  ])('the link %j opens %j', (url, opened) => expect(linkable(url)).toBe(opened));

  it.each([
    ['Ferry “to” end?', 'saidso-ferry-to-end-2026-03-01.csv'],
    ['../../etc/passwd', 'saidso-etc-passwd-2026-03-01.csv'],
    ['Fähre für alle', 'saidso-fähre-für-alle-2026-03-01.csv'],
    ['???', 'saidso-2026-03-01.csv'],
  ])('a file about %j is called %s', (about, name) => expect(fileName(about, '2026-03-01', 'csv')).toBe(name));
});

describe('search', () => {
  it.each([
    ['ferry wait', true],
    ['FERRY', true],
    ['fer', true],
    ['ferry bridge', false],
    ['cafe', true],
    ['', true],
  ])('%j: %s', (search, found) => expect(matches(search, ['Nobody will wait for the ferry', null, 'Café'])).toBe(found));
});
