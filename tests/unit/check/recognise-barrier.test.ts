import { describe, expect, it } from 'vitest';
import { parseHtml } from '../../../cli/parse-html.ts';
import { recogniseBarrier } from '../../../utils/check/recognise-barrier.ts';
import { readPage } from '../../../utils/dom/read-page.ts';

const recognise = (html: string) => recogniseBarrier(readPage(parseHtml(html), 'https://news.example/').page, html.length);
const paragraphs = (n: number): string =>
  Array.from(
    { length: n },
    (_, i) => `<p>On day ${i} the harbour board met in the old customs house and spoke about the boats and the pier.</p>`,
  ).join('');

describe('a page that is not the article', () => {
  it.each([
    ['robot-wall', '<title>Just a moment...</title><p>Verifying you are human. This may take a few seconds.</p>'],
    ['robot-wall', '<title>Access denied</title><p>You do not have permission.</p>'],
    ['robot-wall', '<p>Bitte bestätigen Sie, dass Sie kein Roboter sind.</p>'],
    ['consent', '<title>Before you continue</title><p>We use cookies and data.</p><p>Reject all</p>'],
    ['consent', '<p>Mit Werbung und Tracking weiterlesen</p><p>Alle akzeptieren</p>'],
    ['scripts-only', '<noscript>x</noscript><div>You need to enable JavaScript to run this app.</div>'],
    ['scripts-only', `<div id="app"></div><script>${'x'.repeat(2000)}</script>`],
    ['not-found', '<h1>Page not found</h1><p>It may have moved.</p>'],
    ['not-found', '<h1>404</h1>'],
    ['empty', ''],
  ])('is a %s: %s', (problem, html) => expect(recognise(html)).toEqual({ problem, partial: false }));

  it('shows only a part before a paywall, in words or by what it says of itself', () => {
    const wall = { problem: 'paywall', partial: true };
    expect(recognise(`${paragraphs(4)}<p>Subscribe to continue reading.</p>`)).toEqual(wall);
    expect(recognise(`${paragraphs(4)}<p>Cet article est réservé aux abonnés.</p>`)).toEqual(wall);
    expect(recognise(`${paragraphs(4)}<p>Jetzt mit Plus weiterlesen</p>`)).toEqual(wall);
    expect(
      recognise(`<script type="application/ld+json">{"@type":"NewsArticle","isAccessibleForFree":"False"}</script>${paragraphs(40)}`),
    ).toEqual(wall);
  });
});

describe('an article', () => {
  it('is none of that, also when it speaks of walls', () => {
    expect(recognise(`<title>The harbour</title>${paragraphs(20)}`)).toBeNull();
    expect(
      recognise(
        `<title>How captchas work</title>${paragraphs(20)}<p>Tell us that you are not a robot. Accept all cookies. Page not found.</p>`,
      ),
    ).toBeNull();
    expect(recognise(`${paragraphs(200)}<p>Why readers subscribe to read local papers</p>`)).toBeNull();
  });
  it('may be short', () =>
    expect(recognise('<h1>Statement</h1><p>The board will not comment on the pier before the vote.</p>')).toBeNull());
});
