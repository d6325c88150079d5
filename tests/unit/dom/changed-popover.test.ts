import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { differsText } from '../../../utils/dom/changed-popover.ts';

const messages = (locale: string): Record<string, { message: string }> =>
  JSON.parse(readFileSync(join(import.meta.dirname, '../../../public/_locales', locale, 'messages.json'), 'utf8'));
/** As `browser.i18n.getMessage` answers. */
const speaking = (locale: string) => {
  const all = messages(locale);
  return (key: string, values: readonly string[] = []) =>
    (all[key]?.message ?? '').replace(/\$(\d)/g, (_, slot: string) => values[Number(slot) - 1] ?? '');
};
const kept = '2026-03-03T12:00:00.000Z';

describe('what a changed highlight says', () => {
  it.each([
    ['en', 1, '1 word differs from what you kept on March 3, 2026.'],
    ['en', 2, '2 words differ from what you kept on March 3, 2026.'],
    ['en', 0, 'Only punctuation differs from what you kept on March 3, 2026.'],
    ['de', 1, '1 Wort weicht von dem ab, was Sie sich am 3. März 2026 gemerkt haben.'],
    ['de', 12, '12 Wörter weichen von dem ab, was Sie sich am 3. März 2026 gemerkt haben.'],
  ])('in %s for %i words', (locale, words, said) => expect(differsText({ words, kept }, speaking(locale))).toBe(said));
});
