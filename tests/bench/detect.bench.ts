import { expect, test } from 'vitest';
import { parseHtml } from '../../cli/parse-html.ts';
import { detectQuotations } from '../../utils/detect/detect-quotations.ts';
import { readPage } from '../../utils/dom/read-page.ts';

const PARAGRAPHS = 88;

/** An article of 5,000 words: lead-ins with passages set off, quotations in running text, names, links, comments. */
function article(): string {
  const people = ['Mara Lind', 'Jonas Verhoek', 'Ines Calder', 'Tobias Rand'];
  const paragraphs = Array.from({ length: PARAGRAPHS }, (_, i) => {
    const person = people[i % people.length];
    if (i % 10 === 9) {
      return `<p>The <a href="https://gazette.example/harbour/${i}">Harbour Gazette</a> reported on day ${i}:</p>
        <blockquote><p>The board has counted the boats again this spring and found ${i} more than a year ago, most of them small, and it
        expects that the new pier will be full before the summer, whatever the weather brings to the coast in those weeks.</p></blockquote>`;
    }
    return `<p>On day ${i} the harbour board met in the old customs house. “We have heard from ${i} families that the water was never so
      quiet,” said ${person}, who has kept the lighthouse for years. “Nobody wants to give that up for a road.” According to the report,
      the seals come back each evening to the same stones.</p>`;
  });
  return `<!doctype html><html lang="en"><title>The harbour</title><body><article><h1>The harbour</h1>${paragraphs.join('\n')}</article>`;
}

test('detection on a page of 5,000 words', async ({ bench }) => {
  const { page } = readPage(parseHtml(article()), 'https://gazette.example/harbour');
  const began = performance.now();
  const quotations = detectQuotations(page);
  const first = performance.now() - began;
  expect(quotations.length).toBeGreaterThan(PARAGRAPHS);
  const onePass = await bench('one pass over the text', () => {
    let sum = 0;
    for (let i = 0; i < page.text.length; i++) sum += page.text.charCodeAt(i);
    if (sum === 0) throw new Error('nothing was walked');
  }).run();
  const warm = await bench('detectQuotations', () => {
    if (detectQuotations(page).length === 0) throw new Error('nothing was found');
  }).run();
  const { p50 } = warm.latency;
  console.log(
    `${page.text.split(/\s+/).length} words, ${quotations.length} quotations: first call ${first.toFixed(1)} ms, ` +
      `warm ${p50.toFixed(1)} ms (bound: 60 ms each), ${(p50 / onePass.latency.p50).toFixed(0)} × one pass over the text`,
  );
});
