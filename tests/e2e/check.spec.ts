import { makePdf } from '../browser/check/make-pdf.ts';
import { expect, test } from './chromium-test.ts';
import { fetchIt, SENTENCES, sourcePage, VERBATIM, Weblog } from './weblog.ts';

test('a quote is compared with its source, and the check is kept with it', async ({ saidso }) => {
  const weblog = new Weblog(saidso);
  saidso.site.serve('/boats.html', sourcePage(SENTENCES));
  const check = await weblog.check(VERBATIM, weblog.at('/boats.html'));
  await fetchIt(check);
  await expect(check.getByRole('heading', { name: 'Verbatim' })).toBeVisible();
  await expect(check.getByRole('region', { name: 'In the source' })).toContainText(VERBATIM);
  await expect(check.getByText('Kept with the annotation')).toBeVisible();
  await check.reload();
  await expect(check.getByRole('heading', { name: 'Earlier checks' })).toBeVisible();
  await expect(check.getByRole('button', { name: /^Verbatim/ })).toBeVisible();
});

test('a changed number is shown on both sides, and said to matter', async ({ saidso }) => {
  const weblog = new Weblog(saidso);
  saidso.site.serve('/boats.html', sourcePage(SENTENCES));
  const check = await weblog.check(VERBATIM.replace('41', '47'), weblog.at('/boats.html'));
  await fetchIt(check);
  await expect(check.getByRole('heading', { name: 'Differs from this source' })).toBeVisible();
  await expect(check.getByRole('region', { name: 'As quoted' }).locator('mark')).toContainText('47');
  await expect(check.getByRole('region', { name: 'In the source' }).locator('mark')).toContainText('41');
  await expect(check.getByText('may change the meaning')).toBeVisible();
});

test('a source behind a log-in is read in a tab, and the answer comes back', async ({ saidso }) => {
  const weblog = new Weblog(saidso);
  saidso.site.serve('/paywall.html', sourcePage(SENTENCES.slice(0, 1), '<p>Subscribe to continue reading.</p>'));
  const check = await weblog.check(VERBATIM, weblog.at('/paywall.html'));
  await fetchIt(check);
  await expect(check.getByRole('heading', { name: 'Cannot be told' })).toBeVisible();
  saidso.site.serve('/paywall.html', sourcePage(SENTENCES));
  await check.getByRole('button', { name: 'Compare with another source' }).click();
  await check
    .getByRole('button', { name: /^Open in a tab/ })
    .first()
    .click();
  await expect(check.getByRole('heading', { name: 'Verbatim' })).toBeVisible({ timeout: 20_000 });
  await expect(check.getByText('as a tab showed it')).toBeVisible();
});

test('a PDF, a page that moved, and pasted text are sources too', async ({ saidso }) => {
  const weblog = new Weblog(saidso);
  saidso.site.serve(
    '/report.pdf',
    makePdf([
      ['The harbour board met.', '', 'We have counted the boats again this spring and found 41 of', 'them, more than in any year before.'],
    ]),
    {
      'content-type': 'application/pdf',
    },
  );
  saidso.site.redirect('/old.html', '/report.pdf');
  const check = await weblog.check(VERBATIM, weblog.at('/old.html'));
  await fetchIt(check);
  await expect(check.getByRole('heading', { name: 'Verbatim' })).toBeVisible();
  await expect(check.getByText('the text of a PDF')).toBeVisible();
  await expect(check.getByText('(asked for:')).toBeVisible();
  await check.getByRole('button', { name: 'Compare with another source' }).click();
  await check.getByLabel('Or paste the source’s text').fill(`She said: ${VERBATIM.replace('this spring ', '')}`);
  await check.getByRole('button', { name: 'Compare with this text' }).click();
  await expect(check.getByRole('heading', { name: 'Differs from this source' })).toBeVisible();
});

test('what cannot be read is said, with what can be done', async ({ saidso }) => {
  const weblog = new Weblog(saidso);
  const check = await weblog.check(VERBATIM, weblog.at('/missing.html'));
  await fetchIt(check);
  await expect(check.getByRole('alert')).toContainText('The site has no such page');
  await expect(check.getByRole('alert').getByRole('link', { name: 'Copies in the Wayback Machine' })).toHaveAttribute(
    'href',
    `https://web.archive.org/web/*/${weblog.at('/missing.html')}`,
  );
  await check.getByLabel('Another address').fill('http://192.168.0.1/admin');
  await check.getByRole('button', { name: 'Fetch http://192.168.0.1/admin' }).click();
  await expect(check.getByRole('alert')).toContainText('on your computer or your own network');
});

test('all quotes of a page are checked one after the other, also after the list was closed', async ({ saidso }) => {
  const weblog = new Weblog(saidso);
  const source = weblog.at('/boats.html');
  saidso.site.serve('/boats.html', sourcePage(SENTENCES));
  const block = (url: string, words: string): string =>
    `<p>The <a href="${url}">Harbour Gazette</a> reported:</p><blockquote><p>${words}</p></blockquote>`;
  saidso.site.serve(
    '/many.html',
    `<!doctype html><html lang="en"><title>Many</title><body><article><h1>Many</h1>${block(source, VERBATIM)}<p>Then the sun came out.</p>
    ${block(source, 'The new pier will be full before the summer.')}<p>Then it rained again.</p>
    ${block(weblog.at('/gone.html'), 'Nobody knows what the harbour will look like in ten years.')}</article>`,
  );
  const page = await saidso.open(weblog.at('/many.html', 'weblog.example'));
  const [kept] = await saidso.keep(page, 0);
  const panel = await saidso.surface(`sidepanel.html?tab=${await saidso.tabId(page)}`);
  const opening = saidso.browser.context.waitForEvent('page');
  await panel.getByRole('button', { name: 'Check all against their sources' }).click();
  const list = await opening;
  await expect(list.getByText('0 of 3 checked')).toBeVisible();
  await list.close();

  const again = await saidso.surface('check.html#queue');
  await again.getByRole('button', { name: 'Fetch the sources and check' }).click();
  await expect(again.getByText('3 of 3 checked')).toBeVisible({ timeout: 20_000 });
  const rows = again.getByRole('article');
  await expect(rows).toHaveCount(3);
  await expect(rows.nth(0)).toContainText('Verbatim');
  await expect(rows.nth(1)).toContainText('⚠ Differs from this source');
  await expect(rows.nth(2)).toContainText('The site has no such page');

  // The kept one has its check in every list.
  await expect(panel.getByText('Verbatim')).toBeVisible();
  if (!kept?.ok) throw new Error('the quotation was not kept');
  const library = await saidso.surface(`library.html#all?open=${kept.value.id}`);
  await expect(library.getByText('Verbatim')).toBeVisible();
});

test('on the source’s own page the comparison is offered', async ({ saidso }) => {
  const weblog = new Weblog(saidso);
  saidso.site.serve('/boats.html', sourcePage(SENTENCES));
  await (await weblog.check(VERBATIM, weblog.at('/boats.html'))).close();
  const source = await saidso.open(weblog.at('/boats.html?utm_source=letter'));
  const panel = await saidso.surface(`sidepanel.html?tab=${await saidso.tabId(source)}`);
  await expect(panel.getByText('A quote you kept names this page as its source')).toBeVisible();
  const opening = saidso.browser.context.waitForEvent('page');
  await panel.getByRole('link', { name: /^Compare with this page/ }).click();
  const check = await opening;
  await expect(check.getByRole('heading', { name: 'Verbatim' })).toBeVisible({ timeout: 20_000 });
  await expect(panel.getByText('A quote you kept names this page as its source')).toBeHidden();
});
