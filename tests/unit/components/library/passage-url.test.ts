import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { passageUrl } from '../../../../components/library/passage-url.ts';
import { sketch } from './sample-annotations.ts';

const urlOf = (url: string, quote: string): string | null => passageUrl(sketch({ url, quote }));

describe('the link to a passage', () => {
  it('names a short passage whole', () =>
    expect(urlOf('https://news.example.org/a', 'frank and cordial')).toBe('https://news.example.org/a#:~:text=frank%20and%20cordial'));
  it('names a long passage by its ends', () => {
    const words = Array.from({ length: 60 }, (_, i) => `word${i}`).join(' ');
    expect(urlOf('https://news.example.org/a', words)).toBe(
      'https://news.example.org/a#:~:text=word0%20word1%20word2%20word3%20word4%20word5,word54%20word55%20word56%20word57%20word58%20word59',
    );
  });
  it('keeps the route of a page', () =>
    expect(urlOf('https://news.example.org/#/story/7', 'yes')).toBe('https://news.example.org/#/story/7:~:text=yes'));
  it('escapes what a text directive would read as its own', () =>
    expect(urlOf('https://news.example.org/a', 'one-two, a & b')).toBe('https://news.example.org/a#:~:text=one%2Dtwo%2C%20a%20%26%20b'));
  it('leaves out what cannot be encoded', () =>
    expect(urlOf('https://news.example.org/a', 'half \ud83d pair')).toBe('https://news.example.org/a#:~:text=half%20%20pair'));
  it.each(['javascript:alert(1)', 'data:text/html,x', 'not a url', 'file:///etc/hosts', ''])('opens nothing for %j', (url) =>
    expect(urlOf(url, 'words')).toBeNull(),
  );
  it('is an http(s) URL or nothing, whatever the page and the words', () =>
    fc.assert(
      fc.property(fc.oneof(fc.webUrl({ withFragments: true }), fc.string()), fc.string({ unit: 'binary' }), (url, quote) => {
        const made = urlOf(url, quote);
        if (made !== null) expect(new URL(made).protocol).toMatch(/^https?:$/);
      }),
    ));
});
