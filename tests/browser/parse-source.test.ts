import { describe, expect, it } from 'vitest';
import { pageFromText, parseSource } from '../../utils/dom/parse-source.ts';

const article = (more = ''): string => `<!doctype html><html lang="en"><head><title>The harbour</title>
  <meta property="og:site_name" content="Harbour Gazette"></head><body><nav><a href="/">Home</a></nav>
  <article><h1>The harbour</h1><p class="byline">By <a rel="author">Mara Lind</a></p>
  ${'<p>On that day the harbour board met in the old customs house, and spoke about the boats, the pier, and the lighthouse.</p>'.repeat(12)}
  ${more}</article></body></html>`;

describe('a source in HTML', () => {
  it('is read as a page is, with its blocks, and what Readability knows of it', () => {
    const { page, article: known } = parseSource(article('<blockquote>We count them.</blockquote>'), 'https://gazette.example/harbour');
    expect(page.text).toContain('\nWe count them.');
    expect(page.elements.some(({ tag }) => tag === 'blockquote')).toBe(true);
    expect(page).toMatchObject({ url: 'https://gazette.example/harbour', title: 'The harbour', language: 'en' });
    expect(known).toMatchObject({ siteName: 'Harbour Gazette', byline: 'By Mara Lind' });
  });

  it('is inert: nothing of it runs, loads or stays', async () => {
    const before = performance.getEntriesByType('resource').length;
    const hostile = `<script>globalThis.ran = 1</script><img src="/never.png" onerror="globalThis.ran = 2"><svg onload="globalThis.ran = 3"></svg>
      <iframe src="/never.html"></iframe><link rel="stylesheet" href="/never.css"><form><input name="nextSibling"><p>inside</p></form>`;
    const { page } = parseSource(article(hostile), 'https://gazette.example/');
    expect(page.text).toContain('inside');
    // The next task: whatever would load or run has begun by then.
    await new Promise((resolve) => setTimeout(resolve));
    expect(Reflect.get(globalThis, 'ran')).toBeUndefined();
    expect(
      performance
        .getEntriesByType('resource')
        .slice(before)
        .map(({ name }) => name),
    ).toEqual([]);
  });

  it.each(['', '<', '<p>', '\u0000', '<frameset>', 'no markup at all', '<svg><p>'])('of no shape (%j) is read without an error', (html) => {
    expect(parseSource(html, 'https://gazette.example/').page.url).toBe('https://gazette.example/');
  });
});

it('plain text is a page whose lines are its blocks', () => {
  expect(pageFromText('one\r\ntwo\rthree\n\nfour', 'https://gazette.example/t.txt', 't.txt')).toMatchObject({
    text: 'one\ntwo\nthree\n\nfour',
    title: 't.txt',
    elements: [],
  });
});
