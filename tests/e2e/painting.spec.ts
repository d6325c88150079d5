import type { Page } from '@playwright/test';
import { cardInPage } from './card-in-page.ts';
import { expect, type Saidso, test } from './chromium-test.ts';
import { PAINTED_PAGES } from './pages/painted-pages.ts';
import { paintedWords } from './painted-words.ts';

// The words under every mark stay readable on any page. The page shares the registry of highlights, so a test paints without keeping.

const COLOURS = ['qm-1', 'qm-2', 'qm-3', 'qm-4', 'qm-5'];
const GROUNDED = [...COLOURS, 'qm-7'];
const LINES = ['qm-0', 'qm-8', 'qm-6'];
const MARKS = [...GROUNDED, ...LINES];

type Colour = readonly [number, number, number];
interface Sample {
  ink: Colour;
  ground: Colour;
}

/** Contrast of two sRGB colours, 1–21. WCAG 2.2, “contrast ratio”. */
function contrast({ ink, ground }: Sample): number {
  const luminance = (colour: Colour): number => {
    const [r = 0, g = 0, b = 0] = colour.map((v) => (v / 255 <= 0.04045 ? v / 255 / 12.92 : ((v / 255 + 0.055) / 1.055) ** 2.4));
    return 0.2126 * r + 0.7152 * g + 0.0722 * b;
  };
  const [low = 0, high = 0] = [luminance(ink), luminance(ground)].sort((a, b) => a - b);
  return (high + 0.05) / (low + 0.05);
}

async function open(
  saidso: Saidso,
  { own, words = 'She said the harbour opens in spring', attributes = '' }: (typeof PAINTED_PAGES)[number],
) {
  saidso.site.serve(
    '/painted.html',
    `<!doctype html><html ${attributes}><title>Painted</title><style>body { margin: 20px; font: 17px serif } p { line-height: 1.6 } ${own}</style><main><p>${words}</p></main>`,
  );
  return saidso.open('/painted.html');
}

/** Paints `marks` one above the other on a full block, which is all ink, and on the no-break space after it, which is all ground. */
const paint = (page: Page, marks: string[]) =>
  page.evaluate((names) => {
    const text = document.querySelector('p')?.firstChild as Text; // the page is the test's own
    const at = text.data.indexOf('█') >= 0 ? text.data.indexOf('█') : text.data.length + 1;
    if (at > text.data.length) text.appendData(' █\u00a0\u00a0');
    for (const name of [...CSS.highlights.keys()]) if (name.startsWith('qm-')) CSS.highlights.delete(name);
    names.forEach((name, priority) => {
      const range = new StaticRange({ startContainer: text, startOffset: 0, endContainer: text, endOffset: at + 3 });
      CSS.highlights.set(name, Object.assign(new Highlight(range), { priority }));
    });
    const middle = (offset: number): { x: number; y: number } => {
      const range = document.createRange();
      range.setStart(text, offset);
      range.setEnd(text, offset + 1);
      const { x, y, width, height } = range.getBoundingClientRect();
      return { x: Math.round(x + width / 2), y: Math.round(y + height / 2) };
    };
    return [middle(at), middle(at + 1)] as const;
  }, marks);

/** The colours on the screen of words under `marks`. */
async function sample(page: Page, marks: string[]): Promise<Sample> {
  const points = await paint(page, marks);
  const shot = (await page.screenshot()).toString('base64');
  const [ink, ground] = await page.evaluate(
    async ([png, places]) => {
      const image = await createImageBitmap(await (await fetch(`data:image/png;base64,${png}`)).blob());
      const canvas = new OffscreenCanvas(image.width, image.height).getContext('2d');
      canvas?.drawImage(image, 0, 0);
      return places.map(({ x, y }) => [...(canvas?.getImageData(x, y, 1, 1).data ?? [])].slice(0, 3));
    },
    [shot, points] as const,
  );
  return { ink, ground } as unknown as Sample; // three numbers each, of two points
}

test('words under a highlight have a contrast of 4.5:1 or more on twelve kinds of page, and a line takes none away', async ({ saidso }) => {
  const lowest: string[] = [];
  for (const fixture of PAINTED_PAGES) {
    const page = await open(saidso, fixture);
    const plain = await sample(page, []);
    const found: [string, number][] = [];
    for (const mark of GROUNDED) {
      found.push([mark, contrast(await sample(page, [mark]))]);
      found.push([`${mark} changed`, contrast(await sample(page, ['qm-0', mark, 'qm-6']))]);
    }
    for (const [mark, ratio] of found) expect(ratio, `${fixture.name}: ${mark}`).toBeGreaterThanOrEqual(4.5);
    const own = contrast(plain);
    for (const mark of LINES)
      expect(contrast(await sample(page, [mark])), `${fixture.name}: ${mark}`).toBeGreaterThanOrEqual(Math.min(own, 4.5));
    lowest.push(`${fixture.name}: ${Math.min(...found.map(([, ratio]) => ratio)).toFixed(1)} (the page's own: ${own.toFixed(1)})`);
    await page.close();
  }
  test.info().annotations.push({ type: 'lowest contrast', description: lowest.join('\n') });
  if (process.env.SAIDSO_FIGURES) console.log(lowest.join('\n'));
});

test('marks are told apart by their lines, not by colour alone', async ({ saidso }) => {
  const page = await open(saidso, { name: 'light', own: '' });
  const lines = () =>
    page.evaluate(
      (names) =>
        names.map((name) => {
          const style = getComputedStyle(document.querySelector('p') as Element, `::highlight(${name})`); // the page is the test's own
          return [style.textDecorationLine, style.textDecorationStyle, style.textDecorationThickness].join(' ');
        }),
      MARKS,
    );
  expect(new Set(await lines()).size).toBe(MARKS.length);
  await page.emulateMedia({ forcedColors: 'active' });
  expect(new Set(await lines()).size).toBe(MARKS.length);
});

test('with forced colours every mark is seen and readable', async ({ saidso }) => {
  const page = await open(saidso, { name: 'light', own: 'body { background: #fff; color: #777 }' });
  await page.emulateMedia({ forcedColors: 'active' });
  const plain = await page.screenshot();
  const seen = new Set<string>();
  for (const mark of MARKS) {
    expect(contrast(await sample(page, [mark])), mark).toBeGreaterThanOrEqual(4.5);
    const shot = await page.screenshot();
    expect(shot.equals(plain), mark).toBe(false);
    seen.add(shot.toString('base64'));
  }
  expect(seen.size, 'no two marks look the same').toBe(MARKS.length);
});

test('with forced colours signs, popover and card are there to use', async ({ saidso }) => {
  const page = await saidso.open('/article.html');
  await page.emulateMedia({ forcedColors: 'active' });
  await page.bringToFront();
  const root = await saidso.root(page);
  await root.click('button.sign', /^Quote by .*Ingrid Solheim/);
  await root.click('button', 'Claim');
  const card = await cardInPage(page);
  await expect(card.getByRole('textbox', { name: 'Note' })).toBeVisible();
});

test('nothing of ours is printed', async ({ saidso }) => {
  const page = await saidso.open('/article.html');
  await saidso.keep(page, 1, 5);
  await page.bringToFront();
  const root = await saidso.root(page);
  await root.one('.sign', /Solheim/);
  await expect.poll(() => paintedWords(page)).toHaveLength(2);
  await page.emulateMedia({ media: 'print' });
  expect(await root.all('*')).toEqual([]);
  const looks = await page.evaluate(
    (names) =>
      names.map((name) => {
        const { backgroundColor, textDecorationLine } = getComputedStyle(document.body, `::highlight(${name})`);
        return [backgroundColor, textDecorationLine];
      }),
    MARKS,
  );
  expect(looks).toEqual(MARKS.map(() => ['rgba(0, 0, 0, 0)', 'none']));
});

test('two highlights on the same words are both seen, and both are offered there', async ({ saidso }) => {
  const page = await saidso.open('/article.html');
  await page.bringToFront();
  const root = await saidso.root(page);
  const highlight = async (words: string, colour: RegExp): Promise<void> => {
    const { x1, x2, y } = await page.evaluate((wanted) => {
      const walker = document.createTreeWalker(document.body, NodeFilter.SHOW_TEXT);
      for (let node = walker.nextNode(); node; node = walker.nextNode()) {
        const at = node.nodeValue?.indexOf(wanted) ?? -1;
        if (at < 0) continue;
        const range = document.createRange();
        range.setStart(node, at);
        range.setEnd(node, at + wanted.length);
        node.parentElement?.scrollIntoView({ block: 'center' });
        const { left, right, top, height } = range.getBoundingClientRect();
        return { x1: left + 1, x2: right - 1, y: top + height / 2 };
      }
      throw new Error(`“${wanted}” is not on the page`);
    }, words);
    await page.mouse.move(x1, y);
    await page.mouse.down();
    await page.mouse.move(x2, y, { steps: 5 });
    await page.mouse.up();
    await root.click('button', colour);
    await expect.poll(() => paintedWords(page)).toContain(words);
    await page.keyboard.press('Escape');
    await page.evaluate(() => document.getSelection()?.removeAllRanges());
  };
  await highlight('the numbers are hard to argue with', /yellow/i);
  await highlight('hard to argue', /green/i);
  const places = await page.evaluate(() => {
    const [part] = CSS.highlights.get('qm-2') ?? [];
    if (part === undefined) throw new Error('nothing is green');
    const range = document.createRange();
    range.setStart(part.startContainer, part.startOffset);
    range.setEnd(part.endContainer, part.endOffset);
    const { x, y, width, height } = range.getBoundingClientRect();
    return { x, y, width, height };
  });
  const clip = { x: places.x, y: places.y - 2, width: places.width, height: places.height + 6 };
  const both = await page.screenshot({ clip });
  await page.mouse.click(places.x + places.width / 2, places.y + places.height / 2);
  await root.one('.chooser li button', /hard to argue/);
  expect(await root.all('.chooser li button')).toHaveLength(2);
  await page.keyboard.press('Escape');
  await page.evaluate(() => CSS.highlights.delete('qm-1'));
  await expect.poll(() => root.all('.box')).toHaveLength(0);
  expect((await page.screenshot({ clip })).equals(both), 'the lower one is seen under the upper').toBe(false);
});
