import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { parseHtml } from '../../../cli/parse-html.ts';
import { nearbyLinks } from '../../../utils/check/nearby-links.ts';
import { readPage } from '../../../utils/dom/read-page.ts';

const URL_OF_PAGE = 'https://weblog.example/2025/post';
function linksAt(html: string, quote: string) {
  const { page } = readPage(parseHtml(html), URL_OF_PAGE);
  const start = page.text.indexOf(quote);
  expect(start).toBeGreaterThanOrEqual(0);
  return nearbyLinks(page, { start, end: start + quote.length });
}

describe('links that may lead to the source of a quotation', () => {
  it('are those of its line and of its lead-in, the nearest first', () => {
    const html = `<p><a href="https://far.example/">Long ago</a></p><p>As the <a href="https://gazette.example/">Gazette</a> had in
      <a href="/2025/earlier">its report</a>:</p><blockquote>We count the <a href="http://boats.example/">boats</a>.</blockquote><p><a href="https://behind.example/">Next</a></p>`;
    expect(linksAt(html, 'We count the boats.')).toEqual([
      { url: 'http://boats.example/', text: 'boats' },
      { url: 'https://weblog.example/2025/earlier', text: 'its report' },
      { url: 'https://gazette.example/', text: 'Gazette' },
    ]);
  });

  it('are of the web, lead elsewhere, and are named once', () => {
    const html = `<p><a href="#note">1</a> <a href="javascript:x()">x</a> <a href="mailto:a@b.example">mail</a> <a href="https://a.example/1">one</a>
      “We count them” <a href="https://a.example/1">again</a> <a href="${URL_OF_PAGE}#top">top</a></p>`;
    expect(linksAt(html, 'We count them')).toEqual([{ url: 'https://a.example/1', text: 'one' }]);
  });

  it('never fail for any page', () => {
    fc.assert(
      fc.property(fc.string(), fc.string(), fc.nat(50), fc.nat(50), (text, href, a, b) => {
        const { page } = readPage(parseHtml(`<p>${text}<a href="${href}">x</a>`), URL_OF_PAGE);
        const start = Math.min(a, page.text.length);
        expect(nearbyLinks(page, { start, end: Math.min(page.text.length, start + b) }).length).toBeLessThanOrEqual(6);
      }),
    );
  });
});
