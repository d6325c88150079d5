import type { Frame, Page } from '@playwright/test';
import { type Annotation, exactIn } from '../../utils/domain/annotation.ts';
import { expect, type Saidso, test } from './chromium-test.ts';
import { axeInDocument, axeInRoot, contrastInRoot } from './run-axe.ts';
import { storedData } from './stored-data.ts';

// A page is edited after something of it was kept: the reader is told, and decides.

const story = (...paragraphs: string[]): string => `<!doctype html><html lang="en"><head><title>Harbour vote</title></head><body><main>
<h1>Harbour vote</h1>
<p>The council met on Tuesday evening in the old customs house, and the gallery was full an hour before.</p>
${paragraphs.map((words) => `<p>${words}</p>`).join('\n')}
<p>Outside, a small crowd with candles had waited since noon, and cheered when the doors opened at last.</p>
</main></body></html>`;
const lind = (number: string): string =>
  `Mara Lind, who chairs the committee, said: “We expect ${number} ships a day once the new quay is open to traffic.” Nobody objected.`;
const KEPT = 'We expect 40 ships a day once the new quay is open to traffic.';

/** A page with `words` in quotation marks, kept. */
async function keptStory(saidso: Saidso, path = '/story.html', text = lind('40')): Promise<Page> {
  saidso.site.serve(path, story(text));
  const page = await saidso.open(path);
  const [kept] = await saidso.keep(page, 0);
  expect(kept).toMatchObject({ ok: true, value: { created: true } });
  await expect.poll(async () => (await saidso.view(page)).highlights.map(({ status }) => status)).toEqual(['exact']);
  return page;
}

/** The same address with another text. */
async function edited(saidso: Saidso, page: Page, path: string, ...paragraphs: string[]): Promise<void> {
  saidso.site.serve(path, story(...paragraphs));
  await page.bringToFront();
  await page.reload();
  await saidso.read(page);
}
const statuses = async (saidso: Saidso, page: Page) => (await saidso.view(page)).highlights.map(({ status }) => status);
const panelOver = async (saidso: Saidso, page: Page): Promise<Page> =>
  saidso.surface(`sidepanel.html?tab=${await saidso.tabId(page)}`, { width: 400, height: 900 });
async function stored(ofExtension: Page): Promise<Annotation[]> {
  return (await storedData(ofExtension))['saidso.annotations'] as Annotation[]; // a row is an annotation with columns
}
const earlier = (annotation: Annotation | undefined) => annotation?.target.history?.map(({ selector }) => exactIn(selector));
async function cardOf(page: Page): Promise<Frame> {
  await expect.poll(() => page.frames().some((f) => f.url().includes('card.html')), { timeout: 20_000 }).toBe(true);
  const frame = page.frames().find((f) => f.url().includes('card.html'));
  if (!frame) throw new Error('the card has gone');
  return frame;
}
/** Selects words of the page, as a reader's mouse does. */
const select = (page: Page, words: string): Promise<void> =>
  page.evaluate((wanted) => {
    const walker = document.createTreeWalker(document.body, NodeFilter.SHOW_TEXT);
    for (let node = walker.nextNode(); node; node = walker.nextNode()) {
      const at = node.nodeValue?.indexOf(wanted) ?? -1;
      if (at >= 0) return document.getSelection()?.setBaseAndExtent(node, at, node, at + wanted.length);
    }
    throw new Error(`“${wanted}” is not on the page`);
  }, words);

test('a number that was changed is told with both wordings and dates, and the new wording can be taken', async ({ saidso }) => {
  const page = await keptStory(saidso);
  await edited(saidso, page, '/story.html', lind('14'));
  await expect.poll(() => statuses(saidso, page)).toEqual(['changed']);

  // In the page: the sign says it, the popover on the words, the card shows it.
  const root = await saidso.root(page);
  const sign = await root.one('.sign', /1 word differs from what you kept on .*\d{4}/);
  const words = page.getByText('We expect 14 ships');
  const box = await words.evaluate((p) => {
    const range = document.createRange();
    const text = p.firstChild as Text;
    const at = text.data.indexOf('14 ships');
    range.setStart(text, at);
    range.setEnd(text, at + 8);
    const { x, y, width, height } = range.getBoundingClientRect();
    return { x: x + width / 2, y: y + height / 2 };
  });
  await page.mouse.move(box.x, box.y, { steps: 4 });
  await root.one('.box', /1 word differs/);
  const tabId = await saidso.tabId(page);
  const ours = await saidso.surface('icon/16.png');
  await page.bringToFront();
  expect(await axeInRoot(ours, tabId)).toEqual([]);
  expect((await contrastInRoot(ours, tabId)).faint).toEqual([]);
  await page.mouse.click(sign.x + sign.width / 2, sign.y + sign.height / 2);
  const card = await cardOf(page);
  await expect(card.locator('del')).toHaveText(/40$/);
  await expect(card.locator('ins')).toHaveText(/14$/);
  expect(await axeInDocument(card)).toEqual([]);

  const popup = await saidso.popupOver(page);
  await expect(popup.getByText('1 kept quote on this page has changed.')).toBeVisible();
  await popup.getByRole('button', { name: 'Show what changed' }).click();
  await expect(popup.locator('ins')).toHaveText(/14$/);
  expect(await axeInDocument(popup)).toEqual([]);

  const panel = await panelOver(saidso, page);
  await expect(panel.getByText('1 kept quote on this page has changed.')).toBeVisible();
  await panel.getByRole('button', { name: 'Show what changed' }).click();
  const told = panel.getByRole('region', { name: 'Words changed' });
  await expect(told.locator('del')).toHaveText(/you kept: 40$/);
  await expect(told.locator('ins')).toHaveText(/the page now has: 14$/);
  await expect(told.getByText(/Number changed: .*40.* became .*14/)).toBeVisible();
  const today = new Date().toLocaleDateString('en', { day: 'numeric', month: 'long', year: 'numeric' });
  await expect(told.getByText('You kept these words on').locator('..')).toContainText(today);
  await expect(told.getByText('First seen changed on').locator('..')).toContainText(today);
  expect(await axeInDocument(panel)).toEqual([]);

  await told.getByRole('button', { name: 'Take the new wording' }).click();
  await expect(told).toHaveCount(0);
  await expect.poll(() => statuses(saidso, page)).toEqual(['exact']);
  const [taken] = await stored(panel);
  expect(taken?.target.selector[0]).toMatchObject({ exact: KEPT.replace('40', '14') });
  expect(earlier(taken)).toEqual([KEPT]);
  expect(taken?.body.some(({ type }) => type === 'Quotation')).toBe(true);

  await panel.getByRole('button', { name: 'Undo' }).click();
  await expect.poll(() => statuses(saidso, page)).toEqual(['changed']);
  const [undone] = await stored(panel);
  expect(undone?.target).not.toHaveProperty('history');
  expect(undone?.target.selector[0]).toMatchObject({ exact: KEPT });
});

test('who keeps their own wording is not told again until the page has yet another', async ({ saidso }) => {
  const page = await keptStory(saidso);
  await edited(saidso, page, '/story.html', lind('14'));
  const panel = await panelOver(saidso, page);
  const notice = panel.getByText('1 kept quote on this page has changed.');
  await expect(notice).toBeVisible();
  await panel.getByRole('button', { name: 'Keep my wording' }).press('Enter');
  await expect(notice).toHaveCount(0);
  await edited(saidso, page, '/story.html', lind('14'));
  await panel.reload();
  await expect(panel.getByRole('button', { name: 'The page has other words now; you keep yours' })).toBeVisible();
  await expect(notice).toHaveCount(0);
  await edited(saidso, page, '/story.html', lind('60'));
  await panel.reload();
  await expect(notice).toBeVisible();

  // The card writes by messages.
  await page.bringToFront();
  await (await saidso.root(page)).click('.sign', /1 word differs/);
  const card = await cardOf(page);
  await card.getByRole('button', { name: 'Keep my wording' }).click();
  await expect(card.getByRole('button', { name: 'The page has other words now; you keep yours' })).toBeVisible();
  await expect(notice).toHaveCount(0);
  await card.getByRole('button', { name: 'Undo' }).click();
  await expect(notice).toBeVisible();
  await card.getByRole('button', { name: 'Take the new wording' }).press('Enter');
  await expect.poll(() => statuses(saidso, page)).toEqual(['exact']);
  await expect(card.getByRole('button', { name: '1 earlier wording' })).toBeVisible();
});

test('a passage that is gone stays with its words and its paragraph, and is attached to what the reader selects', async ({ saidso }) => {
  const page = await keptStory(saidso);
  await edited(saidso, page, '/story.html', 'The chair hoped for forty vessels daily, she told the meeting, and sat down.');
  await expect.poll(() => statuses(saidso, page)).toEqual(['orphaned']);

  const panel = await panelOver(saidso, page);
  const gone = panel.getByRole('region', { name: 'Not on the page', exact: true });
  await expect(gone.getByText('Not on the page now.')).toBeVisible();
  await expect(gone.locator('.surroundings')).toContainText('Mara Lind, who chairs the committee, said');
  await expect(gone.locator('mark')).toHaveText(KEPT);
  expect(await axeInDocument(panel)).toEqual([]);

  await gone.getByRole('button', { name: 'Search again' }).click();
  await expect(gone.getByText('Not found in any open page.')).toBeVisible();
  await gone.getByRole('button', { name: 'Attach to the selection' }).click();
  await expect(panel.getByText('Nothing is selected in the page.')).toBeVisible();

  await select(page, 'hoped for forty vessels daily');
  await gone.getByRole('button', { name: 'Attach to the selection' }).click();
  await expect(gone).toHaveCount(0);
  await expect.poll(() => statuses(saidso, page)).toEqual(['exact']);
  const [attached] = await stored(panel);
  expect(attached?.target.selector[0]).toMatchObject({ exact: 'hoped for forty vessels daily' });
  expect(attached?.target.paragraph?.text).toContain('The chair hoped');
  expect(earlier(attached)).toEqual([KEPT]);
  await page.reload();
  await expect.poll(() => statuses(saidso, page)).toEqual(['exact']);
});

test('where the words could stand in several places the reader chooses', async ({ saidso }) => {
  const page = await keptStory(saidso, '/story.html', 'Mara Lind answered the heckler: “We will appeal.” She left by the side door.');
  await edited(
    saidso,
    page,
    '/story.html',
    'A lawyer for the fishing cooperative told reporters, “We will appeal.” Another hearing is due in autumn.',
    'The shipping line’s own counsel had used the very same phrase in March: “We will appeal.” It never did.',
  );
  await expect.poll(() => statuses(saidso, page)).toEqual(['orphaned']);
  const panel = await panelOver(saidso, page);
  const places = panel.getByRole('list', { name: 'Possible places' });
  await expect(places.getByRole('listitem')).toHaveCount(2);
  expect(await axeInDocument(panel)).toEqual([]);
  const second = places.getByRole('listitem').filter({ hasText: 'shipping line' });
  await second.getByRole('button', { name: 'Show' }).click();
  await expect.poll(() => page.evaluate(() => [...(CSS.highlights.get('qm-7') ?? [])].length)).toBe(1);
  await second.getByRole('button', { name: 'It is this one' }).click();
  await expect.poll(() => statuses(saidso, page)).toEqual(['exact']);
  const [chosen] = await stored(panel);
  expect(chosen?.target.paragraph?.text).toContain('shipping line');
});

test('a text that moved to another address is found there, and the annotation goes along', async ({ saidso }) => {
  const page = await keptStory(saidso);
  await edited(saidso, page, '/story.html', 'This article has moved.');
  saidso.site.serve('/moved.html', story('A correction was made to this article.', lind('40')));
  await saidso.open('/moved.html');
  const library = await saidso.surface('library.html', { width: 1400, height: 900 });
  await expect(library.locator('.list-row').getByText('Not on the page')).toBeVisible();
  await library.getByRole('button', { name: KEPT }).click();
  const gone = library.getByRole('region', { name: 'Not on the page', exact: true });
  await gone.getByRole('button', { name: 'Search again' }).click();
  await expect(gone.getByText('Found in 1 place:')).toBeVisible();
  expect(await axeInDocument(library)).toEqual([]);
  await gone.getByRole('button', { name: 'Attach here' }).click();
  await expect(gone).toHaveCount(0);
  const [moved] = await stored(library);
  expect(moved?.target.source).toBe(`${saidso.site.origin}/moved.html`);
  expect(moved?.target.history).toMatchObject([{ source: `${saidso.site.origin}/story.html` }]);
  await library.getByRole('button', { name: '1 earlier wording' }).click();
  await expect(library.getByText(/Kept until/)).toBeVisible();
});

test('the library tells what changed, with the page closed, and takes the new wording too', async ({ saidso }) => {
  const page = await keptStory(saidso);
  await edited(saidso, page, '/story.html', lind('14'));
  await page.close();
  const library = await saidso.surface('library.html#all?has=changed', { width: 1400, height: 900 });
  await library.getByRole('button', { name: KEPT }).click();
  const told = library.getByRole('region', { name: 'Words changed' });
  await expect(told.locator('ins')).toHaveText(/14$/);
  expect(await axeInDocument(library)).toEqual([]);
  await told.getByRole('button', { name: 'Take the new wording' }).press('Enter');
  await expect(told).toHaveCount(0);
  await expect(library.getByRole('button', { name: '1 earlier wording' })).toBeVisible();
});
