import type { Page } from '@playwright/test';
import { expect, test } from './chromium-test.ts';
import { axeInDocument } from './run-axe.ts';
import { fetchIt, SENTENCES, sourcePage, VERBATIM, Weblog } from './weblog.ts';

// axe on every state of the check page, in light and in dark, and one check by keyboard alone.

async function expectNoFindings(page: Page, state: string): Promise<void> {
  for (const colorScheme of ['light', 'dark'] as const) {
    await page.emulateMedia({ colorScheme, reducedMotion: 'reduce' });
    expect(await axeInDocument(page), `${state}, ${colorScheme}`).toEqual([]);
  }
}

test('axe finds nothing on the check page: form, candidates, each verdict, failed', async ({ saidso }) => {
  test.setTimeout(180_000);
  const weblog = new Weblog(saidso);
  const empty = await saidso.surface('check.html');
  await expect(empty.getByLabel('The quote')).toBeVisible();
  await expectNoFindings(empty, 'form');

  saidso.site.serve('/boats.html', sourcePage(SENTENCES));
  saidso.site.serve('/paywall.html', sourcePage(SENTENCES.slice(0, 1), '<p>Subscribe to continue reading.</p>'));
  const states: [string, string, string][] = [
    ['Verbatim', VERBATIM, '/boats.html'],
    ['Edited', VERBATIM.replace('again this spring', '…'), '/boats.html'],
    ['Differs from this source', VERBATIM.replace('41', '47').replace('boats', 'ferries'), '/boats.html'],
    ['Not in this source', 'Nobody knows what the island will look like in ten years.', '/boats.html'],
    ['Cannot be told', VERBATIM, '/paywall.html'],
  ];
  for (const [verdict, words, path] of states) {
    const check = await weblog.check(words, weblog.at(path));
    await expect(check.getByRole('button', { name: /^Fetch / }).first()).toBeVisible();
    if (verdict === 'Verbatim') await expectNoFindings(check, 'candidates');
    await fetchIt(check);
    await expect(check.getByRole('heading', { name: verdict })).toBeVisible();
    await expectNoFindings(check, verdict);
    await check.close();
  }
  const failed = await weblog.check(VERBATIM, weblog.at('/missing.html'));
  await fetchIt(failed);
  await expect(failed.getByRole('alert')).toBeVisible();
  await expectNoFindings(failed, 'failed');
});

test('axe finds nothing on the list of checks, and a quote of it that is not kept has its own check', async ({ saidso }) => {
  const weblog = new Weblog(saidso);
  const none = await saidso.surface('check.html#queue');
  await expect(none.getByText('No quotes wait to be checked')).toBeVisible();
  await expectNoFindings(none, 'empty list');
  await none.close();

  saidso.site.serve('/boats.html', sourcePage(SENTENCES));
  const page = await weblog.open(VERBATIM, weblog.at('/boats.html'));
  const panel = await saidso.surface(`sidepanel.html?tab=${await saidso.tabId(page)}`);
  const opening = saidso.browser.context.waitForEvent('page');
  await panel.getByRole('button', { name: 'Check all against their sources' }).click();
  const list = await opening;
  await expect(list.getByText('0 of 1 checked')).toBeVisible();
  await expectNoFindings(list, 'list');
  await list.getByRole('button', { name: 'Fetch the sources and check' }).click();
  await expect(list.getByText('1 of 1 checked')).toBeVisible();
  await expectNoFindings(list, 'list at its end');

  const single = saidso.browser.context.waitForEvent('page');
  await list.getByRole('article').getByRole('link', { name: 'Choose a source' }).click();
  await expect((await single).getByRole('region', { name: 'The quote' })).toContainText(VERBATIM);
});

test('a check by keyboard alone: the words, the source’s text, the verdict', async ({ saidso }) => {
  const check = await saidso.surface('check.html');
  const press = async (key: string, times = 1): Promise<void> => {
    for (let i = 0; i < times; i++) await check.keyboard.press(key);
  };
  /** Goes on by Tab until what is named has the focus; no page of this has so many stops. */
  const reach = async (name: RegExp): Promise<void> => {
    const focused = () =>
      check.evaluate(() => {
        const now = document.activeElement;
        if (now === document.body) return '';
        const label = now instanceof HTMLTextAreaElement ? now.labels?.[0]?.innerText : now?.textContent;
        return label ?? '';
      });
    for (let step = 0; step < 20 && !name.test(await focused()); step++) await press('Tab');
    expect(await focused()).toMatch(name);
  };
  await expect(check.getByLabel('The quote')).toBeVisible();
  await reach(/^The quote/);
  await check.keyboard.type(VERBATIM);
  await reach(/^Choose the source/);
  await press('Enter');
  await expect(check.getByRole('region', { name: 'The quote' })).toBeFocused();
  await reach(/paste the source/);
  await check.keyboard.type(SENTENCES.join(' '));
  await reach(/^Compare with this text/);
  await press('Enter');
  await expect(check.getByRole('heading', { name: 'Verbatim' })).toBeVisible();
  // The answer has the focus.
  await expect(check.getByRole('article', { name: 'Result' })).toBeFocused();
});
