import { useEffect } from 'react';
import type { Settings } from '../utils/domain/settings.ts';
import { readSettings, watchSettings } from '../utils/settings.ts';

/** Keeps `data-theme` of the document at what the reader chose; without it the style sheet follows the system. */
export function useTheme(): void {
  useEffect(() => {
    const lifetime = new AbortController();
    const show = ({ theme }: Settings): void => {
      if (theme === 'system') delete document.documentElement.dataset.theme;
      else document.documentElement.dataset.theme = theme;
    };
    watchSettings(show, lifetime.signal);
    void readSettings().then(show);
    return () => lifetime.abort();
  }, []);
}
