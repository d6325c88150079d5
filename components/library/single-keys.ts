import { useSyncExternalStore } from 'react';

// A choice of this page alone, so it is kept beside it and not among the settings.
const KEY = 'library/single-keys';
const listeners = new Set<() => void>();

/**
 * Whether single letters and signs are keys. They can be switched off: dictation and keyguards press them unasked
 * (WCAG 2.1.4). On where the browser keeps no such choice.
 */
export function singleKeysOn(): boolean {
  try {
    return localStorage.getItem(KEY) !== 'off';
  } catch {
    return true; // storage is blocked
  }
}

export function setSingleKeys(on: boolean): void {
  try {
    if (on) localStorage.removeItem(KEY);
    else localStorage.setItem(KEY, 'off');
  } catch {
    // Storage is blocked: the switch stays where it was, and shows it.
  }
  for (const listener of listeners) listener();
}

const subscribe = (listener: () => void): (() => void) => {
  listeners.add(listener);
  return () => listeners.delete(listener);
};

export const useSingleKeys = (): boolean => useSyncExternalStore(subscribe, singleKeysOn);
