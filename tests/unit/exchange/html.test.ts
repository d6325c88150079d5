import fc from 'fast-check';
import { parse, type DefaultTreeAdapterTypes as Tree } from 'parse5';
import { describe, expect, it } from 'vitest';
import { type Annotation, exactOf } from '../../../utils/domain/annotation.ts';
import { html } from '../../../utils/exchange/formats/html.ts';
import { REPORT_STYLE } from '../../../utils/exchange/report-style.ts';
import { anyAnnotation, manyAnnotations } from './arbitrary-annotation.ts';
import { context } from './golden-context.ts';

const write = (annotations: readonly Annotation[], language = 'en') =>
  [...(html.write?.(annotations, { ...context, language }) ?? [])].join('');

function elements(node: Tree.Node): Tree.Element[] {
  const children = 'childNodes' in node ? node.childNodes : [];
  return children.flatMap((child) => ('tagName' in child ? [child, ...elements(child)] : []));
}
const textOf = (node: Tree.Node): string =>
  node.nodeName === '#text' ? (node as Tree.TextNode).value : 'childNodes' in node ? node.childNodes.map(textOf).join('') : ''; // told by its nodeName
const attribute = (element: Tree.Element | undefined, name: string) => element?.attrs.find((one) => one.name === name)?.value;

const OURS = 'html head meta title style body header h1 h2 h3 p time bdi main section a article blockquote dl dt dd b span div ol li';
const OF_NOTES = 'em strong code pre ul h4 h5 h6 hr br';
const ALLOWED = new Set(`${OURS} ${OF_NOTES}`.split(' '));
const ATTRIBUTES = new Set('lang dir charset http-equiv content name class datetime href rel id cite title start'.split(' '));

describe('the HTML report', () => {
  it('lets nothing of the texts become markup', () =>
    fc.assert(
      fc.property(manyAnnotations, (annotations) => {
        const document = parse(write(annotations));
        const all = elements(document);
        expect(all.filter((element) => element.tagName === 'article')).toHaveLength(annotations.length);
        for (const element of all) {
          expect(ALLOWED).toContain(element.tagName);
          for (const { name, value } of element.attrs) {
            expect(ATTRIBUTES).toContain(name);
            if (name === 'href' || name === 'cite')
              expect(new URL(value, 'https://base.example/').protocol).toMatch(/^(?:https?|mailto):$/);
          }
        }
        expect(all.filter((element) => element.tagName === 'style').map(textOf)).toEqual([REPORT_STYLE]);
      }),
    ));

  it('shows each quote, whole', () =>
    fc.assert(
      fc.property(anyAnnotation, (annotation) => {
        const quote = elements(parse(write([annotation]))).find((element) => element.tagName === 'blockquote');
        const seen = (text: string) => text.replaceAll('\0', '\ufffd').replace(/\s+/g, '');
        expect(seen(quote === undefined ? '' : textOf(quote))).toBe(seen(exactOf(annotation)));
      }),
    ));

  it('loads nothing, runs nothing, and tells nobody where it was read', () => {
    const head = elements(parse(write([])));
    const meta = (name: string, key: string) =>
      attribute(
        head.find((element) => attribute(element, name) === key),
        'content',
      );
    expect(meta('http-equiv', 'Content-Security-Policy')).toMatch(/^default-src 'none'; style-src 'unsafe-inline'/);
    expect(meta('name', 'referrer')).toBe('no-referrer');
    expect(REPORT_STYLE).not.toMatch(/<|url\(|@import/);
  });

  it.each([
    ['de', 'ltr'],
    ['ar', 'rtl'],
    ['he-IL', 'rtl'],
  ])('is in the reader’s language: %s, %s', (language, direction) => {
    const root = elements(parse(write([], language)))[0];
    expect([attribute(root, 'lang'), attribute(root, 'dir')]).toEqual([language, direction]);
  });

  it('has headings in order, whatever a note holds', () => {
    const [sample] = fc.sample(anyAnnotation, { numRuns: 1, seed: 8 });
    if (sample === undefined) throw new Error('no sample');
    const body: Annotation['body'] = [
      { type: 'TextualBody', purpose: 'commenting', format: 'text/markdown', value: '# One\n\n###### Six\n\n`<h1>`' },
    ];
    const levels = elements(parse(write([{ ...sample, body }]))).flatMap(({ tagName }) => (/^h\d$/.test(tagName) ? [tagName] : []));
    expect(levels).toEqual(['h1', 'h2', 'h3', 'h4', 'h6']);
  });
});
