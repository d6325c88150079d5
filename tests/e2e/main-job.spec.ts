import { readFile } from 'node:fs/promises';
import type { Frame, Page } from '@playwright/test';
import { expect, type Saidso, test } from './chromium-test.ts';

// From a page to an export, and back on the next visit: the main job, in the built extension.

/** The card's document in a page, once it is there. */
async function cardOf(page: Page): Promise<Frame> {
  await expect.poll(() => page.frames().some((f) => f.url().includes('card.html')), { timeout: 20_000 }).toBe(true);
  const frame = page.frames().find((f) => f.url().includes('card.html'));
  if (!frame) throw new Error('the card has gone');
  return frame;
}

/** Words that Saidso has highlighted, from the browser's own registry of highlights; the quiet marks on quotes are not among them. */
const painted = (page: Page): Promise<string[]> =>
  page.evaluate(() =>
    [...CSS.highlights.entries()]
      .filter(([name]) => /^qm-[1-5]$/.test(name))
      .flatMap(([, highlight]) =>
        [...highlight].map((part) => {
          const range = document.createRange();
          range.setStart(part.startContainer, part.startOffset);
          range.setEnd(part.endContainer, part.endOffset);
          return range.toString().replace(/\s+/g, ' ');
        }),
      ),
  );

/** Selects the words with the mouse, as a reader does. */
async function select(page: Page, words: string): Promise<void> {
  const box = await page.evaluate((wanted) => {
    const walker = document.createTreeWalker(document.body, NodeFilter.SHOW_TEXT);
    for (let node = walker.nextNode(); node; node = walker.nextNode()) {
      const at = node.nodeValue?.indexOf(wanted) ?? -1;
      if (at < 0) continue;
      const range = document.createRange();
      range.setStart(node, at);
      range.setEnd(node, at + wanted.length);
      node.parentElement?.scrollIntoView({ block: 'center' });
      const rects = [...range.getClientRects()];
      const first = rects[0];
      const last = rects.at(-1);
      if (first && last)
        return { x1: first.left + 1, y1: first.top + first.height / 2, x2: last.right - 1, y2: last.top + last.height / 2 };
    }
    return null;
  }, words);
  if (box === null) throw new Error(`“${words}” is not on the page`);
  await page.mouse.move(box.x1, box.y1);
  await page.mouse.down();
  await page.mouse.move(box.x2, box.y2, { steps: 5 });
  await page.mouse.up();
}

test('quotes are found and attributed on a page as it is opened', async ({ saidso }) => {
  const page = await saidso.open('/article.html');
  const { quotations } = await saidso.view(page);
  const seen = quotations.map(({ quotation: q }) => [q.kind, q.region, q.speaker, q.source?.name ?? null, q.text.slice(0, 24)]);
  expect(seen).toEqual([
    ['block', 'article', null, 'Reuters', 'The harbour board voted '],
    ['inline', 'article', 'The memo', 'Reuters', 'reduce engine noise near'],
    ['inline', 'article', 'Ingrid Solheim', 'Reuters', 'We have eleven pups wher'],
    ['inline', 'article', 'Ingrid Solheim', 'Reuters', 'A timetable can be chang'],
    ['block', 'article', null, 'Reuters', 'The operators’ associati'],
    ['inline', 'article', 'Tom Okafor', 'Reuters', 'Nobody in this trade wan'],
    ['list-item', 'article', 'Ingrid Solheim', 'fisheries.example.gov', 'The outer banks are not '],
    ['list-item', 'article', 'Ingrid Solheim', 'fisheries.example.gov', 'Every harbour that waite'],
    ['list-item', 'article', 'Ingrid Solheim', 'fisheries.example.gov', 'We will pay the crews fo'],
    ['block', 'article', 'ChatGPT', 'ChatGPT', 'Harbour authorities may '],
    ['block', 'article', null, 'United Nations', 'States shall protect and'],
    ['inline', 'article', 'Lucía Ferrer', null, 'a decision our grandchil'],
    ['inline', 'article', 'Jonas Brandt', null, 'the channel has been too'],
    ['inline', 'article', 'Lucía Ferrer', null, 'Ten is generous,'],
    ['inline', 'article', 'Lucía Ferrer', null, 'and I was here for all o'],
    ['block', 'comment', 'Marian Aldous', 'this page', 'I have taken the 11.40 h'],
    ['block', 'comment', 'Petra N.', 'this page', 'So will everyone who wor'],
    ['inline', 'comment', null, null, 'the tide never asked for'],
    ['block', 'comment', 'Rachel Carson', null, 'In every outthrust headl'],
  ]);
  const [first, continued] = quotations.filter(({ quotation: q }) => q.kind === 'block');
  expect(continued?.quotation.source?.url).toBe(first?.quotation.source?.url);
  for (const { quotation: q } of quotations) expect(q.rule).not.toBe('');
});

test('a quote is kept, noted and tagged in the page, seen everywhere, exported, and back on the next visit', async ({ saidso }) => {
  const page = await saidso.open('/article.html');
  await page.bringToFront();
  const root = await saidso.root(page);

  await root.click('button', /^Quote by .*Ingrid Solheim.* from .*Reuters/);
  await root.click('button', 'Note');
  const card = await cardOf(page);
  const note = card.getByRole('textbox', { name: 'Note' });
  await note.fill('Counted by whom? See **the survey**.');
  await card.getByRole('combobox', { name: /tag/i }).fill('seals');
  await card.getByRole('combobox', { name: /tag/i }).press('Enter');
  await expect(card.getByText('seals', { exact: true }).first()).toBeVisible();
  await note.press('Escape');
  await expect.poll(() => painted(page)).toEqual(['We have eleven pups where last spring we had sixty-four,']);

  const popup = await saidso.popupOver(page);
  await popup.getByRole('tab', { name: 'Mine here 1' }).click();
  await expect(popup.getByText('Counted by whom?').first()).toBeVisible();

  const library = await saidso.surface('library.html');
  await expect(library.getByText('We have eleven pups').first()).toBeVisible();
  await expect(library.getByText('Ingrid Solheim').first()).toBeVisible();

  await page.bringToFront();
  await page.reload();
  await saidso.read(page);
  await expect.poll(() => painted(page)).toEqual(['We have eleven pups where last spring we had sixty-four,']);

  const exported = await exportAs(library, 'Saidso');
  const file = JSON.parse(exported);
  expect(file).toMatchObject({ format: 'saidso', version: 1 });
  expect(file.annotations).toHaveLength(1);
  const bodies = file.annotations[0].body as { purpose: string; value?: string; speaker?: string; source?: { name: string } }[];
  expect(bodies.find((b) => b.purpose === 'commenting')?.value).toBe('Counted by whom? See **the survey**.');
  expect(bodies.find((b) => b.purpose === 'tagging')?.value).toBe('seals');
  expect(bodies.find((b) => b.purpose === 'identifying')).toMatchObject({ speaker: 'Ingrid Solheim', source: { name: 'Reuters' } });
});

/** Downloads what the library shows in a format; gives the file's text. */
async function exportAs(library: Page, format: string): Promise<string> {
  await library.bringToFront();
  await library
    .getByRole('button', { name: /^Export/ })
    .first()
    .click();
  const [download] = await Promise.all([
    library.waitForEvent('download'),
    library.getByRole('menuitem', { name: new RegExp(`\\b${format}\\b`) }).click(),
  ]);
  return readFile(await download.path(), 'utf8');
}

test('both questions about a claim keep their answers, however fast they are given', async ({ saidso }) => {
  const page = await saidso.open('/article.html');
  await page.bringToFront();
  const root = await saidso.root(page);
  await root.click('button', /^Quote by .*Ingrid Solheim.* from .*Reuters/);
  await root.click('button', 'Claim');
  const card = await cardOf(page);
  await card.getByLabel('Did they say it?').selectOption('out-of-context');
  await card.getByLabel('Is it true?').selectOption('mostly-true');
  const library = await saidso.surface('library.html');
  await library.getByRole('button', { name: /^We have eleven pups/ }).click();
  await expect(library.getByLabel('Is it true?').last()).toHaveValue('mostly-true');
  await expect(library.getByLabel('Did they say it?').last()).toHaveValue('out-of-context');
});

test('what was typed last is stored when the card is closed by its cross at once', async ({ saidso }) => {
  const page = await saidso.open('/article.html');
  await page.bringToFront();
  const root = await saidso.root(page);
  await root.click('button', /^Quote by .*Ingrid Solheim.* from .*Reuters/);
  await root.click('button', 'Note');
  const card = await cardOf(page);
  await card.getByRole('textbox', { name: 'Note' }).pressSequentially('to the last word');
  await root.click('button.card-close');
  await expect.poll(() => root.all('iframe')).toEqual([]);
  const library = await saidso.surface('library.html');
  await expect(library.getByText('to the last word').first()).toBeVisible();
});

test('a selection is highlighted with one click, and every format writes it', async ({ saidso }) => {
  const page = await saidso.open('/article.html');
  await page.bringToFront();
  await select(page, 'the numbers are hard to argue with');
  const root = await saidso.root(page);
  await root.click('button', /green/i);
  await expect.poll(() => painted(page)).toEqual(['the numbers are hard to argue with']);

  const library = await saidso.surface('library.html');
  await expect(library.getByText('the numbers are hard to argue with').first()).toBeVisible();
  for (const format of ['CSV', 'Markdown', 'HTML', 'Web Annotations', 'Saidso'])
    expect(await exportAs(library, format)).toContain('the numbers are hard to argue with');
});

test('popup: keep with one click, jump to the passage, pause the site', async ({ saidso }) => {
  const page = await saidso.open('/article.html');
  const popup = await saidso.popupOver(page);
  await expect(popup.getByRole('tab', { name: 'Quotes 19' })).toBeVisible();
  const first = popup.getByRole('listitem').filter({ has: popup.getByRole('button', { name: /^The harbour board voted/ }) });
  await first.getByRole('button', { name: 'Keep' }).click();
  await expect.poll(async () => (await painted(page)).map((words) => words.slice(0, 23))).toEqual(['The harbour board voted']);
  await expect(popup.getByRole('tab', { name: 'Mine here 1' })).toBeVisible();

  await popup.getByRole('searchbox').fill('outthrust');
  await popup.getByRole('button', { name: /^In every outthrust/ }).click();
  await expect.poll(() => page.evaluate(() => scrollY)).toBeGreaterThan(200);

  await popup.getByRole('button', { name: /Pause/ }).click();
  await popup
    .getByRole('menuitem', { name: /site|127\.0\.0\.1/ })
    .first()
    .click();
  await expect.poll(async () => (await saidso.view(page)).state).toBe('paused');
  await expect.poll(() => page.evaluate(() => CSS.highlights.size)).toBe(0);
});

test('deleting in the library takes the highlight off the page, and undo brings both back', async ({ saidso }) => {
  const page = await saidso.open('/article.html');
  await keepFirst(saidso, page);
  const library = await saidso.surface('library.html');
  await library.getByText('The harbour board voted').first().click();
  await library
    .getByRole('button', { name: /^Delete/ })
    .first()
    .click();
  await expect.poll(() => painted(page)).toEqual([]);
  await library.getByRole('button', { name: 'Undo' }).click();
  await expect.poll(async () => (await painted(page)).length).toBe(1);
});

async function keepFirst(saidso: Saidso, page: Page): Promise<void> {
  expect(await saidso.keep(page, 0)).toMatchObject([{ ok: true }]);
}

test('when the page has changed: found where it moved to, listed as lost when it is gone, never painted elsewhere', async ({
  saidso,
  site,
}) => {
  const story = (body: string) =>
    `<!doctype html><html lang="en"><title>Tides</title><main><article><h1>Tides</h1>${body}</article></main></html>`;
  const passage = '<p>The mayor said, “The pier will open when the last plank is safe.”</p>';
  site.serve('/story', story(`${passage}<p>More to come.</p>`));
  const page = await saidso.open('/story');
  await keepFirst(saidso, page);
  const words = ['The pier will open when the last plank is safe.'];
  await expect.poll(() => painted(page)).toEqual(words);

  site.serve('/story', story(`<p>Updated at noon, after a long night of rain.</p><p>Nobody was hurt.</p>${passage}`));
  await page.reload();
  await saidso.read(page);
  await expect.poll(() => painted(page)).toEqual(words);

  site.serve('/story', story('<p>The mayor said, “The market will close when the first bell is heard.”</p>'));
  await page.reload();
  await expect.poll(async () => (await saidso.read(page)).highlights.map((h) => h.status)).toEqual(['orphaned']);
  expect(await painted(page)).toEqual([]);
  const panel = await saidso.surface(`sidepanel.html?tab=${await saidso.tabId(page)}`, { width: 360, height: 700 });
  await expect(panel.getByText('The pier will open when the last plank is safe.').first()).toBeVisible();
});

test('an import says what it will do, does it, and can be taken back', async ({ saidso }) => {
  const page = await saidso.open('/article.html');
  await keepFirst(saidso, page);
  const library = await saidso.surface('library.html');
  const file = JSON.parse(await exportAs(library, 'Saidso'));
  file.annotations.push({
    ...file.annotations[0],
    id: '5d1f6b0e-8c1e-4f4f-9a51-0d3b8c1f2a10',
    target: { ...file.annotations[0].target, title: 'Another page' },
  });
  file.annotations.push({ id: 'broken' });
  await library.getByRole('link', { name: 'Export & import' }).click();
  await library
    .locator('input[type=file]')
    .setInputFiles({ name: 'in.json', mimeType: 'application/json', buffer: Buffer.from(JSON.stringify(file)) });
  const plan = library.getByLabel('What the import will do');
  await expect(plan).toHaveText('New here1Newer than here, will be replaced0The same or older, will be skipped1Cannot be read1');

  const titles = async () => {
    await library.getByRole('link', { name: 'Annotations', exact: true }).click();
    return library.getByText('Another page').count();
  };
  expect(await titles()).toBe(0);
  await library.goBack();
  await library
    .locator('input[type=file]')
    .setInputFiles({ name: 'in.json', mimeType: 'application/json', buffer: Buffer.from(JSON.stringify(file)) });
  await library.getByRole('button', { name: 'Import 1 annotation' }).click();
  await expect.poll(titles).toBe(1);
  await library.getByRole('button', { name: 'Undo' }).first().click();
  await expect.poll(titles).toBe(0);
});

test('the badge counts the quotes', async ({ saidso }) => {
  const page = await saidso.open('/article.html');
  const tabId = await saidso.tabId(page);
  const own = await saidso.surface('library.html');
  const badge = () =>
    own.evaluate(
      (id) =>
        (globalThis as unknown as { chrome: { action: { getBadgeText(of: object): Promise<string> } } }).chrome.action.getBadgeText({
          tabId: id,
        }),
      tabId,
    );
  await expect.poll(badge).toBe('19');
});

test('all three shortcuts are free in the browser and are assigned', async ({ saidso }) => {
  const own = await saidso.surface('library.html');
  const keys = await own.evaluate(() =>
    (
      globalThis as unknown as { chrome: { commands: { getAll(): Promise<{ name: string; shortcut: string }[]> } } }
    ).chrome.commands.getAll(),
  );
  const assigned = Object.fromEntries(keys.map(({ name, shortcut }) => [name, shortcut]));
  expect(assigned).toMatchObject({ highlight: 'Alt+Shift+H', note: 'Alt+Shift+J', claim: 'Alt+Shift+K' });
});
