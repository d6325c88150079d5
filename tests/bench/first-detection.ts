// Detection on an article of 5,000 words in a fresh process, bundled as in the extension: processor time of its thread (ms), the first
// call as it is and after the warm-up that the background does when a page first speaks, and what ten and forty times as much text takes.
// node tests/bench/first-detection.ts
import { spawnSync } from 'node:child_process';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { rolldown } from 'rolldown';
import { parseHtml } from '../../cli/parse-html.ts';
import { readPage } from '../../utils/dom/read-page.ts';
import { article } from './article.ts';
import { middle } from './fresh-page.ts';

const GOAL = 60;
const RUNS = 5;

/** What the fresh process does; the page comes in on standard input. */
const measure = (bundle: string, warm: boolean): string => `
  const cpu = () => { const { user, system } = process.threadCpuUsage(); return (user + system) / 1000; };
  const page = JSON.parse(require('node:fs').readFileSync(0, 'utf8'));
  const begin = cpu();
  import('${pathToFileURL(bundle).href}').then(async ({ detectQuotations, warmUp }) => {
    const loaded = cpu();
    if (${warm}) await new Promise((done) => warmUp((sample) => { detectQuotations(sample); done(); }));
    const ready = cpu();
    detectQuotations(page);
    const first = cpu();
    if (${warm}) for (let i = 0; i < 10; i++) detectQuotations(page);
    const before = cpu();
    detectQuotations(page);
    console.log(JSON.stringify({ load: loaded - begin, warm: ready - loaded, first: first - ready, later: cpu() - before }));
  });`;

const folder = mkdtempSync(join(tmpdir(), 'saidso-bench-'));
const root = join(import.meta.dirname, '../..');
const entry = 'virtual:entry';
const bundle = await rolldown({
  input: entry,
  plugins: [
    {
      name: 'entry',
      resolveId: (id) => (id === entry ? id : null),
      load: (id) =>
        id === entry
          ? `export { detectQuotations } from '${root}/utils/detect/detect-quotations.ts'; export { warmUp } from '${root}/entrypoints/background/warm-up.ts';`
          : null,
    },
  ],
});
await bundle.write({ dir: folder, format: 'esm', minify: true, entryFileNames: 'detect.mjs' });
const pageOf = (times: number): string => JSON.stringify(readPage(parseHtml(article(times)), 'https://gazette.example/harbour').page);

type Times = Record<'load' | 'warm' | 'first' | 'later', number>;
function run(input: string, warm: boolean): Times {
  const all = Array.from({ length: RUNS }, () => {
    const { stdout, stderr, status } = spawnSync(process.execPath, ['-e', measure(join(folder, 'detect.mjs'), warm)], {
      input,
      encoding: 'utf8',
    });
    if (status !== 0) throw new Error(stderr);
    return JSON.parse(stdout) as Times; // printed by the script above
  });
  const of = (key: keyof Times): number => middle(all.map((times) => times[key]));
  return { load: of('load'), warm: of('warm'), first: of('first'), later: of('later') };
}

const ms = (time: number): string => `${time.toFixed(0)} ms`;
const one = pageOf(1);
const cold = run(one, false);
const warmed = run(one, true);
console.log(
  `5,000 words: loading ${ms(cold.load)}; first call ${ms(cold.first)} cold, ${ms(warmed.first)} after the warm-up of ${ms(warmed.warm)}; later ${ms(warmed.later)} (goal: ${GOAL} ms each)`,
);
for (const times of [10, 40]) {
  const { first } = run(pageOf(times), true);
  console.log(`${times} × as much: first call ${ms(first)}, ${(first / warmed.first).toFixed(1)} × (linear: ${times} ×)`);
}
rmSync(folder, { recursive: true });
