import 'fake-indexeddb/auto';
import { Dexie } from 'dexie';
import { IDBFactory } from 'fake-indexeddb';
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { sample } from './sample.ts';

type Store = typeof import('../../../utils/db/database.ts') & typeof import('../../../utils/db/annotations.ts');

/** The modules as a fresh start of the extension has them. */
async function start(): Promise<Store> {
  vi.resetModules();
  return { ...(await import('../../../utils/db/database.ts')), ...(await import('../../../utils/db/annotations.ts')) };
}

beforeEach(() => {
  vi.spyOn(console, 'warn').mockImplementation(() => undefined); // Dexie speaks of blocked and repeated openings
  vi.stubGlobal('indexedDB', new IDBFactory());
  Dexie.dependencies.indexedDB = indexedDB;
});
afterEach(() => {
  vi.restoreAllMocks();
  vi.unstubAllGlobals();
});

const failing = (name: string): void => {
  vi.spyOn(Dexie.dependencies.indexedDB as IDBFactory, 'open').mockImplementation(() => {
    throw new DOMException('refused', name);
  });
};

describe('opening the database', () => {
  it('answers ok', async () => {
    const store = await start();
    expect(await store.openDatabase()).toEqual({ ok: true, value: undefined });
    store.database.close();
  });

  it.each(['InvalidStateError', 'SecurityError', 'UnknownError'])(
    '%s: unavailable, also for every write, and nothing is thrown',
    async (name) => {
      const store = await start();
      failing(name);
      const unavailable = { ok: false, code: 'database-unavailable' };
      expect(await store.openDatabase()).toEqual(unavailable);
      expect(await store.annotations.create(sample(1))).toEqual(unavailable);
      expect(await store.annotations.change(sample(1).id, (a) => a)).toEqual(unavailable);
      expect(await store.annotations.applyImport({ add: [sample(1)], update: [] })).toEqual(unavailable);
    },
  );

  it('without IndexedDB: unavailable', async () => {
    Dexie.dependencies.indexedDB = undefined as unknown as IDBFactory; // as in a browser that took it away
    const store = await start();
    expect(await store.openDatabase()).toEqual({ ok: false, code: 'database-unavailable' });
  });

  it('tries again after a failure', async () => {
    const store = await start();
    failing('UnknownError');
    expect((await store.openDatabase()).ok).toBe(false);
    vi.restoreAllMocks();
    expect((await store.openDatabase()).ok).toBe(true);
    expect((await store.annotations.create(sample(1))).ok).toBe(true);
    store.database.close();
  });

  it('blocked by an older version that does not let go: says so, and opens once it has', async () => {
    // An older version as a connection that ignores `versionchange`.
    const older = await new Promise<IDBDatabase>((resolve) => {
      const request = indexedDB.open('saidso', 1);
      request.onsuccess = () => resolve(request.result);
    });
    const store = await start();
    expect(await store.openDatabase()).toEqual({ ok: false, code: 'database-blocked' });
    older.close();
    await vi.waitFor(async () => expect((await store.openDatabase()).ok).toBe(true));
    store.database.close();
  });
});

describe('the code of a failure', () => {
  it('is found through the wrappers that Dexie puts around it', async () => {
    const { databaseErrorCode } = await start();
    const quota = new DOMException('no room', 'QuotaExceededError');
    expect(databaseErrorCode(quota)).toBe('disk-full');
    expect(databaseErrorCode(new Dexie.AbortError(quota))).toBe('disk-full');
    expect(databaseErrorCode(new Dexie.BulkError('some failed', [quota]))).toBe('disk-full');
    expect(databaseErrorCode(new Dexie.OpenFailedError('closed'))).toBe('database-unavailable');
    expect(databaseErrorCode(new Dexie.VersionError('newer'))).toBe('database-blocked');
  });

  it('is none for a bug', async () => {
    const { databaseErrorCode } = await start();
    for (const bug of [new TypeError('x'), new Dexie.ConstraintError('twice'), 'text', null, undefined, 5])
      expect(databaseErrorCode(bug)).toBeNull();
  });
});
