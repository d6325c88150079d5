import { describe, expect, it } from 'vitest';
import { pausedHost } from '../../../../../components/library/settings/paused-host.ts';

describe('a site to pause', () => {
  it.each([
    ['example.org', 'example.org'],
    [' Example.ORG ', 'example.org'],
    ['www.example.org', 'example.org'],
    ['https://www.example.org/some/page?x#y', 'example.org'],
    ['example.org:8080/x', 'example.org:8080'],
    ['zürich.example', 'xn--zrich-kva.example'],
  ])('%j is %s', (typed, host) => expect(pausedHost(typed)).toBe(host));

  it.each(['', '   ', 'two words', 'about:config', 'file:///tmp/x', 'chrome-extension://abc/', 'https://'])('%j is no site', (typed) =>
    expect(pausedHost(typed)).toBeNull(),
  );
});
