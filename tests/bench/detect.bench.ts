import { expect, test } from 'vitest';
import { parseHtml } from '../../cli/parse-html.ts';
import { detectQuotations } from '../../utils/detect/detect-quotations.ts';
import { readPage } from '../../utils/dom/read-page.ts';
import { article, PARAGRAPHS } from './article.ts';

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
