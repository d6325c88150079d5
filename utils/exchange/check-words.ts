import type { Evidence } from '../domain/annotation.ts';
import type { CheckChange } from '../domain/check.ts';
import type { ExportContext } from './format.ts';
import { checkKindKey, checkVerdictKey } from './words.ts';

type Word = ExportContext['word'];

/** The address of the source that was compared with, and what it is called. */
export function checkedSource({ reading }: Evidence): { name: string; url: string | null } {
  const url = reading.finalUrl ?? reading.url;
  return { name: reading.title === '' ? (url ?? '') : reading.title, url };
}

/** What a check said, in words. */
export const verdictText = ({ check }: Evidence, word: Word): string => word(checkVerdictKey(check.verdict));

/** A change in a line: its kind, the words of the quote, those of the source; ⚠ where it may change the meaning. */
export function changeText({ kind, quote, source, grave }: CheckChange, word: Word): string {
  const side = (text: string): string => (text === '' ? '—' : `“${text.replace(/\s+/g, ' ')}”`);
  return `${grave ? '⚠ ' : ''}${word(checkKindKey(kind))}: ${side(quote)} → ${side(source)}`;
}
