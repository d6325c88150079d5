import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { afterEach, beforeEach, expect, it, vi } from 'vitest';
import { command } from '../../../cli/detect.ts';

let folder: string;
let lines: string[];
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'saidso-detect-'));
  lines = [];
  vi.spyOn(process.stdout, 'write').mockImplementation((chunk) => {
    lines.push(String(chunk));
    return true;
  });
});
afterEach(() => {
  vi.restoreAllMocks();
  rmSync(folder, { recursive: true, force: true });
});

const file = (name: string, html: string): string => {
  const path = join(folder, name);
  writeFileSync(path, html);
  return path;
};
const rows = (): Record<string, unknown>[] => lines.map((line) => JSON.parse(line));

it('writes a line a file with exactly the fields of the contract', async () => {
  const path = file(
    'a.html',
    '<html lang="en"><head><title>A</title></head><body><p>“We go now, all of us,” said Jane Doe.</p></body></html>',
  );
  expect(await command.run([path])).toBe(0);
  const [row] = rows();
  expect(Object.keys(row ?? {})).toEqual(['file', 'url', 'title', 'language', 'ms', 'quotes']);
  expect(row).toMatchObject({ file: path, url: pathToFileURL(path).href, title: 'A', language: 'en' });
  const quotes = row?.quotes;
  const [quote] = Array.isArray(quotes) ? quotes : [];
  expect(Object.keys(quote)).toEqual([
    'kind',
    'region',
    'text',
    'start',
    'end',
    'speaker',
    'mention',
    'cue',
    'source',
    'within',
    'rule',
    'confidence',
    'why',
  ]);
  expect(quote).toMatchObject({ kind: 'inline', region: 'article', text: 'We go now, all of us,', start: 1, end: 22 });
});

it('takes the address from the page, and from --url before that', async () => {
  const path = file('a.html', '<head><link rel="canonical" href="https://paper.example.org/a"></head><p>Text</p>');
  await command.run([path]);
  await command.run(['--url', 'https://other.example.org/b', path]);
  expect(rows().map((row) => row.url)).toEqual(['https://paper.example.org/a', 'https://other.example.org/b']);
});

it('gives an error line for a file that cannot be read, goes on, and ends with 1', async () => {
  const good = file('b.html', '<p>Text</p>');
  expect(await command.run([join(folder, 'none.html'), good])).toBe(1);
  expect(rows().map((row) => Object.keys(row))).toEqual([
    ['file', 'error'],
    ['file', 'url', 'title', 'language', 'ms', 'quotes'],
  ]);
});

it.each([[[]], [['--url']], [['--url', 'nowhere', 'a.html']], [['--loud', 'a.html']]])('refuses %j', async (args) => {
  vi.spyOn(console, 'error').mockImplementation(() => undefined);
  expect(await command.run(args)).toBe(2);
});
