import type { Page } from '@playwright/test';
import { cardInPage } from './card-in-page.ts';
import { expect, type Saidso, test } from './chromium-test.ts';
import { PAINTED_PAGES } from './pages/painted-pages.ts';
import { expectReadable, expectToldApart, linesOf, MARKS, PRINTED, paintedPage, type SeenTab } from './painted-marks.ts';
import { paintedWords } from './painted-words.ts';

// The words under every mark stay readable on any page.

const seen = (page: Page): SeenTab => ({ evaluate: (expression) => page.evaluate(expression), shoot: (clip) => page.screenshot({ clip }) });

async function open(saidso: Saidso, fixture: (typeof PAINTED_PAGES)[number]): Promise<{ page: Page; tab: SeenTab }> {
  saidso.site.serve('/painted.html', paintedPage(fixture));
  const page = await saidso.open('/painted.html');
  return { page, tab: seen(page) };
}

test('words under a highlight have a contrast of 4.5:1 or more on twelve kinds of page, a line takes none away, and is seen', async ({
  saidso,
}) => {
  const lowest: string[] = [];
  for (const fixture of PAINTED_PAGES) {
    const { page, tab } = await open(saidso, fixture);
    lowest.push(await expectReadable(tab, fixture.name));
    await page.close();
  }
  test.info().annotations.push({ type: 'lowest contrast', description: lowest.join('\n') });
  if (process.env.SAIDSO_FIGURES) console.log(lowest.join('\n'));
});

test('marks are told apart by their lines, not by colour alone', async ({ saidso }) => {
  const { page, tab } = await open(saidso, { name: 'light', own: '' });
  const lines = async () => (await linesOf(tab)).map(({ line }) => line);
  expect(new Set(await lines()).size).toBe(MARKS.length);
  await page.emulateMedia({ forcedColors: 'active' });
  expect(new Set(await lines()).size).toBe(MARKS.length);
});

test('with forced colours every mark is seen and readable', async ({ saidso }) => {
  const { page, tab } = await open(saidso, { name: 'light', own: 'body { background: #fff; color: #777 }' });
  await page.emulateMedia({ forcedColors: 'active' });
  await expectToldApart(tab);
});

test('with forced colours signs, popover and card are there to use', async ({ saidso }) => {
  const page = await saidso.open('/article.html');
  await page.emulateMedia({ forcedColors: 'active' });
  await page.bringToFront();
  const root = await saidso.root(page);
  await root.click('button.sign', /^Quote by .*Ingrid Solheim/);
  await root.click('button', 'Claim');
  const card = await cardInPage(page);
  await expect(card.getByRole('textbox', { name: 'Note' })).toBeVisible();
});

test('nothing of ours is printed', async ({ saidso }) => {
  const page = await saidso.open('/article.html');
  await saidso.keep(page, 1, 5);
  await page.bringToFront();
  const root = await saidso.root(page);
  await root.one('.sign', /Solheim/);
  await expect.poll(() => paintedWords(page)).toHaveLength(2);
  await page.emulateMedia({ media: 'print' });
  expect(await root.all('*')).toEqual([]);
  expect(await linesOf(seen(page))).toEqual(MARKS.map(() => PRINTED));
});

test('two highlights on the same words are both seen, and both are offered there', async ({ saidso }) => {
  const page = await saidso.open('/article.html');
  await page.bringToFront();
  const root = await saidso.root(page);
  const highlight = async (words: string, colour: RegExp): Promise<void> => {
    const { x1, x2, y } = await page.evaluate((wanted) => {
      const walker = document.createTreeWalker(document.body, NodeFilter.SHOW_TEXT);
      for (let node = walker.nextNode(); node; node = walker.nextNode()) {
        const at = node.nodeValue?.indexOf(wanted) ?? -1;
        if (at < 0) continue;
        const range = document.createRange();
        range.setStart(node, at);
        range.setEnd(node, at + wanted.length);
        node.parentElement?.scrollIntoView({ block: 'center' });
        const { left, right, top, height } = range.getBoundingClientRect();
        return { x1: left + 1, x2: right - 1, y: top + height / 2 };
      }
      throw new Error(`“${wanted}” is not on the page`);
    }, words);
    await page.mouse.move(x1, y);
    await page.mouse.down();
    await page.mouse.move(x2, y, { steps: 5 });
    await page.mouse.up();
    await root.click('button', colour);
    await expect.poll(() => paintedWords(page)).toContain(words);
    await page.keyboard.press('Escape');
    await page.evaluate(() => document.getSelection()?.removeAllRanges());
  };
  await highlight('the numbers are hard to argue with', /yellow/i);
  await highlight('hard to argue', /green/i);
  const places = await page.evaluate(() => {
    const [part] = CSS.highlights.get('qm-2') ?? [];
    if (part === undefined) throw new Error('nothing is green');
    const range = document.createRange();
    range.setStart(part.startContainer, part.startOffset);
    range.setEnd(part.endContainer, part.endOffset);
    const { x, y, width, height } = range.getBoundingClientRect();
    return { x, y, width, height };
  });
  const clip = { x: places.x, y: places.y - 2, width: places.width, height: places.height + 6 };
  const both = await page.screenshot({ clip });
  await page.mouse.click(places.x + places.width / 2, places.y + places.height / 2);
  await root.one('.chooser li button', /hard to argue/);
  expect(await root.all('.chooser li button')).toHaveLength(2);
  await page.keyboard.press('Escape');
  await page.evaluate(() => CSS.highlights.delete('qm-1'));
  await expect.poll(() => root.all('.box')).toHaveLength(0);
  expect((await page.screenshot({ clip })).equals(both), 'the lower one is seen under the upper').toBe(false);
});
