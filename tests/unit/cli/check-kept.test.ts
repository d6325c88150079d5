import { spawnSync } from 'node:child_process';
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { afterAll, describe, expect, it } from 'vitest';
import { checkQuotation } from '../../../utils/check/check-quotation.ts';
import type { Evidence } from '../../../utils/domain/annotation.ts';
import { json } from '../../../utils/exchange/formats/json.ts';
import { context } from '../exchange/golden-context.ts';

const cli = fileURLToPath(new URL('../../../cli/saidso.ts', import.meta.url));
const folder = mkdtempSync(join(tmpdir(), 'saidso-kept-'));
afterAll(() => rmSync(folder, { recursive: true }));

const SOURCE =
  'The board met on Monday in the old customs house. We have counted the boats again this spring and found 41 of them, more than in any year before. The new pier will not be full before the summer. Nobody spoke of the ferries.';
const golden = json.read?.(readFileSync(new URL('../exchange/golden/annotations.json', import.meta.url), 'utf8'), context.exported);
const annotation = golden?.ok ? golden.value.annotations[0]?.annotation : undefined;

/** The evidence that the check page would keep. */
function evidence(quote: string, id: string): Evidence {
  const check = checkQuotation(quote, { text: SOURCE, language: 'en' });
  const { passage, before, after } = check;
  const start = before?.start ?? passage?.start ?? 0;
  return {
    type: 'Evidence',
    purpose: 'linking',
    id,
    quote,
    check,
    selector: [],
    context: passage === null ? null : { text: SOURCE.slice(start, after?.end ?? passage.end), start },
    reading: {
      url: 'https://gazette.example/boats',
      title: 'Boats',
      how: 'fetch',
      accessed: '2026-03-04T09:30:00.000Z',
      sha256: 'a'.repeat(64),
      characters: SOURCE.length,
      language: 'en',
    },
  };
}

function bundle(name: string, ...kept: Evidence[]): string {
  if (annotation === undefined || json.write === undefined) throw new Error('nothing to write');
  const file = join(folder, name);
  writeFileSync(file, [...json.write([{ ...annotation, body: kept }], context)].join(''));
  return file;
}

function run(file: string) {
  const { status, stdout, stderr } = spawnSync(process.execPath, [cli, 'check', '--kept', file], { encoding: 'utf8' });
  const rows = stdout.split('\n').filter((line) => line !== '');
  return { status, stderr, rows: rows.map((line) => JSON.parse(line)) };
}

const VERBATIM = 'We have counted the boats again this spring and found 41 of them';

describe('saidso check --kept', { timeout: 60_000 }, () => {
  it('finds every verdict of an exported bundle again by the words that were kept', () => {
    const kept = [
      evidence(VERBATIM, 'one'),
      evidence(VERBATIM.replace('41', '47'), 'two'),
      evidence('We have counted the boats … and found 41 of them', 'three'),
    ];
    const { status, rows } = run(bundle('same.json', ...kept));
    expect(rows.map(({ evidence: id, kept, verdict, same }) => [id, kept, verdict, same])).toEqual([
      ['one', 'verbatim', 'verbatim', true],
      ['two', 'altered', 'altered', true],
      ['three', 'edited', 'edited', true],
    ]);
    expect(rows[0]).toMatchObject({
      id: annotation?.id,
      source: 'https://gazette.example/boats',
      accessed: '2026-03-04T09:30:00.000Z',
      sha256: 'a'.repeat(64),
    });
    expect(status).toBe(0);
  });

  it('tells a verdict, a quote or kept words that somebody changed', () => {
    const real = evidence(VERBATIM, 'real');
    const altered = evidence(VERBATIM.replace('41', '47'), 'verdict');
    const { status, rows } = run(
      bundle(
        'changed.json',
        real,
        { ...altered, check: { ...altered.check, verdict: 'verbatim' } },
        { ...real, id: 'quote', quote: VERBATIM.replace('boats', 'ships') },
        { ...real, id: 'words', context: { text: 'Nobody counted anything in this town.', start: 0 } },
        { ...real, id: 'passage', check: { ...real.check, passage: { start: 0, end: 9, text: 'The board' } } },
      ),
    );
    expect(rows.map(({ evidence: id, same }) => [id, same])).toEqual([
      ['real', true],
      ['verdict', false],
      ['quote', false],
      ['words', false],
      ['passage', false],
    ]);
    expect(status).toBe(1);
  });

  it('says of a check that kept no words that it cannot be repeated, and goes on', () => {
    const { status, rows } = run(
      bundle('none.json', evidence('The lighthouse is painted blue on Sundays.', 'none'), evidence(VERBATIM, 'one')),
    );
    expect(rows[0]).toMatchObject({ evidence: 'none', kept: 'not-found', error: expect.stringContaining('no words of the source') });
    expect(rows[1]).toMatchObject({ evidence: 'one', same: true });
    expect(status).toBe(1);
  });

  it.each([
    ['a file that is not there', join(folder, 'nowhere.json'), 'nowhere.json'],
    ['a file that is no bundle', cli, 'no bundle'],
  ])('says so of %s', (_, file, words) => {
    const { status, rows, stderr } = run(file);
    expect([status, rows]).toEqual([1, []]);
    expect(stderr).toContain(words);
  });

  it('does not take an option that it does not know for none', () => {
    const { status, stderr } = spawnSync(process.execPath, [cli, 'check', '--keep', 'x'], { encoding: 'utf8', input: '' });
    expect(status).toBe(2);
    expect(stderr).toContain('--keep');
  });
});
