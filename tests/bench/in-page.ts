// What the measured pages hold: bundled by `fresh-page.ts`, never shipped.
import { PageWalk } from '../../utils/dom/page-walk.ts';
import { createPainter } from '../../utils/dom/paint.ts';
import { createTextMap, type TextMap } from '../../utils/dom/text-map.ts';
import type { PackedPage } from '../../utils/domain/packed-page.ts';

function read(root: Node): { page: PackedPage; map: TextMap } {
  const walk = new PageWalk<Node>(root, 'https://example.org/');
  while (walk.step());
  const { page, textNodes } = walk.result();
  return { page, map: createTextMap({ ...textNodes, nodes: textNodes.nodes as Text[] }, page.text) }; // only text nodes are read as text
}

/** One pass over a page's text nodes: what everything is compared with. */
function walk(root: Node): number {
  const walker = document.createTreeWalker(root, NodeFilter.SHOW_TEXT);
  let length = 0;
  for (let node = walker.nextNode(); node; node = walker.nextNode()) length += node.nodeValue?.length ?? 0;
  return length;
}

/** About 1 MB of HTML: 6,000 paragraphs with links, every third text uneven. */
const longHtml = (): string =>
  Array.from(
    { length: 6_000 },
    (_, i) =>
      `<p class="text">In paragraph ${i} the harbour board said it had <a href="/source/${i}">source ${i}</a> that “the quiet water helps the seals”, and more\n    words follow until the line is full.</p>`,
  ).join('');

const inPage = { read, walk, longHtml, createPainter };
export type InPage = typeof inPage;
Object.assign(globalThis, { inPage });
