import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, type SaidsoInFirefox, test } from './firefox-test.ts';

// The main job in the built extension for Firefox: what is its own there is the event page, the frame without storage, and the sidebar.

const PASSAGE = 'the numbers are hard to argue with';
const ENTER = '\uE007';

/** Keeps the first quote of a page. */
async function keepFirst(saidso: SaidsoInFirefox, tab: string): Promise<void> {
  const first = (await saidso.view(tab)).quotations[0]?.quotation;
  if (first === undefined) throw new Error('The page has no quotation.');
  const place = { start: first.start, end: first.end, exact: first.text };
  const kept = await saidso.ask('quotation.keep', { tabId: await saidso.tabId(tab), frameId: 0, ...place });
  expect(kept.ok).toBe(true);
}

/** What the annotations of the database say, as the exports of the library write them. */
async function exported(saidso: SaidsoInFirefox, library: string): Promise<{ format: string; annotations: { body: Body[] }[] }> {
  await saidso.toFront(library);
  await saidso.click(library, 'button', /^Export/);
  await saidso.click(library, '[role=menuitem]', /\bSaidso\b/);
  let text = '';
  await expect(() => {
    const file = readdirSync(saidso.downloads).find((name) => name.endsWith('.json'));
    text = readFileSync(join(saidso.downloads, file ?? 'nothing yet'), 'utf8');
    JSON.parse(text);
  }).toPass({ timeout: 15_000 });
  return JSON.parse(text);
}

interface Body {
  purpose: string;
  value?: string;
}

test('Firefox: quotes are found and attributed on a page as it is opened', async ({ saidso }) => {
  const tab = await saidso.open('/article.html');
  const { quotations } = await saidso.view(tab);
  expect(quotations).toHaveLength(19);
  const seen = quotations.map(({ quotation: q }) => [q.kind, q.speaker, q.source?.name ?? null, q.text.slice(0, 24)]);
  expect(seen).toContainEqual(['block', null, 'Reuters', 'The harbour board voted ']);
  expect(seen).toContainEqual(['inline', 'Ingrid Solheim', 'Reuters', 'We have eleven pups wher']);
  expect(seen).toContainEqual(['list-item', 'Ingrid Solheim', 'fisheries.example.gov', 'The outer banks are not ']);
});

test('Firefox: a selection is highlighted, noted and tagged in the page, listed, exported, and back on the next visit', async ({
  saidso,
}) => {
  const tab = await saidso.open('/article.html');
  await saidso.toFront(tab);
  await saidso.select(tab, PASSAGE);
  await saidso.clickDrawn(tab, 'button', /note/i);
  const card = await saidso.browser.frame(tab, 'card.html');
  await saidso.browser.poll(card, `document.activeElement?.localName === 'textarea'`);
  await saidso.type(card, 'Counted by whom?');
  await saidso.click(card, 'input[role=combobox]', /tag/i);
  await saidso.type(card, `seals${ENTER}`);
  await saidso.says(card, 'seals');
  await expect.poll(() => saidso.painted(tab)).toEqual([PASSAGE]);

  const library = await saidso.surface('library.html');
  await saidso.says(library, PASSAGE);
  const file = await exported(saidso, library);
  expect(file.format).toBe('saidso');
  expect(file.annotations).toHaveLength(1);
  const bodies = file.annotations[0]?.body ?? [];
  expect(bodies.find((b) => b.purpose === 'commenting')?.value).toBe('Counted by whom?');
  expect(bodies.find((b) => b.purpose === 'tagging')?.value).toBe('seals');

  await saidso.toFront(tab);
  await saidso.reload(tab);
  await expect.poll(() => saidso.painted(tab), { timeout: 20_000 }).toEqual([PASSAGE]);
});

test('Firefox: a quote is corrected in the page, and told so at once and on the next visit', async ({ saidso }) => {
  const tab = await saidso.open('/article.html');
  await saidso.toFront(tab);
  await saidso.clickDrawn(tab, 'button.sign', /Ingrid Solheim.* from .*Reuters/);
  await saidso.clickDrawn(tab, 'button', /^Correct/);
  const card = await saidso.browser.frame(tab, 'card.html');
  await saidso.browser.poll(card, `document.activeElement?.localName === 'input'`);
  await saidso.browser.evaluate(card, 'document.activeElement.select()');
  await saidso.type(card, `Ingrid B. Solheim${ENTER}`);
  await saidso.says(card, 'Corrected: Ingrid B. Solheim, from Reuters.');
  const speakers = async () => (await saidso.view(tab)).quotations.map(({ quotation }) => quotation.speaker);
  await expect.poll(speakers).toContain('Ingrid B. Solheim');
  await saidso.reload(tab);
  await expect.poll(speakers, { timeout: 20_000 }).toContain('Ingrid B. Solheim');
});

test('Firefox: one click in the popup keeps a quote, one pauses the site', async ({ saidso }) => {
  const tab = await saidso.open('/article.html');
  const popup = await saidso.surface(`popup.html?tab=${await saidso.tabId(tab)}`);
  await saidso.says(popup, 'The harbour board voted');
  await saidso.click(popup, 'button', /^Keep$/);
  await expect.poll(async () => (await saidso.painted(tab)).length).toBe(1);

  await saidso.click(popup, 'button', /Pause/);
  await saidso.click(popup, '[role=menuitem], [role=menuitemcheckbox]', /site|127\.0\.0\.1/);
  await expect.poll(async () => (await saidso.view(tab)).state).toBe('paused');
  await expect.poll(() => saidso.browser.evaluate(tab, 'CSS.highlights.size')).toBe(0);
});

test('Firefox: the side panel shows the page in its order, and a note is written there', async ({ saidso }) => {
  const tab = await saidso.open('/article.html');
  await keepFirst(saidso, tab);
  const panel = await saidso.surface(`sidepanel.html?tab=${await saidso.tabId(tab)}`);
  await saidso.says(panel, 'We have eleven pups');
  const seen = await saidso.browser.evaluate<string>(panel, 'document.body.innerText');
  const places = ['The harbour board voted', 'reduce engine noise near', 'We have eleven pups'].map((words) => seen.indexOf(words));
  expect(places).not.toContain(-1);
  expect(places).toEqual([...places].sort((a, b) => a - b));

  await saidso.click(panel, 'button', /^Edit/);
  await saidso.click(panel, 'textarea', /^Note/);
  await saidso.type(panel, 'Written in the panel');
  await saidso.click(panel, 'button', /^Edit/);
  const library = await saidso.surface('library.html');
  await saidso.says(library, 'Written in the panel');
});

test('Firefox: an event page that was stopped comes back when it is needed', async ({ saidso }) => {
  const tab = await saidso.open('/article.html');
  await keepFirst(saidso, tab);
  await saidso.stopBackground();
  expect((await saidso.view(tab)).quotations).toHaveLength(19);
  await saidso.stopBackground();
  await saidso.toFront(tab);
  await saidso.select(tab, PASSAGE);
  await saidso.clickDrawn(tab, 'button', /green/i);
  await expect.poll(async () => (await saidso.painted(tab)).includes(PASSAGE)).toBe(true);
});

test('Firefox: a passage that is gone is listed as lost and painted nowhere', async ({ saidso, site }) => {
  const story = (body: string) =>
    `<!doctype html><html lang="en"><title>Tides</title><main><article><h1>Tides</h1>${body}</article></main></html>`;
  site.serve('/story', story('<p>The mayor said, “The pier will open when the last plank is safe.”</p><p>More to come.</p>'));
  const tab = await saidso.open('/story');
  await keepFirst(saidso, tab);
  await expect.poll(() => saidso.painted(tab)).toEqual(['The pier will open when the last plank is safe.']);

  site.serve('/story', story('<p>The mayor said, “The market will close when the first bell is heard.”</p>'));
  await saidso.reload(tab);
  await expect.poll(async () => (await saidso.read(tab)).highlights.map((h) => h.status)).toEqual(['orphaned']);
  expect(await saidso.painted(tab)).toEqual([]);
  const panel = await saidso.surface(`sidepanel.html?tab=${await saidso.tabId(tab)}`);
  await saidso.says(panel, 'The pier will open when the last plank is safe.');
});

test('Firefox: the page is the same but for our one host', async ({ saidso }) => {
  const tab = await saidso.open('/article.html');
  await keepFirst(saidso, tab);
  await expect.poll(async () => (await saidso.painted(tab)).length).toBe(1);
  const same = `fetch(location.href).then((r) => r.text()).then((html) =>
    [document, new DOMParser().parseFromString(html, 'text/html')].map((d) => d.head.innerHTML + d.body.outerHTML))`;
  const [now, served] = await saidso.browser.evaluate<[string, string]>(tab, same);
  expect(now).toBe(served);
  const besides = `[...document.documentElement.children].filter((e) => e !== document.head && e !== document.body).length`;
  expect(await saidso.browser.evaluate(tab, besides)).toBe(1);
});
