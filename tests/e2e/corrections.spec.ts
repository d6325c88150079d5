import { readFile } from 'node:fs/promises';
import type { Frame, Page } from '@playwright/test';
import { strFromU8, unzipSync } from 'fflate';
import { parseHtml } from '../../cli/parse-html.ts';
import { detectQuotations } from '../../utils/detect/detect-quotations.ts';
import { readPage } from '../../utils/dom/read-page.ts';
import type { ReaderCase } from '../../utils/exchange/correction-case.ts';
import { judgeReaderCase } from '../corpus/reader-case.ts';
import { cardInPage } from './card-in-page.ts';
import { expect, type Saidso, test } from './chromium-test.ts';
import { paintedWords, quietMarks } from './painted-words.ts';
import { axeInDocument, axeInRoot, contrastInRoot } from './run-axe.ts';

// The reader sees why a quote is told as it is, corrects it, finds it corrected on the next visit, and takes it out as a test case.

const SOLHEIM = /^Quote by .*Ingrid Solheim.* from .*Reuters/;
const PUPS = 'We have eleven pups where last spring we had sixty-four,';

const speakerOf = async (saidso: Saidso, page: Page, words: string): Promise<string | null | undefined> =>
  (await saidso.view(page)).quotations.find(({ quotation }) => quotation.text.startsWith(words))?.quotation.speaker;
const cardGone = (page: Page) => expect.poll(() => page.frames().some((frame) => frame.url().includes('card.html'))).toBe(false);

/** Opens the correction of the quote behind a sign of the page. */
async function correct(saidso: Saidso, page: Page, sign: string | RegExp = SOLHEIM): Promise<Frame> {
  await page.bringToFront();
  const root = await saidso.root(page);
  await root.click('button.sign', sign);
  await root.click('button', 'Correct…');
  const card = await cardInPage(page);
  await expect(card.getByRole('textbox', { name: 'Speaker' }).or(card.getByRole('combobox', { name: 'Speaker' }))).toBeVisible();
  return card;
}

/** The words of a highlight of Saidso's, by its name. */
const wordsOf = (page: Page, name: string): Promise<string[]> =>
  page.evaluate((wanted) => {
    const text = (part: AbstractRange): string => {
      const range = document.createRange();
      range.setStart(part.startContainer, part.startOffset);
      range.setEnd(part.endContainer, part.endOffset);
      return range.toString().replace(/\s+/g, ' ');
    };
    return [...(CSS.highlights.get(wanted) ?? [])].map(text);
  }, name);

test('why a quote is told as it is: the words that decided are shown in the page', async ({ saidso }) => {
  const page = await saidso.open('/article.html');
  await page.bringToFront();
  const root = await saidso.root(page);
  await root.click('button.sign', SOLHEIM);
  await root.click('button', 'Why?');
  expect((await root.one('.reasons')).text).toMatch(/Speaker.*% sure.*Source/);
  const { text } = await root.one('.evidence q');
  await root.click('button', 'Show in page');
  await expect.poll(() => wordsOf(page, 'qm-7')).toEqual([text.replace(/\s+/g, ' ')]);
  await expect.poll(() => root.all('.box.aside')).toHaveLength(1);
  await expect.poll(() => root.all('.box.aside')).toHaveLength(0);
  await root.one('.reasons');
  const own = await saidso.surface('icon/16.png');
  const tabId = await saidso.tabId(page);
  expect(await axeInRoot(own, tabId)).toEqual([]);
  expect((await contrastInRoot(own, tabId)).faint).toEqual([]);
});

test('a correction is stored by the editor in the page, shows at once in every tab, and on the next visit', async ({ saidso, site }) => {
  const page = await saidso.open('/article.html');
  const other = await saidso.open('/article.html');
  const card = await correct(saidso, page);
  expect(await axeInDocument(card)).toEqual([]);
  const speaker = card.getByLabel('Speaker', { exact: true });
  await speaker.fill('Ingrid B. Solheim');
  await speaker.press('Enter');
  await expect(card.getByText('Corrected: Ingrid B. Solheim, from Reuters.')).toBeVisible();
  expect(await page.evaluate(() => document.documentElement.innerHTML.includes('Ingrid B. Solheim'))).toBe(false);
  await card.getByRole('button', { name: 'Close' }).click();
  await cardGone(page);
  for (const tab of [page, other]) await expect.poll(() => speakerOf(saidso, tab, PUPS)).toBe('Ingrid B. Solheim');

  site.serve('/article.html', (await readFile('tests/sample/article.html', 'utf8')).replace('<h1', '<p>Updated at noon.</p><h1'));
  await page.reload();
  await saidso.read(page);
  expect(await speakerOf(saidso, page, PUPS)).toBe('Ingrid B. Solheim');
  await page.bringToFront();
  const root = await saidso.root(page);
  await root.click('button.sign', /Ingrid B\. Solheim/);
  expect((await root.one('.box.quote')).text).toMatch(/Corrected by you\. Found was: .*Ingrid Solheim/);

  await root.click('button', 'Note');
  const kept = await cardInPage(page);
  await kept.getByRole('button', { name: 'Whose words' }).click();
  await expect(kept.getByLabel('Speaker', { exact: true })).toHaveValue('Ingrid B. Solheim');
});

test('an alternative is taken with one press, and taken back with another', async ({ saidso }) => {
  const page = await saidso.open('/article.html');
  await page.bringToFront();
  const root = await saidso.root(page);
  const words = 'The outer banks are not ';
  expect(await speakerOf(saidso, page, words)).toBe('Ingrid Solheim');
  await page.evaluate(() => [...document.querySelectorAll('li')].find((li) => li.textContent?.includes('outer banks'))?.scrollIntoView());
  await root.click('button.sign', /fisheries\.example\.gov/);
  await root.click('button', 'Why?');
  await root.click('.could-be button', 'Coastal Forum');
  const card = await cardInPage(page);
  await expect(card.getByText(/Corrected: Coastal Forum/)).toBeVisible();
  await expect.poll(() => speakerOf(saidso, page, words)).toBe('Coastal Forum');
  await card.getByRole('button', { name: 'Undo' }).click();
  await expect.poll(() => speakerOf(saidso, page, words)).toBe('Ingrid Solheim');
});

test('what is no quote to the reader is not marked, listed or counted, until they bring it back', async ({ saidso }) => {
  const page = await saidso.open('/article.html');
  const marks = await quietMarks(page);
  const before = (await saidso.view(page)).quotations.length;
  const card = await correct(saidso, page);
  await card.getByRole('button', { name: 'Not a quote' }).click();
  await expect(card.getByText('No longer shown as a quote.')).toBeVisible();
  await card.getByRole('button', { name: 'Close' }).click();
  await expect.poll(async () => (await saidso.view(page)).quotations.length).toBe(before - 1);
  await expect.poll(() => quietMarks(page)).toBe(marks - 1);

  const panel = await saidso.surface(`sidepanel.html?tab=${await saidso.tabId(page)}`, { width: 360, height: 700 });
  await expect(panel.getByText('1 passage is no quote to you')).toBeVisible();
  await panel.getByRole('button', { name: 'Show', exact: true }).click();
  expect(await axeInDocument(panel)).toEqual([]);
  await panel.getByRole('button', { name: 'It is a quote' }).click();
  await expect.poll(async () => (await saidso.view(page)).quotations.length).toBe(before);
  await expect(panel.getByText('1 passage is no quote to you')).toHaveCount(0);
});

test('corrected in the panel and in a kept annotation it is one correction, of the page and of the annotation', async ({ saidso }) => {
  const page = await saidso.open('/article.html');
  const { quotations } = await saidso.view(page);
  const index = quotations.findIndex(({ quotation }) => quotation.text.startsWith(PUPS));
  await saidso.keep(page, index);
  await expect.poll(() => paintedWords(page)).toHaveLength(1);
  const library = await saidso.surface('library.html');
  await library.getByText('We have eleven pups').first().click();
  await library.getByRole('button', { name: 'Whose words' }).click();
  await library.getByLabel('Speaker', { exact: true }).fill('I. Solheim');
  await library.getByLabel('Speaker', { exact: true }).blur();
  await expect.poll(() => speakerOf(saidso, page, PUPS)).toBe('I. Solheim');
  await library.getByRole('link', { name: 'Corrections' }).click();
  await expect(library.getByText('1 correction', { exact: true })).toBeVisible();
  await library.getByRole('button', { name: 'Take back' }).click();
  await expect.poll(() => speakerOf(saidso, page, PUPS)).toBe('Ingrid Solheim');
  await library.getByRole('button', { name: 'Undo' }).click();
  await expect.poll(() => speakerOf(saidso, page, PUPS)).toBe('I. Solheim');
});

test('corrections are exported as test cases, which fail now and say what is wrong', async ({ saidso }) => {
  const page = await saidso.open('/article.html');
  const panel = await saidso.surface(`sidepanel.html?tab=${await saidso.tabId(page)}`, { width: 360, height: 700 });
  const row = panel.getByRole('article').filter({ has: panel.getByRole('button', { name: /^We have eleven pups/ }) });
  await row.getByRole('button', { name: 'Why?' }).click();
  await expect(row.getByText(/sentence beside it/).first()).toBeVisible();
  expect(await axeInDocument(panel)).toEqual([]);
  await row.getByRole('button', { name: 'Correct…' }).click();
  await panel.getByLabel('Speaker', { exact: true }).fill('Ingrid B. Solheim');
  await panel.getByRole('button', { name: 'Save correction' }).click();
  await expect(panel.getByText('Corrected: Ingrid B. Solheim, from Reuters.')).toBeVisible();

  const library = await saidso.surface('library.html#corrections');
  await expect(library.getByRole('button', { name: 'Export as test cases' })).toBeEnabled();
  expect(await axeInDocument(library)).toEqual([]);
  const download = library.waitForEvent('download');
  await library.getByRole('button', { name: 'Export as test cases' }).click();
  const files = unzipSync(await readFile(await (await download).path()));
  const [folder = ''] = Object.keys(files)[0]?.split('/') ?? [];
  expect(Object.keys(files).sort()).toEqual([`${folder}/expected.json`, `${folder}/page.html`]);
  const [html = '', expected = ''] = [`${folder}/page.html`, `${folder}/expected.json`].map((name) =>
    strFromU8(files[name] ?? new Uint8Array()),
  );
  const file: ReaderCase = JSON.parse(expected);
  expect(file).toMatchObject({ reader: true, quotes: [{ text: PUPS, speaker: 'Ingrid B. Solheim', source: 'Reuters' }] });
  const read = readPage(parseHtml(html), 'https://unknown.example/').page;
  read.url = read.base = read.metadata.canonical ?? read.url;
  const told = judgeReaderCase(file, detectQuotations(read));
  expect(told).not.toEqual(file);
  expect(told.quotes).toMatchObject([{ ...file.quotes[0], speaker: 'Ingrid Solheim' }]);
});
