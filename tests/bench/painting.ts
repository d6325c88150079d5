// Painting in a page that is shown, and what the page pays afterwards: processor time of its main thread until two frames were drawn,
// less that of two frames in which nothing changed. node tests/bench/painting.ts
import { bundled, type FreshPage, freshPage, launch, middle } from './fresh-page.ts';

const HIGHLIGHTS = 1_000;
const EDITS = 600;
const RUNS = 5;

type Kind = 'none' | 'StaticRange' | 'Range';

/** Lays the long page out, reads it, and counts what moves from now on. */
const prepare = ({ page }: FreshPage): Promise<void> =>
  page.evaluate(async () => {
    const parsed = new DOMParser().parseFromString(inPage.longHtml(), 'text/html');
    document.body.replaceChildren(...parsed.body.childNodes);
    const style = document.createElement('style');
    style.textContent = '::highlight(qm-1) { background: rgb(255 220 0 / 40%); text-decoration: underline 2px }';
    document.head.append(style);
    const state = { shift: 0, ranges: {} };
    new PerformanceObserver((list) => {
      for (const entry of list.getEntries()) state.shift += 'value' in entry ? Number(entry.value) : 0;
    }).observe({ type: 'layout-shift' });
    const { page: read, map } = inPage.read(document.documentElement);
    const spans = Array.from({ length: 1_000 }, (_, i) => Math.floor((read.text.length / 1_000) * i)).map((start) => ({
      start,
      end: start + 72,
    }));
    state.ranges = {
      none: () => [],
      StaticRange: () => spans.flatMap((span) => map.toStaticRange(span) ?? []),
      Range: () => spans.flatMap((span) => map.toRange(span) ?? []),
    };
    Object.assign(globalThis, { state, twoFrames: () => new Promise((done) => requestAnimationFrame(() => requestAnimationFrame(done))) });
  });

declare global {
  var state: { shift: number; ranges: Record<Kind, () => AbstractRange[]> };
  var twoFrames: () => Promise<void>;
}

const paint = ({ page }: FreshPage, kind: Kind): Promise<number> =>
  page.evaluate(async (what) => {
    const painter = inPage.createPainter(new AbortController().signal);
    const yellow = state.ranges[what]();
    painter.paint({ yellow });
    await twoFrames();
    return yellow.length;
  }, kind);

/** Puts words into the beginning of the page and takes them out, as a page does that updates itself. Gives the time of the edits alone (ms). */
const edit = ({ page }: FreshPage): Promise<number> =>
  page.evaluate((count) => {
    const first = document.querySelector('p')?.firstChild;
    if (!(first instanceof Text)) throw new Error('no text to edit');
    const began = performance.now();
    for (let i = 0; i < count; i++) {
      if (i % 2 === 0) first.insertData(0, 'x');
      else first.deleteData(0, 1);
    }
    return performance.now() - began;
  }, EDITS);

const spent = async ({ cpu }: FreshPage, run: () => Promise<unknown>): Promise<number> => {
  const before = await cpu();
  await run();
  return (await cpu()) - before;
};

const code = await bundled();
const browser = await launch();
const painting: Record<Kind, number[]> = { none: [], StaticRange: [], Range: [] };
const editing: Record<Kind, number[]> = { none: [], StaticRange: [], Range: [] };
const framing: Record<Kind, number[]> = { none: [], StaticRange: [], Range: [] };
let shift = 0;
let painted = 0;
for (let i = 0; i < RUNS; i++)
  for (const kind of Object.keys(painting) as Kind[]) {
    const fresh = await freshPage(browser, code);
    await prepare(fresh);
    await fresh.page.evaluate(() => twoFrames());
    const idle = await spent(fresh, () => fresh.page.evaluate(() => twoFrames()));
    const whole = await spent(fresh, async () => {
      painted = Math.max(painted, await paint(fresh, kind));
    });
    painting[kind].push(whole - idle);
    const all = await spent(fresh, async () => {
      editing[kind].push(await edit(fresh));
      await fresh.page.evaluate(() => twoFrames());
    });
    framing[kind].push(all - idle);
    shift = Math.max(shift, await fresh.page.evaluate(() => state.shift));
    await fresh.close();
  }
await browser.close();
const drawn = middle(painting.StaticRange) - middle(painting.none);
console.log(
  `painting ${painted} of ${HIGHLIGHTS} highlights on 1 MB: ${drawn.toFixed(1)} ms with style, layout and paint (goal: 25), layout shift ${shift}`,
);
const told = (name: string, of: Record<Kind, number[]>): void => {
  const [none, ours, live] = (['none', 'StaticRange', 'Range'] as const).map((kind) => middle(of[kind]));
  const ratio = (ms = 0): string => `${ms.toFixed(1)} ms (${(ms / (none ?? 1)).toFixed(1)} ×)`;
  console.log(
    `${name}: ${none?.toFixed(1)} ms without highlights, ${ratio(ours)} under ours, ${ratio(live)} under live ranges (goal: 1 ×)`,
  );
};
told(`${EDITS} edits of the page, the edits`, editing);
told(`${EDITS} edits of the page, with the two frames after them`, framing);
