import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { documentUrl, hostOf, pageKey } from '../../../utils/text/page-key.ts';

const story = 'https://www.example.org/news/2025/11/a-story';

describe('URLs of one document have one key', () => {
  const same: [string, string, string][] = [
    ['scheme', 'http://example.org/a', 'https://example.org/a'],
    ['www', 'https://www.example.org/a', 'https://example.org/a'],
    ['host in capitals', 'https://Example.ORG/a', 'https://example.org/a'],
    ['default port of https', 'https://example.org:443/a', 'https://example.org/a'],
    ['default port of http', 'http://example.org:80/a', 'https://example.org/a'],
    ['the dot of a full host name', 'https://example.org./a', 'https://example.org/a'],
    ['trailing slash', 'https://example.org/a/', 'https://example.org/a'],
    ['several trailing slashes', 'https://example.org/a//', 'https://example.org/a'],
    ['slash before the query', 'https://example.org/a/?p=1', 'https://example.org/a?p=1'],
    ['the root with and without slash', 'https://example.org', 'https://example.org/'],
    ['empty query', 'https://example.org/a?', 'https://example.org/a'],
    ['empty fragment', 'https://example.org/a#', 'https://example.org/a'],
    ['fragment', 'https://example.org/a#comments', 'https://example.org/a'],
    ['text fragment', 'https://example.org/a#:~:text=we%20agree', 'https://example.org/a'],
    ['fragment and text fragment', 'https://example.org/a#top:~:text=we', 'https://example.org/a#end'],
    ['a fragment that only looks like a route', 'https://example.org/a#section/2', 'https://example.org/a'],
    ['route with and without its last slash', 'https://example.org/#/mail/1/', 'https://example.org/#/mail/1'],
    ['empty route', 'https://example.org/#/', 'https://example.org/'],
    ['empty hashbang', 'https://example.org/#!', 'https://example.org/'],
    ['utm parameters', `${story}?utm_source=news&utm_medium=mail&utm_campaign=x`, story],
    ['utm parameters in capitals', `${story}?UTM_Source=news`, story],
    ['fbclid', `${story}?fbclid=IwAR0abc`, story],
    ['gclid', `${story}?gclid=Cj0K`, story],
    ['gbraid and wbraid', `${story}?gbraid=1&wbraid=2`, story],
    ['msclkid', `${story}?msclkid=1`, story],
    ['twclid', `${story}?twclid=1`, story],
    ['ttclid', `${story}?ttclid=1`, story],
    ['igshid', `${story}?igshid=1`, story],
    ['mailchimp', `${story}?mc_cid=1&mc_eid=2`, story],
    ['hubspot', `${story}?_hsenc=1&_hsmi=2`, story],
    ['marketo', `${story}?mkt_tok=1`, story],
    ['matomo', `${story}?mtm_campaign=1&pk_kwd=2`, story],
    ['at internet', `${story}?at_medium=social&at_campaign=x&xtor=AL-72`, story],
    ['yandex', `${story}?yclid=1&_openstat=2`, story],
    ['google analytics linker', `${story}?_gl=1*a*b&_ga=2`, story],
    ['tracking among parameters that count', 'https://example.org/a?id=5&utm_source=x&page=2', 'https://example.org/a?id=5&page=2'],
    ['order of parameters', 'https://example.org/a?b=2&a=1', 'https://example.org/a?a=1&b=2'],
    ['parameter without a value', 'https://example.org/a?print', 'https://example.org/a?print='],
    ['escapes that are not needed', 'https://example.org/%7Euser/a%2Db', 'https://example.org/~user/a-b'],
    ['case of escapes', 'https://example.org/caf%c3%a9', 'https://example.org/caf%C3%A9'],
    ['letters and their escapes', 'https://example.org/café', 'https://example.org/caf%C3%A9'],
    ['space as plus and as escape in the query', 'https://example.org/s?q=a+b', 'https://example.org/s?q=a%20b'],
    ['international host and its ASCII form', 'https://müller.example/a', 'https://xn--mller-kva.example/a'],
    ['user in the URL', 'https://reader:secret@example.org/a', 'https://example.org/a'],
    ['dots in the path', 'https://example.org/a/../b/./c', 'https://example.org/b/c'],
    ['everything at once', 'http://www.example.org:80/a/?utm_source=x#top', 'https://example.org/a'],
  ];
  it.each(same)('%s', (_, a, b) => expect(pageKey(a)).toBe(pageKey(b)));
});

describe('URLs of different documents have different keys', () => {
  const different: [string, string, string][] = [
    ['paths', 'https://example.org/a', 'https://example.org/b'],
    ['case of the path', 'https://example.org/A', 'https://example.org/a'],
    ['hosts', 'https://example.org/a', 'https://example.net/a'],
    ['other subdomains', 'https://blog.example.org/a', 'https://example.org/a'],
    ['a host that only begins with www', 'https://www2.example.org/a', 'https://example.org/a'],
    ['ports', 'https://example.org:8080/a', 'https://example.org/a'],
    ['the parameter id', 'https://example.org/item?id=1', 'https://example.org/item?id=2'],
    ['the parameter t', 'https://example.org/topic?t=1', 'https://example.org/topic?t=2'],
    ['the parameter source', 'https://example.org/list?source=un', 'https://example.org/list?source=eu'],
    ['the parameter ref', 'https://example.org/doc?ref=A-1', 'https://example.org/doc?ref=A-2'],
    ['the parameter s', 'https://example.org/?s=one', 'https://example.org/?s=two'],
    ['the parameter p', 'https://example.org/?p=10', 'https://example.org/?p=11'],
    ['the parameter v', 'https://example.org/watch?v=a', 'https://example.org/watch?v=b'],
    ['pages of a list', 'https://example.org/a?page=1', 'https://example.org/a?page=2'],
    ['a query and none', 'https://example.org/a?id=1', 'https://example.org/a'],
    ['order of the values of one parameter', 'https://example.org/a?x=1&x=2', 'https://example.org/a?x=2&x=1'],
    ['a name that only begins like a tracking one', 'https://example.org/a?utmost=1', 'https://example.org/a'],
    ['hash routes', 'https://example.org/#/mail/1', 'https://example.org/#/mail/2'],
    ['hashbang routes', 'https://example.org/#!/talk/1', 'https://example.org/#!/talk/2'],
    ['hash route and none', 'https://example.org/app#/inbox', 'https://example.org/app'],
    ['an escaped slash and a slash', 'https://example.org/a%2Fb', 'https://example.org/a/b'],
    ['an escaped question mark', 'https://example.org/a%3Fb', 'https://example.org/a?b'],
    ['files', 'file:///home/a.html', 'file:///home/b.html'],
  ];
  it.each(different)('%s', (_, a, b) => expect(pageKey(a)).not.toBe(pageKey(b)));
});

describe('the URL kept in a record', () => {
  it.each([
    ['https://example.org/a?utm_source=x#top', 'https://example.org/a?utm_source=x'],
    ['https://example.org/app#/mail/1', 'https://example.org/app#/mail/1'],
    ['https://reader:secret@example.org/a', 'https://example.org/a'],
    ['no url#x', 'no url'],
  ])('of %s is %s', (url, kept) => expect(documentUrl(url)).toBe(kept));

  it('has a host for people', () => {
    expect(hostOf('https://www.Example.org/a')).toBe('example.org');
    expect(hostOf('about:blank')).toBe('');
    expect(hostOf('nonsense')).toBe('');
  });
});

describe('for any string', () => {
  it('a key is given, and URLs keep theirs when a fragment or a tracking parameter is added', () => {
    fc.assert(fc.property(fc.string(), (text) => typeof pageKey(text) === 'string'));
    fc.assert(
      fc.property(fc.webUrl({ withQueryParameters: true }), fc.stringMatching(/^[a-z]{1,8}$/), (url, word) => {
        const joined = url.includes('?') ? `${url}&` : `${url}?`;
        expect(pageKey(`${joined}utm_${word}=1#${word}`)).toBe(pageKey(url));
      }),
    );
  });
});
