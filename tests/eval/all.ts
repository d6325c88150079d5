// npm run eval: every figure that is measured against the labelled pages and test sets of ../shared, in one go.

import { spawnSync } from 'node:child_process';
import { existsSync } from 'node:fs';
import { join } from 'node:path';

const PARTS = ['pages.ts', 'quotes.ts', 'attribution.ts', 'reliability.ts', 'anchors.ts', 'check.ts', 'text-fragments.ts'];

const missing = PARTS.filter((part) => !existsSync(join(import.meta.dirname, part)));
if (missing.length > 0) throw new Error(`no such evaluation: ${missing.join(', ')}`);

let status = 0;
for (const part of PARTS) {
  const done = spawnSync(process.execPath, [join(import.meta.dirname, part), ...process.argv.slice(2)], { stdio: 'inherit' });
  status ||= done.status ?? 1;
}
process.exitCode = status;
