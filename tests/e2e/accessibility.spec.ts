import type { Page } from '@playwright/test';
import { cardInPage } from './card-in-page.ts';
import { expect, type Saidso, test } from './chromium-test.ts';
import { paintedWords } from './painted-words.ts';
import { axeInDocument, axeInRoot, contrastInRoot } from './run-axe.ts';

// axe on everything that people see, in light and in dark, and the main job by keyboard alone.

const VIEWS = ['all', 'claims', 'speakers', 'pages', 'corrections', 'bin', 'exchange', 'settings'] as const;
const SCHEMES = ['light', 'dark'] as const;

/** What axe finds with `look` in light and in dark. */
async function inBothSchemes(page: Page, look: () => Promise<string[]>): Promise<string[]> {
  const all: string[] = [];
  for (const colorScheme of SCHEMES) {
    await page.emulateMedia({ colorScheme, reducedMotion: 'reduce' });
    all.push(...(await look()).map((finding) => `${colorScheme} ${finding}`));
  }
  return all;
}

/** Everything that axe finds in a page of the extension. */
const findings = (page: Page): Promise<string[]> => inBothSchemes(page, () => axeInDocument(page));

/** The sample page with three quotes kept, one with a note, a tag and a claim, one in the bin. */
async function withData(saidso: Saidso): Promise<Page> {
  const page = await saidso.open('/article.html');
  await page.bringToFront();
  const root = await saidso.root(page);
  await root.click('button', /^Quote by .*Ingrid Solheim.* from .*Reuters/);
  await root.click('button', 'Claim');
  const card = await cardInPage(page);
  await card.getByRole('textbox', { name: 'Note' }).fill('Counted by whom? See **the survey**.');
  await card.getByRole('combobox', { name: /tag/i }).fill('seals');
  await card.getByRole('combobox', { name: /tag/i }).press('Enter');
  await expect(card.getByText('seals', { exact: true }).first()).toBeVisible();
  const [kept, other] = await saidso.keep(page, 0, 1);
  expect(other).toMatchObject({ ok: true });
  if (!kept?.ok) throw new Error(kept?.code);
  expect(await saidso.ask('annotation.remove', { ids: [kept.value.id] })).toMatchObject({ ok: true });
  return page;
}

for (const data of ['empty', 'with data'] as const)
  test(`axe finds nothing in the library, the popup and the panel, ${data}`, async ({ saidso }) => {
    // Eight views and two surfaces, each in light and in dark: 47 s on two cores that are busy with other things.
    test.setTimeout(180_000);
    const page = data === 'empty' ? await saidso.open('/article.html') : await withData(saidso);
    const library = await saidso.surface('library.html');
    for (const view of VIEWS) {
      await library.goto(saidso.browser.page(`library.html#${view}`));
      await expect(library.getByRole('main')).toBeVisible();
      await expect(library.getByText('Loading')).toHaveCount(0);
      expect(await findings(library), view).toEqual([]);
    }
    const tabId = await saidso.tabId(page);
    const popup = await saidso.popupOver(page);
    const panel = await saidso.surface(`sidepanel.html?tab=${tabId}`, { width: 360, height: 700 });
    for (const surface of [popup, panel]) {
      await expect(surface.getByText('The operators’ associati').first()).toBeVisible();
      expect(await findings(surface)).toEqual([]);
    }
    for (const tab of await popup.getByRole('tab').all()) {
      await tab.click();
      expect(await findings(popup)).toEqual([]);
    }
    if (data === 'empty') return;
    await library.goto(saidso.browser.page('library.html#all'));
    await library.getByText('We have eleven pups').first().click();
    await expect(library.getByRole('textbox', { name: 'Note' })).toBeVisible();
    expect(await findings(library), 'an annotation that is open').toEqual([]);
  });

test('axe finds nothing in what is drawn in the page: signs, popover, bar, card', async ({ saidso }) => {
  const page = await saidso.open('/article.html');
  await page.bringToFront();
  const asking = await saidso.surface('icon/32.png');
  const tabId = await saidso.tabId(page);
  const root = await saidso.root(page);
  const drawn = async (): Promise<string[]> => {
    await page.bringToFront();
    return inBothSchemes(page, () => axeInRoot(asking, tabId));
  };
  await root.one('button', /Ingrid Solheim/);
  expect(await drawn(), 'signs').toEqual([]);

  await page.bringToFront();
  await root.click('button', /^Quote by .*Ingrid Solheim.* from .*Reuters/);
  await root.one('button', 'Keep');
  expect(await drawn(), 'popover').toEqual([]);
  for (const colorScheme of SCHEMES) {
    await page.emulateMedia({ colorScheme });
    const { judged, faint } = await contrastInRoot(asking, tabId);
    expect(judged).toBeGreaterThan(4);
    expect(faint, `popover, ${colorScheme}`).toEqual([]);
  }
  await root.click('button', 'Note');
  const card = await cardInPage(page);
  await expect(card.getByRole('textbox', { name: 'Note' })).toBeVisible();
  expect(await drawn(), "the card's box").toEqual([]);
  await card.getByRole('textbox', { name: 'Note' }).press('Escape');
  await expect.poll(() => page.frames().length).toBe(1);

  await page.locator('h1').first().click({ clickCount: 3 });
  await root.one('button', /green/i);
  expect(await drawn(), 'bar').toEqual([]);
  for (const colorScheme of SCHEMES) {
    await page.emulateMedia({ colorScheme });
    expect(await contrastInRoot(asking, tabId), `bar, ${colorScheme}`).toEqual({ judged: 2, faint: [] });
  }
});

/** The name of what has the focus in our closed root. */
const focusedInRoot = (extensionPage: Page, tabId: number): Promise<string> =>
  extensionPage.evaluate<string>(`chrome.scripting.executeScript({ target: { tabId: ${tabId} }, func: () => {
    const root = document.activeElement && chrome.dom.openOrClosedShadowRoot(document.activeElement);
    const focused = root && root.activeElement;
    return focused ? [focused.localName, focused.getAttribute('aria-label') || focused.textContent || ''].join(' ') : '';
  } }).then(([answer]) => answer.result)`);

test('by keyboard alone: to a sign, open, Escape back to it, keep', async ({ saidso, site }) => {
  const words = 'The lamps of the ninth ward were dark for eleven nights before anybody came.';
  const page_ = `<!doctype html><html lang="en"><title>Lamps</title><main><p><a href="#end">Skip</a></p><p>Clerk Ada Quill said: “${words}”</p></main></html>`;
  site.serve('/lamps', page_);
  const page = await saidso.open('/lamps');
  const asking = await saidso.surface('icon/32.png');
  const tabId = await saidso.tabId(page);
  const focused = () => focusedInRoot(asking, tabId);
  await page.bringToFront();
  await (await saidso.root(page)).one('button', /Ada Quill/);

  /** Presses a key until what has the focus fits; after as many steps as there are stops on this page it never will. */
  const pressUntil = async (key: string, wanted: RegExp): Promise<void> => {
    for (let step = 0; step < 12 && !wanted.test(await focused()); step++) await page.keyboard.press(key);
    expect(await focused()).toMatch(wanted);
  };
  await pressUntil('Tab', /^button .*Ada Quill/);
  await page.keyboard.press('Enter');
  await expect.poll(focused).toMatch(/^(button|a) (?!.*Quote by)/);
  await page.keyboard.press('Escape');
  await expect.poll(focused).toMatch(/^button Quote by .*Ada Quill/);

  await page.keyboard.press('Enter');
  await pressUntil('Tab', /^button Keep/);
  await page.keyboard.press('Enter');
  await expect.poll(() => paintedWords(page)).toEqual([words]);

  await pressUntil('Tab', /^button Your highlight/);
  await page.keyboard.press('Enter');
  const card = await cardInPage(page);
  await expect(card.getByRole('textbox', { name: 'Note' })).toBeVisible();
  await expect.poll(() => card.evaluate(() => document.hasFocus())).toBe(true);
  await page.keyboard.press('Escape');
  await expect.poll(() => page.frames().length).toBe(1);
  await expect.poll(focused).toMatch(/^button Your highlight/);
});

test('axe finds nothing in the card', async ({ saidso }) => {
  const page = await withData(saidso);
  const card = await cardInPage(page);
  expect(await inBothSchemes(page, () => axeInDocument(card))).toEqual([]);
});
