import { expect, type Page } from '@playwright/test';

/** An element that Saidso draws, as seen through its closed shadow root. */
export interface Drawn {
  x: number;
  y: number;
  width: number;
  height: number;
  text: string;
  label: string;
}

/**
 * Looks into the closed shadow root with the right of the extension itself (`chrome.dom`): neither the page nor a test has another way in.
 * Clicks are real mouse clicks at what is seen there.
 */
export class OwnRoot {
  readonly #extensionPage: Page;
  readonly #page: Page;
  readonly #tabId: number;

  constructor(extensionPage: Page, page: Page, tabId: number) {
    this.#extensionPage = extensionPage;
    this.#page = page;
    this.#tabId = tabId;
  }

  /** What matches `selector` and has a size, in document order. */
  async all(selector: string): Promise<Drawn[]> {
    return this.#extensionPage.evaluate(
      async ([tabId, wanted]) => {
        // biome-ignore lint/suspicious/noExplicitAny: runs in the browser, where `chrome` is there and untyped
        const extension = (globalThis as any).chrome;
        const [answer] = await extension.scripting.executeScript({
          target: { tabId },
          args: [wanted],
          func: (css: string) => {
            // biome-ignore lint/suspicious/noExplicitAny: as above
            const dom = (globalThis as any).chrome.dom;
            const hosts = [...document.documentElement.children].filter((e) => e.localName !== 'head' && e.localName !== 'body');
            const roots = hosts.map((h) => dom.openOrClosedShadowRoot(h)).filter(Boolean);
            return roots.flatMap((root) =>
              [...root.querySelectorAll(css)].map((element) => {
                const { x, y, width, height } = element.getBoundingClientRect();
                return { x, y, width, height, text: element.textContent ?? '', label: element.getAttribute('aria-label') ?? '' };
              }),
            );
          },
        });
        return answer.result.filter((d: { width: number; height: number }) => d.width > 0 && d.height > 0);
      },
      [this.#tabId, selector] as const,
    );
  }

  /** The one that matches and says `words` (in its text or label), once it is there. */
  async one(selector: string, words: string | RegExp = ''): Promise<Drawn> {
    const matching = (d: Drawn) =>
      typeof words === 'string' ? `${d.label} ${d.text}`.includes(words) : words.test(`${d.label} ${d.text}`);
    let found: Drawn | undefined;
    await expect(async () => {
      const seen = await this.all(selector);
      found = seen.find(matching);
      expect(found, `${selector} “${words}” among ${seen.map((d) => d.label || d.text).join(' | ')}`).toBeDefined();
    }).toPass({ timeout: 10_000 });
    return found as Drawn; // shown just above
  }

  async click(selector: string, words: string | RegExp = ''): Promise<void> {
    const { x, y, width, height } = await this.one(selector, words);
    await this.#page.mouse.click(x + width / 2, y + height / 2);
  }
}
