import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { test as base, expect } from '@playwright/test';
import type { Result } from '../../utils/domain/error-code.ts';
import type { Request, RequestName, Response, TabView } from '../../utils/messaging/protocol.ts';
import { launchFirefox, type RunningFirefox } from './launch-firefox.ts';
import { type LocalSite, startLocalSite } from './local-site.ts';

export { expect } from '@playwright/test';

const ADDON_ID = 'saidso@saidso.example';

/** An element as it is seen: CSS px from the corner of its own frame. */
interface Seen {
  x: number;
  y: number;
  width: number;
  height: number;
  words: string;
}

/** Part of a page's text as it lies on the screen, from the middle of its first line to the middle of its last. */
interface Stretch {
  from: { x: number; y: number };
  to: { x: number; y: number };
}

/** The extension at work in a new Firefox profile. Tabs and frames are BiDi browsing contexts. */
export class SaidsoInFirefox {
  readonly browser: RunningFirefox;
  readonly site: LocalSite;
  /** Where downloads go. */
  readonly downloads: string;
  #asking: string | null = null;

  constructor(browser: RunningFirefox, site: LocalSite, downloads: string) {
    this.browser = browser;
    this.site = site;
    this.downloads = downloads;
  }

  /** Opens a page of the local site and waits until Saidso has read it. */
  async open(path: string): Promise<string> {
    const tab = await this.browser.open(`${this.site.origin}${path}`);
    await this.read(tab);
    return tab;
  }

  surface(path: string): Promise<string> {
    return this.browser.open(this.browser.page(path));
  }

  async reload(tab: string): Promise<void> {
    await this.browser.send('browsingContext.reload', { context: tab, wait: 'complete' });
  }

  async toFront(tab: string): Promise<void> {
    await this.browser.send('browsingContext.activate', { context: tab });
  }

  /** Waits until the page has been read; gives what its tab shows. */
  async read(tab: string): Promise<TabView> {
    await expect.poll(async () => (await this.view(tab)).state, { timeout: 20_000 }).toBe('ready');
    return this.view(tab);
  }

  async view(tab: string): Promise<TabView> {
    const reply = await this.ask('tab.view', { tabId: await this.tabId(tab) });
    if (!reply.ok) throw new Error(`tab.view: ${reply.code}`);
    return reply.value;
  }

  async tabId(tab: string): Promise<number> {
    const url = await this.browser.evaluate<string>(tab, 'location.href');
    return this.browser.poll<number>(
      await this.#extensionPage(),
      `browser.tabs.query({}).then((tabs) => tabs.find((tab) => tab.url === ${JSON.stringify(url)})?.id)`,
    );
  }

  /** A message from a page of the extension. */
  async ask<N extends RequestName>(name: N, request: Request<N>): Promise<Result<Response<N>>> {
    return this.browser.evaluate(await this.#extensionPage(), `browser.runtime.sendMessage(${JSON.stringify({ name, request })})`);
  }

  /** Clicks with the mouse what matches `selector` and says `words`, behind the closed shadow root in a page. */
  async clickDrawn(tab: string, selector: string, words: RegExp): Promise<void> {
    const page = await this.#extensionPage();
    const tabId = await this.tabId(tab);
    const look = () =>
      this.browser.evaluate<Seen[]>(
        page,
        `browser.scripting.executeScript({ target: { tabId: ${tabId} }, args: [${JSON.stringify(selector)}], func: ${lookIntoRoots} })
          .then(([answer]) => answer.result)`,
      );
    await this.#clickSeen(tab, look, selector, words);
  }

  /** Clicks with the mouse what matches `selector` and says `words`, in a page of the extension or the card's frame. */
  async click(context: string, selector: string, words: RegExp = /(?:)/): Promise<void> {
    const look = () =>
      this.browser.evaluate<Seen[]>(context, `(${lookIntoPage})(${JSON.stringify([selector, words.source, words.flags])})`);
    await this.#clickSeen(context, look, selector, words);
  }

  /** Types with real keys into what has the focus. */
  async type(context: string, words: string): Promise<void> {
    await this.browser.type(context, [...words]);
  }

  /** Waits until a page of the extension says `words` where they can be seen. */
  async says(context: string, words: string): Promise<void> {
    await expect.poll(() => this.browser.evaluate<string>(context, 'document.body.innerText'), { timeout: 15_000 }).toContain(words);
  }

  /** Selects the words of a page with the mouse, as a reader does. */
  async select(tab: string, words: string): Promise<void> {
    const stretch = await this.browser.poll<Stretch>(tab, `(${findStretch})(${JSON.stringify(words)})`);
    await this.browser.drag(tab, stretch.from, stretch.to);
  }

  /** Words that are painted as highlights, in page order; the quiet marks on quotes are not among them. */
  painted(tab: string): Promise<string[]> {
    return this.browser.evaluate(tab, `(${readPainted})()`);
  }

  /** Ends the event page as Firefox does when it has been idle; the next message starts it anew, which may be at once. */
  async stopBackground(): Promise<void> {
    const { contexts } = (await this.browser.send('browsingContext.getTree', { 'moz:scope': 'chrome' })) as {
      contexts: { context: string }[];
    };
    const window = contexts[0]?.context;
    if (window === undefined) throw new Error('Firefox shows no window of its own');
    const before = await this.#backgroundStart();
    // One that still answers a message is not stopped, as when it has been idle for too short a time.
    await expect(async () => {
      await this.browser.evaluate(
        window,
        `WebExtensionPolicy.getByID(${JSON.stringify(ADDON_ID)}).extension.terminateBackground({ ignoreDevToolsAttached: true })`,
      );
      expect(await this.#backgroundStart()).not.toBe(before);
    }).toPass({ timeout: 15_000 });
  }

  /** When the event page began, which tells one life of it from the next. Starts it when it is not there. */
  async #backgroundStart(): Promise<number> {
    return this.browser.evaluate(
      await this.#extensionPage(),
      'browser.runtime.getBackgroundPage().then((page) => page.performance.timeOrigin)',
    );
  }

  async #clickSeen(context: string, look: () => Promise<Seen[]>, selector: string, words: RegExp): Promise<void> {
    let found: Seen | undefined;
    await expect(async () => {
      const seen = await look();
      found = seen.find((one) => words.test(one.words));
      expect(found, `${selector} ${words} among ${seen.map((one) => one.words).join(' | ')}`).toBeDefined();
    }).toPass({ timeout: 15_000 });
    const { x, y, width, height } = found as Seen; // shown just above
    await this.browser.click(context, x + width / 2, y + height / 2);
  }

  async #extensionPage(): Promise<string> {
    this.#asking ??= await this.surface('icon/16.png');
    return this.#asking;
  }
}

// The functions below run in the browser: they are sent there as text and see nothing of this file.

function lookIntoRoots(css: string): Seen[] {
  const hosts = [...document.documentElement.children].filter((e) => e.localName !== 'head' && e.localName !== 'body');
  // Only a content script of Firefox has this property.
  const roots = hosts.map((host) => (host as Element & { openOrClosedShadowRoot?: ShadowRoot | null }).openOrClosedShadowRoot);
  return roots
    .flatMap((root) => [...(root?.querySelectorAll(css) ?? [])])
    .map((element) => {
      const { x, y, width, height } = element.getBoundingClientRect();
      return { x, y, width, height, words: element.getAttribute('aria-label') ?? element.textContent ?? '' };
    })
    .filter((seen) => seen.width > 0 && seen.height > 0);
}

function lookIntoPage([css, source, flags]: [string, string, string]): Seen[] {
  const said = new RegExp(source, flags);
  return [...document.querySelectorAll<HTMLElement>(css)]
    .map((element) => {
      const label = element instanceof HTMLInputElement || element instanceof HTMLTextAreaElement ? element.labels?.[0] : element;
      return { element, words: (element.getAttribute('aria-label') ?? label?.innerText ?? '').trim() };
    })
    .filter(({ element, words }) => said.test(words) && element.getClientRects().length > 0)
    .slice(0, 1) // each that is brought into view moves those before it
    .map(({ element, words }) => {
      element.scrollIntoView({ block: 'nearest' });
      const { x, y, width, height } = element.getBoundingClientRect();
      return { x, y, width, height, words };
    })
    .filter((seen) => seen.width > 0 && seen.height > 0);
}

function findStretch(wanted: string): Stretch | null {
  const walker = document.createTreeWalker(document.body, NodeFilter.SHOW_TEXT);
  for (let node = walker.nextNode(); node; node = walker.nextNode()) {
    const at = node.nodeValue?.indexOf(wanted) ?? -1;
    if (at < 0) continue;
    const range = document.createRange();
    range.setStart(node, at);
    range.setEnd(node, at + wanted.length);
    node.parentElement?.scrollIntoView({ block: 'center', behavior: 'instant' });
    const rects = [...range.getClientRects()];
    const first = rects[0];
    const last = rects[rects.length - 1];
    if (first && last)
      return {
        from: { x: first.left + 1, y: first.top + first.height / 2 },
        to: { x: last.right - 1, y: last.top + last.height / 2 },
      };
  }
  return null;
}

function readPainted(): string[] {
  const names = ['qm-1', 'qm-2', 'qm-3', 'qm-4', 'qm-5'];
  return names
    .flatMap((name) => [...(CSS.highlights.get(name) ?? [])])
    .map((part) => {
      const range = document.createRange();
      range.setStart(part.startContainer, part.startOffset);
      range.setEnd(part.endContainer, part.endOffset);
      return range.toString().replace(/\s+/g, ' ');
    });
}

interface Fixtures {
  site: LocalSite;
  saidso: SaidsoInFirefox;
}

export const test = base.extend<Fixtures>({
  // biome-ignore lint/correctness/noEmptyPattern: Playwright reads a fixture's needs from its first parameter
  site: async ({}, use) => {
    const site = await startLocalSite(join(import.meta.dirname, '..', 'sample'));
    await use(site);
    await site.close();
  },
  saidso: async ({ site }, use) => {
    const downloads = mkdtempSync(join(tmpdir(), 'saidso-downloads-'));
    const browser = await launchFirefox({
      prefs: { 'browser.download.dir': downloads, 'browser.download.folderList': 2, 'browser.download.useDownloadDir': true },
    });
    await use(new SaidsoInFirefox(browser, site, downloads));
    await browser.close();
    rmSync(downloads, { recursive: true, force: true });
  },
});
