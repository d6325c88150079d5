/**
 * Who says it, against articles whose speakers were annotated by hand:
 * `node tests/eval/attribution.ts [--misses N] [--json] [--train]`.
 * Without --train the development part only; with it also a sample of the part that the model was trained on.
 * The articles are an optional checkout beside this one; where they are absent it says so and measures nothing.
 */
import { spawnSync } from 'node:child_process';
import { existsSync } from 'node:fs';
import { join } from 'node:path';

const shared = process.env.SAIDSO_SHARED ?? '../shared';
const scorer = join(shared, 'tools/score-attribution.mjs');
const dev = join(shared, 'data/attribution/polnear-dev.jsonl');
const train = join(shared, 'data/attribution/polnear-train.jsonl');
/** Articles of the training part that are scored: enough to see that both parts agree. */
const SAMPLE = 100;

const args = process.argv.slice(2);
const at = args.indexOf('--misses');
const passed = [
  ...(at >= 0 ? ['--misses', /^\d+$/.test(args[at + 1] ?? '') ? (args[at + 1] ?? '50') : '50'] : []),
  ...(args.includes('--json') ? ['--json'] : []),
];
// The very command of package.json, without npm between: its start would count as reading time.
const command = `"${process.execPath}" cli/saidso.ts`;

const score = (file: string, more: string[]): number =>
  spawnSync('node', [scorer, file, '--cmd', command, ...passed, ...more], { stdio: 'inherit' }).status ?? 1;

const missing = [scorer, dev].filter((path) => !existsSync(path));
if (missing.length > 0) console.log(`attribution: not measured, missing: ${missing.join(', ')}`);
else {
  process.exitCode = score(dev, []);
  if (args.includes('--train')) {
    if (existsSync(train)) process.exitCode ||= score(train, ['--limit', String(SAMPLE)]);
    else console.log(`attribution: no training part: ${train}`);
  }
}
