// What a reader meets when a page or a source has changed: drawn small, several on one sheet.

import type { Page } from 'playwright';
import { cardInPage } from '../tests/e2e/card-in-page.ts';
import type { Saidso } from '../tests/e2e/chromium-test.ts';
import { paintedWords } from '../tests/e2e/painted-words.ts';

export interface Tile {
  title: string;
  png: Buffer;
}

const BOATS = 'We have counted the boats again this spring and found 41 of them, more than in any year before.';
const article = (title: string, body: string): string =>
  `<!doctype html><html lang="en"><meta name="color-scheme" content="light dark"><title>${title}</title>
  <style>body { max-width: 34rem; margin: 24px auto; padding: 0 40px; font: 17px/1.6 serif }</style><main><h1>${title}</h1>${body}</main>`;
const story = (words: string): string =>
  article(
    'Harbour vote',
    `<p>The council met on Tuesday evening in the old customs house, and the gallery was full an hour before.</p>
    <p>${words}</p><p>Outside, a small crowd with candles had waited since noon.</p>`,
  );
const said = (number: number): string =>
  `Mara Lind, who chairs the committee, said: “We expect ${number} ships a day once the new quay is open to traffic.” Nobody objected.`;

/** Sets tiles side by side, each under its title, and takes the sheet's picture. */
export async function contactSheet(saidso: Saidso, tiles: readonly Tile[], path: string, dark: boolean): Promise<void> {
  const sheet = await saidso.browser.context.newPage();
  await sheet.setViewportSize({ width: 1000, height: 400 });
  const figures = tiles.map(
    ({ title, png }) => `<figure><figcaption>${title}</figcaption><img src="data:image/png;base64,${png.toString('base64')}"></figure>`,
  );
  await sheet.setContent(
    `<style>body { margin: 16px; display: grid; grid-template-columns: 1fr 1fr; gap: 16px; align-items: start; font: 600 15px sans-serif;
    background: ${dark ? '#121110; color: #ece8e0' : '#e9e5dc; color: #1d1b18'} } figure { margin: 0 } figcaption { margin-bottom: 6px }
    img { display: block; width: 100%; border-radius: 6px }</style>${figures.join('')}`,
  );
  // JPEG: as PNG these sheets take 320 to 430 kB.
  await sheet.screenshot({ path, fullPage: true, type: 'jpeg', quality: 62 });
  await sheet.close();
}

/** Words that changed and words that are gone, as page and side panel tell it; two highlights on the same words. */
export async function stateTiles(saidso: Saidso): Promise<Tile[]> {
  const tiles: Tile[] = [];
  const shoot = async (page: Page, title: string, height: number): Promise<void> => {
    tiles.push({ title, png: await page.screenshot({ clip: { x: 0, y: 0, width: 540, height } }) });
  };
  saidso.site.serve('/story.html', story(said(40)));
  const page = await saidso.open('/story.html');
  await page.setViewportSize({ width: 540, height: 480 });
  await saidso.keep(page, 0);
  const revisit = async (words: string): Promise<Page> => {
    saidso.site.serve('/story.html', story(words));
    await page.bringToFront();
    await page.reload();
    await saidso.read(page);
    return saidso.surface(`sidepanel.html?tab=${await saidso.tabId(page)}`, { width: 540, height: 480 });
  };
  const changed = await revisit(said(14));
  await changed.getByRole('button', { name: 'Show what changed' }).click();
  await page.bringToFront();
  await (await saidso.root(page)).one('.sign', /differs/);
  await shoot(page, 'Changed: in the page', 480);
  await shoot(changed, 'Changed: in the side panel', 480);
  await changed.close();
  const gone = await revisit('Nothing was decided, and the meeting will go on next week.');
  await gone.getByText('We expect 40 ships').first().waitFor();
  await shoot(gone, 'Gone from the page', 480);
  await gone.close();

  const both = await saidso.open('/article.html?overlap'); // a tab is found by its address
  await both.setViewportSize({ width: 1000, height: 800 });
  await both.bringToFront();
  const root = await saidso.root(both);
  for (const [words, colour] of [
    ['the numbers are hard to argue with', /yellow/i],
    ['hard to argue', /green/i],
  ] as const) {
    await dragOver(both, words);
    await root.click('button', colour);
    while (!(await paintedWords(both)).includes(words) || (await root.all('.box')).length > 0) {
      await both.waitForTimeout(300);
      await both.keyboard.press('Escape');
    }
    await both.evaluate(() => document.getSelection()?.removeAllRanges());
  }
  const { x, y } = await placeOf(both, 'hard to argue');
  await both.mouse.click(x + 30, y);
  await root.one('.chooser li button');
  await both.waitForTimeout(300); // it fades in
  const png = await both.screenshot({ clip: { x: Math.max(0, x - 270), y: Math.max(0, y - 160), width: 540, height: 480 } });
  tiles.push({ title: 'Two highlights on the same words', png });
  return tiles;
}

/** Where the words begin, and end, on their line. */
const placeOf = (page: Page, words: string): Promise<{ x: number; y: number; end: number }> =>
  page.evaluate((wanted) => {
    const walker = document.createTreeWalker(document.body, NodeFilter.SHOW_TEXT);
    for (let node = walker.nextNode(); node; node = walker.nextNode()) {
      const at = node.nodeValue?.indexOf(wanted) ?? -1;
      if (at < 0) continue;
      const range = document.createRange();
      range.setStart(node, at);
      range.setEnd(node, at + wanted.length);
      node.parentElement?.scrollIntoView({ block: 'center' });
      const { left, right, top, height } = range.getBoundingClientRect();
      return { x: left + 1, y: top + height / 2, end: right - 1 };
    }
    throw new Error(`“${wanted}” is not on the page`);
  }, words);

async function dragOver(page: Page, words: string): Promise<void> {
  const { x, y, end } = await placeOf(page, words);
  await page.mouse.move(x, y);
  await page.mouse.down();
  await page.mouse.move(end, y, { steps: 5 });
  await page.mouse.up();
}

/** One check for each verdict: the quote of a weblog against the page that it links to. */
export async function verdictTiles(saidso: Saidso): Promise<Tile[]> {
  const { site } = saidso;
  const source = `http://gazette.example:${site.port}/boats.html`;
  const filler = '<p>The lighthouse keeper spoke about the weather, the seals, and the road along the coast.</p>'.repeat(20);
  site.serve('/boats.html', article('Boats counted', `<p>The harbour board met on Monday.</p><p>${BOATS}</p>${filler}`));
  const cases = [
    ['Verbatim', BOATS, source],
    ['Edited', BOATS.replace('this spring', '[…]'), source],
    ['Differs from this source', BOATS.replace('41', '47'), source],
    ['Not in this source', 'Nobody knows what the harbour will look like when the ferries are gone.', source],
    ['Cannot be told', BOATS, `http://gazette.example:${site.port}/paywall.html`],
  ] as const;
  site.serve('/paywall.html', article('Boats counted', '<p>The harbour board met on Monday.</p><p>Subscribe to continue reading.</p>'));
  const tiles: Tile[] = [];
  for (const [index, [title, words, url]] of cases.entries()) {
    const post = `/post-${index}.html`;
    const quote = `<p>The <a href="${url}">Harbour Gazette</a> reported:</p><blockquote><p>${words}</p></blockquote>`;
    site.serve(post, article('A post', `<p>Something was said about boats today.</p>${quote}`));
    const page = await saidso.open(`http://weblog.example:${site.port}${post}`);
    const [kept] = await saidso.keep(page, 0);
    if (!kept?.ok) throw new Error(`${title}: the quotation was not kept`);
    const check = await saidso.surface(`check.html#annotation=${kept.value.id}`, { width: 640, height: 480 });
    await check
      .getByRole('button', { name: /^Fetch / })
      .first()
      .click();
    await check.getByRole('heading', { name: title }).waitFor();
    tiles.push({ title, png: await check.screenshot() });
    await check.close();
    await page.close();
  }
  return tiles;
}

/** Corrects who speaks in a quote of the sample article, and opens the library's list of corrections. */
export async function correctionsView(saidso: Saidso): Promise<Page> {
  const page = await saidso.open('/article.html?corrected');
  await page.setViewportSize({ width: 1200, height: 2400 }); // every sign in sight
  await page.bringToFront();
  const root = await saidso.root(page);
  await root.click('button.sign', /^Quote by .*Ingrid Solheim.* from .*fisheries/);
  await root.click('button', 'Correct…');
  const card = await cardInPage(page);
  const speaker = card.getByLabel('Speaker', { exact: true });
  await speaker.fill('Ingrid B. Solheim');
  await speaker.press('Enter');
  await card.getByText('Corrected: Ingrid B. Solheim').first().waitFor();
  const library = await saidso.surface('library.html#corrections', { width: 1200, height: 560 });
  await library.getByRole('button', { name: 'Export as test cases' }).waitFor();
  return library;
}
