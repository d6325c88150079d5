import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { parseHtml } from '../../../cli/parse-html.ts';
import { readPage } from '../../../utils/dom/read-page.ts';
import type { PageElement, PageText } from '../../../utils/domain/page-text.ts';
import { writePageHtml } from '../../../utils/exchange/write-page-html.ts';
import { cutPage } from '../../../utils/text/cut-page.ts';
import { hostileText } from './arbitrary-annotation.ts';

const URL_ = 'https://unknown.example/';
const read = (html: string): PageText => readPage(parseHtml(html), URL_).page;
const corpus = join(import.meta.dirname, '../../corpus');
const slugs = readdirSync(corpus, { withFileTypes: true }).flatMap((entry) => (entry.isDirectory() ? [entry.name] : []));

const TAGS =
  'p p div blockquote ul ol li a a b em span article section main aside header figure figcaption h1 h2 pre br table q cite dl dt dd form button details summary dialog[open] font ruby rt my-quote hr img script'.split(
    ' ',
  );
const attributes = fc.record(
  { class: hostileText, id: fc.constantFrom('a', 'b c'), href: hostileText, cite: hostileText, lang: fc.constantFrom('en', 'de', '') },
  { requiredKeys: [] },
);
const quoted = (text: string): string => text.replaceAll('&', '&amp;').replaceAll('"', '&quot;');
const words = fc.oneof(
  fc.constantFrom(' ', '\n', '  \n ', '\u00a0', 'one two', ' “Three,” ', 'x', '\t', '\ufeff'),
  hostileText.map((text) => text.replaceAll('&', '&amp;').replaceAll('<', '&lt;').replaceAll('\0', '')),
);
/** HTML of any nesting: the parser makes of it what a browser would. */
const { tree } = fc.letrec<{ tree: string; node: string }>((tie) => ({
  tree: fc.array(tie('node'), { maxLength: 5 }).map((nodes) => nodes.join('')),
  node: fc.oneof(
    { depthSize: 'small', withCrossShrink: true },
    words,
    fc.tuple(fc.constantFrom(...TAGS), attributes, tie('tree')).map(([tag, given, inner]) => {
      const [name = '', open] = tag.replace(']', '').split('[');
      const all = Object.entries(given).map(([key, value]) => ` ${key}="${quoted(value)}"`);
      // What stands in a table but in no cell is moved out of it by the parser, to where no HTML without that table could put it.
      const [start, end] = name === 'table' ? ['<thead><tr><th>x</th></tr></thead><tr><td>', '</td></tr>'] : ['', ''];
      return `<${name}${open ? ' open' : ''}${all.join('')}>${start}${inner}${end}</${name}>`;
    }),
  ),
}));
const head = fc
  .record({ title: hostileText, site: hostileText, author: hostileText, canonical: hostileText, json: fc.json() })
  .map(
    ({ title, site, author, canonical, json }) =>
      `<title>${quoted(title).replaceAll('<', '&lt;')}</title><link rel="canonical" href="${quoted(canonical)}"><meta property="og:site_name" content="${quoted(site)}"><meta name="author" content="${quoted(author)}"><script type="application/ld+json">${json.replaceAll('<', '\\u003c')}</script>`,
  );

describe('a page written as HTML', () => {
  it.each(slugs)('is read back to the same page: %s', (slug) => {
    const page = read(readFileSync(join(corpus, slug, 'page.html'), 'utf8'));
    expect(read(writePageHtml(page))).toEqual(page);
  });

  it('is read back to the same page, whatever page a parser made of sound tables', () =>
    fc.assert(
      fc.property(head, tree, (given, body) => {
        const page = read(`<!doctype html><html lang="en" class="x"><head>${given}</head><body id="b">${body}</body></html>`);
        expect(read(writePageHtml(page))).toEqual(page);
      }),
      { numRuns: 300 },
    ));

  it('is so too when some of its lines were cut away', () =>
    fc.assert(
      fc.property(tree, fc.infiniteStream(fc.boolean()), (body, keep) => {
        const whole = read(`<!doctype html><html lang="en"><body>${body}</body></html>`);
        const lines: { start: number; end: number }[] = [];
        for (const line of whole.text.split('\n')) {
          const start = (lines.at(-1)?.end ?? -1) + 1;
          lines.push({ start, end: start + line.length });
        }
        const kept = lines.filter(({ start, end }) => end > start && keep.next().value);
        const { page } = cutPage(whole, kept);
        // A line of preformatted text that begins with white space is one only where something stands before it.
        fc.pre(kept.every(({ start, end }) => whole.text.slice(start, end).trim() === whole.text.slice(start, end)));
        expect(read(writePageHtml(page)).text).toBe(page.text);
      }),
    ));

  const element = (tag: string, start: number, end: number, parent: number): PageElement => ({ tag, start, end, parent });
  const any: fc.Arbitrary<PageText> = fc
    .tuple(fc.array(fc.constantFrom('one', 'two three', '<b>', '&amp;'), { minLength: 1, maxLength: 6 }), fc.array(fc.constantFrom(...TAGS, 'tr', 'td', 'th', 'svg', 'textarea', 'xmp', 'Weird:Tag', 'a b', 'html', 'tbody'), { maxLength: 6 })) // biome-ignore format: two lists
    .map(([parts, tags]) => {
      const text = parts.join('\n');
      return {
        ...read(''),
        text,
        elements: tags.map((tag, i) => element(tag, 0, text.length, i - 1)),
      };
    });
  it('holds all the text, whatever elements a script has put into each other', () =>
    fc.assert(
      fc.property(any, (page) => {
        expect(read(writePageHtml(page)).text).toBe(page.text);
      }),
    ));

  it('holds no markup but its own', () => {
    const page = read('<p class="&quot;><script>alert(1)</script>">&lt;script&gt;alert(1)&lt;/script&gt;</p>');
    expect(writePageHtml(page)).not.toContain('<script>alert');
  });
});
