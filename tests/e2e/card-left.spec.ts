import { cardInPage } from './card-in-page.ts';
import { expect, test } from './chromium-test.ts';
import { storedData } from './stored-data.ts';

test('words typed a moment before the page is reloaded are kept', async ({ saidso }) => {
  const page = await saidso.open('/article.html');
  await page.bringToFront();
  const root = await saidso.root(page);
  await root.click('button', /^Quote by .*Ingrid Solheim.* from .*Reuters/);
  await root.click('button', 'Note');
  const card = await cardInPage(page);
  await card.getByRole('textbox', { name: 'Note' }).fill('typed at the very end');
  await page.reload();
  const extensionPage = await saidso.browser.context.newPage();
  await extensionPage.goto(saidso.browser.page('library.html'));
  await expect.poll(async () => JSON.stringify(await storedData(extensionPage))).toContain('typed at the very end');
});
