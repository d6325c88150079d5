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

/**
 * Runs in the extension's own world in the page. In a closed root axe cannot determine contrast, so it is computed here: text against the
 * nearest opaque background in the root (WCAG 2.2, 1.4.3: at least 4.5). Text without one stands on the page and is not judged.
 */
function faintInRoot(): { judged: number; faint: string[] } {
  type World = { chrome: { dom: { openOrClosedShadowRoot(element: Element): ShadowRoot | null } } };
  const { chrome } = globalThis as unknown as World; // there for content scripts
  const brush = document.createElement('canvas').getContext('2d', { willReadFrequently: true });
  const rgba = (colour: string): number[] => {
    if (brush === null) throw new Error('no canvas');
    brush.clearRect(0, 0, 1, 1);
    brush.fillStyle = colour;
    brush.fillRect(0, 0, 1, 1);
    return [...brush.getImageData(0, 0, 1, 1).data];
  };
  const luminance = (colour: number[]): number =>
    [0.2126, 0.7152, 0.0722].reduce((sum, weight, i) => {
      const part = (colour[i] ?? 0) / 255;
      return sum + weight * (part <= 0.04045 ? part / 12.92 : ((part + 0.055) / 1.055) ** 2.4);
    }, 0);
  const behind = (element: Element | null): number[] | null => {
    for (let at = element; at; at = at.parentElement) {
      const colour = rgba(getComputedStyle(at).backgroundColor);
      if (colour[3] === 255) return colour;
    }
    return null;
  };
  let judged = 0;
  const faint: string[] = [];
  const hosts = [...document.documentElement.children].filter((e) => e.localName !== 'head' && e.localName !== 'body');
  for (const element of hosts.flatMap((host) => [...(chrome.dom.openOrClosedShadowRoot(host)?.querySelectorAll('.box *') ?? [])])) {
    const hasText = [...element.childNodes].some((node) => node.nodeType === Node.TEXT_NODE && node.nodeValue?.trim());
    const background = hasText && element.getClientRects().length > 0 ? behind(element) : null;
    if (background === null) continue;
    judged++;
    const [a, b] = [luminance(rgba(getComputedStyle(element).color)), luminance(background)];
    const ratio = (Math.max(a, b) + 0.05) / (Math.min(a, b) + 0.05);
    if (ratio < 4.5) faint.push(`contrast ${ratio.toFixed(2)}: ${element.textContent}`);
  }
  return { judged, faint };
}

/** What axe finds in our closed shadow root in a tab, asked from a page of the extension. The card's frame is a page of its own. */
export async function axeInRoot(extensionPage: Page, tabId: number): Promise<string[]> {
  const source = await readFile(AXE_FILE, 'utf8');
  // A function's source is what is injected, so axe itself has to be one.
  const inject = (func: string) => `chrome.scripting.executeScript({ target: { tabId: ${tabId} }, func: ${func} })`;
  await extensionPage.evaluate(`${inject(`function () { ${source}\n }`)}.then(() => null)`);
  return extensionPage.evaluate<string[]>(`${inject(String(findInRoot))}.then(([answer]) => answer.result)`);
}

/** Text of too little contrast in the boxes that are open in our closed root, and how many pieces of text were judged. */
export const contrastInRoot = (extensionPage: Page, tabId: number): Promise<{ judged: number; faint: string[] }> =>
  extensionPage.evaluate<{ judged: number; faint: string[] }>(
    `chrome.scripting.executeScript({ target: { tabId: ${tabId} }, func: ${faintInRoot} }).then(([answer]) => answer.result)`,
  );
