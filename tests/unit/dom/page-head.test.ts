import { describe, expect, it } from 'vitest';
import { parseHtml } from '../../../cli/parse-html.ts';
import { readPage } from '../../../utils/dom/read-page.ts';

const canonicalOf = (head: string): string | null =>
  readPage(parseHtml(`<html><head>${head}</head><body><p>Words.</p></body></html>`), 'https://gazette.example/a').page.metadata.canonical;

const link = '<link rel="canonical" href="/story">';
const og = '<meta property="og:url" content="https://gazette.example/story-og">';

describe('the address that a page gives itself', () => {
  it('is its canonical link, wherever that stands', () => {
    expect(canonicalOf(link + og)).toBe('/story');
    expect(canonicalOf(og + link)).toBe('/story');
  });
  it('is og:url without one', () => expect(canonicalOf(og)).toBe('https://gazette.example/story-og'));
  it('may be missing', () => expect(canonicalOf('<meta property="og:url" content=""><link rel="next" href="/2">')).toBeNull());
});
