import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { trustedCanonical } from '../../../utils/text/canonical.ts';
import { pageKey } from '../../../utils/text/page-key.ts';
import { PAGE_PAIRS } from './page-pairs.ts';
import { scorePairs } from './score-pairs.ts';

describe('the labelled pairs of pages', () => {
  const { right, wrongSame } = scorePairs(PAGE_PAIRS);

  it('are at least 300, and at least 99 % are told right', () => {
    expect(PAGE_PAIRS.length).toBeGreaterThanOrEqual(300);
    expect(right / PAGE_PAIRS.length).toBeGreaterThanOrEqual(0.99);
  });

  it('never take one document for another', () => expect(wrongSame).toEqual([]));

  it('are each there once', () => {
    const written = PAGE_PAIRS.map(({ a, b }) => JSON.stringify([a, b]));
    expect(new Set(written).size).toBe(written.length);
  });
});

describe('a canonical URL', () => {
  const taken: [string, string, string][] = [
    ['of the same host', 'https://example.org/a?share=mail', 'https://example.org/a'],
    ['relative', 'https://example.org/x/a?share=mail', '/x/a'],
    ['with www', 'https://example.org/amp/a', 'https://www.example.org/a'],
    ['from the mobile host', 'https://m.example.org/s/4711', 'https://www.example.org/the-vote-4711'],
    ['from a mobile label within the host', 'https://en.m.example.org/wiki?title=Dam', 'https://en.example.org/wiki/Dam'],
    ['from the AMP host', 'https://amp.example.org/a', 'https://example.org/news/a'],
    ['over http', 'https://example.org/a?share=mail', 'http://example.org/a'],
    ['that is the root, on the root', 'https://example.org/?utm_source=x', 'https://example.org/'],
  ];
  it.each(taken)('counts %s', (_, url, href) => expect(trustedCanonical(url, { href })).toBe(new URL(href, url).href));

  const refused: [string, string, string | null][] = [
    ['of another site', 'https://example.org/a', 'https://example.net/a'],
    ['of a sibling host', 'https://one.example.org/a', 'https://two.example.org/a'],
    ['of the parent host', 'https://blog.example.org/a', 'https://example.org/a'],
    ['of another port', 'https://example.org:8443/a', 'https://example.org/b'],
    ['that is the root', 'https://example.org/a', 'https://example.org/'],
    ['that is the root, on a document named by a parameter', 'https://example.org/?p=12', 'https://example.org/'],
    ['that drops the route', 'https://example.org/app#/mail/1', 'https://example.org/app'],
    ['that is no web address', 'https://example.org/a', 'javascript:alert(1)'],
    ['with a password', 'https://example.org/a', 'https://x:y@example.org/b'],
    ['that is broken', 'https://example.org/a', 'https://['],
    ['that is empty', 'https://example.org/a', ' '],
    ['that is missing', 'https://example.org/a', null],
  ];
  it.each(refused)('does not count %s', (_, url, href) => {
    expect(trustedCanonical(url, { href })).toBeNull();
  });

  it('that stayed as it was when the route changed does not count', () => {
    const first = { url: 'https://example.org/one', href: 'https://example.org/first' };
    expect(trustedCanonical('https://example.org/two', { href: 'https://example.org/first', before: first })).toBeNull();
  });

  it('that changed with the route counts', () => {
    const first = { url: 'https://example.org/one?x=1', href: 'https://example.org/one' };
    const href = 'https://example.org/two';
    expect(trustedCanonical('https://example.org/two?x=1', { href, before: first })).toBe(href);
  });

  it('that stayed while only tracking parameters changed counts', () => {
    const href = 'https://example.org/the-vote-4711';
    const before = { url: 'https://example.org/s/4711?utm_source=a', href };
    expect(trustedCanonical('https://example.org/s/4711?utm_source=b', { href, before })).toBe(href);
  });
});

describe('for any two addresses', () => {
  it('no canonical of another host is ever trusted', () => {
    fc.assert(
      fc.property(fc.domain(), fc.domain(), (a, b) => {
        fc.pre(new URL(`https://${a}`).hostname !== new URL(`https://${b}`).hostname && !/^(?:www|m|mobile|amp|touch|wap)\./.test(a + b));
        fc.pre(![a, b].some((host) => /\.(?:www|m|mobile|amp|touch|wap)\./.test(host) || /^(?:www|m|mobile|amp|touch|wap)\./.test(host)));
        expect(trustedCanonical(`https://${a}/x`, { href: `https://${b}/x` })).toBeNull();
      }),
    );
  });

  it('a trusted canonical stands for the same host, or for a host that this one belongs to', () => {
    fc.assert(
      fc.property(fc.webUrl({ withQueryParameters: true }), fc.webUrl({ withQueryParameters: true }), (url, href) => {
        const trusted = trustedCanonical(url, { href });
        if (trusted === null) return;
        const host = (text: string) => pageKey(new URL(text).origin);
        expect(host(url) === host(trusted) || host(url).endsWith(`.${host(trusted)}`)).toBe(true);
      }),
      { numRuns: 40 },
    );
  });
});
