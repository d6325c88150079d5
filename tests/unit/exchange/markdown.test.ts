import fc from 'fast-check';
import { micromark } from 'micromark';
import { parseFragment, type DefaultTreeAdapterTypes as Tree } from 'parse5';
import { describe, expect, it } from 'vitest';
import { exactOf } from '../../../utils/domain/annotation.ts';
import { markdown } from '../../../utils/exchange/formats/markdown.ts';
import { escapeMarkdown, harmlessMarkdown, isParsable, markdownLink, quoteMarkdown } from '../../../utils/exchange/markdown-text.ts';
import { anyAnnotation, hostileText, manyAnnotations } from './arbitrary-annotation.ts';
import { context } from './golden-context.ts';

/** As the most careless reader would show it: raw HTML and every scheme let through. */
const render = (text: string) => parseFragment(micromark(text, { allowDangerousHtml: true, allowDangerousProtocol: true }));

function elements(node: Tree.Node): Tree.Element[] {
  const children = 'childNodes' in node ? node.childNodes : [];
  return children.flatMap((child) => ('tagName' in child ? [child, ...elements(child)] : []));
}
const textOf = (node: Tree.Node): string =>
  node.nodeName === '#text' ? (node as Tree.TextNode).value : 'childNodes' in node ? node.childNodes.map(textOf).join('') : ''; // told by its nodeName
const hasComment = (node: Tree.Node): boolean => node.nodeName === '#comment' || ('childNodes' in node && node.childNodes.some(hasComment));

const ALLOWED = new Set('p em strong code pre blockquote ul ol li h1 h2 h3 h4 h5 h6 hr br a img'.split(' '));

function expectHarmless(text: string) {
  const tree = render(text);
  expect(hasComment(tree)).toBe(false);
  for (const element of elements(tree)) {
    expect(ALLOWED).toContain(element.tagName);
    for (const { name, value } of element.attrs) {
      expect(['href', 'src', 'alt', 'title', 'class', 'start']).toContain(name);
      if (name === 'href' || name === 'src') expect(new URL(value, 'https://base.example/').protocol).toMatch(/^(?:https?|mailto):$/);
    }
  }
}
/** What HTML and CommonMark make of white space and NUL. */
const seen = (text: string) => text.replaceAll('\0', '\ufffd').replace(/\s+/g, ' ').trim();

describe('Markdown text', () => {
  it('shows plain text as it is', () =>
    fc.assert(
      fc.property(hostileText, (text) => {
        const tree = render(escapeMarkdown(text));
        expect(seen(textOf(tree))).toBe(seen(text));
        expect(elements(tree).filter((element) => element.tagName !== 'p')).toEqual([]);
      }),
    ));

  it('quotes lines as they are', () =>
    fc.assert(
      fc.property(hostileText, (text) => {
        const tree = render(quoteMarkdown(text));
        expect(seen(textOf(tree))).toBe(seen(text));
        expect(elements(tree).filter((element) => element.tagName !== 'p' && element.tagName !== 'blockquote')).toEqual([]);
      }),
    ));

  it('links where it should', () =>
    fc.assert(
      fc.property(hostileText, fc.webUrl({ withFragments: true, withQueryParameters: true }), (text, url) => {
        const links = elements(render(markdownLink(`a${text}`, new URL(url).href))).filter((element) => element.tagName === 'a');
        expect(links).toHaveLength(1);
        expect(new URL(links[0]?.attrs[0]?.value ?? '').host).toBe(new URL(url).host);
      }),
    ));
});

describe('harmlessMarkdown', () => {
  it.each([
    'Plain *words*, `<b>` and [a link](https://a.example/?a=1&b=2), 1 < 2',
    '```html\n<script>\n```',
    '    <script> in indented code',
    '<https://auto.example/>',
    '[x]: https://a.example\n\n[x], [mail](mailto:a@example.org), [here](#there), [page](a/b.html)',
    '![picture](https://a.example/p.png "title")',
  ])('leaves %j alone', (text) => expect(harmlessMarkdown(text)).toBe(text));

  it.each([
    ['<script>alert(1)</script>', '\\<script>alert(1)\\</script>'],
    ['a <b onclick=x>b</b>', 'a \\<b onclick=x>b\\</b>'],
    ['[x](javascript:alert(1))', '[x](#)'],
    ['[x](JaVaScRiPt:alert`1`)', '[x](#)'],
    ['[x](&#106;avascript:alert)', '[x](#)'],
    ['[x](java\\script:alert)', '[x](#)'],
    ['![x](data:text/html,a)', '![x](#)'],
    ['[x]: vbscript:a\n\n[x]', '[x]: #\n\n[x]'],
    ['<javascript:alert(1)>', '\\<javascript:alert(1)>'],
  ])('makes %j harmless', (text, harmless) => expect(harmlessMarkdown(text)).toBe(harmless));

  it.each(['_a*', '> ', '[]'])('is parsed with up to 2,000 delimiters of %j, and shown as text with more', (unit) => {
    const most = unit.repeat(Math.floor(2_000 / (unit.length - (unit === '_a*' || unit === '> ' ? 1 : 0))));
    expect([isParsable(most), isParsable(`${most}${unit}`), isParsable('word '.repeat(4_000))]).toEqual([true, false, true]);
  });

  it('with thousands of delimiters is there at once: parsed it takes seconds', () => {
    const started = performance.now();
    expect(harmlessMarkdown(`${'_a*'.repeat(6_000)} <b>`)).not.toMatch(/(?<!\\)</);
    expect(performance.now() - started).toBeLessThan(500);
  });

  it('takes what is too long to be parsed for plain text', () => {
    const text = `${'_a*'.repeat(20_000)} <b>[x](javascript:alert(1))`;
    const start = performance.now();
    const harmless = harmlessMarkdown(text);
    expect(performance.now() - start).toBeLessThan(2_000); // to parse it takes minutes
    expect(harmless.slice(-40)).toContain(String.raw`\<b\>\[x\](javascript:alert(1))`);
  });

  it('lets nothing through', () =>
    fc.assert(
      fc.property(hostileText, (text) => expectHarmless(harmlessMarkdown(text))),
      { numRuns: 500 },
    ));
});

describe('the Markdown report', () => {
  const write = (annotations: Parameters<NonNullable<typeof markdown.write>>[0]) =>
    [...(markdown.write?.(annotations, context) ?? [])].join('');

  it('lets nothing through', () => fc.assert(fc.property(manyAnnotations, (annotations) => expectHarmless(write(annotations)))));

  it('holds each quote, whole, in a quote of its own', () =>
    fc.assert(
      fc.property(anyAnnotation, (annotation) => {
        const [quote] = elements(render(write([annotation]))).filter((element) => element.tagName === 'blockquote');
        if (quote === undefined) throw new Error('no quote');
        expect(seen(textOf(quote))).toBe(seen(exactOf(annotation)));
      }),
    ));

  it('leaves out what was deleted', () =>
    fc.assert(
      fc.property(anyAnnotation, (annotation) => {
        expect(write([{ ...annotation, deleted: annotation.modified }])).toBe(write([]));
      }),
      { numRuns: 10 },
    ));
});
