/**
 * Detected quotes of real pages against labels: `node tests/eval/quotes.ts [--misses] [--json] [--only PAGE]`.
 * The pages and labels are an optional checkout beside this one; where they are absent it says so and measures nothing.
 */
import { spawnSync } from 'node:child_process';
import { existsSync, mkdtempSync, readdirSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';

const shared = process.env.SAIDSO_SHARED ?? '../shared';
const gold = join(shared, 'pages/gold');
const scorer = join(shared, 'tools/score-quotes.mjs');
const args = process.argv.slice(2);
const only = args.includes('--only') ? args[args.indexOf('--only') + 1] : undefined;

const missing = [gold, scorer].filter((path) => !existsSync(path));
if (missing.length > 0) console.log(`quotes: not measured, missing: ${missing.join(', ')}`);
else process.exitCode = measure();

function measure(): number {
  const work = mkdtempSync(join(tmpdir(), 'saidso-quotes-'));
  try {
    const names = readdirSync(gold)
      .filter((name) => name.endsWith('.gold.json'))
      .map((name) => name.slice(0, -'.gold.json'.length))
      .filter((name) => only === undefined || name.includes(only));
    const pages = names.flatMap((name) =>
      ['dev', 'seed'].map((folder) => join(shared, 'pages', folder, `${name}.html`)).filter(existsSync),
    );
    for (const name of names)
      if (!pages.some((page) => page.endsWith(`/${name}.html`))) console.log(`quotes: no page for the labels ${name}`);
    const detected = spawnSync(process.execPath, ['cli/saidso.ts', 'detect', ...pages], { encoding: 'utf8', maxBuffer: 1 << 28 });
    if (detected.status !== 0) {
      console.error(detected.stderr);
      return detected.status ?? 1;
    }
    const predictions = join(work, 'predictions.ndjson');
    writeFileSync(predictions, detected.stdout);
    const labels = only === undefined ? gold : subset(work, names);
    const flags = args.filter((arg) => arg === '--misses' || arg === '--json');
    return spawnSync('node', [scorer, labels, predictions, ...flags], { stdio: 'inherit' }).status ?? 1;
  } finally {
    rmSync(work, { recursive: true, force: true });
  }
}

/** A folder with the labels of some pages alone. */
function subset(work: string, names: string[]): string {
  const folder = mkdtempSync(join(work, 'gold-'));
  for (const name of names) spawnSync('cp', [join(gold, `${name}.gold.json`), folder]);
  return folder;
}
