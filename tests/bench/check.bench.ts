import { spawnSync } from 'node:child_process';
import { test } from 'vitest';

// In a process of its own, as `node tests/bench/check.ts` runs: the test runner's own work would be measured along.
test('checking a quote of 200 words against a source of 100,000', { timeout: 300_000 }, () => {
  const { status, stdout, stderr } = spawnSync(process.execPath, ['tests/bench/check.ts'], { encoding: 'utf8' });
  if (status !== 0) throw new Error(stderr);
  console.log(stdout);
});
