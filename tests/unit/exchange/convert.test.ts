import { spawnSync } from 'node:child_process';
import { readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { describe, expect, it } from 'vitest';
import { formats } from '../../../utils/exchange/formats.ts';

const cli = fileURLToPath(new URL('../../../cli/saidso.ts', import.meta.url));
const golden = (extension: string) => readFileSync(new URL(`golden/annotations.${extension}`, import.meta.url), 'utf8');
function convert(input: string, ...args: string[]) {
  const { status, stdout, stderr } = spawnSync(process.execPath, [cli, 'convert', ...args], { input, encoding: 'utf8' });
  return { status, stdout, stderr };
}

describe('saidso convert', () => {
  it('writes the same as the extension', () => {
    const { status, stdout } = convert(golden('json'), '--from', 'json', '--to', 'csv');
    expect([status, stdout]).toEqual([0, golden('csv')]);
  });

  it('goes there and back', () => {
    const there = convert(golden('json'), '--from', 'json', '--to', 'web-annotation', '--creator', 'R. Reader').stdout;
    const rows = (text: string) => JSON.parse(text).annotations.filter((annotation: { deleted: unknown }) => annotation.deleted === null);
    expect(rows(convert(there, '--from', 'web-annotation', '--to', 'json').stdout)).toEqual(rows(golden('json')));
  });

  it('says what is wrong with the input, and writes nothing', () => {
    expect(convert('junk', '--from', 'json', '--to', 'csv')).toEqual({
      status: 1,
      stdout: '',
      stderr: 'saidso convert: the input is not JSON, or it is cut off\n',
    });
    expect(convert('{}', '--from', 'json', '--to', 'csv')).toMatchObject({
      status: 1,
      stdout: '',
      stderr: expect.stringContaining('not of this format'),
    });
  });

  it('names a row that is not valid, and takes the others', () => {
    const file = JSON.parse(golden('json'));
    file.annotations[1].id = 'x';
    const { status, stdout, stderr } = convert(JSON.stringify(file), '--from', 'json', '--to', 'json');
    expect([status, JSON.parse(stdout).annotations.length]).toEqual([1, 3]);
    expect(stderr).toMatch(/^saidso convert: annotation 2: id: /);
  });

  it.each([
    [['--from', 'csv', '--to', 'json'], /--from must be one of json, web-annotation/],
    [['--from', 'json'], /--to must be one of markdown, html, csv, json, web-annotation/],
    [['--form', 'json'], /--form/],
  ])('refuses %s', (args, message) =>
    expect(convert('', ...args)).toMatchObject({ status: 1, stdout: '', stderr: expect.stringMatching(message) }),
  );

  it('lists every format in its help', () => {
    const { status, stdout } = convert('', '--help');
    expect(status).toBe(0);
    for (const { id } of formats) expect(stdout).toContain(id);
  });
});
