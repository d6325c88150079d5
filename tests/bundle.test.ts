import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { gzipSync } from 'node:zlib';
import { describe, expect, it } from 'vitest';
import { root } from './source-files.ts';

const output = (folder: string, path: string) => readFileSync(join(root, '.output', folder, path), 'utf8');
const gzipped = (text: string) => gzipSync(text, { level: 9 }).length;

/** Runs in every page of every visit; design.md's bound. */
const PAGE_SCRIPT_BYTES = 8 * 1024;
/** Loaded where there is something to draw. */
const DRAW_SCRIPT_BYTES = 24 * 1024;

/** Marks that each library leaves in a minified bundle. */
const LIBRARIES: Record<string, RegExp> = {
  React: /react\.(?:transitional\.)?element|Minified React error|__SECRET_INTERNALS|__CLIENT_INTERNALS/,
  Dexie: /Dexie|IDBKeyRange/,
  zod: /ZodError|\$Zod/,
  Readability: /readability-page|_grabArticle/,
};

describe.each(['chrome-mv3', 'firefox-mv3'])('bundles of %s', (folder) => {
  it(`the script in every page is at most ${PAGE_SCRIPT_BYTES} bytes gzipped`, () => {
    expect(gzipped(output(folder, 'content-scripts/page.js'))).toBeLessThanOrEqual(PAGE_SCRIPT_BYTES);
  });

  it('the script in every page ends on no event that a page can send, and sends none', () => {
    expect(output(folder, 'content-scripts/page.js')).not.toMatch(/content-script-started|dispatchEvent|postMessage/);
  });

  it(`the drawing script is at most ${DRAW_SCRIPT_BYTES} bytes gzipped`, () => {
    expect(gzipped(output(folder, 'draw.js'))).toBeLessThanOrEqual(DRAW_SCRIPT_BYTES);
  });

  it.each(Object.entries(LIBRARIES))('%s is in no script that runs in a page', (_, mark) => {
    for (const script of ['content-scripts/page.js', 'draw.js']) expect(output(folder, script)).not.toMatch(mark);
  });

  it('the marks by which the libraries are known are true of the pages that use them', () => {
    const scripts = readdirSync(join(root, '.output', folder), { recursive: true, encoding: 'utf8' }).filter((n) => n.endsWith('.js'));
    const all = scripts.map((name) => output(folder, name)).join('\n');
    for (const name of ['React', 'Dexie', 'zod']) expect(all).toMatch(LIBRARIES[name] as RegExp);
  });

  it('nothing asks for code from elsewhere', () => {
    const pages = readdirSync(join(root, '.output', folder)).filter((n) => n.endsWith('.html'));
    expect(pages.length).toBeGreaterThanOrEqual(4);
    for (const page of pages) expect(output(folder, page)).not.toMatch(/(?:src|href)="(?:https?:)?\/\//);
  });
});
