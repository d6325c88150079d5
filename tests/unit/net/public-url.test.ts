import { describe, expect, it } from 'vitest';
import { whyNeverFetched } from '../../../utils/net/public-url.ts';

describe('what is never fetched', () => {
  it.each([
    'file:///etc/passwd',
    'data:text/html,<p>x',
    'javascript:alert(1)',
    'blob:https://news.example/1',
    'ftp://news.example/x',
    'about:blank',
    'no url',
    '',
  ])('%s is not of the web', (url) => expect(whyNeverFetched(url)).toBe('not-web'));

  it.each([
    'http://localhost/',
    'http://api.localhost:3000/',
    'http://127.0.0.1/',
    'http://127.8.9.1/',
    'http://2130706433/',
    'http://0x7f.1/',
    'http://0177.0.0.1/',
    'http://0.0.0.0/',
    'http://10.1.2.3/',
    'http://172.16.0.1/',
    'http://172.31.255.1/',
    'http://192.168.1.1/admin',
    'http://169.254.169.254/latest/meta-data/',
    'http://100.64.0.1/',
    'http://224.0.0.1/',
    'http://255.255.255.255/',
    'http://[::1]/',
    'http://[::]/',
    'http://[fe80::1]/',
    'http://[fd12:3456::1]/',
    'http://[::ffff:127.0.0.1]/',
    'http://[::ffff:c0a8:101]/',
    'http://[64:ff9b::10.0.0.1]/',
    'http://[2002:7f00:1::]/',
    'http://router/',
    'http://printer.local/',
    'http://wiki.corp./',
    'https://nas.home.arpa/',
  ])('%s is this machine’s or its network’s', (url) => expect(whyNeverFetched(url)).toBe('private-address'));

  it.each([
    'https://news.example/a?b#c',
    'http://8.8.8.8/',
    'http://172.32.0.1/',
    'http://[2606:4700::1111]/',
    'https://localhost.news.example/',
    'https://xn--bcher-kva.example/',
    'https://user:pass@news.example/',
  ])('%s may be', (url) => expect(whyNeverFetched(url)).toBeNull());
});
