import { useSyncExternalStore } from 'react';
import type { Colour } from '../utils/domain/annotation.ts';
import { DEFAULT_SETTINGS, type Settings } from '../utils/domain/settings.ts';
import { changeSettings, readSettings, watchSettings } from '../utils/settings.ts';
import { errorTitle } from './error-text.ts';
import { repaint } from './store.ts';
import { t } from './t.ts';
import { showToast } from './toasts.ts';

// One watcher a page, however many parts of it ask.
const listeners = new Set<() => void>();
let current = DEFAULT_SETTINGS;
let watching = false;

function show(settings: Settings): void {
  current = settings;
  for (const listener of listeners) listener();
}

function subscribe(listener: () => void): () => void {
  listeners.add(listener);
  if (!watching) {
    watching = true;
    watchSettings(show, new AbortController().signal); // for as long as the page lives
    void readSettings().then(show);
  }
  return () => listeners.delete(listener);
}

/** The reader's settings, live; the default ones until they are read. */
export const useSettings = (): Settings => useSyncExternalStore(subscribe, () => current);

/** Stores a change of the settings and lets open pages follow; a failure is told in a toast. */
export async function saveSettings(edit: (settings: Settings) => Settings): Promise<void> {
  const result = await changeSettings(edit);
  if (result.ok) repaint();
  else showToast(errorTitle(result.code));
}

/** What the reader calls a colour. */
export const colourName = (settings: Settings, colour: Colour): string => settings.colours[colour].trim() || t(`colour_${colour}`);
