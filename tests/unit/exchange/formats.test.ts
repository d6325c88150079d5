import { readdirSync, readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import english from '../../../public/_locales/en/messages.json' with { type: 'json' };
import { json } from '../../../utils/exchange/formats/json.ts';
import { formats } from '../../../utils/exchange/formats.ts';
import { englishWord, WORD_KEYS } from '../../../utils/exchange/words.ts';
import { context } from './golden-context.ts';

const folder = new URL('../../../utils/exchange/formats/', import.meta.url);
const golden = (extension: string) => readFileSync(new URL(`golden/annotations.${extension}`, import.meta.url), 'utf8');
const messages: Record<string, { message: string }> = english;

describe('the formats', () => {
  it.each(readdirSync(folder))('%s is registered', async (file) => {
    const exported = Object.values(await import(new URL(file, folder).href));
    expect(exported).toHaveLength(1);
    expect(formats).toContain(exported[0]);
    expect(exported[0]).toMatchObject({ id: file.replace(/\.ts$/, '') });
  });

  it('are told apart by id and by extension', () => {
    expect(new Set(formats.map((format) => format.id)).size).toBe(readdirSync(folder).length);
    expect(new Set(formats.map((format) => format.extension)).size).toBe(formats.length);
  });

  it.each(formats)('$id has a name in the interface and does something', (format) => {
    expect(messages).toHaveProperty(format.labelKey);
    expect(format.write ?? format.read).toBeDefined();
  });

  // Goldens are read line by line before they are committed, and no test writes them.
  it.each(formats.filter((format) => format.write))('$id writes what its golden file says', ({ write, extension }) => {
    const source = json.read?.(golden('json'), '');
    if (!source?.ok) throw new Error('the golden source must be readable');
    const annotations = source.value.annotations.map((row) => row.annotation);
    expect([...(write?.(annotations, context) ?? [])].join('')).toBe(golden(extension));
  });

  it('write something valid for nothing', () => {
    for (const { write, read } of formats) {
      const text = [...(write?.([], context) ?? [])].join('');
      expect(text).not.toBe('');
      if (read) expect(read(text, context.exported)).toEqual({ ok: true, value: { annotations: [], invalid: [] } });
    }
  });
});

it('the English words of reports are those of the interface', () => {
  for (const key of WORD_KEYS) expect([key, englishWord(key)]).toEqual([key, messages[key]?.message]);
});
