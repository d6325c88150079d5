import type { Page } from '@playwright/test';
import { expect, type Saidso, test } from './chromium-test.ts';
import { LATE_QUOTE, NODES_QUOTE, ROW_QUOTE, serveLivingPages } from './pages/living-pages.ts';
import { paintedWords } from './painted-words.ts';

test.beforeEach(({ site }) => serveLivingPages(site));

/** Keeps the first quotation with these words. */
async function keepQuote(saidso: Saidso, page: Page, words: string): Promise<void> {
  const find = async () => (await saidso.view(page)).quotations.find(({ quotation }) => quotation.text === words);
  await expect.poll(async () => (await find())?.quotation.text, { timeout: 20_000 }).toBe(words);
  const shown = await find();
  if (shown === undefined) throw new Error('the quotation went away');
  const { start, end, text: exact } = shown.quotation;
  const kept = await saidso.ask('quotation.keep', { tabId: await saidso.tabId(page), frameId: 0, start, end, exact });
  expect(kept).toMatchObject({ ok: true });
  await expect.poll(() => paintedWords(page)).toContain(words);
}

const call = (page: Page, name: string, ...given: number[]): Promise<void> =>
  page.evaluate(([what, values]) => void Reflect.apply(Reflect.get(window, what), window, values), [name, given] as const);

/** Calls `more` and waits for something painted in the colours of highlights; gives how long that took (ms), by the page's own clock. */
const untilPainted = (page: Page): Promise<number> =>
  page.evaluate(
    () =>
      new Promise<number>((resolve) => {
        const began = performance.now();
        Reflect.apply(Reflect.get(window, 'more'), window, []);
        const look = (): void => {
          const painted = ['qm-1', 'qm-2', 'qm-3', 'qm-4', 'qm-5'].some((name) => (CSS.highlights.get(name)?.size ?? 0) > 0);
          if (painted) resolve(performance.now() - began);
          else requestAnimationFrame(look);
        };
        look();
      }),
  );

for (const [name, busy] of [
  ['rests', false],
  ['never rests', true],
] as const)
  test(`text that arrives late on a page that ${name} has its highlights and marks`, async ({ saidso }) => {
    const page = await saidso.open('/feed');
    await page.bringToFront();
    await call(page, 'more');
    await keepQuote(saidso, page, LATE_QUOTE);
    const took: number[] = [];
    for (let round = 0; round < 5; round++) {
      await page.reload();
      await saidso.read(page);
      expect(await paintedWords(page)).toEqual([]);
      if (busy) {
        await call(page, 'unrest');
        await expect.poll(() => page.locator('main > div').count()).toBeGreaterThan(50);
      }
      took.push(await untilPainted(page));
      expect(await paintedWords(page)).toEqual([LATE_QUOTE]);
    }
    console.log(`a page that ${name}: painted after ${took.map(Math.round).join(', ')} ms`);
  });

test('in a list whose rows come and go a highlight goes and comes with its row, and is never on another', async ({ saidso }) => {
  const page = await saidso.open('/list');
  await page.bringToFront();
  await call(page, 'scrollToRow', 1_000);
  await keepQuote(saidso, page, ROW_QUOTE);
  // What is painted is looked at in every frame from here on.
  await page.evaluate(() => {
    const seen = new Set<string>();
    Object.assign(window, { seen });
    const look = (): void => {
      for (const name of ['qm-1', 'qm-2', 'qm-3', 'qm-4', 'qm-5'])
        for (const part of CSS.highlights.get(name) ?? []) {
          const { startContainer: node, startOffset, endContainer, endOffset } = part;
          const isPaintable = node.isConnected && endContainer.isConnected && endOffset <= (endContainer.nodeValue?.length ?? 0);
          if (isPaintable && node === endContainer) seen.add(node.nodeValue?.slice(startOffset, endOffset) ?? '');
        }
      requestAnimationFrame(look);
    };
    look();
  });
  for (let round = 0; round < 12; round++) {
    for (const row of [1_001, 1_003, 1_040, 200 + round, 999]) await call(page, 'scrollToRow', row);
    await call(page, 'scrollToRow', 30 * round);
    await expect.poll(async () => (await saidso.view(page)).highlights.map(({ status }) => status)).toEqual(['orphaned']);
    await call(page, 'scrollToRow', 1_000);
    await expect.poll(async () => (await saidso.view(page)).highlights.map(({ status }) => status)).not.toEqual(['orphaned']);
    await expect.poll(() => paintedWords(page)).toEqual([ROW_QUOTE]);
  }
  expect(await page.evaluate(() => [...(Reflect.get(window, 'seen') as Set<string>)])).toEqual([ROW_QUOTE]);
});

test('text nodes are split, merged, replaced, wrapped and moved under a highlight, and it stays on its words', async ({ saidso }) => {
  const page = await saidso.open('/nodes');
  await page.bringToFront();
  await keepQuote(saidso, page, NODES_QUOTE);
  for (const change of ['split', 'split', 'merge', 'replace', 'before', 'rewrite', 'wrap', 'restore', 'split', 'before', 'merge']) {
    await call(page, change);
    await expect.poll(() => paintedWords(page), { message: change }).toEqual([NODES_QUOTE]);
  }
  await call(page, 'other');
  expect(await paintedWords(page)).toEqual([]);
  await call(page, 'restore');
  await expect.poll(() => paintedWords(page)).toEqual([NODES_QUOTE]);
});

interface Traced {
  name: string;
  args?: { data?: { url?: string } };
}

/** What runs in the page, by Chrome's trace, while it draws 200 frames (more than three seconds): scripts of ours, and timers. */
async function traced(page: Page, act: () => void): Promise<{ frames: number; ours: string[]; timers: string[] }> {
  const cdp = await page.context().newCDPSession(page);
  const events: Traced[] = [];
  cdp.on('Tracing.dataCollected', ({ value }) => events.push(...(value as unknown as Traced[]))); // Chrome's trace format
  const done = new Promise<void>((resolve) => cdp.once('Tracing.tracingComplete', () => resolve()));
  await cdp.send('Tracing.start', {
    transferMode: 'ReportEvents',
    traceConfig: { includedCategories: ['devtools.timeline', 'disabled-by-default-devtools.timeline'] },
  });
  await page.evaluate(act);
  await page.evaluate(
    () =>
      new Promise<void>((resolve) => {
        let left = 200;
        const next = (): unknown => (left-- > 0 ? requestAnimationFrame(next) : resolve());
        next();
      }),
  );
  await cdp.send('Tracing.end');
  await done;
  await cdp.detach();
  const named = (pattern: RegExp) => events.filter(({ name }) => pattern.test(name));
  return {
    frames: named(/^FireAnimationFrame$/).length,
    ours: named(/^(?:FunctionCall|EvaluateScript)$/).flatMap(({ args }) =>
      args?.data?.url?.startsWith('chrome-extension:') ? [args.data.url] : [],
    ),
    timers: named(/^(?:TimerInstall|TimerFire|RequestIdleCallback|FireIdleCallback)$/).map(({ name }) => name),
  };
}

test('a page at rest costs nothing: no script of ours runs, no timer', async ({ saidso }) => {
  const page = await saidso.open('/rest');
  await page.bringToFront();
  await keepQuote(saidso, page, NODES_QUOTE);
  await traced(page, () => undefined); // what keeping it has left to do
  const rest = await traced(page, () => undefined);
  expect(rest.frames).toBeGreaterThanOrEqual(200);
  expect(rest.ours).toEqual([]);
  expect(rest.timers).toEqual([]);
  // The same look sees us where there is something to do.
  const change = await traced(page, () => document.body.append('The night watch had gone home before the gate was shut.'));
  expect(change.ours.length).toBeGreaterThan(0);
  expect(change.timers.length).toBeGreaterThan(0);
});
