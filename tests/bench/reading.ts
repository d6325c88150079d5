// Reading a page as a visit does it, once, on a page that nobody looked at: processor time of its main thread, as a multiple of one
// TreeWalker pass over its text nodes, that one too the first in a page of its own. node tests/bench/reading.ts [PAGE.html …]
import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { basename, join } from 'node:path';
import type { Browser } from 'playwright';
import { bundled, freshPage, launch, middle } from './fresh-page.ts';

const GOAL = 8;
const GOAL_MS = 30;
const RUNS = 3;
/** Every sixth of the saved pages: each costs nine fresh pages. */
const SHARE = 6;

type Job = 'walk' | 'read' | 'send' | 'again';

async function measure(browser: Browser, code: string, html: string | null, job: Job): Promise<number> {
  const { page, cpu, close } = await freshPage(browser, code);
  await page.evaluate((source) => {
    globalThis.measured = new DOMParser().parseFromString(source ?? inPage.longHtml(), 'text/html');
  }, html);
  const run = (what: Job): Promise<void> =>
    page.evaluate((task) => {
      const root = measured.documentElement;
      if (task === 'walk') inPage.walk(root);
      else {
        const { page: read } = inPage.read(root);
        if (task === 'send') JSON.stringify({ name: 'page.view', request: { page: read } });
      }
    }, what);
  if (job === 'again') for (let i = 0; i < 5; i++) await run('send');
  const before = await cpu();
  await run(job === 'again' ? 'send' : job);
  const taken = (await cpu()) - before;
  await close();
  return taken;
}

const folder = '../shared/pages/dev';
const given = process.argv.slice(2);
const saved = existsSync(folder)
  ? readdirSync(folder)
      .filter((name) => name.endsWith('.html'))
      .filter((_, i) => i % SHARE === 0)
      .map((name) => join(folder, name))
  : [];
const files = [null, ...(given.length > 0 ? given : saved)];
const code = await bundled();
const browser = await launch();
const ratios: number[] = [];
for (const file of files) {
  const html = file === null ? null : readFileSync(file, 'utf8');
  const ms = { walk: 0, read: 0, send: 0, again: 0 };
  for (const job of Object.keys(ms) as Job[]) {
    if (job === 'again' && file !== null) continue;
    const runs: number[] = [];
    for (let i = 0; i < RUNS; i++) runs.push(await measure(browser, code, html, job));
    ms[job] = middle(runs, 0.3);
  }
  const ratio = ms.send / ms.walk;
  const says = `reading ${ms.read.toFixed(1)} ms, with its message ${ms.send.toFixed(1)} ms, ${ratio.toFixed(1)} × one walk`;
  if (file === null) {
    console.log(
      `1 MB, synthetic: walk ${ms.walk.toFixed(1)} ms, ${says} (goals: ${GOAL} ×, ${GOAL_MS} ms); the sixth time ${ms.again.toFixed(1)} ms`,
    );
  } else {
    ratios.push(ratio);
    if (given.length > 0) console.log(`${basename(file)}: walk ${ms.walk.toFixed(1)} ms, ${says}`);
  }
}
await browser.close();
if (ratios.length === 0) console.log(`no saved pages in ${folder}: only the synthetic one was measured`);
else {
  const [half, most, worst] = [0.5, 0.95, 1].map((share) => middle(ratios, share).toFixed(1));
  console.log(
    `${ratios.length} saved pages, reading with its message: median ${half} ×, 95 % ${most} ×, worst ${worst} × one walk (goal: ${GOAL} ×)`,
  );
}
