import { expect, it } from 'vitest';
import { parseHtml } from '../../../cli/parse-html.ts';
import { detectQuotations } from '../../../utils/detect/detect-quotations.ts';
import { readPage } from '../../../utils/dom/read-page.ts';

const QUOTE = '<blockquote><p>Nobody asked the harbour about it.</p></blockquote>';
const FILL = `<p>${'The article goes on for a good while and says this and that. '.repeat(20)}</p>`;
const regionsOf = (html: string): string[] =>
  detectQuotations(readPage(parseHtml(`<main>${FILL}${html}</main>`), 'https://a.example/').page).map((q) => q.region);

it.each([
  ['a comment list', `<ol class="comment-list"><li class="comment">${QUOTE}</li></ol>`, 'comment'],
  ['a box of comments by id', `<div id="comments"><div>${QUOTE}</div></div>`, 'comment'],
  ['what follows a heading “12 Comments”', `<section><h2>12 Comments</h2><div>${QUOTE}</div></section>`, 'comment'],
  [
    'boxes signed “posted by”',
    `<div id="c1"><p>One thing.</p><p>posted by Joe at June 21, 2004</p></div><div id="c2">${QUOTE}<p>posted by Ann at June 22, 2004</p></div>`,
    'comment',
  ],
  ['a sidebar', `<div class="sidebar">${QUOTE}</div>`, 'other'],
  ['an aside', `<aside>${QUOTE}</aside>`, 'other'],
  ['related posts', `<div class="related-posts">${QUOTE}</div>`, 'other'],
  ['a pull quote in an aside', `<aside class="pullquote">${QUOTE}</aside>`, 'article'],
  ['a class that describes the layout', `<div class="layout-right-sidebar">${QUOTE}</div>`, 'article'],
])('places a quotation in %s', (_, html, region) => {
  expect(regionsOf(html)).toEqual([region]);
});
