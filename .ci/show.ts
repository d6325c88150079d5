// Opens a browser with the built extension on a page. Without a display it does the same headless, prints the quotes it found as a
// table and writes a screenshot.

import { existsSync, mkdirSync, statSync } from 'node:fs';
import { basename, dirname, join, relative, resolve } from 'node:path';
import { ask, tabIdOf } from '../tests/e2e/ask-extension.ts';
import { launchChromium, type RunningChromium } from '../tests/e2e/launch-chromium.ts';
import { type LocalSite, startLocalSite } from '../tests/e2e/local-site.ts';
import type { TabView } from '../utils/messaging/protocol.ts';

const root = join(import.meta.dirname, '..');
const SCREENSHOT = join(root, '.output', 'start.png');
/** How long a page may take to be read; a long one is read in idle slices. */
const READ_MS = 30_000;

const hasDisplay =
  process.platform === 'darwin' || process.platform === 'win32' || Boolean(process.env.DISPLAY || process.env.WAYLAND_DISPLAY);

const wanted = process.argv[2];
const { address, site } = await pageToShow(wanted);
if (hasDisplay) await showInWindow(address);
else await showHeadless(address);
await site?.close();

/** A web address as it is; a file over a server on the loopback, since extensions see no `file:` pages unasked. */
async function pageToShow(argument: string | undefined): Promise<{ address: string; site: LocalSite | null }> {
  if (argument !== undefined && /^https?:\/\//i.test(argument)) return { address: argument, site: null };
  const file = resolve(argument ?? join(root, 'tests', 'sample', 'article.html'));
  if (!existsSync(file) || !statSync(file).isFile()) {
    console.error(`There is no file ${file}. Give a web address (https://…) or a file: npm start -- page.html`);
    process.exit(1);
  }
  const site = await startLocalSite(dirname(file));
  return { address: `${site.origin}/${encodeURIComponent(basename(file))}`, site };
}

async function showInWindow(url: string): Promise<void> {
  const browser = await launchChromium({ headless: false, viewport: null });
  const page = browser.context.pages()[0] ?? (await browser.context.newPage());
  await page.goto(url);
  console.log(
    `Saidso is at work on ${url}\nClick a quote, or the Saidso button in the toolbar (behind the puzzle piece). Close the window to end.`,
  );
  await new Promise<void>((done) => browser.context.once('close', () => done()));
}

async function showHeadless(url: string): Promise<void> {
  const browser = await launchChromium({ viewport: { width: 1280, height: 1000 } });
  const page = browser.context.pages()[0] ?? (await browser.context.newPage());
  const answer = await page.goto(url).catch((error: Error) => error);
  if (answer instanceof Error) {
    console.error(`The page ${url} could not be opened: ${answer.message.split('\n')[0]}`);
    await browser.close();
    process.exitCode = 1;
    return;
  }
  const view = await whatItFound(browser, page.url());
  await page.bringToFront();
  mkdirSync(dirname(SCREENSHOT), { recursive: true });
  await page.screenshot({ path: SCREENSHOT, fullPage: true });
  await browser.close();
  print(view);
  console.log(
    `\nNo display here: this is what the extension found in headless Chromium. Screenshot: ${relative(process.cwd(), SCREENSHOT)}`,
  );
}

/** Asks the extension itself, from one of its own pages, as its popup does. */
async function whatItFound(browser: RunningChromium, url: string): Promise<TabView> {
  const own = await browser.context.newPage();
  await own.goto(browser.page('popup.html'));
  const end = Date.now() + READ_MS;
  const tabId = await tabIdOf(own, url);
  for (;;) {
    const reply = await ask(own, 'tab.view', { tabId });
    if (reply.ok && reply.value.state !== 'loading') {
      await own.close();
      return reply.value;
    }
    if (Date.now() > end) throw new Error(`the page was not read within ${READ_MS} ms: ${JSON.stringify(reply)}`);
    await new Promise((done) => setTimeout(done, 200));
  }
}

function print(view: TabView): void {
  const short = (text: string, width: number) => {
    const line = text.replace(/\s+/g, ' ');
    return line.length > width ? `${line.slice(0, width - 1)}…` : line.padEnd(width);
  };
  console.log(
    `\n${view.title}\n${view.url}\n${view.quotations.length} quotes${view.truncated ? ' (the page was too long to be read whole)' : ''}\n`,
  );
  console.log(`  ${short('kind', 9)}  ${short('speaker', 20)}  ${short('source', 24)}  ${short('where', 7)}  words`);
  for (const { quotation: q } of view.quotations) {
    const words = `${q.within === null ? '' : '↳ '}${q.text}`;
    console.log(
      `  ${short(q.kind, 9)}  ${short(q.speaker ?? '–', 20)}  ${short(q.source?.name ?? '–', 24)}  ${short(q.region, 7)}  ${short(words, 60).trimEnd()}`,
    );
  }
}
