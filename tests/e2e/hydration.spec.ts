import { join } from 'node:path';
import type { Page } from '@playwright/test';
import { createElement as h } from 'react';
import { renderToString } from 'react-dom/server';
import { rolldown } from 'rolldown';
import { expect, test } from './chromium-test.ts';
import { HYDRATED_QUOTE, Story, StoryDocument } from './pages/hydrated-story.ts';
import { paintedWords } from './painted-words.ts';

/** React as developers run it: it tells of each difference between what was served and what it renders. */
async function browserSide(): Promise<string> {
  const build = await rolldown({
    input: join(import.meta.dirname, 'pages', 'hydrate-story.ts'),
    platform: 'browser',
    transform: { define: { 'process.env.NODE_ENV': '"development"' } },
  });
  const { output } = await build.generate({ format: 'iife' });
  await build.close();
  return output[0].code;
}

const SCRIPT = '<script src="/story.js"></script>';
const rendered: Record<string, () => string> = {
  'a part of its document': () =>
    `<!doctype html><html lang="en"><head><title>Weir</title>${SCRIPT}</head><body><div id="root">${renderToString(h(Story))}</div></body></html>`,
  // The script stands outside of what React renders, as a browser's extension does: put there by the test.
  'its whole document': () => `<!doctype html>${renderToString(h(StoryDocument))}`,
};

const call = (page: Page, name: string, ...given: string[]): Promise<void> =>
  page.evaluate(([what, values]) => void Reflect.apply(Reflect.get(window, what), window, values), [name, given] as const);

for (const [name, html] of Object.entries(rendered))
  test(`React takes over ${name} under highlights without an error, and they stay on their words`, async ({ saidso, site }) => {
    site.serve('/weir', html());
    site.serve('/story.js', await browserSide());
    const page = await saidso.open('/weir');
    await page.bringToFront();
    const complaints: string[] = [];
    page.on('pageerror', (error) => complaints.push(String(error)));
    page.on('console', (message) => message.type() === 'error' && complaints.push(message.text()));
    expect(await saidso.keep(page, 0)).toMatchObject([{ ok: true }]);
    await page.reload();
    await expect.poll(() => paintedWords(page)).toEqual([HYDRATED_QUOTE]);

    if (!(await page.evaluate(() => 'hydrate' in window))) await page.evaluate(`${await browserSide()}`);
    const markup = () => page.evaluate(() => document.body.innerHTML);
    const served = await markup();
    await call(page, 'hydrate');
    await expect.poll(() => page.evaluate(() => 'more' in window)).toBe(true);
    expect(await markup()).toBe(served);
    expect(await paintedWords(page)).toEqual([HYDRATED_QUOTE]);

    await call(page, 'more');
    await expect.poll(() => page.getByText('number 0').count()).toBe(1);
    await call(page, 'key');
    await expect.poll(() => paintedWords(page)).toEqual([HYDRATED_QUOTE]);
    await call(page, 'words', 'Somebody else said something else altogether about the lamps.');
    await expect.poll(() => paintedWords(page)).toEqual([]);
    await call(page, 'words', HYDRATED_QUOTE);
    await expect.poll(() => paintedWords(page)).toEqual([HYDRATED_QUOTE]);
    expect(await page.evaluate(() => Reflect.get(window, 'errors'))).toEqual([]);
    expect(complaints).toEqual([]);
  });
