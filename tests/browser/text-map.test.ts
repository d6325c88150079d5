import fc from 'fast-check';
import { afterEach, describe, expect, it } from 'vitest';
import { readPage } from '../../utils/dom/read-page.ts';
import { spanOf } from '../../utils/dom/span-of.ts';
import { createTextMap } from '../../utils/dom/text-map.ts';
import { build, clear } from './page-fixture.ts';

const open = (root: HTMLElement) => {
  const { page, textNodes } = readPage<Node>(root, 'https://paper.example/a');
  return {
    text: page.text,
    map: createTextMap({ ...textNodes, nodes: textNodes.nodes as Text[] }, page.text),
    nodes: textNodes.nodes as Text[],
  };
};

type Tree = string | { tag: string; children: Tree[]; shadow: boolean };
const tree = fc.letrec<{ node: Tree }>((tie) => ({
  node: fc.oneof(
    { depthSize: 'small', withCrossShrink: true },
    fc.stringMatching(/^[ab\n\t \u00a0é😀“]{0,9}$/u),
    fc.record({
      tag: fc.constantFrom('p', 'b', 'span', 'pre', 'br', 'blockquote', 'style', 'section', 'li', 'form'),
      children: fc.array(tie('node'), { maxLength: 5 }),
      shadow: fc.nat(7).map((n) => n === 0),
    }),
  ),
})).node;

/** A clone of a range leaves shadow trees out, so the test that compares with one grows none. */
function grow(parent: Node, node: Tree, shadows: boolean): void {
  if (typeof node === 'string') {
    parent.appendChild(document.createTextNode(node));
    return;
  }
  const element = parent.appendChild(document.createElement(node.tag));
  const into = shadows && node.shadow && (node.tag === 'section' || node.tag === 'p') ? element.attachShadow({ mode: 'open' }) : element;
  if (node.tag !== 'br') for (const child of node.children) grow(into, child, shadows);
}

const squeeze = (text: string) => text.replace(/\s+/g, '');

afterEach(clear);

describe('spans and ranges', () => {
  it('finds the words of a span again, for any tree and any span, and the span from its range', () => {
    fc.assert(
      fc.property(fc.array(tree, { minLength: 1, maxLength: 6 }), fc.nat(), fc.nat(), (trees, a, b) => {
        clear();
        const root = build('');
        for (const one of trees) grow(root, one, false);
        const { text, map } = open(root);
        const [start, end] = [a % (text.length + 1), b % (text.length + 1)].sort((x, y) => x - y) as [number, number];
        const range = map.toRange({ start, end });
        if (range === null) return;
        const visible = range.cloneContents();
        for (const style of visible.querySelectorAll('style')) style.remove();
        expect(squeeze(visible.textContent ?? '')).toBe(squeeze(text.slice(start, end)));
        const span = spanOf(map, range);
        if (span === null) expect(text.slice(start, end).trim()).toBe('');
        else expect(text.slice(span.start, span.end)).toBe(text.slice(start, end).trim());
      }),
      { numRuns: 1_500 },
    );
  });

  it('gives a span for any selection that touches read text, and never throws', () => {
    fc.assert(
      fc.property(fc.array(tree, { minLength: 1, maxLength: 6 }), fc.nat(), fc.nat(), fc.nat(), (trees, n, i, j) => {
        clear();
        const root = build('');
        for (const one of trees) grow(root, one, true);
        const { text, map } = open(root);
        const all = [root, ...root.querySelectorAll('*')];
        const range = document.createRange();
        const [from, to] = [all[n % all.length] as Node, all[i % all.length] as Node];
        range.setStart(from, j % (from.childNodes.length + 1));
        range.setEnd(to, j % (to.childNodes.length + 1));
        const span = spanOf(map, range);
        if (span !== null) expect(squeeze(text.slice(span.start, span.end))).not.toBe('');
      }),
      { numRuns: 1_500 },
    );
  });

  it('works where the source wraps lines', () => {
    const { text, map } = open(build('<p>one\ntwo\n   three</p>'));
    const start = text.indexOf('two');
    expect(map.toRange({ start, end: start + 9 })?.toString()).toBe('two\n   three');
  });

  it('says null, not other words, when the page changed', () => {
    const root = build('<p>“We will leave,” he said.</p><p>Other words.</p>');
    const { map } = open(root);
    const range = document.createRange();
    range.selectNodeContents(root);
    (root.querySelector('p')?.firstChild as Text).data = '“We will stay here,” he said.';
    expect(map.toRange({ start: 1, end: 14 })).toBeNull();
    expect(spanOf(map, range)).toBeNull();
    expect(map.toRange({ start: 26, end: 31 })?.toString()).toBe('Other');
    root.querySelector('p + p')?.remove();
    expect(map.toRange({ start: 26, end: 31 })).toBeNull();
  });

  it('snaps a boundary that lies in unread text to the nearest read text inside the range', () => {
    const root = build('<p>one</p><style>.skipped{}</style> <p>two</p><style>x{}</style>');
    const { text, map } = open(root);
    const range = document.createRange();
    range.setStart(root.querySelector('style') as Node, 0);
    range.setEnd(root, root.childNodes.length);
    const span = spanOf(map, range);
    expect(span && text.slice(span.start, span.end)).toBe('two');
  });

  it('reads a selection inside a shadow root, and never makes a range across two trees', () => {
    const root = build('<p>light</p><section></section>');
    const inside = root.querySelector('section')?.attachShadow({ mode: 'open' }).appendChild(document.createElement('p')) as HTMLElement;
    inside.textContent = 'deep in shadow';
    const { text, map } = open(root);
    const range = document.createRange();
    range.selectNodeContents(inside);
    const span = spanOf(map, range);
    expect(span && text.slice(span.start, span.end)).toBe('deep in shadow');
    expect(map.toRange({ start: 0, end: text.length })).toBeNull();
    expect(map.toRange({ start: 6, end: 10 })?.toString()).toBe('deep');
  });

  it('does not loop over a form whose fields are named like node properties', () => {
    const root = build(
      '<form><fieldset name="nextSibling"><input name="parentNode"></fieldset><fieldset name="childNodes"></fieldset></form><p>end</p>',
    );
    const { text, map } = open(root);
    const range = document.createRange();
    range.setStart(root.querySelector('form') as Node, 0);
    range.setEnd(root, 2);
    const span = spanOf(map, range);
    expect(span && text.slice(span.start, span.end)).toBe('end');
  });
});
