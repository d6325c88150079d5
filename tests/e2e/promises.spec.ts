import type { Page } from '@playwright/test';
import { cardInPage } from './card-in-page.ts';
import { expect, test } from './chromium-test.ts';
import { hostilePage, type SeenByPage } from './hostile-page.ts';
import { paintedWords, quietMarks } from './painted-words.ts';
import { storedData } from './stored-data.ts';

// What README and ARCHITECTURE promise, tried on the built extension.

const ward = (n: number): string => `The lamps of ward ${n} were dark for ${n + 2} nights before anybody came.`;

/** A page with `count` quotes, whose own script writes down every change of its tree once it is parsed. */
const wardsPage = (count: number): string => `<!doctype html><html lang="en"><head><title>Wards</title><script>
  document.addEventListener('DOMContentLoaded', () => {
    window.before = document.documentElement.outerHTML;
    window.changes = [];
    new MutationObserver((records) => {
      for (const { type, target, addedNodes, removedNodes } of records)
        window.changes.push([type, target.nodeName, [...addedNodes].map((n) => n.nodeName), [...removedNodes].map((n) => n.nodeName)].join(' '));
    }).observe(document, { subtree: true, childList: true, attributes: true, characterData: true });
  });
</script></head><body><main><article><h1>Wards</h1>
${Array.from({ length: count }, (_, n) => `<p>Clerk Ada Quill said: “${ward(n)}”</p>`).join('\n')}
</article></main></body></html>`;

/** The page's markup before any script of ours ran, and now without our one host element. */
const markup = (page: Page): Promise<{ before: string; now: string; hosts: string[]; changes: string[] }> =>
  page.evaluate(() => {
    const seen = globalThis as unknown as { before: string; changes: string[] }; // left by the page's own script
    const copy = document.documentElement.cloneNode(true) as Element; // a clone of an element is one
    const hosts = [...copy.children].filter((child) => child.localName !== 'head' && child.localName !== 'body');
    for (const host of hosts) host.remove();
    return { before: seen.before, now: copy.outerHTML, hosts: hosts.map((host) => host.outerHTML), changes: seen.changes };
  });

test('the page is the same with 500 highlights as with none, but for one empty element', async ({ saidso, site }) => {
  site.serve('/wards', wardsPage(500));
  const page = await saidso.open('/wards');
  await expect.poll(() => quietMarks(page)).toBe(500);
  const none = await markup(page);
  expect(none.now).toBe(none.before);
  expect(none.hosts).toEqual(['<div></div>']);

  for (const answer of await saidso.keep(page, ...Array(500).keys())) expect(answer).toMatchObject({ ok: true });
  await expect.poll(async () => (await paintedWords(page)).length, { timeout: 30_000 }).toBe(500);
  const many = await markup(page);
  expect(many.now).toBe(none.before);
  expect(many.hosts).toEqual(['<div></div>']);
  expect(many.changes).toEqual(['childList HTML DIV ']);
});

test('the page learns nothing of what is typed in the card, and has no way to it', async ({ saidso, site }) => {
  site.serve('/hostile', hostilePage());
  const page = await saidso.open('/hostile');
  await page.bringToFront();
  const seen = (): Promise<SeenByPage> => page.evaluate(() => (globalThis as unknown as { seen: SeenByPage }).seen); // the page's own script
  await page.keyboard.press('q');
  await expect.poll(async () => (await seen()).events.some((e) => e.includes('keydown') && e.includes('"q"'))).toBe(true);
  const startedWith = (await seen()).events.length;

  const root = await saidso.root(page);
  await root.click('button', /^Quote by .*Ada Quill/);
  await root.click('button', 'Note');
  const card = await cardInPage(page);
  const note = card.getByRole('textbox', { name: 'Note' });
  await note.click();
  await page.keyboard.type('zyzzyva marginalia');
  await card.getByRole('combobox', { name: /tag/i }).click();
  await page.keyboard.type('quokkatag');
  await page.keyboard.press('Enter');
  await expect(card.getByText('quokkatag', { exact: true }).first()).toBeVisible();
  const address = card.url();
  const asking = await saidso.surface('icon/32.png');
  await expect.poll(async () => JSON.stringify(await storedData(asking))).toContain('zyzzyva marginalia');
  await page.bringToFront();

  const after = await page.evaluate(() => (globalThis as unknown as { snoop(): Promise<SeenByPage> }).snoop());
  const typed = after.events.slice(startedWith).filter((e) => /^(key|input|beforeinput|composition)/.test(e));
  expect(typed).toEqual([]);
  const everything = JSON.stringify(after);
  for (const secret of ['zyzzyva', 'marginalia', 'quokkatag', 'chrome-extension', new URL(address).host, new URL(address).hash.slice(1)])
    expect(everything).not.toContain(secret);
  expect(after.messages).toEqual([]);
  expect(after.roots).toEqual([]);
  expect(after.attached).toEqual([]);
  expect(after.frames).toBe(0);
});

test('forged events, messages and extension calls of a page make and change nothing', async ({ saidso, site }) => {
  site.serve('/hostile', hostilePage());
  const page = await saidso.open('/hostile');
  const asking = await saidso.surface('icon/32.png');
  const rows = async () => (await storedData(asking))['saidso.annotations'] ?? [];
  const forge = () => page.evaluate(() => (globalThis as unknown as { forge(): Promise<string[]> }).forge()); // the page's own script

  await saidso.root(page).then((root) => root.one('button', /Ada Quill/));
  for (const answer of await forge()) expect(answer).toMatch(/^(no such function|refused)/);
  expect(await rows()).toEqual([]);
  const root = await saidso.root(page);
  expect(await root.all('.box')).toEqual([]);

  // With a popover open, then with a card open, on an annotation that is there.
  await page.bringToFront();
  await root.click('button', /Ada Quill/);
  await root.one('button', 'Keep');
  await forge();
  expect(await rows()).toEqual([]);
  await root.click('button', 'Note');
  const card = await cardInPage(page);
  await card.getByRole('textbox', { name: 'Note' }).fill('mine alone');
  await expect.poll(async () => JSON.stringify(await rows())).toContain('mine alone');
  const before = await rows();
  await page.bringToFront();
  await forge();
  await page.evaluate(() => {
    for (const frame of [window, ...Array.from({ length: window.length }, (_, i) => window[i] as Window)])
      for (const message of [{ name: 'card.close', request: {} }, { name: 'annotation.remove', request: { ids: ['x'] } }, 'card.close'])
        frame.postMessage(message, '*');
  });
  expect(await rows()).toEqual(before);
  await expect(card.getByRole('textbox', { name: 'Note' })).toHaveValue('mine alone');
});

/** The address of the card as a content script has it: it holds an id that is new with each start of the browser. */
const cardAddress = (extensionPage: Page, tabId: number): Promise<string> =>
  extensionPage.evaluate(async (id) => {
    type Extension = {
      runtime: { getURL(path: string): string };
      scripting: { executeScript(injection: object): Promise<{ result: string }[]> };
    };
    const extension = (globalThis as unknown as { chrome: Extension }).chrome; // the browser's own, in a page of the extension
    const [answer] = await extension.scripting.executeScript({
      target: { tabId: id },
      func: () => (globalThis as unknown as { chrome: Extension }).chrome.runtime.getURL('card.html'), // as above
    });
    if (answer === undefined) throw new Error('the page has no frame');
    return answer.result;
  }, tabId);

test('a page that frames the card itself gets an empty one, with a guessed token and with a used one', async ({ saidso, site }) => {
  site.serve('/hostile', hostilePage());
  const page = await saidso.open('/hostile');
  await page.bringToFront();
  const root = await saidso.root(page);
  await root.click('button', /Ada Quill/);
  await root.click('button', 'Note');
  const card = await cardInPage(page);
  await card.getByRole('textbox', { name: 'Note' }).fill('mine alone');
  // The worst case: the page knows the address that this very card was loaded from, its token and all.
  const loadedFrom = await cardAddress(await saidso.surface('icon/32.png'), await saidso.tabId(page));
  const used = `${loadedFrom}${new URL(card.url()).hash}`;
  const guessed = `${loadedFrom}#${'0'.repeat(8)}-0000-4000-8000-${'0'.repeat(12)}`;
  const fixed = saidso.browser.page('card.html');
  expect(loadedFrom).not.toBe(fixed);
  await page.bringToFront();
  await card.getByRole('textbox', { name: 'Note' }).press('Escape');
  await expect.poll(() => page.frames().length).toBe(1);
  for (const [n, address] of [used, guessed, fixed].entries()) {
    await page.evaluate(
      ([name, src]) => {
        const frame = document.createElement('iframe');
        frame.name = name;
        frame.src = src;
        document.body.append(frame);
      },
      [`try-${n}`, address] as const,
    );
    await expect.poll(() => page.frame(`try-${n}`)?.url() ?? '').not.toBe('');
    const frame = page.frame(`try-${n}`);
    if (frame === null) throw new Error('the page has no such frame');
    // The browser does not even load the fixed address into a page's frame.
    if (address === fixed) {
      await expect.poll(() => frame.url()).toMatch(/^chrome-error:/);
      continue;
    }
    await expect(frame.getByText('Nothing to show here.')).toBeVisible();
    expect(await frame.evaluate(() => document.documentElement.textContent)).not.toContain('mine alone');
    expect(await frame.locator('button, input, textarea, a').count()).toBe(0);
  }
});
