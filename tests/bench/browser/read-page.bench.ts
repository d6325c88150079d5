import { test } from 'vitest';
import { PageWalk } from '../../../utils/dom/page-walk.ts';

/** A document of about 1 MB of HTML: 6,000 paragraphs with links and emphasis, as long articles have them. */
function longDocument(): Document {
  const page = document.implementation.createHTMLDocument('long');
  for (let i = 0; i < 6_000; i++) {
    const p = page.createElement('p');
    p.className = 'text';
    const a = page.createElement('a');
    a.href = `/source/${i}`;
    a.textContent = `source ${i}`;
    p.append(
      `In paragraph ${i} the harbour board said it had `,
      a,
      ' that “the quiet water helps the seals”, and more\n    words follow until the line is full.',
    );
    page.body.append(p);
  }
  return page;
}

test('reading a page of 1 MB, against one walk over its text nodes', async ({ bench }) => {
  const page = longDocument();
  const walk = await bench('one TreeWalker pass over the text nodes', () => {
    const walker = page.createTreeWalker(page.documentElement, NodeFilter.SHOW_TEXT);
    let length = 0;
    for (let node = walker.nextNode(); node; node = walker.nextNode()) length += node.nodeValue?.length ?? 0;
    if (length === 0) throw new Error('nothing was walked');
  }).run();
  const read = await bench('PageWalk', () => {
    const reading = new PageWalk<Node>(page.documentElement, 'https://example.org/');
    while (reading.step());
    if (reading.result().page.text === '') throw new Error('nothing was read');
  }).run();
  console.log(
    `read again and again, everything compiled and every node known: ${(read.latency.min / walk.latency.min).toFixed(1)} × one walk, ` +
      `${read.latency.min.toFixed(1)} ms at best (what a visit pays, and its goal of 8 ×, is in reading.ts)`,
  );
});
