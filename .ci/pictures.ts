// npm run pictures: the pictures of the README, made from the built extension on the sample article.

import { mkdirSync } from 'node:fs';
import { join } from 'node:path';
import type { Frame, Page } from 'playwright';
import { Saidso } from '../tests/e2e/chromium-test.ts';
import { launchChromium } from '../tests/e2e/launch-chromium.ts';
import { startLocalSite } from '../tests/e2e/local-site.ts';
import { contactSheet, correctionsView, stateTiles, verdictTiles } from './state-pictures.ts';

const root = join(import.meta.dirname, '..');
const pictures = join(import.meta.dirname, 'pictures');
mkdirSync(pictures, { recursive: true });

/** Waits for a line or box to stand still: two looks at the same height. */
async function still(page: Page, frame: Frame): Promise<void> {
  let last = -1;
  for (;;) {
    const now = await frame.evaluate(() => document.documentElement.getBoundingClientRect().height);
    if (now === last && now > 0) return;
    last = now;
    await page.waitForTimeout(200);
  }
}

for (const scheme of ['light', 'dark'] as const) {
  const site = await startLocalSite(join(root, 'tests', 'sample'));
  const browser = await launchChromium({ viewport: { width: 1200, height: 760 }, colorScheme: scheme });
  const saidso = new Saidso(browser, site);
  const suffix = scheme === 'dark' ? '-dark' : '';
  const shoot = (page: Page, name: string) => page.screenshot({ path: join(pictures, `${name}${suffix}.png`) });

  const page = await saidso.open('/article.html');
  const tabId = await saidso.tabId(page);
  await saidso.keep(page, 1, 5, 7, 11, 15);
  await page.bringToFront();
  const own = await saidso.root(page);
  await own.click('button', /^Quote by .*Ingrid Solheim.* from .*Reuters/);
  await own.one('button', 'Claim');
  await page.waitForTimeout(300); // it fades in
  await shoot(page, 'quote');
  await own.click('button', 'Claim');
  let card: Frame | undefined;
  while (card === undefined) {
    card = page.frames().find((frame) => frame.url().includes('card.html'));
    await page.waitForTimeout(100);
  }
  const tags = card.getByRole('combobox', { name: /tag/i });
  await tags.fill('seals');
  await tags.press('Enter');
  await card.getByRole('textbox', { name: 'Note' }).fill('Counted on the **outer banks** only; ask for the survey.');
  await still(page, card);
  await shoot(page, 'page');
  await page.keyboard.press('Escape');

  const popup = await saidso.popupOver(page);
  await popup.getByRole('tab', { name: /^Quotes/ }).waitFor();
  await popup.getByRole('button', { name: 'Keep', exact: true }).first().waitFor();
  await shoot(popup, 'popup');
  const panel = await saidso.surface(`sidepanel.html?tab=${tabId}`, { width: 380, height: 860 });
  await panel.getByRole('article').first().waitFor();
  await shoot(panel, 'panel');
  const library = await saidso.surface('library.html', { width: 1240, height: 600 });
  await library.getByRole('button', { name: /^We have eleven pups/ }).click();
  await library.getByRole('textbox', { name: 'Note' }).waitFor();
  await shoot(library, 'library');
  await library.goto(browser.page('library.html#settings'));
  await library.getByRole('heading', { level: 1, name: 'Settings' }).waitFor();
  await shoot(library, 'settings');

  const sheet = (name: string) => join(pictures, `${name}${suffix}.jpg`);
  await shoot(await correctionsView(saidso), 'corrections');
  await contactSheet(saidso, await stateTiles(saidso), sheet('states'), scheme === 'dark');
  await contactSheet(saidso, await verdictTiles(saidso), sheet('verdicts'), scheme === 'dark');

  await browser.close();
  await site.close();
}
console.log(`Pictures are in ${pictures}.`);
