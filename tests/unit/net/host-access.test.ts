import { afterEach, describe, expect, it, vi } from 'vitest';
import { fakeBrowser } from 'wxt/testing/fake-browser';
import { hasAllHostAccess, hasHostAccess, requestHostAccess, requestSiteAccess } from '../../../utils/net/host-access.ts';

afterEach(() => vi.restoreAllMocks());

const permissions = fakeBrowser.permissions as unknown as Record<'contains' | 'request', (p: { origins: string[] }) => Promise<boolean>>; // without the callback forms

describe('access to hosts', () => {
  it('is asked for by host, not by page or port', async () => {
    const contains = vi.spyOn(permissions, 'contains').mockResolvedValue(true);
    expect(await hasHostAccess('https://gazette.example:8443/story?x#y')).toBe(true);
    expect(contains).toHaveBeenCalledWith({ origins: ['https://gazette.example/*'] });
  });

  it.each(['about:blank', 'chrome://settings', 'file:///a.html', 'not a url', ''])(
    '%s is never given, and nobody is asked',
    async (url) => {
      const contains = vi.spyOn(permissions, 'contains');
      const request = vi.spyOn(permissions, 'request');
      expect([await hasHostAccess(url), await requestHostAccess(url)]).toEqual([false, false]);
      expect(contains).not.toHaveBeenCalled();
      expect(request).not.toHaveBeenCalled();
    },
  );

  it('a request reaches the browser in the same turn: after an await it would be refused', async () => {
    const request = vi.spyOn(permissions, 'request').mockResolvedValue(false);
    const asked = requestHostAccess('https://gazette.example/story');
    expect(request).toHaveBeenCalledWith({ origins: ['https://gazette.example/*'] });
    expect(await asked).toBe(false);
  });

  it('to all hosts is that of the manifest', async () => {
    const contains = vi.spyOn(permissions, 'contains').mockResolvedValue(false);
    expect(await hasAllHostAccess()).toBe(false);
    expect(contains).toHaveBeenCalledWith({ origins: ['http://*/*', 'https://*/*'] });
  });

  it.each([
    ['gazette.example', ['*://gazette.example/*', '*://*.gazette.example/*']],
    ['', ['http://*/*', 'https://*/*']],
  ])('to the site %j is asked for with its subdomains, in the same turn', async (host, origins) => {
    const request = vi.spyOn(permissions, 'request').mockResolvedValue(true);
    const asked = requestSiteAccess(host);
    expect(request).toHaveBeenCalledExactlyOnceWith({ origins });
    expect(await asked).toBe(true);
  });
});
