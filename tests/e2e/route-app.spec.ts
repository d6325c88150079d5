import type { Page } from '@playwright/test';
import { expect, type Saidso, test } from './chromium-test.ts';
import { type How, ROUTES, type RouteApp, serveRouteApp, type When } from './pages/route-app.ts';
import { paintedWords } from './painted-words.ts';
import { storedData } from './stored-data.ts';

declare const app: RouteApp; // in the page

/** Changes of route in all; after most of them something is kept. */
const CHANGES = { path: 700, hash: 300 };

/** Mulberry32: a failure is had again by its seed. */
function random(seed: number): () => number {
  let state = seed;
  return () => {
    state = (state + 0x6d2b79f5) | 0;
    let t = Math.imul(state ^ (state >>> 15), 1 | state);
    t = (t + Math.imul(t ^ (t >>> 7), 61 | t)) ^ t;
    return ((t ^ (t >>> 14)) >>> 0) / 4_294_967_296;
  };
}

interface Kept {
  /** Tries, and those that were not refused. */
  tried: number;
  done: number;
}

/** Has the frame act on its selection, as the keyboard command does. */
const highlight = (own: Page, tabId: number): Promise<boolean> =>
  own.evaluate(async (tab) => {
    const { tabs } = (globalThis as unknown as { chrome: { tabs: { sendMessage(...sent: unknown[]): Promise<{ ok: boolean }> } } }).chrome;
    const request = { command: 'highlight', focused: false };
    return (await tabs.sendMessage(tab, { name: 'frame.command', request }, { frameId: 0 })).ok;
  }, tabId);

/** Keeps the quotation that the tab's view has, as the popup does. */
async function keepQuotation(saidso: Saidso, tabId: number): Promise<boolean> {
  const view = await saidso.ask('tab.view', { tabId });
  const first = view.ok ? view.value.quotations[0]?.quotation : undefined;
  if (first === undefined) return false;
  const { start, end, text: exact } = first;
  return (await saidso.ask('quotation.keep', { tabId, frameId: 0, start, end, exact })).ok;
}

/** Goes through `changes` routes at random and keeps words in between. */
async function wander(saidso: Saidso, page: Page, hows: readonly How[], changes: number, chance: () => number): Promise<Kept> {
  const own = await saidso.surface('icon/32.png');
  await page.bringToFront();
  const tabId = await saidso.tabId(page);
  const pick = <T>(from: readonly T[]): T => from[Math.floor(chance() * from.length)] as T; // never empty
  const whens: When[] = ['before', 'after', 'soon', 'late', 'late'];
  const kept: Kept = { tried: 0, done: 0 };
  for (let change = 0; change < changes; ) {
    const steps = Array.from(
      { length: 1 + Math.floor(chance() * 3) },
      () => [Math.floor(chance() * ROUTES), pick(hows), pick(whens)] as const,
    );
    change += steps.length;
    const arrives = chance() < 0.4;
    const selected = await page.evaluate(
      ([todo, late]) => {
        for (const [route, how, when] of todo) app.go(route, how, when);
        if (late) app.arrive();
        return app.select();
      },
      [steps, arrives] as const,
    );
    const sort = chance();
    if (sort > 0.9) continue;
    kept.tried++;
    if (sort < 0.5 && selected !== '') kept.done += Number(await highlight(own, tabId));
    else kept.done += Number(await keepQuotation(saidso, tabId));
  }
  return kept;
}

interface Row {
  target: { source: string; canonical?: string; selector: { type: string; exact?: string }[] };
}

for (const [name, path, hows, changes] of [
  ['path', '/app/0', ['push', 'push', 'replace', 'back', 'navigate'], CHANGES.path],
  ['fragment', '/hash-app', ['hash', 'push', 'replace', 'back'], CHANGES.hash],
] as const)
  test(`no annotation is stored under another route than that of its words: ${changes} changes of the ${name}`, async ({
    saidso,
    site,
  }) => {
    test.setTimeout(420_000);
    serveRouteApp(site);
    const seed = Number(process.env.SEED ?? 20_261_124);
    const page = await saidso.open(path);
    const kept = await wander(saidso, page, hows, changes, random(seed));
    const rows = (await storedData(await saidso.surface('icon/32.png')))['saidso.annotations'] as Row[]; // the table's rows
    const wrong = rows.flatMap(({ target }) => {
      const exact = target.selector.find(({ type }) => type === 'TextQuoteSelector')?.exact ?? '';
      const words = /route (\d+)/.exec(exact)?.[1];
      const stored = /\d+$/.exec(target.source)?.[0] ?? '0';
      return words === stored && target.canonical === undefined ? [] : [`${exact} under ${target.source}`];
    });
    console.log(`${name}: seed ${seed}, ${changes} changes, ${kept.tried} tries, ${rows.length} kept, ${wrong.length} mistakes`);
    expect(wrong).toEqual([]);
    // Not by refusing all: what the reader tries at rest is kept. A quotation that was kept before is there once.
    expect(rows.length).toBeGreaterThan(kept.tried * 0.3);

    // And each route has its own back.
    const own = rows.filter(({ target }) => target.source === `${site.origin}/app/5`);
    if (own.length === 0) return;
    await page.goto(`${site.origin}/app/5`);
    await expect.poll(async () => new Set(await paintedWords(page)).size, { timeout: 20_000 }).toBeGreaterThan(0);
    for (const words of await paintedWords(page)) expect(words).toContain('route 5 ');
  });
