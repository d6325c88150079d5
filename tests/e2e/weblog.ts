import type { Page } from '@playwright/test';
import type { Saidso } from './chromium-test.ts';

// A weblog quotes the Harbour Gazette; the Gazette is on another host. Private addresses are never fetched, so the site has names.

export const VERBATIM = 'We have counted the boats again this spring and found 41 of them, more than in any year before.';
export const SENTENCES = [
  'The harbour board met on Monday in the old customs house.',
  VERBATIM,
  'The new pier will not be full before the summer.',
];

/** The Gazette's page: these paragraphs, and enough others that it is no teaser. */
export const sourcePage = (sentences: string[], more = ''): string =>
  `<!doctype html><html lang="en"><title>Boats counted</title><body><article><h1>Boats counted</h1>
  ${sentences.map((sentence) => `<p>${sentence}</p>`).join('')}${'<p>The lighthouse keeper spoke about the weather, the seals, and the road along the coast.</p>'.repeat(20)}${more}</article>`;

/** The weblog's page, which quotes `words` with a link to `source`. */
export const postPage = (words: string, source: string): string =>
  `<!doctype html><html lang="en"><title>A post</title><body><article><h1>A post</h1><p>Something was said about boats today.</p>
  <p>The <a href="${source}">Harbour Gazette</a> reported:</p><blockquote><p>${words}</p></blockquote></article>`;

export class Weblog {
  readonly saidso: Saidso;
  #posts = 0;
  constructor(saidso: Saidso) {
    this.saidso = saidso;
  }

  at(path: string, host = 'gazette.example'): string {
    return `http://${host}:${this.saidso.site.port}${path}`;
  }

  /** Opens a page that quotes `words` with a link to `source`; each time another page. */
  open(words: string, source: string): Promise<Page> {
    const path = `/post-${++this.#posts}.html`;
    this.saidso.site.serve(path, postPage(words, source));
    return this.saidso.open(this.at(path, 'weblog.example'));
  }

  /** Opens it, keeps the quotation, and opens its check. */
  async check(words: string, source: string): Promise<Page> {
    const [kept] = await this.saidso.keep(await this.open(words, source), 0);
    if (!kept?.ok) throw new Error('the quotation was not kept');
    return this.saidso.surface(`check.html#annotation=${kept.value.id}`);
  }
}

export const fetchIt = (check: Page): Promise<void> =>
  check
    .getByRole('button', { name: /^Fetch / })
    .first()
    .click();
