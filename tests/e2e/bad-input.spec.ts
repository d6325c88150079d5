import type { Page } from '@playwright/test';
import { cardInPage } from './card-in-page.ts';
import { expect, type Saidso, test } from './chromium-test.ts';
import { paintedWords, quietMarks } from './painted-words.ts';
import { storedData } from './stored-data.ts';

// Pages and files as they should not be: nothing breaks, nothing is believed, and what happened is said.

const WORDS = 'The lamps of the ninth ward were dark for eleven nights before anybody came.';
const SAID = `<p>Clerk Ada Quill said: “${WORDS}”</p>`;

/** Errors that scripts of the page or of ours throw in a page. */
function errorsOf(page: Page): string[] {
  const errors: string[] = [];
  page.on('pageerror', (error) => errors.push(String(error)));
  page.on('crash', () => errors.push('crashed'));
  return errors;
}

const BROKEN: readonly (readonly [path: string, body: string])[] = [
  ['/unclosed.html', `<html><body><div><table><p><b><i>${SAID}<blockquote><ul><li>open <a href="`],
  ['/crossed.html', `</body></html><p><b>${SAID}</p></b></div></article><script>/*</script><body><body><html lang=en>`],
  ['/nul.html', `<html>\u0000<p>\ufffe\ud800${SAID}<!-- <!-- --><![CDATA[`],
];
for (const [path, body] of BROKEN)
  test(`broken HTML is read as the browser sees it: ${path}`, async ({ saidso, site }) => {
    site.serve(path, body);
    const page = await saidso.open(path);
    const texts = (await saidso.view(page)).quotations.map(({ quotation }) => quotation.text);
    expect(texts).toContain(WORDS);
    expect(await quietMarks(page)).toBeGreaterThan(0);
  });

const NOTHING_FOUND = /No quotes/;
const UNREADABLE = /There is no page here that can be read\./;
const RSS = `<?xml version="1.0"?><rss version="2.0"><channel><title>T</title><item><description>${WORDS}</description></item></channel></rss>`;
const WITHOUT_PROSE: readonly (readonly [path: string, body: string, said: RegExp])[] = [
  ['/empty.html', '', NOTHING_FOUND],
  ['/no-body.html', '<html><script>addEventListener("load", () => document.body.remove())</script></html>', NOTHING_FOUND],
  ['/no-root.html', '<html><script>addEventListener("load", () => document.documentElement.remove())</script></html>', /\S{3}/],
  [
    '/frames.html',
    '<html><frameset cols="50%,50%"><frame src="/article.html"><frame src="/nowhere"></frameset></html>',
    /The harbour board voted/,
  ],
  ['/feed.xml', RSS, UNREADABLE],
  ['/broken.xml', '<?xml version="1.0"?><a><b></a>', UNREADABLE],
  ['/picture.svg', `<svg xmlns="http://www.w3.org/2000/svg" width="90" height="90"><text y="20">“${WORDS}”</text></svg>`, UNREADABLE],
  ['/plain.txt', `Clerk Ada Quill said: “${WORDS}”\n> quoted\n`, /The lamps of the ninth ward/],
];
for (const [path, body, said] of WITHOUT_PROSE)
  test(`popup and panel say what there is in a document that is no article: ${path}`, async ({ saidso, site }) => {
    site.serve(path, body);
    const page = await saidso.open('/nowhere', { ready: false });
    const errors = errorsOf(page);
    await page.goto(`${site.origin}${path}`);
    const tabId = await saidso.tabId(page);
    for (const surface of [await saidso.popupOver(page), await saidso.surface(`sidepanel.html?tab=${tabId}`)])
      await expect(surface.locator('body')).toContainText(said);
    await page.reload();
    expect(errors).toEqual([]);
  });

test('10 MB of text: read up to the limit, which is said, and the page goes on working', async ({ saidso, site }) => {
  const filler = 'It rained all the while, and the street was empty but for the milk cart. '.repeat(14);
  const body = `${SAID}${`<p>${filler}</p>\n`.repeat(10_000)}`;
  expect(body.length).toBeGreaterThan(10_000_000);
  site.serve(
    '/long.html',
    `<!doctype html><html lang="en"><title>Long</title><button onclick="this.textContent = 'pressed'">Press</button>${body}</html>`,
  );
  const page = await saidso.open('/long.html');
  const view = await saidso.view(page);
  expect(view.truncated).toBe(true);
  expect(view.quotations.map(({ quotation }) => quotation.text)).toContain(WORDS);
  await page.bringToFront();
  await page.getByRole('button', { name: 'Press' }).click();
  await expect(page.getByRole('button', { name: 'pressed' })).toBeVisible();
  const popup = await saidso.popupOver(page);
  await expect(popup.getByText('very long', { exact: false }).first()).toBeVisible();
});

test('thousands of quotes are all marked, listed and can be kept', async ({ saidso, site }) => {
  const many = Array.from(
    { length: 3_000 },
    (_, n) => `<p>Clerk Ada Quill said: “The lamps of ward ${n} were dark for ${n} nights.”</p>`,
  ).join('\n');
  site.serve('/many.html', `<!doctype html><html lang="en"><title>Many</title><main>${many}</main></html>`);
  const page = await saidso.open('/many.html');
  expect((await saidso.view(page)).quotations).toHaveLength(3_000);
  await expect.poll(() => quietMarks(page)).toBe(3_000);
  const popup = await saidso.popupOver(page);
  await expect(popup.getByRole('tab', { name: /^Quotes 3.?000/ })).toBeVisible();
  expect(await saidso.keep(page, 2_999)).toMatchObject([{ ok: true }]);
  await expect.poll(() => paintedWords(page)).toEqual(['The lamps of ward 2999 were dark for 2999 nights.']);
});

const MARKUP = '<img src=x onerror="window.pwned=1"><script>window.pwned=1</script>';
const escaped = (text: string): string => text.replace(/&/g, '&amp;').replace(/</g, '&lt;').replace(/"/g, '&quot;');
const HOSTILE: readonly (readonly [name: string, title: string, words: string])[] = [
  ['markup', MARKUP, `The lamps ${MARKUP} were dark for eleven nights.`],
  ['an override of direction', '\u202etxt.exe\u202e', 'The lamps \u202e of the ward \u2066 were dark for eleven nights.'],
  ['a word of 100 kB', 'W'.repeat(100_000), `The lamps ${'x'.repeat(100_000)} were dark.`],
];
for (const [name, title, words] of HOSTILE)
  test(`what a page says is shown as words, whatever it is: ${name}`, async ({ saidso, site }) => {
    site.serve(
      '/hostile.html',
      `<!doctype html><html lang="en"><title>${escaped(title)}</title><main><h1>${escaped(title)}</h1>
      <p>According to <a href="https://paper.example/a?${escaped(encodeURIComponent(title))}">${escaped(title)}</a>:</p><blockquote><p>${escaped(words)}</p></blockquote>
      ${SAID}</main></html>`,
    );
    const page = await saidso.open('/hostile.html');
    const tabId = await saidso.tabId(page);
    const { quotations } = await saidso.view(page);
    expect(quotations.length).toBeGreaterThan(0);
    for (const answer of await saidso.keep(page, ...quotations.keys())) expect(answer).toMatchObject({ ok: true });
    const surfaces = [
      page,
      await saidso.popupOver(page),
      await saidso.surface(`sidepanel.html?tab=${tabId}`, { width: 360, height: 700 }),
      await saidso.surface('library.html'),
    ];
    for (const surface of surfaces) {
      const inside = surface.getByText('The lamps').first();
      await expect(inside).toBeVisible();
      expect(await surface.evaluate(() => Reflect.get(window, 'pwned') ?? null)).toBeNull();
      expect(await surface.locator('img[src="x"], script:not([src])').count()).toBe(0);
      if (surface !== page) expect(await surface.evaluate(() => document.documentElement.scrollWidth - innerWidth)).toBeLessThanOrEqual(0);
    }
  });

const GOOD = JSON.stringify({ format: 'saidso', version: 1, exported: '2026-01-01T00:00:00.000Z', annotations: [] });
const FILES: readonly (readonly [name: string, bytes: Buffer, told: string])[] = [
  ['junk.json', Buffer.from('lorem ipsum'), 'This file is not JSON, or only a part of it.'],
  ['empty.json', Buffer.alloc(0), 'This file is not JSON, or only a part of it.'],
  ['cut.json', Buffer.from(GOOD.slice(0, -9)), 'This file is not JSON, or only a part of it.'],
  ['picture.png', Buffer.from([0x89, 0x50, 0x4e, 0x47, 0, 255, 254, 0xd8, 0, 0]), 'This file is not JSON, or only a part of it.'],
  ['other.json', Buffer.from('{"rows":[{"uri":"https://example.org"}]}'), 'This file comes from another program.'],
  ['null.json', Buffer.from('null'), 'This file comes from another program.'],
  ['newer.json', Buffer.from(GOOD.replace('"version":1', '"version":99')), 'This file was written by a newer version of Saidso.'],
];
test('a file that cannot be read says why, and changes nothing', async ({ saidso }) => {
  const page = await saidso.open('/article.html');
  expect(await saidso.keep(page, 0)).toMatchObject([{ ok: true }]);
  const library = await saidso.surface('library.html#exchange');
  const before = (await storedData(library))['saidso.annotations'];
  expect(before).toHaveLength(1);
  for (const [name, buffer, told] of FILES) {
    await library.locator('input[type=file]').setInputFiles({ name, mimeType: 'application/octet-stream', buffer });
    await expect(library.getByText(name)).toBeVisible();
    await expect(library.getByText(told)).toBeVisible();
    await expect(library.getByText('Nothing was imported or changed.', { exact: false })).toBeVisible();
    expect((await storedData(library))['saidso.annotations'], name).toEqual(before);
  }
});

/** A page of the extension in which the browser refuses the database. */
async function withoutDatabase(saidso: Saidso, path: string): Promise<Page> {
  const page = await saidso.browser.context.newPage();
  await page.addInitScript(() => {
    IDBFactory.prototype.open = () => {
      throw new DOMException('The operation is insecure.', 'SecurityError');
    };
  });
  await page.goto(saidso.browser.page(path));
  return page;
}

test('without a database each surface says so, and the page goes on being read', async ({ saidso }) => {
  const page = await saidso.open('/article.html');
  const tabId = await saidso.tabId(page);
  const message = 'The browser does not let Saidso open its database.';
  for (const path of ['library.html', `popup.html?tab=${tabId}`, `sidepanel.html?tab=${tabId}`]) {
    const surface = await withoutDatabase(saidso, path);
    await expect(surface.getByText(message).first()).toBeVisible();
    await expect(surface.getByRole('button', { name: /again/i }).first()).toBeVisible();
    if (path.startsWith('popup')) await expect(surface.getByText('The harbour board voted').first()).toBeVisible();
  }
  await page.bringToFront();
  await expect.poll(() => quietMarks(page)).toBeGreaterThan(0);
  await (await saidso.root(page)).click('button', /Ingrid Solheim/);
  await (await saidso.root(page)).one('button', 'Keep');
});

const POLICIES: readonly (readonly [name: string, policy: string])[] = [
  ["default-src 'none'", "default-src 'none'; style-src 'none'; frame-src 'none'; sandbox allow-scripts allow-same-origin"],
  ['trusted types', "require-trusted-types-for 'script'; trusted-types 'none'"],
];
for (const [name, policy] of POLICIES)
  test(`a page with a strict policy has marks and the card: ${name}`, async ({ saidso, site }) => {
    site.serve('/strict.html', `<!doctype html><html lang="en"><title>Strict</title><main>${SAID}</main></html>`, {
      'content-security-policy': policy,
    });
    const page = await saidso.open('/strict.html');
    await page.bringToFront();
    await expect.poll(() => quietMarks(page)).toBe(1);
    const root = await saidso.root(page);
    await root.click('button', /Ada Quill/);
    await root.click('button', 'Note');
    const card = await cardInPage(page);
    await card.getByRole('textbox', { name: 'Note' }).fill('a note on a strict page');
    await expect.poll(() => paintedWords(page)).toEqual([WORDS]);
    const asking = await saidso.surface('icon/32.png');
    await expect.poll(async () => JSON.stringify(await storedData(asking))).toContain('a note on a strict page');
  });
