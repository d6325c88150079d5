import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { parseHtml } from '../../../cli/parse-html.ts';
import { readPage } from '../../../utils/dom/read-page.ts';
import { PageText } from '../../../utils/domain/page-text.ts';
import { cutPage } from '../../../utils/text/cut-page.ts';

const PAGE = readPage(
  parseHtml(
    '<html lang="en"><title>T</title><body class="b"><nav><a href="/">Home</a></nav><article><h1>Head</h1><p>One <a href="/x">two</a>.</p><blockquote><p>Three</p><p>Four</p></blockquote></article></body></html>',
  ),
  'https://cut.example/',
).page;
const lines = (text: string) => {
  let at = 0;
  return text.split('\n').map((line) => {
    const span = { start: at, end: at + line.length };
    at = span.end + 1;
    return span;
  });
};

describe('a page cut to some of its lines', () => {
  it('has their text, and the elements that hold some of it with all that those stand in', () => {
    const { page, at } = cutPage(PAGE, lines(PAGE.text).filter((_, i) => i === 1 || i === 4)); // biome-ignore format: one call
    expect(page.text).toBe('Head\nFour');
    expect(page.elements.map(({ tag, start, end, parent }) => [tag, page.text.slice(start, end), parent])).toEqual([
      ['html', 'Head\nFour', -1],
      ['body', 'Head\nFour', 0],
      ['article', 'Head\nFour', 1],
      ['h1', 'Head', 2],
      ['blockquote', 'Four', 2],
      ['p', 'Four', 4],
    ]);
    expect(at(PAGE.text.indexOf('Four'))).toBe(5);
    expect(page).toMatchObject({ title: 'T', language: 'en', url: 'https://cut.example/' });
  });

  it('cut to all of them is the same page', () => {
    expect(cutPage(PAGE, [{ start: 0, end: PAGE.text.length }]).page).toEqual(PAGE);
  });

  it('is a page, whatever is cut', () =>
    fc.assert(
      fc.property(fc.subarray(lines(PAGE.text)), (ranges) => {
        const { page } = cutPage(PAGE, ranges);
        expect(PageText.safeParse(page).success).toBe(true);
        expect(page.text).toBe(ranges.map(({ start, end }) => PAGE.text.slice(start, end)).join('\n'));
      }),
    ));
});
