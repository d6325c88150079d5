import { existsSync, readFileSync } from 'node:fs';
import { resolve } from 'node:path';
import type { Quotation } from '../../utils/domain/quotation.ts';
import { expect, test } from './chromium-test.ts';
import { sourcePage } from './weblog.ts';

// The quotes of the page that Saidso was asked for, against a source that is written here from these quotes. The page lies beside the project.

const page = resolve(process.env.SAIDSO_SHARED ?? '../shared', 'pages', 'seed', 'rubio-migration.html');

const escaped = (text: string): string => text.replaceAll('&', '&amp;').replaceAll('<', '&lt;');

/** The words with one number, or else one word in their middle, changed. */
function changed(text: string): string {
  if (/\d/.test(text)) return text.replace(/\d+/, (number) => String(Number(number) + 1));
  const words = text.split(' ');
  return words.map((word, at) => (at === Math.floor(words.length / 2) ? 'lanterns' : word)).join(' ');
}

/** What the quote leaves out, marked: the source has words more in its middle, where the quote then has an ellipsis. */
function withCut(text: string): { quote: string; source: string } {
  const words = text.split(' ');
  const middle = Math.floor(words.length / 2);
  const [head, tail] = [words.slice(0, middle).join(' '), words.slice(middle).join(' ')];
  return { quote: `${head} … ${tail}`, source: `${head} and here stand five words more ${tail}` };
}

test('quotes of the seed page are verbatim, altered or cut against a source that says them so', async ({ saidso, site }) => {
  test.skip(!existsSync(page), `${page} is not here`);
  site.serve('/seed.html', readFileSync(page, 'utf8'));
  const tab = await saidso.open(`http://weblog.example:${site.port}/seed.html`);
  const tabId = await saidso.tabId(tab);
  const { quotations } = await saidso.view(tab);
  const long = quotations.map(({ quotation }) => quotation).filter(({ text }) => text.split(' ').length >= 8 && !/…|\[|\.\.\./.test(text));
  const numbered = long.find(({ text }) => /\d/.test(text)) ?? long[1];
  const [first, third] = long.filter((one) => one !== numbered);
  if (!first || !numbered || !third) throw new Error('the page has too few long quotes');
  const cut = withCut(third.text);
  site.serve('/source.html', sourcePage([first.text, changed(numbered.text), cut.source].map(escaped)));
  const source = `http://gazette.example:${site.port}/source.html`;

  /** The verdict of a check that is open. */
  const verdict = async (address: string, words?: string): Promise<{ verdict: string; grave: boolean }> => {
    const check = await saidso.surface(address);
    if (words !== undefined) {
      await check.getByLabel('The quote').fill(words);
      await check.getByRole('button', { name: 'Choose the source' }).click();
    }
    await check.getByLabel('Another address').fill(source);
    await check.getByRole('button', { name: `Fetch ${source}` }).click();
    const heading = check.getByRole('article').getByRole('heading').first();
    await expect(heading).toBeVisible();
    const said = { verdict: await heading.innerText(), grave: await check.getByText('may change the meaning').isVisible() };
    await check.close();
    return said;
  };
  const ofTab = ({ start, end, text }: Quotation): string =>
    `check.html#${new URLSearchParams({ tab: String(tabId), frame: '0', start: String(start), end: String(end), exact: text })}`;
  expect(await verdict(ofTab(first))).toEqual({ verdict: 'Verbatim', grave: false });
  expect(await verdict(ofTab(numbered))).toEqual({ verdict: 'Differs from this source', grave: /\d/.test(numbered.text) });
  expect(await verdict('check.html', cut.quote)).toMatchObject({ verdict: 'Edited' });
});
