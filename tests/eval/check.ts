// Is a quote in its source, word for word? Scores `saidso check` on real quotes against transcripts, and on quotes with one known change each.
// node tests/eval/check.ts [--json] [--misses N] [--seeds 1,2,3]
import { spawnSync } from 'node:child_process';
import { existsSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { parseArgs } from 'node:util';

const SHARED = process.env.SAIDSO_SHARED ?? join(import.meta.dirname, '../../../shared');
const NATURAL = join(SHARED, 'data/check/natural-dev.jsonl');
const BASES = join(SHARED, 'data/check/bases-dev.jsonl');
const MAKE = join(SHARED, 'tools/make-check-cases.mjs');
const SCORE = join(SHARED, 'tools/score-check.mjs');

const { values } = parseArgs({
  options: {
    json: { type: 'boolean', default: false },
    misses: { type: 'string', default: '0' },
    /** The synthetic cases are made anew from each. */
    seeds: { type: 'string', default: '1,2,3' },
  },
});

const missing = [NATURAL, BASES, MAKE, SCORE].filter((path) => !existsSync(path));
if (missing.length > 0) console.log(`check: not measured, missing: ${missing.join(', ')}`);
else {
  const work = mkdtempSync(join(tmpdir(), 'saidso-check-'));
  try {
    const made = values.seeds.split(',').map((seed) => makeCases(work, seed));
    const options = ['--cmd', `"${process.execPath}" cli/saidso.ts`, '--misses', values.misses, ...(values.json ? ['--json'] : [])];
    const scored = spawnSync(process.execPath, [SCORE, NATURAL, ...made, ...options], {
      stdio: ['ignore', 'inherit', 'inherit'],
      cwd: join(import.meta.dirname, '../..'),
    });
    process.exitCode = scored.status ?? 1;
  } finally {
    rmSync(work, { recursive: true, force: true });
  }
}

/** A file of cases made with this seed. */
function makeCases(work: string, seed: string): string {
  const { stdout, status, stderr } = spawnSync(process.execPath, [MAKE, BASES, '--seed', seed], { encoding: 'utf8', maxBuffer: 1 << 28 });
  if (status !== 0) throw new Error(stderr);
  const path = join(work, `synthetic-${seed}.jsonl`);
  writeFileSync(path, stdout);
  return path;
}
