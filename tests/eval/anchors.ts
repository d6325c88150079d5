// Are passages found again after a page has changed? Makes cases from saved pages and scores the commands `describe` and `resolve`.
// node tests/eval/anchors.ts [--seed N] [--pages N] [--split tune|valid|all] [--full] [--misses N] [--json]
import { spawnSync } from 'node:child_process';
import { existsSync, mkdtempSync, readdirSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { parseArgs } from 'node:util';

const SHARED = process.env.SAIDSO_SHARED ?? join(import.meta.dirname, '../../../shared');
const PAGES = join(SHARED, 'pages/dev');
const MAKE = join(SHARED, 'tools/anchor-cases.mjs');
const SCORE = join(SHARED, 'tools/score-anchors.mjs');

const { values } = parseArgs({
  options: {
    seed: { type: 'string', default: '11' },
    /** At most so many pages, spread over all. */
    pages: { type: 'string', default: '12' },
    /** `tune`: the pages that coefficients were fitted on; `valid`: the others. */
    split: { type: 'string', default: 'valid' },
    /** A row for each class of passages too. */
    full: { type: 'boolean', default: false },
    misses: { type: 'string', default: '0' },
    /** One line with the shares, 0–1. */
    json: { type: 'boolean', default: false },
  },
});

function run(args: string[], stdout: 'inherit' | 'ignore' = 'inherit'): number {
  return spawnSync(process.execPath, args, { stdio: ['ignore', stdout, 'inherit'], cwd: join(import.meta.dirname, '../..') }).status ?? 1;
}

function choosePages(): string[] {
  const all = readdirSync(PAGES)
    .filter((name) => name.endsWith('.html'))
    .sort()
    .filter((_, i) => values.split === 'all' || (i % 2 === 0) === (values.split === 'tune'));
  const wanted = Math.max(1, Number(values.pages));
  return all
    .filter((_, i) => Math.floor((i * wanted) / all.length) !== Math.floor(((i - 1) * wanted) / all.length))
    .map((name) => join(PAGES, name));
}

const missing = [MAKE, SCORE, PAGES].filter((path) => !existsSync(path));
if (missing.length > 0) {
  console.log(`anchors: skipped, these are missing: ${missing.join(', ')}`);
} else {
  const cases = mkdtempSync(join(tmpdir(), 'saidso-anchors-'));
  try {
    const made = run([MAKE, ...choosePages(), '--seed', values.seed, '--quiet', '--out', cases], values.json ? 'ignore' : 'inherit');
    const form = values.json ? ['--json'] : values.full ? [] : ['--brief'];
    process.exitCode = made || run([SCORE, cases, '--cmd', `"${process.execPath}" cli/saidso.ts`, '--misses', values.misses, ...form]);
  } finally {
    rmSync(cases, { recursive: true, force: true });
  }
}
