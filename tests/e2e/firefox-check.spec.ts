import { makePdf } from '../browser/check/make-pdf.ts';
import { test as base, expect, SaidsoInFirefox } from './firefox-test.ts';
import { launchFirefox } from './launch-firefox.ts';
import { postPage, SENTENCES, sourcePage, VERBATIM } from './weblog.ts';

// What is Firefox's own in a check: the request of its extension page, the PDF's worker, a link in the card's frame.

const test = base.extend({
  // The sites have names, for private addresses are never fetched; here they lead to this machine.
  saidso: async ({ site }, use) => {
    const browser = await launchFirefox({ prefs: { 'network.dns.localDomains': 'gazette.example,weblog.example' } });
    await use(new SaidsoInFirefox(browser, site, ''));
    await browser.close();
  },
});

test('Firefox: a quote is compared from the page, with what is fetched, and kept; its card leads to the check again', async ({
  saidso,
  site,
}) => {
  const at = (host: string, path: string): string => `http://${host}:${site.port}${path}`;
  site.serve('/boats.html', sourcePage(SENTENCES));
  site.serve('/post.html', postPage(VERBATIM.replace('41', '47'), at('gazette.example', '/boats.html')));
  const tab = await saidso.browser.open(at('weblog.example', '/post.html'));
  await saidso.read(tab);
  await saidso.toFront(tab);
  await saidso.clickDrawn(tab, 'button.sign', /Harbour Gazette/);
  await saidso.clickDrawn(tab, '.actions button', /^Check$/);
  const check = await saidso.browser.tab('check.html');
  await saidso.says(check, 'found 47 of them');
  await saidso.click(check, 'button', /^Fetch /);
  await saidso.says(check, 'Differs from this source');
  await saidso.click(check, 'button', /^Keep the quote/);
  await saidso.says(check, 'Kept with the annotation');
  await saidso.browser.send('browsingContext.close', { context: check });

  await saidso.toFront(tab);
  await saidso.clickDrawn(tab, 'button.sign', /^Your highlight/);
  const card = await saidso.browser.frame(tab, 'card.html');
  // The card grows while it loads, and a press may go beside the link.
  let again = '';
  await expect(async () => {
    await saidso.click(card, 'a', /^Check against source/);
    again = await saidso.browser.tab('check.html', 3_000);
  }).toPass();
  await saidso.says(again, 'Earlier checks');
});

test('Firefox: the text of a PDF is a source', async ({ saidso, site }) => {
  const pdf = makePdf([['We have counted the boats again this spring and found 41 of', 'them, more than in any year before.']]);
  site.serve('/report.pdf', pdf, { 'content-type': 'application/pdf' });
  const check = await saidso.surface('check.html');
  await saidso.click(check, 'textarea');
  await saidso.type(check, VERBATIM);
  await saidso.click(check, 'button[type=submit]');
  await saidso.click(check, 'input[type=url]');
  await saidso.type(check, `http://gazette.example:${site.port}/report.pdf\uE007`);
  await saidso.says(check, 'Verbatim');
  await saidso.says(check, 'the text of a PDF');
  expect(await saidso.browser.evaluate(check, 'document.querySelectorAll("[role=alert]").length')).toBe(0);
});
