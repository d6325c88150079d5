import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { readFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { Page } from '@playwright/test';
import { cardInPage } from './card-in-page.ts';
import { expect, Saidso, test } from './chromium-test.ts';
import { launchChromium } from './launch-chromium.ts';
import { startLoggingProxy } from './logging-proxy.ts';
import { paintedWords } from './painted-words.ts';
import { stopBackground } from './stop-background.ts';
import { storedData } from './stored-data.ts';

// What README and ARCHITECTURE promise of what is stored and of what leaves the machine, tried on the built extension.

const FIRST = 'The lamps of the ninth ward were dark for eleven nights before anybody came.';
const SECOND = 'No bridge in this county has been painted since the old surveyor went to sea.';
const FILLER = 'It rained all the while, and the street was empty but for the milk cart. '.repeat(3);
const LAMPS = `<!doctype html><html lang="en"><title>Lamps</title><main><article><h1>Lamps</h1>
<p>Clerk Ada Quill said: “${FIRST}”</p><p>${FILLER}</p><p>Surveyor Odo Marsh said: “${SECOND}”</p></article></main></html>`;

/** Opens the card on the quote of Ada Quill in the page, which keeps it. */
async function openNote(saidso: Saidso, page: Page) {
  await page.bringToFront();
  const root = await saidso.root(page);
  await root.click('button', /Ada Quill/);
  await root.click('button', 'Note');
  return cardInPage(page);
}

const noteOf = async (asking: Page): Promise<string> => JSON.stringify((await storedData(asking))['saidso.annotations'] ?? []);

test('nothing that was only read is stored; of what is kept, that alone', async ({ saidso, site }) => {
  site.serve('/lamps', LAMPS);
  const page = await saidso.open('/lamps');
  expect((await saidso.view(page)).quotations).toHaveLength(2);
  const popup = await saidso.popupOver(page);
  await expect(popup.getByText(FIRST).first()).toBeVisible();
  const before = await storedData(popup);
  expect(before['saidso.annotations'] ?? []).toEqual([]);
  for (const trace of ['lamps', 'ninth ward', 'old surveyor', 'Quill', String(site.port)])
    expect(JSON.stringify(before)).not.toContain(trace);

  await saidso.keep(page, 0);
  await expect.poll(async () => (await storedData(popup))['saidso.annotations']?.length).toBe(1);
  const after = JSON.stringify(await storedData(popup));
  expect(after).toContain(FIRST);
  for (const trace of ['old surveyor', 'Odo Marsh']) expect(after).not.toContain(trace);
});

test('a background that is killed again and again loses nothing, and everything goes on', async ({ saidso, site }) => {
  site.serve('/lamps', LAMPS);
  const page = await saidso.open('/lamps');
  const asking = await saidso.surface('icon/32.png');
  const kill = () => stopBackground(asking);

  await kill();
  const card = await openNote(saidso, page);
  await kill();
  const note = card.getByRole('textbox', { name: 'Note' });
  await note.fill('typed into a dead silence');
  await expect.poll(() => noteOf(asking)).toContain('typed into a dead silence');
  await kill();
  await note.fill('typed and left');
  await note.press('Escape');
  await expect.poll(() => noteOf(asking)).toContain('typed and left');
  await expect.poll(() => page.frames().length).toBe(1);

  await kill();
  expect(await saidso.keep(page, 1)).toMatchObject([{ ok: true }]);
  await expect.poll(() => paintedWords(page)).toEqual([FIRST, SECOND]);
  await kill();
  const library = await saidso.surface('library.html');
  await library.getByText(SECOND).first().click();
  await kill();
  await library
    .getByRole('button', { name: /^Delete/ })
    .first()
    .click();
  await expect.poll(() => paintedWords(page)).toEqual([FIRST]);
  await kill();
  await library.getByRole('button', { name: 'Undo' }).click();
  await expect.poll(() => paintedWords(page)).toEqual([FIRST, SECOND]);
});

test('a browser that is started again has every annotation and setting', async ({ site }) => {
  site.serve('/lamps', LAMPS);
  const profile = mkdtempSync(join(tmpdir(), 'saidso-twice-'));
  try {
    const first = new Saidso(await launchChromium({ profile }), site);
    const page = await first.open('/lamps');
    const card = await openNote(first, page);
    await card.getByRole('textbox', { name: 'Note' }).fill('before the restart');
    const settings = await first.surface('library.html#settings');
    await expect.poll(() => noteOf(settings)).toContain('before the restart');
    await settings.getByRole('checkbox', { name: /Mark quotes in pages/ }).click();
    await settings.getByRole('combobox', { name: 'Appearance' }).selectOption('dark');
    await expect.poll(async () => JSON.stringify((await storedData(settings))['storage.local'])).toContain('"theme":"dark"');
    const stored = (await storedData(settings))['saidso.annotations'];
    await first.browser.close();

    const second = new Saidso(await launchChromium({ profile }), site);
    const again = await second.open('/lamps');
    await expect.poll(() => paintedWords(again)).toEqual([FIRST]);
    const shown = await second.surface('library.html#settings');
    await expect(shown.getByRole('checkbox', { name: /Mark quotes in pages/ })).not.toBeChecked();
    await expect(shown.getByRole('combobox', { name: 'Appearance' })).toHaveValue('dark');
    expect((await storedData(shown))['saidso.annotations']).toEqual(stored);
    await second.browser.close();
  } finally {
    rmSync(profile, { recursive: true, force: true, maxRetries: 3 });
  }
});

/** An extension that does nothing: a browser with it makes the browser's own requests and no others. */
function idleExtension(): string {
  const folder = join(mkdtempSync(join(tmpdir(), 'saidso-idle-')), 'idle');
  mkdirSync(folder);
  writeFileSync(
    join(folder, 'manifest.json'),
    JSON.stringify({ manifest_version: 3, name: 'Idle', version: '1', background: { service_worker: 'idle.js' } }),
  );
  writeFileSync(join(folder, 'idle.js'), '');
  return folder;
}

test('no request leaves the machine: browsing, annotating, exporting, importing', async ({ site }) => {
  site.serve('/lamps', LAMPS);
  const [proxy, idleProxy] = [await startLoggingProxy(), await startLoggingProxy()];
  const idle = idleExtension();
  const browser = await launchChromium({ proxy: proxy.address });
  const control = await launchChromium({ proxy: idleProxy.address, extensionPath: idle });
  try {
    const saidso = new Saidso(browser, site);
    await (await control.context.newPage()).goto(`${site.origin}/article.html`);
    await saidso.open('/article.html');
    const page = await saidso.open('/lamps');
    const card = await openNote(saidso, page);
    await card.getByRole('textbox', { name: 'Note' }).fill('See [the ledger](https://ledger.invalid/9) ![map](https://map.invalid/9.png)');
    const library = await saidso.surface('library.html');
    await expect.poll(() => noteOf(library)).toContain('ledger');
    await library.getByText(FIRST).first().click();
    await library
      .getByRole('button', { name: /^Export/ })
      .first()
      .click();
    const [download] = await Promise.all([library.waitForEvent('download'), library.getByRole('menuitem', { name: /\bSaidso\b/ }).click()]);
    const file = JSON.parse(await readFile(await download.path(), 'utf8'));
    file.annotations[0].id = crypto.randomUUID();
    await library.getByRole('link', { name: 'Export & import' }).click();
    const buffer = Buffer.from(JSON.stringify(file));
    await library.locator('input[type=file]').setInputFiles({ name: 'in.json', mimeType: 'application/json', buffer });
    await library.getByRole('button', { name: 'Import 1 annotation' }).click();
    await expect.poll(async () => (await storedData(library))['saidso.annotations']?.length).toBe(2);
    for (const view of ['claims', 'speakers', 'bin', 'settings', 'all']) await library.goto(browser.page(`library.html#${view}`));
    const panel = await saidso.surface(`sidepanel.html?tab=${await saidso.tabId(page)}`);
    await expect(panel.getByText(FIRST).first()).toBeVisible();
    await (await saidso.popupOver(page)).getByRole('tab', { name: /Mine here/ }).click();

    // The browser has hosts of its own, asked for sooner or later: the idle one asks for all of them.
    await expect.poll(() => proxy.asked.filter((host) => !idleProxy.asked.includes(host)), { timeout: 30_000 }).toEqual([]);

    // The proxy would have seen one: from a page of the extension, and from its background.
    await library.evaluate(() => fetch('https://page.invalid/').catch(() => null));
    await browser.context.serviceWorkers()[0]?.evaluate(() => fetch('https://background.invalid/').catch(() => null));
    await expect.poll(() => proxy.asked).toEqual(expect.arrayContaining(['page.invalid:443', 'background.invalid:443']));
  } finally {
    await Promise.all([browser.close(), control.close(), proxy.close(), idleProxy.close()]);
    rmSync(join(idle, '..'), { recursive: true, force: true });
  }
});
