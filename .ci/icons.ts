// Renders `public/icon.svg` to the sizes that browsers ask for: `node .ci/icons.ts`. Run it after changing the drawing.

import { readFile, writeFile } from 'node:fs/promises';
import { chromium } from 'playwright';

const SIZES = [16, 32, 48, 128];

const svg = await readFile('public/icon.svg', 'utf8');
const browser = await chromium.launch({ executablePath: process.env.SAIDSO_CHROMIUM ?? '/usr/bin/chromium', args: ['--no-sandbox'] });
try {
  for (const size of SIZES) {
    const page = await browser.newPage({ viewport: { width: size, height: size } });
    await page.setContent(`<style>body { margin: 0 } svg { display: block; width: ${size}px; height: ${size}px }</style>${svg}`);
    await writeFile(`public/icon/${size}.png`, await page.screenshot({ omitBackground: true }));
    await page.close();
  }
} finally {
  await browser.close();
}
