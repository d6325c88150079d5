import { spawnSync } from 'node:child_process';
import { test } from 'vitest';

// In a process of its own, as `node tests/bench/anchor.ts` runs: the test runner's own work would be measured along.
test('anchoring 1,000 annotations on a page of 500,000 characters', { timeout: 300_000 }, () => {
  const { status, stdout, stderr } = spawnSync(process.execPath, ['tests/bench/anchor.ts'], { encoding: 'utf8' });
  if (status !== 0) throw new Error(stderr);
  console.log(stdout);
});
