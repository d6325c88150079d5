import { spawnSync } from 'node:child_process';
import { test } from 'vitest';

// In processes of their own, as `node tests/bench/anchor.ts` runs: the test runner's own work would be measured along.
test.each(['anchor', 'reading', 'painting', 'first-detection', 'main-thread'])('%s', { timeout: 600_000 }, (name) => {
  const { status, stdout, stderr } = spawnSync(process.execPath, [`tests/bench/${name}.ts`], { encoding: 'utf8' });
  if (status !== 0) throw new Error(stderr);
  console.log(stdout);
});
