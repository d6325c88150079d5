// npm test: everything, from nothing, ending with "N passed, N failed".

import { existsSync, mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { entry, environment, prepare, run } from './prepare.mjs';

const total = { passed: 0, failed: 0, skipped: 0 };

/** A step without a test runner is one test. */
function check(title, command, args) {
  console.log(`\n— ${title}`);
  const good = run(command, args) === 0;
  total[good ? 'passed' : 'failed']++;
  if (!good) console.error(`✘ ${title} failed`);
  return good;
}

/** Adds a runner's own count; a runner that wrote none, or that failed without a failed test, is a failure. */
function suite(title, command, args, readCount, env = {}) {
  console.log(`\n— ${title}`);
  const folder = mkdtempSync(join(tmpdir(), 'saidso-test-'));
  const report = join(folder, 'report.json');
  const status = run(command, args(report), { env: { ...environment(), ...env, PLAYWRIGHT_JSON_OUTPUT_FILE: report } });
  const count = existsSync(report) ? readCount(JSON.parse(readFileSync(report, 'utf8'))) : { passed: 0, failed: 1, skipped: 0 };
  rmSync(folder, { recursive: true, force: true });
  if (status !== 0 && count.failed === 0) count.failed = 1;
  for (const key of Object.keys(total)) total[key] += count[key];
  console.log(`${title}: ${count.passed} passed, ${count.failed} failed, ${count.skipped} skipped`);
}

const vitestCount = (report) => ({
  passed: report.numPassedTests,
  failed: report.numFailedTests,
  skipped: report.numPendingTests + report.numTodoTests,
});
const playwrightCount = ({ stats }) => ({ passed: stats.expected, failed: stats.unexpected + stats.flaky, skipped: stats.skipped });
const vitest = (project) => (report) => [
  'run',
  '--project',
  project,
  '--reporter=default',
  '--reporter=json',
  `--outputFile.json=${report}`,
];

await entry(async () => {
  prepare();
  check('format and lint', 'biome', ['ci', '--error-on-warnings']);
  check('types', 'npm', ['run', '-s', 'types']);
  const built = check('build for Chrome', 'wxt', ['build']) && check('build for Firefox', 'wxt', ['build', '-b', 'firefox', '--mv3']);
  check('build of the command line', 'npm', ['run', '-s', 'build:cli']);
  suite('unit tests and rules', 'vitest', vitest('unit'), vitestCount, { SAIDSO_BUILT: built ? '1' : '' });
  suite('tests in a page (Chromium)', 'vitest', vitest('browser'), vitestCount);
  if (built) suite('the built extension in Chromium and in Firefox', 'playwright', () => ['test', '--reporter=list,json'], playwrightCount);
  if (total.skipped > 0) console.log(`\n${total.skipped} skipped (tests that measure with ../shared skip where it is absent)`);
  console.log(`\n${total.passed} passed, ${total.failed} failed`);
  return total.failed === 0 ? 0 : 1;
});
