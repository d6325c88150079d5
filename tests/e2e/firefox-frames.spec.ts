import { type SaidsoInFirefox, test } from './firefox-test.ts';
import { type FramedTab, workInFrame } from './job-in-frames.ts';
import { type FramedPage, framedPages } from './pages/framed-pages.ts';

async function framedTab(saidso: SaidsoInFirefox, tab: string, { frame: part }: FramedPage): Promise<FramedTab> {
  const { browser } = saidso;
  const tabId = await saidso.tabId(tab);
  const own = await saidso.surface('icon/32.png');
  await saidso.toFront(tab);
  const holder = async (): Promise<string> => (part === null ? tab : browser.frame(tab, part));
  return {
    tabId,
    ask: (name, request) => saidso.ask(name, request),
    evaluate: async (expression) => browser.evaluate(await holder(), expression),
    drag: async (from, to) => browser.drag(await holder(), from, to),
    command: (frameId, request) =>
      browser.evaluate(
        own,
        `browser.tabs.sendMessage(${tabId}, ${JSON.stringify({ name: 'frame.command', request })}, { frameId: ${frameId} })
          .then((answer) => answer.value?.acted ?? false)`,
      ),
    frameIds: () =>
      browser.evaluate(
        own,
        `browser.storage.session.get('tab:${tabId}').then((stored) => Object.keys(stored['tab:${tabId}']?.frames ?? {}).map(Number))`,
      ),
    sources: () => browser.evaluate(own, `(${storedSources})()`),
    reload: () => saidso.reload(tab),
  };
}

/** Runs in a page of the extension: sent there as text. */
async function storedSources(): Promise<string[]> {
  const answer = <T>(request: IDBRequest<T>): Promise<T> =>
    new Promise((resolve, reject) => {
      request.onsuccess = () => resolve(request.result);
      request.onerror = () => reject(request.error);
    });
  const database = await answer(indexedDB.open('saidso'));
  const rows = await answer(database.transaction('annotations').objectStore('annotations').getAll());
  database.close();
  return rows.map(({ target }) => target.source);
}

for (const framed of framedPages)
  test(`Firefox: what is annotated in ${framed.name} is there on the next visit and can be jumped to`, async ({ saidso, site }) => {
    framed.serve(site);
    const tab = await saidso.open(framed.path);
    await workInFrame(await framedTab(saidso, tab, framed), framed, framed.source(site));
  });
