import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { unwrapUrl } from '../../../../utils/detect/outlets/unwrap-url.ts';

const page = 'https://www.example.org/2025/11/a-title?id=1&x=2';
const encoded = encodeURIComponent(page);

describe('unwrapUrl takes off', () => {
  it.each([
    ['the Wayback Machine', `https://web.archive.org/web/20250101000000/${page}`],
    ['the Wayback Machine with a modifier', `https://web.archive.org/web/20250101id_/${page}`],
    ['a folded double slash', 'https://web.archive.org/web/2025/https:/www.example.org/2025/11/a-title?id=1&x=2'],
    ['archive.today', `https://archive.ph/2025.01.01-120000/${page}`],
    ['archive.today, newest', `https://archive.is/newest/${page}`],
    ['archive.today, origin', `https://archive.today/o/AbC12/${page}`],
    ['the AMP cache', 'https://www-example-org.cdn.ampproject.org/c/s/www.example.org/2025/11/a-title?id=1&x=2'],
    [
      'the AMP cache’s own parameters',
      'https://www-example-org.cdn.ampproject.org/v/s/www.example.org/2025/11/a-title?id=1&x=2&amp_js_v=0.1&usqp=mq3',
    ],
    ['Google’s AMP viewer', 'https://www.google.com/amp/s/www.example.org/2025/11/a-title?id=1&x=2'],
    ['Google', `https://www.google.de/url?sa=t&url=${encoded}&usg=1`],
    ['Google, old', `https://www.google.com/url?q=${encoded}`],
    ['Google Translate', `https://translate.google.com/translate?hl=en&sl=de&u=${encoded}`],
    ['a translated host', 'https://www-example-org.translate.goog/2025/11/a-title?id=1&x=2&_x_tr_sl=de&_x_tr_tl=en'],
    ['Facebook', `https://l.facebook.com/l.php?u=${encoded}&h=AT0`],
    ['Instagram', `https://l.instagram.com/?u=${encoded}&e=AT0`],
    ['YouTube', `https://www.youtube.com/redirect?event=d&q=${encoded}`],
    ['Outlook', `https://nam02.safelinks.protection.outlook.com/?url=${encoded}&data=05`],
    ['DuckDuckGo', `https://duckduckgo.com/l/?uddg=${encoded}`],
    ['Bing', `https://www.bing.com/ck/a?u=a1${btoa(page).replace(/=+$/, '')}`],
    ['VK', `https://vk.com/away.php?to=${encoded}`],
    ['Proofpoint v2', 'https://urldefense.proofpoint.com/v2/url?u=https-3A__www.example.org_2025_11_a-2Dtitle-3Fid-3D1-26x-3D2&d=1'],
    ['Proofpoint v3', 'https://urldefense.com/v3/__https://www.example.org/2025/11/a-title?id=1*x=2__;Jg!!abc'],
    ['a newsletter’s base64', `https://news.example.com/redirect/${btoa(page)}/x1`],
    ['a mail redirector', `https://click.mail.example/track?to=${encoded}`],
    ['a reader', `https://reader.example/${page}`],
    ['an encoded last segment', `https://secure.example/1a2b/${encoded}`],
    [
      'three layers',
      `https://www.google.com/url?q=${encodeURIComponent(`https://web.archive.org/web/2025/https://l.facebook.com/l.php?u=${encoded}`)}`,
    ],
  ])('%s', (_, url) => expect(unwrapUrl(url)).toBe(page));

  it.each([
    ['https://www.example.org/2025/a-title/amp', 'https://www.example.org/2025/a-title'],
    ['https://www.example.org/2025/a-title/amp/', 'https://www.example.org/2025/a-title'],
    ['https://www.example.org/amp/a-title', 'https://www.example.org/a-title'],
    ['https://amp.example.org/a-title', 'https://www.example.org/a-title'],
    ['https://www.example.org/a-title.amp.html', 'https://www.example.org/a-title.html'],
    ['https://www.example.org/a-title?outputType=amp', 'https://www.example.org/a-title'],
    ['https://www.example.org/a-title?x=1&amp=1', 'https://www.example.org/a-title?x=1'],
  ])('the AMP of %s', (url, plain) => expect(unwrapUrl(url)).toBe(plain));
});

describe('unwrapUrl leaves', () => {
  it.each([
    page,
    'https://t.co/AbC',
    'https://en.wikipedia.org/wiki/amp',
    'https://archive.ph/AbC12',
    'https://archive.org/details/a-book',
    'https://www.google.com/search?q=https',
    'https://www.google.com/url?q=javascript:alert(1)',
    'https://www.facebook.com/sharer/sharer.php?u=https%3A%2F%2Fexample.org%2F',
    'https://l.facebook.com/l.php?u=data%3Atext%2Fhtml%2Cx',
    'https://www.example.org/login?next=https://www.example.org/x',
    'javascript:alert(1)',
    'mailto:a@example.org',
    'not a url',
    '',
    'https://news.example.com/redirect/aHR0cHM6%%%',
  ])('%s', (url) => expect(unwrapUrl(url)).toBe(url));
});

describe('unwrapUrl', () => {
  it('stops on an address that holds itself', () => {
    let url = page;
    for (let i = 0; i < 50; i++) url = `https://reader.example/${url}`;
    expect(unwrapUrl(url).length).toBeLessThan(url.length);
  });

  it('never throws, and turns an http(s) URL only into another', () => {
    const url = fc.oneof(fc.string({ unit: 'binary' }), fc.webUrl({ withQueryParameters: true, withFragments: true }));
    const wrapped = fc.oneof(
      url,
      url.map((inner) => `https://web.archive.org/web/2025/${inner}`),
      url.map((inner) => `https://l.facebook.com/l.php?u=${inner}`),
      url.map((inner) => `https://urldefense.com/v3/__${inner}__;Kys!!`),
    );
    fc.assert(
      fc.property(wrapped, (text) => {
        const result = unwrapUrl(text);
        if (result !== text) expect(new URL(result).protocol).toMatch(/^https?:$/);
      }),
    );
  });
});
