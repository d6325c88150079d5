import { execFileSync } from 'node:child_process';
import { copyFileSync, existsSync, mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { expect, test } from './chromium-test.ts';

// The page that Saidso was asked for, in the browser, against its labels. It belongs to its publisher and lies beside the project.

const shared = resolve(process.env.SAIDSO_SHARED ?? '../shared');
const NAME = 'rubio-migration';
const page = join(shared, 'pages', 'seed', `${NAME}.html`);
const gold = join(shared, 'pages', 'gold', `${NAME}.gold.json`);

test('on the seed page every quote, speaker and source is right', async ({ saidso, site }, info) => {
  test.skip(!existsSync(page), `${page} is not here`);
  const folder = info.outputPath('gold');
  mkdirSync(folder, { recursive: true });
  copyFileSync(gold, join(folder, `${NAME}.gold.json`));

  site.serve(`/${NAME}.html`, readFileSync(page, 'utf8'));
  const tab = await saidso.open(`/${NAME}.html`);
  const { quotations } = await saidso.view(tab);
  const predictions = join(folder, 'found.ndjson');
  writeFileSync(predictions, JSON.stringify({ file: `${NAME}.html`, quotes: quotations.map(({ quotation }) => quotation) }));

  const score = execFileSync(process.execPath, [join(shared, 'tools', 'score-quotes.mjs'), folder, predictions, '--misses', '--json'], {
    encoding: 'utf8',
  });
  const lines = score
    .trim()
    .split('\n')
    .filter((line) => line !== '');
  const result = JSON.parse(lines.pop() ?? '');
  expect(lines).toEqual([]);
  expect(result.detection.all).toMatchObject({ fp: 0, fn: 0 });
  expect(result.detection.all.tp).toBeGreaterThanOrEqual(18);
});
