import { join } from 'node:path';
import { test as base, expect, type Page } from '@playwright/test';
import type { Result } from '../../utils/domain/error-code.ts';
import type { Request, RequestName, Response, TabView } from '../../utils/messaging/protocol.ts';
import { ask, tabIdOf } from './ask-extension.ts';
import { launchChromium, type RunningChromium } from './launch-chromium.ts';
import { type LocalSite, startLocalSite } from './local-site.ts';
import { OwnRoot } from './own-root.ts';

export { expect } from '@playwright/test';

/** The extension at work in a new profile, with what tests do again and again. */
export class Saidso {
  readonly browser: RunningChromium;
  readonly site: LocalSite;
  #asking: Page | null = null;

  constructor(browser: RunningChromium, site: LocalSite) {
    this.browser = browser;
    this.site = site;
  }

  /** Opens a page of the local site and waits until Saidso has read it. */
  async open(path: string, { ready = true } = {}): Promise<Page> {
    const page = await this.browser.context.newPage();
    await page.goto(path.startsWith('http') ? path : `${this.site.origin}${path}`);
    if (ready) await this.read(page);
    return page;
  }

  /** Waits until the page has been read; gives what its tab shows. */
  async read(page: Page): Promise<TabView> {
    await expect.poll(async () => (await this.view(page)).state, { timeout: 20_000 }).toBe('ready');
    return this.view(page);
  }

  async view(page: Page): Promise<TabView> {
    const reply = await this.ask('tab.view', { tabId: await this.tabId(page) });
    if (!reply.ok) throw new Error(`tab.view: ${reply.code}`);
    return reply.value;
  }

  async tabId(page: Page): Promise<number> {
    return tabIdOf(await this.#extensionPage(), page.url());
  }

  /** A message from a page of the extension. */
  async ask<N extends RequestName>(name: N, request: Request<N>): Promise<Result<Response<N>>> {
    return ask(await this.#extensionPage(), name, request);
  }

  /** Keeps the page's quotations at these indices, as popup and panel do. */
  async keep(page: Page, ...indices: number[]): Promise<Result<Response<'quotation.keep'>>[]> {
    const tabId = await this.tabId(page);
    const { quotations } = await this.view(page);
    return Promise.all(
      indices.map((index) => {
        const shown = quotations.find((one) => one.frameId === 0 && one.index === index);
        if (shown === undefined) throw new Error(`The page has no quotation ${index}.`);
        const { start, end, text: exact } = shown.quotation;
        return this.ask('quotation.keep', { tabId, frameId: 0, start, end, exact });
      }),
    );
  }

  /** What Saidso draws in a page, behind its closed shadow root. */
  async root(page: Page): Promise<OwnRoot> {
    return new OwnRoot(await this.#extensionPage(), page, await this.tabId(page));
  }

  /** Opens a page of the extension in a tab: `popup.html`, `library.html#…`. */
  async surface(path: string, viewport?: { width: number; height: number }): Promise<Page> {
    const page = await this.browser.context.newPage();
    if (viewport) await page.setViewportSize(viewport);
    await page.goto(this.browser.page(path));
    return page;
  }

  /** The popup as it looks over `page`. Opened in a tab it takes the active tab from its address. */
  async popupOver(page: Page): Promise<Page> {
    return this.surface(`popup.html?tab=${await this.tabId(page)}`, { width: 420, height: 620 });
  }

  async #extensionPage(): Promise<Page> {
    if (this.#asking === null || this.#asking.isClosed()) this.#asking = await this.surface('icon/16.png');
    return this.#asking;
  }
}

interface Fixtures {
  site: LocalSite;
  saidso: Saidso;
}

export const test = base.extend<Fixtures>({
  // biome-ignore lint/correctness/noEmptyPattern: Playwright reads a fixture's needs from its first parameter
  site: async ({}, use) => {
    const site = await startLocalSite(join(import.meta.dirname, '..', 'sample'));
    await use(site);
    await site.close();
  },
  saidso: async ({ site }, use) => {
    const browser = await launchChromium();
    await use(new Saidso(browser, site));
    await browser.close();
  },
});
