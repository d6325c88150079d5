import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { root, sourceFiles } from './source-files.ts';

type Messages = Record<string, { message: string; placeholders?: Record<string, { content: string }> }>;
const folder = join(root, 'public', '_locales');
const read = (locale: string): Messages => JSON.parse(readFileSync(join(folder, locale, 'messages.json'), 'utf8'));
const english = read('en');
const others = readdirSync(folder).filter((locale) => locale !== 'en');

describe('the words of the interface', () => {
  it('there is one more language than English', () => expect(others.length).toBeGreaterThan(0));

  it.each(others)('%s has every message of English and no other', (locale) => {
    expect(Object.keys(read(locale)).sort()).toEqual(Object.keys(english).sort());
  });

  it.each(['en', ...others])('%s has no empty message', (locale) => {
    expect(Object.entries(read(locale)).filter(([, m]) => m.message.trim() === '')).toEqual([]);
  });

  it.each(others)('%s takes the same substitutions', (locale) => {
    const slots = (text: string) => [...new Set(text.match(/\$(?:\d|[A-Za-z_@]+\$)/g) ?? [])].map((s) => s.toLowerCase()).sort();
    const messages = read(locale);
    for (const [key, { message, placeholders }] of Object.entries(english)) {
      expect([key, slots(messages[key]?.message ?? '')]).toEqual([key, slots(message)]);
      expect([key, Object.keys(messages[key]?.placeholders ?? {})]).toEqual([key, Object.keys(placeholders ?? {})]);
    }
  });

  it('every message is used somewhere', () => {
    const code = sourceFiles('components', 'entrypoints', 'utils')
      .map((f) => f.text)
      .concat(readFileSync(join(root, 'wxt.config.ts'), 'utf8'))
      .join('\n');
    // A key may be put together from a prefix and a value (`error_${code}`): then its prefix stands in the code.
    const used = (key: string) =>
      code.includes(key) || [...key.matchAll(/_/g)].some((m) => code.includes(`${key.slice(0, (m.index ?? 0) + 1)}\${`));
    expect(Object.keys(english).filter((key) => !used(key.replace(/_(?:one|other)$/, '')))).toEqual([]);
  });
});
