import type { Frame, Page } from '@playwright/test';
import { type Saidso, test } from './chromium-test.ts';
import { type FramedTab, workInFrame } from './job-in-frames.ts';
import { type FramedPage, framedPages } from './pages/framed-pages.ts';
import { storedData } from './stored-data.ts';

/** The parts of the browser's extension interface that a page of the extension calls here. */
interface ExtensionGlobals {
  chrome: {
    tabs: {
      sendMessage(tabId: number, message: unknown, options: { frameId: number }): Promise<{ ok: boolean; value?: { acted: boolean } }>;
    };
    storage: { session: { get(key: string): Promise<Record<string, { frames: Record<number, unknown> }>> } };
  };
}

async function framedTab(saidso: Saidso, page: Page, { frame: part }: FramedPage): Promise<FramedTab> {
  const tabId = await saidso.tabId(page);
  const own = await saidso.surface('icon/32.png');
  await page.bringToFront();
  const holder = (): Frame => {
    // The only frame of the page: Playwright has no URL for a sandboxed srcdoc.
    const frame = part === null ? page.mainFrame() : page.frames()[1];
    if (frame === undefined) throw new Error(`no frame of ${part}`);
    return frame;
  };
  return {
    tabId,
    ask: (name, request) => saidso.ask(name, request),
    evaluate: (expression) => holder().evaluate(expression),
    async drag(from, to) {
      const corner = part === null ? { x: 0, y: 0 } : await (await holder().frameElement()).boundingBox();
      if (corner === null) throw new Error('the frame is not to be seen');
      const edge = part === null ? 0 : 2; // the border of a frame in the browser's own style
      await page.mouse.move(corner.x + edge + from.x, corner.y + edge + from.y);
      await page.mouse.down();
      await page.mouse.move(corner.x + edge + to.x, corner.y + edge + to.y, { steps: 5 });
      await page.mouse.up();
    },
    command: (frameId, request) =>
      own.evaluate(
        async ([tab, frame, message]) => {
          const answer = await (globalThis as unknown as ExtensionGlobals).chrome.tabs.sendMessage(tab, message, { frameId: frame });
          return answer.value?.acted ?? false;
        },
        [tabId, frameId, { name: 'frame.command', request }] as const,
      ),
    frameIds: () =>
      own.evaluate(async (key) => {
        const stored = await (globalThis as unknown as ExtensionGlobals).chrome.storage.session.get(key);
        return Object.keys(stored[key]?.frames ?? {}).map(Number);
      }, `tab:${tabId}`),
    async sources() {
      const rows = (await storedData(own))['saidso.annotations'] as { target: { source: string } }[]; // the table's rows
      return rows.map(({ target }) => target.source);
    },
    async reload() {
      await page.reload();
    },
  };
}

for (const framed of framedPages)
  test(`what is annotated in ${framed.name} is there on the next visit and can be jumped to`, async ({ saidso, site }) => {
    framed.serve(site);
    const page = await saidso.open(framed.path);
    await workInFrame(await framedTab(saidso, page, framed), framed, framed.source(site));
  });
