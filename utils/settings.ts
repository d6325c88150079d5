import { browser } from 'wxt/browser';
import type { Result } from './domain/error-code.ts';
import { parseSettings, type Settings } from './domain/settings.ts';

const KEY = 'settings';

/** The reader's settings; broken or missing fields come as their defaults. */
export async function readSettings(): Promise<Settings> {
  return parseSettings((await browser.storage.local.get(KEY))[KEY]);
}

/**
 * Reads, changes and stores the settings, one change after the other across all pages (a lock of the origin), so that two
 * surfaces do not undo each other. `disk-full` when they could not be stored.
 */
export function changeSettings(edit: (settings: Settings) => Settings): Promise<Result<Settings>> {
  return navigator.locks.request('saidso-settings', async (): Promise<Result<Settings>> => {
    const next = parseSettings(edit(await readSettings()));
    try {
      await browser.storage.local.set({ [KEY]: next });
    } catch (error) {
      if (error instanceof Error && /quota|disk|space/i.test(error.message)) return { ok: false, code: 'disk-full' };
      throw error;
    }
    return { ok: true, value: next };
  });
}

/** Calls back with the settings on each change, in whatever page it was made, until `signal` aborts. */
export function watchSettings(onChange: (settings: Settings) => void, signal: AbortSignal): void {
  const listener = (changes: Record<string, { newValue?: unknown }>, area: string): void => {
    if (area === 'local' && Object.hasOwn(changes, KEY)) onChange(parseSettings(changes[KEY]?.newValue));
  };
  if (signal.aborted) return;
  browser.storage.onChanged.addListener(listener);
  signal.addEventListener('abort', () => browser.storage.onChanged.removeListener(listener), { once: true });
}

/** Whether Saidso does nothing on this host: paused for all, or for it. `host` as in `URL.host`, with or without `www.`. */
export function isPausedOn(settings: Settings, host: string): boolean {
  return settings.paused || settings.pausedSites.includes(siteName(host));
}

/** Pauses or resumes a host. */
export function withPaused(settings: Settings, host: string, paused: boolean): Settings {
  const others = settings.pausedSites.filter((site) => site !== siteName(host));
  return { ...settings, pausedSites: paused ? [...others, siteName(host)] : others };
}

const siteName = (host: string): string => host.toLowerCase().replace(/^www\./, '');
