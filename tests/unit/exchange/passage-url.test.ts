import { describe, expect, it } from 'vitest';
import type { Selector } from '../../../utils/domain/selector.ts';
import { passageUrl, placeUrl } from '../../../utils/exchange/passage-url.ts';

const quote: Selector = { type: 'TextQuoteSelector', exact: 'we agree', prefix: '', suffix: '' };
const link: Selector = {
  type: 'FragmentSelector',
  conformsTo: 'https://wicg.github.io/scroll-to-text-fragment/',
  value: ':~:text=we%20agree',
};
const at = (source: string, selector: Selector[]) => ({
  target: { source, title: '', site: '', selector, styleClass: 'yellow' as const },
});

describe('the link to a passage', () => {
  it.each([
    ['https://example.org/a', 'https://example.org/a#:~:text=we%20agree'],
    ['https://example.org/a#part', 'https://example.org/a#part:~:text=we%20agree'],
    ['https://example.org/a#part:~:text=old', 'https://example.org/a#part:~:text=we%20agree'],
    ['https://example.org/app#/mail/1', 'https://example.org/app#/mail/1:~:text=we%20agree'],
  ])('of %s is %s', (source, url) => expect(passageUrl(at(source, [quote, link]))).toBe(url));

  it('is not made up where none was found to lead there: the page is linked then', () => {
    expect(passageUrl(at('https://example.org/a', [quote]))).toBeNull();
    expect(placeUrl(at('https://example.org/a', [quote]))).toBe('https://example.org/a');
  });

  it('is none for what no link may name', () => {
    expect(passageUrl(at('javascript:alert(1)', [quote, link]))).toBeNull();
    expect(placeUrl(at('file:///a.html', [quote, link]))).toBeNull();
  });
});
