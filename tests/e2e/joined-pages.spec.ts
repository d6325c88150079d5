import type { Page } from '@playwright/test';
import { expect, type Saidso, test } from './chromium-test.ts';
import { axeInDocument } from './run-axe.ts';

// One document under several addresses: what the reader joins and splits in the library, and links that lead to the words.

const filler = Array.from({ length: 60 }, (_, i) => `<p>The committee heard item ${i} of the agenda and moved on to the next.</p>`).join(
  '',
);
const story = `<!doctype html><html lang="en"><title>Council votes on the harbour plan</title><body><article>
<p>The mayor, Ada Brink, said: “We will not build one more ship in this harbour.”</p>${filler}
<p>The harbour master, Ole Strand, said: “Nobody asked the people who work here at night.”</p>${filler}</article></body></html>`;

async function twoPages(saidso: Saidso): Promise<{ first: Page; copy: Page; library: Page }> {
  saidso.site.serve('/council-votes', story);
  saidso.site.serve('/syndicated/4711', story);
  const first = await saidso.open('/council-votes');
  const copy = await saidso.open('/syndicated/4711');
  const kept = [...(await saidso.keep(first, 0)), ...(await saidso.keep(copy, 1))];
  expect(kept.map(({ ok }) => ok)).toEqual([true, true]);
  const library = await saidso.surface('library.html#pages');
  await expect(library.getByRole('link', { name: 'Council votes on the harbour plan' })).toHaveCount(2);
  return { first, copy, library };
}

const shownIn = (saidso: Saidso, page: Page) =>
  expect.poll(async () => (await saidso.view(page)).highlights.filter(({ span }) => span !== null).length);

test('two pages are joined in the library, show each other’s annotations at once, and are split again', async ({ saidso }) => {
  const { first, copy, library } = await twoPages(saidso);
  await shownIn(saidso, copy).toBe(1);
  await library
    .getByRole('button', { name: /^Same document as/ })
    .first()
    .click();
  const dialog = library.getByRole('dialog');
  await expect(dialog.getByText('same title')).toBeVisible();
  expect(await axeInDocument(library)).toEqual([]);
  await dialog.getByRole('option').first().click();
  await shownIn(saidso, copy).toBe(2);
  await shownIn(saidso, first).toBe(2);
  await expect(library.getByRole('link', { name: 'Council votes on the harbour plan' })).toHaveCount(1);
  expect(await axeInDocument(library)).toEqual([]);

  await library
    .getByRole('button', { name: /^Split off/ })
    .last()
    .click();
  await shownIn(saidso, copy).toBe(1);
  await library.keyboard.press('Control+z');
  await shownIn(saidso, copy).toBe(2);
  await library.keyboard.press('Control+z');
  await shownIn(saidso, copy).toBe(1);
  await expect(library.getByRole('link', { name: 'Council votes on the harbour plan' })).toHaveCount(2);
});

test('pages are joined by keyboard alone', async ({ saidso }) => {
  const { copy, library } = await twoPages(saidso);
  await library
    .getByRole('button', { name: /^Same document as/ })
    .first()
    .focus();
  await library.keyboard.press('Enter');
  await expect(library.getByRole('dialog').getByRole('searchbox')).toBeFocused();
  await library.keyboard.type('votes');
  await expect(library.getByRole('option')).toHaveCount(1);
  await library.keyboard.press('Tab');
  await expect(library.getByRole('option')).toBeFocused();
  await library.keyboard.press('Enter');
  await shownIn(saidso, copy).toBe(2);
});

test('a copied link opens the page at the words', async ({ saidso }) => {
  const { copy, library } = await twoPages(saidso);
  await copy.close();
  await library.goto(saidso.browser.page('library.html#all'));
  await library.getByText('Nobody asked the people').first().click();
  await saidso.browser.context.grantPermissions(['clipboard-read', 'clipboard-write']);
  await library.getByRole('button', { name: /^Copy link to these words/ }).click();
  await expect(library.getByText('Copied').first()).toBeVisible();
  const link = await library.evaluate(() => navigator.clipboard.readText());
  expect(link).toContain('#:~:text=');
  const page = await saidso.browser.context.newPage();
  await page.goto(link);
  await expect(page.getByText('Nobody asked the people who work here')).toBeInViewport();
  expect(await page.evaluate(() => window.scrollY)).toBeGreaterThan(500);
});
