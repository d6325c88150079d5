import { useEffect, useState } from 'react';
import type { Colour } from '../utils/domain/annotation.ts';
import { DEFAULT_SETTINGS, type Settings } from '../utils/domain/settings.ts';
import { changeSettings, readSettings, watchSettings } from '../utils/settings.ts';
import { errorTitle } from './error-text.ts';
import { repaint } from './store.ts';
import { t } from './t.ts';
import { showToast } from './toasts.ts';

/** The reader's settings, live; the default ones until they are read. */
export function useSettings(): Settings {
  const [settings, setSettings] = useState(DEFAULT_SETTINGS);
  useEffect(() => {
    const lifetime = new AbortController();
    watchSettings(setSettings, lifetime.signal);
    void readSettings().then((read) => lifetime.signal.aborted || setSettings(read));
    return () => lifetime.abort();
  }, []);
  return settings;
}

/** Stores a change of the settings and lets open pages follow; a failure is told in a toast. */
export async function saveSettings(edit: (settings: Settings) => Settings): Promise<void> {
  const result = await changeSettings(edit);
  if (result.ok) repaint();
  else showToast(errorTitle(result.code));
}

/** What the reader calls a colour. */
export const colourName = (settings: Settings, colour: Colour): string => settings.colours[colour].trim() || t(`colour_${colour}`);
