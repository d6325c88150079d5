import { useEffect } from 'react';
import { useSettings } from './use-settings.ts';

/** Keeps `data-theme` of the document at what the reader chose; without it the style sheet follows the system. */
export function useTheme(): void {
  const { theme } = useSettings();
  useEffect(() => {
    if (theme === 'system') delete document.documentElement.dataset.theme;
    else document.documentElement.dataset.theme = theme;
  }, [theme]);
}
