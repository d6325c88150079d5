import type { Page } from '@playwright/test';

/** All that the extension has stored on the disk: each table of each database, and its `storage.local`. */
export type StoredData = Record<string, unknown[]>;

/** Reads the databases with the browser's own interface, from a page of the extension. */
export function storedData(extensionPage: Page): Promise<StoredData> {
  return extensionPage.evaluate(async () => {
    const answer = <T>(request: IDBRequest<T>): Promise<T> =>
      new Promise((resolve, reject) => {
        request.onsuccess = () => resolve(request.result);
        request.onerror = () => reject(request.error);
      });
    const stored: Record<string, unknown[]> = {};
    for (const { name } of await indexedDB.databases()) {
      if (name === undefined) continue;
      const database = await answer(indexedDB.open(name));
      for (const table of database.objectStoreNames)
        stored[`${name}.${table}`] = await answer(database.transaction(table).objectStore(table).getAll());
      database.close();
    }
    const local = (globalThis as unknown as { chrome: { storage: { local: { get(): Promise<object> } } } }).chrome.storage.local;
    stored['storage.local'] = Object.entries(await local.get());
    return stored;
  });
}
