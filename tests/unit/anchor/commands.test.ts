import { spawnSync } from 'node:child_process';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { afterAll, describe, expect, it } from 'vitest';

const cli = fileURLToPath(new URL('../../../cli/saidso.ts', import.meta.url));
const folder = mkdtempSync(join(tmpdir(), 'saidso-commands-'));
afterAll(() => rmSync(folder, { recursive: true }));

const page = '<!doctype html><title>Court</title><p>The jury found that Morten Quist is <b>not</b>\n guilty.</p><p>They said so.</p>';
writeFileSync(join(folder, 'before.html'), page);
writeFileSync(join(folder, 'after.html'), page.replace('<b>not</b>', ''));

function run(command: string, file: string, lines: unknown[]) {
  const input = lines.map((line) => (typeof line === 'string' ? line : JSON.stringify(line))).join('\n');
  const { status, stdout } = spawnSync(process.execPath, [cli, command, join(folder, file)], { input, encoding: 'utf8' });
  return {
    status,
    rows: stdout
      .trim()
      .split('\n')
      .map((line) => JSON.parse(line)),
  };
}

describe('saidso describe and resolve', () => {
  it('name a passage across blocks, and say which word changed', () => {
    const described = run('describe', 'before.html', [
      { id: 'a', exact: 'is  not guilty', prefix: 'Quist ' },
      { id: 'b', exact: 'guilty. They said', class: 'ignored' },
    ]);
    expect(described.status).toBe(0);
    expect(described.rows[1].selector[0].exact).toBe('guilty.\nThey said');
    const { status, rows } = run('resolve', 'after.html', described.rows);
    expect(status).toBe(0);
    expect(rows[0]).toMatchObject({
      id: 'a',
      status: 'changed',
      exact: 'is guilty',
      changes: [{ kind: 'negation', quote: 'not', source: '' }],
    });
    expect(rows[1]).toMatchObject({ id: 'b', status: 'changed', reason: 'negated', exact: 'guilty.\nThey said' });
  });

  it('answer a line that is not valid in its place, and go on', () => {
    const { status, rows } = run('resolve', 'before.html', [
      'not json',
      { id: 1, selector: [{ type: 'TextPositionSelector', start: 0, end: 3 }] },
      { id: 2, selector: { type: 'TextQuoteSelector', exact: 'They said so.' } },
      { id: 3, selector: [{ type: 'TextQuoteSelector', exact: 'nothing of the kind', prefix: '', suffix: '' }] },
    ]);
    expect(status).toBe(1);
    expect(rows[0].error).toMatch(/^line 1: not JSON/);
    expect(rows[1]).toMatchObject({ id: 1, error: expect.stringContaining('TextQuoteSelector') });
    expect(rows[2]).toMatchObject({ id: 2, status: 'moved', exact: 'They said so.' });
    expect(rows[3]).toMatchObject({ id: 3, status: 'orphaned', exact: null, prefix: null, suffix: null, reason: 'absent' });
  });

  it('refuse a passage that the page does not hold, and a page that is not there', () => {
    expect(run('describe', 'before.html', [{ id: 1, exact: 'words from elsewhere' }, { id: 2 }])).toMatchObject({
      status: 1,
      rows: [
        { id: 1, error: expect.stringContaining('does not hold') },
        { id: 2, error: expect.stringContaining('“exact”') },
      ],
    });
    expect(run('resolve', 'missing.html', [])).toMatchObject({ status: 1, rows: [{ error: expect.stringContaining('missing.html') }] });
  });
});
