// What the built extension asks of a page's main thread: processor time of every task of the browser in which our code runs, from a
// trace. npm run build && node tests/bench/main-thread.ts
import type { CDPSession } from 'playwright';
import { Saidso } from '../e2e/chromium-test.ts';
import { launchChromium } from '../e2e/launch-chromium.ts';
import { startLocalSite } from '../e2e/local-site.ts';
import { middle } from './fresh-page.ts';

/** About 1 MB of HTML; every twentieth paragraph has a quote of its own. */
const PARAGRAPHS = 6_000;
const KEPT = 300;
const ROUNDS = 7;
const LONGEST_MS = 8;
const BATCH_MS = 2;
/** So long the page is left alone, for looks that come of a change (ms). */
const SETTLED_MS = 2_500;

interface TraceEvent {
  name: string;
  ph: string;
  tid: number;
  pid: number;
  /** µs; `dur` by the clock, `tdur` of processor time. */
  ts: number;
  dur?: number;
  tdur?: number;
  args: { data?: { url?: string } };
}

const SCRIPT = new Set(['FunctionCall', 'EvaluateScript', 'RunMicrotasks', 'FireIdleCallback', 'FireAnimationFrame', 'TimerFire']);
const isOurs = ({ args }: TraceEvent): boolean => /^chrome-extension:.*\/(?:page|draw)\.js$/.test(args?.data?.url ?? '');
const isWithin = (inner: TraceEvent, outer: TraceEvent): boolean =>
  inner !== outer &&
  inner.tid === outer.tid &&
  inner.pid === outer.pid &&
  inner.ts >= outer.ts &&
  inner.ts + (inner.dur ?? 0) <= outer.ts + (outer.dur ?? 0);

function longPage(): string {
  const paragraph = (_: unknown, i: number): string => {
    const said = i % 20 === 0 ? ` “The quiet water number ${i} helps the seals of the harbour,” said Ingrid Solheim.` : '';
    return `<p>In paragraph ${i} the harbour board had <a href="/source/${i}">source ${i}</a> and a list of what is to be done.${said}\n   More words follow until the line is full.</p>`;
  };
  return `<!doctype html><title>Harbour</title><article>${Array.from({ length: PARAGRAPHS }, paragraph).join('')}</article>`;
}

/** The processor time (ms) of our scripts in each task that ran one, or a timer: the page itself has no script. Longest first. */
async function tasksDuring(session: CDPSession, run: () => Promise<unknown>): Promise<number[]> {
  const events: TraceEvent[] = [];
  const collect = ({ value }: { value: object[] }): void => void events.push(...(value as TraceEvent[])); // as the protocol has them
  session.on('Tracing.dataCollected', collect);
  const includedCategories = ['toplevel', 'devtools.timeline', 'disabled-by-default-devtools.timeline', 'v8.execute'];
  await session.send('Tracing.start', { transferMode: 'ReportEvents', traceConfig: { includedCategories } });
  await run();
  const complete = new Promise((done) => session.once('Tracing.tracingComplete', done));
  await session.send('Tracing.end');
  await complete;
  session.off('Tracing.dataCollected', collect);

  const scripts = events.filter(({ name, ph }) => ph === 'X' && SCRIPT.has(name));
  const homes = new Set(scripts.filter(isOurs).map(({ pid }) => pid));
  const isOurTimer = ({ name, pid }: TraceEvent): boolean => name === 'TimerFire' && homes.has(pid);
  return events
    .filter(({ name, ph, pid }) => name === 'RunTask' && ph === 'X' && homes.has(pid))
    .map((task) => {
      const inside = scripts.filter((script) => isWithin(script, task));
      if (!inside.some((script) => isOurs(script) || isOurTimer(script))) return 0;
      const own = inside.filter((script) => !inside.some((outer) => isWithin(script, outer)));
      return own.reduce((sum, { tdur = 0 }) => sum + tdur, 0) / 1000;
    })
    .filter((ms) => ms > 0)
    .sort((a, b) => b - a);
}

const CHANGES: Record<string, () => void> = {
  'a paragraph comes': () => {
    const paragraph = document.createElement('p');
    paragraph.textContent = 'A late paragraph with words that may be a passage of somebody.';
    document.querySelector('article')?.append(paragraph);
  },
  '100 paragraphs come': () => {
    for (let i = 0; i < 100; i++) {
      const paragraph = document.createElement('p');
      paragraph.textContent = 'A late paragraph with words that may be a passage of somebody.';
      document.querySelector('article')?.append(paragraph);
    }
  },
  'the texts of all 300 kept passages are written anew': () => {
    for (const { lastChild } of document.querySelectorAll('p:nth-child(20n+1)'))
      if (lastChild instanceof Text) lastChild.data = lastChild.data.endsWith(' ') ? lastChild.data.trimEnd() : `${lastChild.data} `;
  },
  'the whole article is moved': () => {
    const article = document.querySelector('article');
    article?.remove();
    if (article) document.body.append(article);
  },
};

const site = await startLocalSite('tests/sample');
site.serve('/long.html', longPage());
const browser = await launchChromium();
const saidso = new Saidso(browser, site);
const tab = await browser.context.newPage();
const session = await browser.context.newCDPSession(tab);
const look = (): Promise<number[]> =>
  tasksDuring(session, async () => {
    await tab.goto(`${site.origin}/long.html`);
    await saidso.read(tab);
    await tab.waitForTimeout(SETTLED_MS);
  });
const told = (name: string, tasks: number[]): void =>
  console.log(
    `${name}: the longest three of ${tasks.length} tasks ${tasks
      .slice(0, 3)
      .map((ms) => ms.toFixed(1))
      .join(', ')} ms (goal: ${LONGEST_MS})`,
  );

await tab.goto(`${site.origin}/article.html`);
told('1 MB, first look', await look());
for (let i = 0; i < KEPT; i += 20) await saidso.keep(tab, ...Array.from({ length: 20 }, (_, k) => i + k));
await tab.goto(`${site.origin}/article.html`);
told(`1 MB with ${KEPT} kept`, await look());
for (const [name, change] of Object.entries(CHANGES)) {
  const batches: number[] = [];
  for (let i = 0; i < ROUNDS; i++) {
    // Until the page's next microtask: what the change itself costs us, without the reading that it may lead to.
    const [ms = 0] = await tasksDuring(session, () => tab.evaluate(change));
    batches.push(ms);
  }
  await tab.waitForTimeout(SETTLED_MS);
  console.log(
    `${name}, ${KEPT} kept: ${middle(batches).toFixed(1)} ms a batch, at most ${Math.max(...batches).toFixed(1)} (goal: ${BATCH_MS})`,
  );
}
await browser.close();
await site.close();
