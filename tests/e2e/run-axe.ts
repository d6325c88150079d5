import { readFile } from 'node:fs/promises';
import { createRequire } from 'node:module';
import type { Frame, Page } from '@playwright/test';

const AXE_FILE = createRequire(createRequire(import.meta.url).resolve('@axe-core/playwright')).resolve('axe-core/axe.min.js');

interface Finding {
  id: string;
  nodes: { target: unknown; failureSummary?: string }[];
}
interface Axe {
  run(context: unknown, options: object): Promise<{ violations: Finding[]; passes: { nodes: unknown[] }[] }>;
}

/** What axe finds in a document of the extension. Injected by the debugger, since its policy lets no foreign script in. */
export async function axeInDocument(document_: Page | Frame): Promise<string[]> {
  await document_.evaluate(await readFile(AXE_FILE, 'utf8'));
  return document_.evaluate(async () => {
    const { axe } = globalThis as unknown as { axe: Axe }; // put there just before
    const { violations, passes } = await axe.run(document, { iframes: false });
    if (passes.length === 0) return ['axe saw nothing'];
    return violations.flatMap(({ id, nodes }) => nodes.map((node) => `${id}: ${JSON.stringify(node.target)} ${node.failureSummary}`));
  });
}

/** Runs in the extension's own world in the page, after axe: that world alone may look into the closed root. */
async function findInRoot(): Promise<string[]> {
  type World = {
    axe: Axe;
    chrome: { dom: { openOrClosedShadowRoot(element: Element): ShadowRoot | null } };
  };
  const { axe, chrome } = globalThis as unknown as World; // axe was put there just before; `chrome.dom` is there for content scripts
  const hosts = [...document.documentElement.children].filter((e) => e.localName !== 'head' && e.localName !== 'body');
  const found: string[] = [];
  for (const host of hosts) {
    // Seen in this world only, and only by axe: it reads `shadowRoot`, which a closed root leaves empty.
    Object.defineProperty(host, 'shadowRoot', { value: chrome.dom.openOrClosedShadowRoot(host), configurable: true });
    const { violations, passes } = await axe.run({ include: [host] }, { iframes: false });
    Reflect.deleteProperty(host, 'shadowRoot');
    if (!passes.some(({ nodes }) => nodes.length > 0)) found.push('axe saw nothing');
    for (const { id, nodes } of violations)
      for (const { target, failureSummary } of nodes) found.push(`${id}: ${JSON.stringify(target)} ${failureSummary}`);
  }
  return found;
}

/** What axe finds in our closed shadow root in a tab, asked from a page of the extension. The card's frame is a page of its own. */
export async function axeInRoot(extensionPage: Page, tabId: number): Promise<string[]> {
  const source = await readFile(AXE_FILE, 'utf8');
  // A function's source is what is injected, so axe itself has to be one.
  const inject = (func: string) => `chrome.scripting.executeScript({ target: { tabId: ${tabId} }, func: ${func} })`;
  await extensionPage.evaluate(`${inject(`function () { ${source}\n }`)}.then(() => null)`);
  return extensionPage.evaluate<string[]>(`${inject(String(findInRoot))}.then(([answer]) => answer.result)`);
}
