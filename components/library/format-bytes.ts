import { uiLanguage } from '../t.ts';

const UNITS = ['byte', 'kilobyte', 'megabyte', 'gigabyte', 'terabyte'] as const;

/** A size as people write it, in steps of 1,000 and to at most one decimal place: `3.4 MB`. */
export function formatBytes(bytes: number, language: string = uiLanguage()): string {
  const step = Math.min(Math.floor(Math.log10(Math.max(bytes, 1)) / 3), UNITS.length - 1);
  const format = { style: 'unit', unit: UNITS[step], unitDisplay: 'short', maximumFractionDigits: step < 2 ? 0 : 1 } as const;
  return new Intl.NumberFormat(language, format).format(bytes / 1000 ** step);
}
