import { expect, test } from './firefox-test.ts';

const story = (...paragraphs: string[]): string =>
  `<!doctype html><html lang="en"><title>Tides</title><main><article><h1>Tides</h1>${paragraphs.map((p) => `<p>${p}</p>`).join('')}</article></main></html>`;
const pier = (planks: string): string =>
  `The mayor said, “The pier will open when the last ${planks} planks are safe.” Nobody asked when that is.`;
const words = (planks: string): string => `The pier will open when the last ${planks} planks are safe.`;

test('Firefox: a changed quote is told, and the new wording taken; a lost one is attached to what is selected', async ({
  saidso,
  site,
}) => {
  site.serve('/story', story(pier('40')));
  const tab = await saidso.open('/story');
  const tabId = await saidso.tabId(tab);
  const [shown] = (await saidso.view(tab)).quotations;
  const { start, end, text: exact } = shown?.quotation ?? { start: 0, end: 0, text: '' };
  await saidso.ask('quotation.keep', { tabId, frameId: 0, start, end, exact });
  await expect.poll(() => saidso.painted(tab)).toEqual([words('40')]);

  site.serve('/story', story(pier('14')));
  await saidso.toFront(tab);
  await saidso.reload(tab);
  await expect.poll(async () => (await saidso.read(tab)).highlights.map((h) => h.status)).toEqual(['changed']);
  const panel = await saidso.surface(`sidepanel.html?tab=${tabId}`);
  await saidso.says(panel, '1 kept quote on this page has changed.');
  await saidso.says(panel, 'Number changed:');
  await saidso.click(panel, 'button', /^Take the new wording/);
  await expect.poll(async () => (await saidso.view(tab)).highlights.map((h) => h.status)).toEqual(['exact']);

  site.serve('/story', story('The opening was put off once more, the mayor’s office let it be known on Friday.'));
  await saidso.toFront(tab);
  await saidso.reload(tab);
  await expect.poll(async () => (await saidso.read(tab)).highlights.map((h) => h.status)).toEqual(['orphaned']);
  await saidso.select(tab, 'The opening was put off once more');
  await saidso.toFront(panel);
  await saidso.says(panel, 'Not on the page now.');
  await saidso.click(panel, 'button', /^Attach to the selection/);
  await expect.poll(() => saidso.painted(tab)).toEqual(['The opening was put off once more']);
});
