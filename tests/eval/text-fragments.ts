// Do links to a passage lead there? Opens saved pages in Chromium, makes a link to passages and detected quotes of each, opens it in a
// fresh tab and looks at what the browser marked (`::target-text`): right when that is where the passage stands.
// node tests/eval/text-fragments.ts [--seed N] [--pages N] [--passages N] [--misses]
import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { parseArgs } from 'node:util';
import { type BrowserContext, chromium, type Page } from 'playwright';
import { rolldown } from 'rolldown';
import { createPageIndex } from '../../utils/anchor/page-index.ts';
import { textFragment } from '../../utils/anchor/text-fragment.ts';
import { detectQuotations } from '../../utils/detect/detect-quotations.ts';
import type { PageText, TextSpan } from '../../utils/domain/page-text.ts';

const SHARED = process.env.SAIDSO_SHARED ?? join(import.meta.dirname, '../../../shared');
const PAGES = join(SHARED, 'pages/dev');
const CHROMIUM = process.env.SAIDSO_CHROMIUM || '/usr/bin/chromium';
const VIEWPORT = { width: 1000, height: 700 };
/** What the browser marks is painted in a colour that no page uses; the page is made tall, so that the passage comes to the middle. */
const MARK = [255, 0, 254];
const STYLE = `<style>::target-text{background:rgb(${MARK})!important;color:rgb(${MARK})!important;text-shadow:none!important}html{scroll-behavior:auto!important}</style>`;
/** Marked and own edges may differ by the height of a line box (CSS pixels). */
const TOLERANCE = 24;

const { values } = parseArgs({
  options: {
    seed: { type: 'string', default: '7' },
    pages: { type: 'string', default: '30' },
    passages: { type: 'string', default: '4' },
    misses: { type: 'boolean', default: false },
    /** Only the page whose name begins so. */
    only: { type: 'string', default: '' },
  },
  strict: false,
});

interface Box {
  top: number;
  bottom: number;
  left: number;
  right: number;
}

/** Functions of tests/eval/read-in-page.ts, put into the page. */
interface InPage {
  read(): PageText;
  boxOf(span: TextSpan): Box | null;
  scrollTo(span: TextSpan): void;
}
declare const saidsoEval: InPage;

function mulberry32(seed: number): () => number {
  let state = seed;
  return () => {
    state = (state + 0x6d2b79f5) | 0;
    let t = Math.imul(state ^ (state >>> 15), 1 | state);
    t = (t + Math.imul(t ^ (t >>> 7), 61 | t)) ^ t;
    return ((t ^ (t >>> 14)) >>> 0) / 4294967296;
  };
}

/** Passages of 15–300 characters from word to word, and as many detected quotes. */
function passagesOf(page: PageText, random: () => number, wanted: number): TextSpan[] {
  const spans: TextSpan[] = [];
  const { text } = page;
  for (let tries = 0; text.length > 400 && spans.length < wanted && tries < 50; tries++) {
    const length = 15 + Math.floor(random() * 286);
    let start = Math.floor(random() * (text.length - length));
    let end = start + length;
    while (start < end && !/\s/.test(text.charAt(start - 1) || ' ')) start++;
    while (end > start && !/\s/.test(text.charAt(end))) end--;
    if (end - start >= 15 && /\p{L}{3}/u.test(text.slice(start, end))) spans.push({ start, end });
  }
  const quotes = detectQuotations(page).filter(({ start, end }) => end - start >= 4);
  for (let i = 0; i < wanted && quotes.length > 0; i++) {
    const [quote] = quotes.splice(Math.floor(random() * quotes.length), 1);
    if (quote) spans.push({ start: quote.start, end: quote.end });
  }
  return spans;
}

/** The bounding box of the marked pixels of a screenshot; null when none is marked. */
async function markedBox(painter: Page, screenshot: Buffer): Promise<Box | null> {
  return painter.evaluate(
    async ({ data, mark }) => {
      const bytes = Uint8Array.from(atob(data), (c) => c.charCodeAt(0));
      const image = await createImageBitmap(new Blob([bytes], { type: 'image/png' }));
      const context = new OffscreenCanvas(image.width, image.height).getContext('2d');
      if (context === null) return null;
      context.drawImage(image, 0, 0);
      const pixels = context.getImageData(0, 0, image.width, image.height).data;
      let box: { top: number; bottom: number; left: number; right: number } | null = null;
      for (let i = 0; i < pixels.length; i += 4) {
        if (pixels[i] !== mark[0] || pixels[i + 1] !== mark[1] || pixels[i + 2] !== mark[2]) continue;
        const x = (i / 4) % image.width;
        const y = Math.floor(i / 4 / image.width);
        box ??= { top: y, bottom: y, left: x, right: x };
        box.bottom = y;
        box.left = Math.min(box.left, x);
        box.right = Math.max(box.right, x);
      }
      return box;
    },
    { data: screenshot.toString('base64'), mark: MARK },
  );
}

type Outcome = 'right' | 'moved' | 'elsewhere' | 'nowhere' | 'unseen' | 'no link';
/** The browser looks for the words while and after the page loads: so many times is looked whether it has found them. */
const LOOKS = 5;

class Trial {
  readonly context: BrowserContext;
  readonly script: string;
  readonly painter: Page;
  constructor(context: BrowserContext, script: string, painter: Page) {
    this.context = context;
    this.script = script;
    this.painter = painter;
  }

  async read(url: string): Promise<PageText> {
    const page = await this.context.newPage();
    try {
      await page.goto(url, { waitUntil: 'domcontentloaded' });
      await page.evaluate(this.script);
      return await page.evaluate(() => saidsoEval.read());
    } finally {
      await page.close();
    }
  }

  async open(url: string, span: TextSpan): Promise<Outcome> {
    const page = await this.context.newPage();
    try {
      await page.goto(url, { waitUntil: 'load' });
      await page.evaluate(this.script);
      await page.evaluate(() => saidsoEval.read().truncated);
      let outcome = await this.look(page, span);
      for (let looks = 1; outcome !== 'right' && outcome !== 'unseen' && looks < LOOKS; looks++) outcome = await this.look(page, span);
      if (outcome === 'right' || outcome === 'unseen') return outcome;
      // Blocks move when their pictures do not come: the words may be marked although the page is no longer scrolled to them.
      await page.evaluate((it) => saidsoEval.scrollTo(it), span);
      return (await this.look(page, span)) === 'right' ? 'moved' : outcome;
    } finally {
      await page.close();
    }
  }

  /** What is on the screen now. */
  async look(page: Page, span: TextSpan): Promise<'right' | 'elsewhere' | 'nowhere' | 'unseen'> {
    await page.evaluate(() => new Promise((done) => requestAnimationFrame(() => requestAnimationFrame(done))));
    const own = await page.evaluate((it) => saidsoEval.boxOf(it), span);
    if (own === null) return 'unseen'; // its first or last word is not laid out: no reader could choose it
    const marked = await markedBox(this.painter, await page.screenshot());
    if (marked === null) return 'nowhere';
    const shown = { top: Math.max(0, own.top), bottom: Math.min(VIEWPORT.height, own.bottom) };
    const isInside = marked.left >= own.left - TOLERANCE && marked.right <= own.right + TOLERANCE;
    // Where a page overflows to the left (right to left), a screenshot begins elsewhere than the viewport.
    const isAsWide = Math.abs(marked.right - marked.left - (own.right - own.left)) <= TOLERANCE;
    const isThere =
      Math.abs(marked.top - shown.top) <= TOLERANCE && Math.abs(marked.bottom - shown.bottom) <= TOLERANCE && (isInside || isAsWide);
    return isThere ? 'right' : 'elsewhere';
  }
}

/** At the head's beginning: what stands behind a page's end may lie in an element that nobody closed. */
const withStyle = (html: string): string =>
  /<head[^>]*>/i.test(html) ? html.replace(/<head[^>]*>/i, (head) => head + STYLE) : html + STYLE;

async function main(): Promise<void> {
  const missing = [PAGES, CHROMIUM].filter((path) => !existsSync(path));
  if (missing.length > 0) {
    console.log(`text fragments: skipped, these are missing: ${missing.join(', ')}`);
    return;
  }
  const bundle = await rolldown({ input: join(import.meta.dirname, 'read-in-page.ts') });
  const { output } = await bundle.generate({ format: 'iife', name: 'saidsoEval' });
  const browser = await chromium.launch({
    executablePath: CHROMIUM,
    args: [...(process.getuid?.() === 0 ? ['--no-sandbox'] : []), '--host-resolver-rules=MAP * ~NOTFOUND'],
  });
  try {
    const context = await browser.newContext({ viewport: VIEWPORT });
    await context.route('**/*', (route) => {
      const { host, pathname } = new URL(route.request().url());
      const file = join(PAGES, decodeURIComponent(pathname.slice(1)));
      if (host !== 'pages.example' || !pathname.endsWith('.html') || !existsSync(file)) return route.abort();
      const headers = { 'content-type': 'text/html; charset=utf-8', 'content-security-policy': "script-src 'none'; frame-src 'none'" };
      return route.fulfill({ body: withStyle(readFileSync(file, 'utf8')), headers });
    });
    const painter = await context.newPage();
    await run(new Trial(context, `globalThis.saidsoEval = (() => { ${output[0].code}; return saidsoEval; })()`, painter));
  } finally {
    await browser.close();
  }
}

async function run(trial: Trial): Promise<void> {
  const random = mulberry32(Number(values.seed));
  const all = readdirSync(PAGES)
    .filter((name) => name.endsWith('.html') && name.startsWith(String(values.only)))
    .sort();
  const wanted = Math.min(all.length, Number(values.pages));
  const names = all.filter((_, i) => Math.floor((i * wanted) / all.length) !== Math.floor(((i - 1) * wanted) / all.length));
  const counts: Record<Outcome, number> = { right: 0, moved: 0, elsewhere: 0, nowhere: 0, unseen: 0, 'no link': 0 };
  for (const name of names) {
    const url = `https://pages.example/${encodeURIComponent(name)}`;
    const page = await trial.read(url);
    const index = createPageIndex(page);
    for (const span of passagesOf(page, random, Number(values.passages))) {
      const link = textFragment(index, span);
      const outcome = link === null ? 'no link' : await trial.open(`${url}#${link.value}`, span);
      counts[outcome]++;
      if (values.misses && outcome !== 'right' && outcome !== 'unseen')
        console.log(`  ${outcome}: ${name} ${JSON.stringify(page.text.slice(span.start, span.end).slice(0, 160))} ${link?.value ?? ''}`);
    }
  }
  const there = counts.right + counts.moved;
  const opened = there + counts.elsewhere + counts.nowhere;
  const percent = opened === 0 ? 0 : (100 * there) / opened;
  console.log(
    `text fragments: ${percent.toFixed(1)} % of ${opened} links led to the words (${names.length} pages; in ${counts.moved} cases the page moved on ` +
      `afterwards); elsewhere ${counts.elsewhere}, nowhere ${counts.nowhere}; no link made for ${counts['no link']}, not laid out ${counts.unseen}`,
  );
}

await main();
