import { cardInPage } from './card-in-page.ts';
import { expect, test } from './chromium-test.ts';
import { fetchIt, SENTENCES, sourcePage, VERBATIM, Weblog } from './weblog.ts';

// The check as it is asked for in the page itself.

test('“Check” in the popover opens the comparison in a tab, where the quote is kept with it, and so does the card of a kept one', async ({
  saidso,
}) => {
  const weblog = new Weblog(saidso);
  saidso.site.serve('/boats.html', sourcePage(SENTENCES));
  const page = await weblog.open(VERBATIM.replace('41', '47'), weblog.at('/boats.html'));
  await page.bringToFront();
  const root = await saidso.root(page);
  await root.click('button', /^Quote .*Harbour Gazette/);
  const opening = saidso.browser.context.waitForEvent('page');
  await root.click('.actions button', 'Check');
  const check = await opening;
  await expect(check.getByRole('region', { name: 'The quote' })).toContainText('found 47 of them');
  await fetchIt(check);
  await expect(check.getByRole('heading', { name: 'Differs from this source' })).toBeVisible();
  await check.getByRole('button', { name: /^Keep/ }).click();
  await expect(check.getByText('Kept with the annotation')).toBeVisible();

  // Now that it is kept, its annotation is what is checked: the earlier check is there.
  await check.close();
  await page.bringToFront();
  await page.keyboard.press('Escape');
  await root.click('button', /^Your highlight/);
  const card = await cardInPage(page);
  const again = saidso.browser.context.waitForEvent('page');
  await card.getByRole('link', { name: 'Check against source' }).click();
  const fromCard = await again;
  await expect(fromCard.getByRole('heading', { name: 'Earlier checks' })).toBeVisible();
});
