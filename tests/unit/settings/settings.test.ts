import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { fakeBrowser } from 'wxt/testing/fake-browser';
import { DEFAULT_SETTINGS, type Settings } from '../../../utils/domain/settings.ts';
import { changeSettings, isPausedOn, readSettings, watchSettings, withPaused } from '../../../utils/settings.ts';

beforeEach(() => fakeBrowser.reset());
afterEach(() => vi.restoreAllMocks());

describe('settings', () => {
  it('are the defaults at first', async () => expect(await readSettings()).toEqual(DEFAULT_SETTINGS));

  it('are what was stored', async () => {
    const stored = await changeSettings((settings) => ({ ...settings, theme: 'dark', creator: 'R. Eader' }));
    expect(stored).toEqual({ ok: true, value: { ...DEFAULT_SETTINGS, theme: 'dark', creator: 'R. Eader' } });
    expect(await readSettings()).toEqual({ ...DEFAULT_SETTINGS, theme: 'dark', creator: 'R. Eader' });
  });

  it.each([null, 'x', 5, [], { theme: 'neon', paused: true, pausedSites: [1], colours: { yellow: 'x' } }])(
    'stored as %j: each field that does not fit is its default',
    async (stored) => {
      await fakeBrowser.storage.local.set({ settings: stored });
      const read = await readSettings();
      expect(read.theme).toBe('system');
      expect(read.pausedSites).toEqual([]);
      expect(read.paused).toBe(typeof stored === 'object' && stored !== null && 'paused' in stored);
    },
  );

  it('changed from two sides at once keep both changes', async () => {
    await Promise.all(
      ['one.example', 'two.example', 'three.example'].map((host) => changeSettings((settings) => withPaused(settings, host, true))),
    );
    expect((await readSettings()).pausedSites.sort()).toEqual(['one.example', 'three.example', 'two.example']);
  });

  it('on a full disk are a value, and stay as they were', async () => {
    vi.spyOn(fakeBrowser.storage.local, 'set').mockRejectedValue(new Error('QUOTA_BYTES quota exceeded'));
    expect(await changeSettings((settings) => ({ ...settings, paused: true }))).toEqual({ ok: false, code: 'disk-full' });
    expect((await readSettings()).paused).toBe(false);
  });

  it('a failure that nobody foresaw is thrown, and the next change is not stuck', async () => {
    vi.spyOn(fakeBrowser.storage.local, 'set').mockRejectedValueOnce(new TypeError('a bug'));
    await expect(changeSettings((settings) => settings)).rejects.toThrow('a bug');
    expect((await changeSettings((settings) => settings)).ok).toBe(true);
  });

  it('are told to those who watch, until they stop', async () => {
    const seen: Settings[] = [];
    const life = new AbortController();
    watchSettings((settings) => seen.push(settings), life.signal);
    await changeSettings((settings) => ({ ...settings, paused: true }));
    await fakeBrowser.storage.local.set({ other: 1 });
    await fakeBrowser.storage.local.remove('settings');
    life.abort();
    await changeSettings((settings) => ({ ...settings, theme: 'dark' }));
    expect(seen.map(({ paused }) => paused)).toEqual([true, false]);
    watchSettings((settings) => seen.push(settings), life.signal);
    await changeSettings((settings) => ({ ...settings, theme: 'light' }));
    expect(seen).toHaveLength(2);
  });
});

describe('pausing', () => {
  it('a site is paused with and without www, in any case', () => {
    const settings = withPaused(DEFAULT_SETTINGS, 'www.Gazette.example', true);
    expect(settings.pausedSites).toEqual(['gazette.example']);
    expect([isPausedOn(settings, 'gazette.example'), isPausedOn(settings, 'www.gazette.example')]).toEqual([true, true]);
    expect([isPausedOn(settings, 'news.gazette.example'), isPausedOn(settings, 'azette.example')]).toEqual([false, false]);
  });

  it('twice is once, and resuming takes it away', () => {
    const twice = withPaused(withPaused(DEFAULT_SETTINGS, 'a.example', true), 'a.example', true);
    expect(twice.pausedSites).toEqual(['a.example']);
    expect(withPaused(twice, 'www.a.example', false).pausedSites).toEqual([]);
  });

  it('all is paused everywhere', () => expect(isPausedOn({ ...DEFAULT_SETTINGS, paused: true }, 'any.example')).toBe(true));
});
