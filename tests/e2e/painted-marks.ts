import { expect } from '@playwright/test';
import type { PAINTED_PAGES } from './pages/painted-pages.ts';

// How marks look on a page, by its pixels, in whichever browser. The page shares the registry of highlights, so a test paints without
// keeping.

const COLOURS = ['qm-1', 'qm-2', 'qm-3', 'qm-4', 'qm-5'];
const GROUNDED = [...COLOURS, 'qm-7'];
/** Marks that are a line alone, and may lie on the page's own ground. */
const QUIET = ['qm-0', 'qm-8'];
const CHANGED = 'qm-6';
export const MARKS = [...GROUNDED, ...QUIET, CHANGED];

/** What `linesOf` tells of a mark that is not printed. */
export const PRINTED = { ground: 'rgba(0, 0, 0, 0)', line: 'none' };

interface Box {
  x: number;
  y: number;
  width: number;
  height: number;
}

/** A tab that can be looked at. */
export interface SeenTab {
  /** Evaluates an expression (awaited) in the page. */
  evaluate<T>(expression: string): Promise<T>;
  /** A PNG of part of what is to be seen (CSS px). */
  shoot(part: Box): Promise<Buffer>;
}

type Colour = readonly [number, number, number];
/** One look at words under marks. */
interface Look {
  png: Buffer;
  /** Contrast of the words with what is behind them, 1–21. */
  words: number;
}

export const paintedPage = ({
  own,
  words = 'She said the harbour opens in spring',
  attributes = '',
}: (typeof PAINTED_PAGES)[number]): string =>
  `<!doctype html><html ${attributes}><title>Painted</title><style>body { margin: 20px; font: 17px serif } p { line-height: 1.6 } ${own}</style><main><p>${words}</p></main>`;

const luminance = (colour: Colour): number => {
  const [r = 0, g = 0, b = 0] = colour.map((v) => (v / 255 <= 0.04045 ? v / 255 / 12.92 : ((v / 255 + 0.055) / 1.055) ** 2.4));
  return 0.2126 * r + 0.7152 * g + 0.0722 * b;
};
/** Contrast of two sRGB colours, 1–21. WCAG 2.2, “contrast ratio”. */
function contrast(one: Colour, other: Colour): number {
  const [low = 0, high = 0] = [luminance(one), luminance(other)].sort((a, b) => a - b);
  return (high + 0.05) / (low + 0.05);
}

/** Paints `marks` one above the other and looks. */
async function look(tab: SeenTab, marks: readonly string[]): Promise<Look> {
  const { part, points } = await tab.evaluate<{ part: Box; points: unknown }>(`(${paintMarks})(${JSON.stringify(marks)})`);
  const png = await tab.shoot(part);
  const [ink, ground] = await tab.evaluate<[Colour, Colour]>(`(${readColours})(${JSON.stringify(url(png))}, ${JSON.stringify(points)})`);
  return { png, words: contrast(ink, ground) };
}

/**
 * Words under a highlight have a contrast of 4.5:1 or more, also where a change is marked on them; a quiet line takes none away. Each
 * line is seen: it has 3:1 with what is there without it, or 0.6 of what the page's own words have. Tells the lowest figures.
 */
export async function expectReadable(tab: SeenTab, name: string): Promise<string> {
  const plain = await look(tab, []);
  const lowest = { words: 21, line: 21, quiet: 21 };
  for (const mark of GROUNDED) {
    const alone = await look(tab, [mark]);
    const kept = await look(tab, ['qm-0', mark]);
    const changed = await look(tab, ['qm-0', mark, CHANGED]);
    for (const { words } of [alone, kept, changed]) {
      expect(words, `${name}: words under ${mark}`).toBeGreaterThanOrEqual(4.5);
      lowest.words = Math.min(lowest.words, words);
    }
    const line = await strongest(tab, kept, changed);
    expect(line, `${name}: the line of a change on ${mark}`).toBeGreaterThanOrEqual(3);
    lowest.line = Math.min(lowest.line, line);
  }
  for (const mark of QUIET) {
    const marked = await look(tab, [mark]);
    expect(marked.words, `${name}: words over ${mark}`).toBeGreaterThanOrEqual(Math.min(plain.words, 4.5));
    const line = await strongest(tab, plain, marked);
    expect(line, `${name}: the line of ${mark}`).toBeGreaterThanOrEqual(Math.min(plain.words * 0.6, 3));
    lowest.quiet = Math.min(lowest.quiet, line);
  }
  const [words, line, quiet, own] = [lowest.words, lowest.line, lowest.quiet, plain.words].map((ratio) => ratio.toFixed(1));
  return `${name}: words ${words}, the line of a change ${line}, quiet lines ${quiet} (the page's own words: ${own})`;
}

/** No two marks, and none at all, look the same, and the words under each are readable. */
export async function expectToldApart(tab: SeenTab): Promise<void> {
  const seen = new Set([(await look(tab, [])).png.toString('base64')]);
  for (const mark of MARKS) {
    const { words, png } = await look(tab, [mark]);
    expect(words, mark).toBeGreaterThanOrEqual(4.5);
    seen.add(png.toString('base64'));
  }
  expect(seen.size).toBe(MARKS.length + 1);
}

interface Line {
  ground: string;
  line: string;
}
/** What the browser says of each of `MARKS`. */
export const linesOf = (tab: SeenTab): Promise<Line[]> => tab.evaluate(`(${readLines})(${JSON.stringify(MARKS)})`);

/** Contrast of one look with another, where it is strongest. */
async function strongest(tab: SeenTab, { png: before }: Look, { png: after }: Look): Promise<number> {
  const changes = await tab.evaluate<[Colour, Colour][]>(`(${readChanges})(${JSON.stringify([before, after].map(url))})`);
  return Math.max(1, ...changes.map(([one, other]) => contrast(one, other)));
}

const url = (png: Buffer): string => `data:image/png;base64,${png.toString('base64')}`;

// The functions below run in the page: they are sent there as text and see nothing of this file.

/** On a full block, which is all ink, and on the no-break space after it, which is all ground. Words start at the 0th character. */
function paintMarks(names: string[]): { part: Box; points: { x: number; y: number }[] } {
  const text = document.querySelector('p')?.firstChild as Text; // the page is the test's own
  const at = text.data.indexOf('█') >= 0 ? text.data.indexOf('█') : text.data.length + 1;
  if (at > text.data.length) text.appendData(' █\u00a0\u00a0');
  for (const name of [...CSS.highlights.keys()]) if (name.startsWith('qm-')) CSS.highlights.delete(name);
  names.forEach((name, priority) => {
    const range = new StaticRange({ startContainer: text, startOffset: 0, endContainer: text, endOffset: at + 3 });
    CSS.highlights.set(name, Object.assign(new Highlight(range), { priority }));
  });
  const box = (start: number, end: number): DOMRect => {
    const range = document.createRange();
    range.setStart(text, start);
    range.setEnd(text, end);
    return range.getBoundingClientRect();
  };
  const all = box(0, at + 3);
  const part = { x: Math.floor(all.x) - 4, y: Math.floor(all.y) - 8, width: Math.ceil(all.width) + 8, height: Math.ceil(all.height) + 16 };
  const points = [at, at + 1].map((offset) => {
    const { x, y, width, height } = box(offset, offset + 1);
    return { x: Math.round(x + width / 2) - part.x, y: Math.round(y + height / 2) - part.y };
  });
  return { part, points };
}

async function readColours(png: string, points: { x: number; y: number }[]): Promise<number[][]> {
  const image = await createImageBitmap(await (await fetch(png)).blob());
  const canvas = new OffscreenCanvas(image.width, image.height).getContext('2d');
  canvas?.drawImage(image, 0, 0);
  return points.map(({ x, y }) => [...(canvas?.getImageData(x, y, 1, 1).data ?? [])].slice(0, 3));
}

/** The pixels that differ, each pair of colours once. */
async function readChanges(pngs: string[]): Promise<number[][][]> {
  const [before, after] = await Promise.all(
    pngs.map(async (png) => {
      const image = await createImageBitmap(await (await fetch(png)).blob());
      const canvas = new OffscreenCanvas(image.width, image.height).getContext('2d');
      canvas?.drawImage(image, 0, 0);
      return canvas?.getImageData(0, 0, image.width, image.height).data ?? new Uint8ClampedArray();
    }),
  );
  const pairs = new Map<string, number[][]>();
  for (let i = 0; before && after && i < before.length; i += 4) {
    const pair = [[...before.slice(i, i + 3)], [...after.slice(i, i + 3)]];
    if (String(pair[0]) !== String(pair[1])) pairs.set(String(pair), pair);
  }
  return [...pairs.values()];
}

function readLines(names: string[]): Line[] {
  return names.map((name) => {
    const style = getComputedStyle(document.querySelector('p') ?? document.body, `::highlight(${name})`);
    const line = style.textDecorationLine;
    const look = line === 'none' ? line : [line, style.textDecorationStyle, style.textDecorationThickness].join(' ');
    return { ground: style.backgroundColor, line: look };
  });
}
