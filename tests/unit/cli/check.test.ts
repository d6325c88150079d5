import { spawnSync } from 'node:child_process';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { afterAll, describe, expect, it } from 'vitest';

const cli = fileURLToPath(new URL('../../../cli/saidso.ts', import.meta.url));
const folder = mkdtempSync(join(tmpdir(), 'saidso-check-'));
afterAll(() => rmSync(folder, { recursive: true }));

const page = join(folder, 'page.html');
writeFileSync(
  page,
  `<!doctype html><html lang="en"><title>The pier</title><script>var words = "never to be found";</script>
  <p>The council met on Monday. “We will sell the <b>old</b> customs house, but only if the town agrees,” said Mara Lind.</p>
  <p>The house is not for sale yet.</p>`,
);
const plain = join(folder, 'speech.txt');
writeFileSync(plain, 'LIND: We will sell the old customs house.\n');

function run(lines: unknown[]) {
  const input = lines.map((line) => (typeof line === 'string' ? line : JSON.stringify(line))).join('\n');
  const { status, stdout } = spawnSync(process.execPath, [cli, 'check'], { input, encoding: 'utf8' });
  return {
    status,
    rows: stdout
      .trim()
      .split('\n')
      .map((line) => JSON.parse(line)),
  };
}

describe('saidso check', { timeout: 60_000 }, () => {
  it('answers quotes against files and texts, in order', () => {
    const { status, rows } = run([
      { id: 1, quote: 'We will sell the old customs house', source: page },
      { id: 2, quote: 'The house is for sale yet.', source: page },
      { id: 3, quote: 'never to be found', source: page },
      { id: 4, quote: 'we will sell it', text: '' },
      { id: 'five', quote: 'We will sell the old customs house', source: plain, speaker: 'Jonas Hale', more: 1 },
    ]);
    expect(status).toBe(0);
    expect(rows[0]).toEqual({
      id: 1,
      verdict: 'verbatim',
      similarity: 1,
      passage: 'We will sell the old customs house',
      changes: [],
      notes: [
        { kind: 'truncated-sentence', text: ', but only if the town agrees,” said Mara Lind.', grave: true },
        { kind: 'only-in-a-quotation', text: 'We will sell the old customs house', grave: true },
      ],
    });
    expect(rows[1]).toMatchObject({ verdict: 'altered', changes: [{ kind: 'negation', quote: '', source: 'not', grave: true }] });
    expect(rows[2]).toMatchObject({ verdict: 'not-found', passage: null, changes: [] });
    expect(rows[3]).toMatchObject({ verdict: 'unreadable' });
    expect(rows[4]).toMatchObject({ id: 'five', verdict: 'verbatim', notes: [{ kind: 'other-speaker', speaker: 'LIND' }] });
  });

  it('finds by itself who speaks on a page when a speaker is given', () => {
    const { rows } = run([
      { id: 1, quote: 'We will sell the old customs house', source: page, speaker: 'Mara Lind' },
      { id: 2, quote: 'We will sell the old customs house', source: page, speaker: 'Jonas Hale' },
    ]);
    expect(rows[0].notes.map(({ kind }: { kind: string }) => kind)).toEqual(['truncated-sentence']);
    expect(rows[1].notes).toContainEqual(expect.objectContaining({ kind: 'other-speaker', speaker: 'Mara Lind' }));
  });

  it('answers a line that is not valid in its place, and goes on', () => {
    const { status, rows } = run([
      'not json',
      { id: 2, text: 'a' },
      { id: 3, quote: 'a' },
      { id: 4, quote: 'a', source: join(folder, 'missing.html') },
      { id: 5, quote: 'a', text: 'a', speaker: 7 },
      { id: 6, quote: 'a', text: 'a b' },
    ]);
    expect(status).toBe(1);
    expect(rows.slice(0, 5).map(({ error }) => error)).toEqual([
      expect.stringMatching(/^line 1: not JSON/),
      expect.stringContaining('“quote”'),
      expect.stringContaining('“source”'),
      expect.stringContaining('missing.html'),
      expect.stringContaining('“speaker”'),
    ]);
    expect(rows[5]).toMatchObject({ id: 6, verdict: 'verbatim' });
  });
});
