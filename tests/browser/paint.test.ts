import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { createPainter, MARK } from '../../utils/dom/paint.ts';
import { readPage } from '../../utils/dom/read-page.ts';
import { marksOf, shownPassages } from '../../utils/dom/shown-passages.ts';
import { createTextMap } from '../../utils/dom/text-map.ts';
import type { PageView } from '../../utils/domain/anchor.ts';
import { build, clear } from './page-fixture.ts';
import { highlight, quotation } from './view-fixture.ts';

let life: AbortController;
beforeEach(() => {
  life = new AbortController();
});
afterEach(() => {
  life.abort();
  clear();
});

const paintView = (root: HTMLElement, view: PageView) => {
  const { page, textNodes } = readPage<Node>(root, 'https://paper.example/a');
  const map = createTextMap({ ...textNodes, nodes: textNodes.nodes as Text[] }, page.text);
  const steps = shownPassages(view, true, map, page.text);
  let step = steps.next();
  while (!step.done) step = steps.next();
  const painter = createPainter(life.signal);
  painter.paint(marksOf(step.value));
  return { painter, passages: step.value };
};

describe('painting', () => {
  it('leaves the page’s innerHTML as it was under 500 highlights', () => {
    const root = build('<p>One <b>two</b> three <i>four</i> five.</p>'.repeat(250));
    const before = document.documentElement.innerHTML;
    const highlights = Array.from({ length: 500 }, (_, i) => highlight(`h${i}`, i * 12, i * 12 + 9));
    const { passages } = paintView(root, { quotations: [], highlights, truncated: false });
    expect(passages.length).toBe(500);
    expect(CSS.highlights.get(MARK.yellow)?.size).toBe(500);
    expect(document.documentElement.innerHTML).toBe(before);
  });

  it('keeps overlapping highlights apart, and a kept quotation shows its highlight alone', () => {
    const root = build('<p>The board halted the ferries.</p>');
    const { passages } = paintView(root, {
      quotations: [quotation('halted', 10, 16), quotation('board halted', 4, 16)],
      highlights: [highlight('a', 4, 16), highlight('b', 10, 20, 'green')],
      truncated: false,
    });
    expect(passages.map((p) => (p.kind === 'highlight' ? p.id : p.index))).toEqual([1, 'a', 'b', 0]);
    expect(CSS.highlights.get(MARK.quotation)?.size).toBe(1);
    expect([CSS.highlights.get(MARK.yellow)?.size, CSS.highlights.get(MARK.green)?.size]).toEqual([1, 1]);
  });

  it('never paints on other words: a passage whose text changed is left out', () => {
    const root = build('<p>The board halted.</p>');
    const { page, textNodes } = readPage<Node>(root, 'https://paper.example/a');
    const map = createTextMap({ ...textNodes, nodes: textNodes.nodes as Text[] }, page.text);
    (root.querySelector('p')?.firstChild as Text).data = 'The pilot halted.';
    const step = shownPassages({ quotations: [], highlights: [highlight('a', 4, 9)], truncated: false }, true, map, page.text).next();
    expect(step.value).toEqual([]);
  });

  it('puts back what the page took out, and takes only its own away at the end', () => {
    const root = build('<p>The board halted.</p>');
    const foreign = new Highlight();
    CSS.highlights.set('page-own', foreign);
    const { painter } = paintView(root, { quotations: [], highlights: [highlight('a', 4, 9)], truncated: false });
    CSS.highlights.delete(MARK.yellow);
    painter.restore();
    expect(CSS.highlights.has(MARK.yellow)).toBe(true);
    life.abort();
    expect([...CSS.highlights.keys()]).toEqual(['page-own']);
    CSS.highlights.delete('page-own');
  });

  it('unpaints what a page writes over, in every colour that lies there, and leaves what still has its words', () => {
    const root = build('<p>The board <b>halted</b> the ferries at once.</p>');
    const { painter } = paintView(root, {
      quotations: [],
      // Both reach over the bold word into the text behind it; one of them to words that stay.
      highlights: [highlight('a', 4, 16), highlight('b', 4, 28), highlight('c', 10, 20, 'green'), highlight('d', 29, 36, 'blue')],
      truncated: false,
    });
    const behind = root.querySelector('b')?.nextSibling as Text; // built above
    const before = behind.data;
    behind.data = ' two ferries at once.';
    painter.rewritten(behind, before);
    expect(CSS.highlights.get(MARK.yellow)?.size).toBe(1);
    expect(CSS.highlights.get(MARK.green)?.size).toBe(0);
    expect(CSS.highlights.get(MARK.blue)?.size).toBe(1);
    painter.rewritten(behind, before);
    expect(CSS.highlights.get(MARK.yellow)?.size).toBe(1);
  });
});
