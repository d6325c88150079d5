import 'fake-indexeddb/auto';
import { liveQuery } from 'dexie';
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { anchors } from '../../../utils/db/anchors.ts';
import { annotations } from '../../../utils/db/annotations.ts';
import { backups } from '../../../utils/db/backups.ts';
import { changeCount, database } from '../../../utils/db/database.ts';
import { Annotation, tagsOf } from '../../../utils/domain/annotation.ts';
import type { Result } from '../../../utils/domain/error-code.ts';
import { pageKey } from '../../../utils/text/page-key.ts';
import { claim, note, quotation, sample, tag } from './sample.ts';

const NOW = '2026-02-01T00:00:00.000Z';
const LATER = '2026-03-15T00:00:00.000Z';
const ids = (list: { id: string }[]): number[] => list.map(({ id }) => Number(id.slice(-12)));
const id = (n: number): string => sample(n).id;

async function stored(...list: Annotation[]): Promise<void> {
  for (const annotation of list) value(await annotations.create(annotation));
}

function value<T>(result: Result<T>): T {
  if (!result.ok) throw new Error(`expected a value, got ${result.code}`);
  return result.value;
}

beforeEach(async () => {
  value(await annotations.clearAll());
});
afterEach(() => vi.restoreAllMocks());

describe('reading', () => {
  it('gives back what was stored, without the columns of the indexes', async () => {
    const annotation = sample(1, {
      body: [tag('a'), note('n'), quotation('Mara Lind', 'Gazette'), claim('c', 'Jon Oak')],
      motivation: 'assessing',
    });
    await stored(annotation);
    expect(await annotations.get(id(1))).toEqual(annotation);
    expect(Annotation.parse(await annotations.get(id(1)))).toEqual(await annotations.get(id(1)));
    expect(await annotations.all()).toEqual([annotation]);
    expect(await annotations.get(id(2))).toBeNull();
  });

  it('lists newest first', async () => {
    await stored(sample(2), sample(3), sample(1));
    expect(ids(await annotations.all())).toEqual([3, 2, 1]);
    expect(ids(await annotations.forPage(pageKey('https://gazette.example/story')))).toEqual([3, 2, 1]);
  });

  it('finds a page under every URL of it and no other', async () => {
    await stored(
      sample(1),
      sample(2, { source: 'http://www.gazette.example/story/?utm_source=x#top' }),
      sample(3, { source: 'https://gazette.example/other' }),
      sample(4, { source: 'https://m.gazette.example/s?id=4', canonical: 'https://gazette.example/story' }),
    );
    expect(ids(await annotations.forPage(pageKey('https://gazette.example/story#x')))).toEqual([4, 2, 1]);
    expect(ids(await annotations.forPage([pageKey('https://gazette.example/story'), pageKey('https://gazette.example/other')]))).toEqual([
      4, 3, 2, 1,
    ]);
  });

  it('gives the most recent, but for one page', async () => {
    await stored(
      sample(1),
      sample(2, { source: 'https://gazette.example/other' }),
      sample(3),
      sample(4, { source: 'https://news.example/x' }),
    );
    expect(ids(await annotations.recent(2))).toEqual([4, 3]);
    expect(ids(await annotations.recent(2, { exceptPageKey: pageKey('https://gazette.example/story') }))).toEqual([4, 2]);
  });

  it('counts tags and names the speakers, the most used first', async () => {
    await stored(
      sample(1, { body: [tag('harbour'), tag('budget'), quotation('Mara Lind', null)] }),
      sample(2, { body: [tag('harbour'), claim('c', 'Jon Oak')] }),
      sample(3, { body: [quotation('Jon Oak', null), claim('c', 'Jon Oak')] }),
    );
    expect(await annotations.tagCounts()).toEqual([
      { tag: 'harbour', count: 2 },
      { tag: 'budget', count: 1 },
    ]);
    expect(await annotations.speakerNames()).toEqual(['Jon Oak', 'Mara Lind']);
  });

  it('finds those that name a page as their source, whatever its address says beside', async () => {
    const from = (url: string | null) => ({ ...quotation('Mara Lind', 'The Gazette'), source: { name: 'The Gazette', url, title: null } });
    await stored(
      sample(1, { body: [from('https://www.gazette.example/boats?utm_source=x')] }),
      sample(2, { body: [from('https://gazette.example/pier')] }),
      sample(3, { body: [from(null)] }),
      sample(4),
    );
    expect(ids(await annotations.fromSource([pageKey('https://gazette.example/boats')]))).toEqual([1]);
    await annotations.remove([id(1)], NOW);
    expect(ids(await annotations.fromSource([pageKey('https://gazette.example/boats')]))).toEqual([]);
  });

  it('tells a live query of every change', async () => {
    const seen: number[] = [];
    await new Promise<void>((resolve) => {
      const subscription = liveQuery(() => annotations.count()).subscribe((count) => {
        seen.push(count);
        if (count === 0 && seen.length === 1) void stored(sample(1));
        if (count !== 1) return;
        subscription.unsubscribe();
        resolve();
      });
    });
    expect(seen).toEqual([0, 1]);
  });
});

describe('following one annotation', () => {
  it('tells it now and after each change, deletion too, until the end', async () => {
    await stored(sample(1), sample(2));
    const seen: (Annotation | null)[] = [];
    const life = new AbortController();
    annotations.follow(id(1), (annotation) => seen.push(annotation), life.signal);
    await vi.waitFor(() => expect(seen).toHaveLength(1));
    await annotations.addTags([id(1)], ['x'], NOW);
    await vi.waitFor(() => expect(seen).toHaveLength(2));
    await annotations.remove([id(1)], LATER);
    await vi.waitFor(() => expect(seen).toHaveLength(3));
    life.abort();
    await annotations.restore([id(1)], LATER);
    expect(seen.map((a) => a && [tagsOf(a), a.deleted])).toEqual([
      [[], null],
      [['x'], null],
      [['x'], LATER],
    ]);
  });

  it('tells null when there is none', async () => {
    const life = new AbortController();
    const first = await new Promise((resolve) => annotations.follow(id(9), resolve, life.signal));
    life.abort();
    expect(first).toBeNull();
  });
});

describe('changing', () => {
  it('sets the time and the motivation, and keeps id and birth', async () => {
    await stored(sample(1));
    const changed = value(await annotations.change(id(1), (a) => ({ ...a, id: id(9), created: NOW, body: [note('n')] }), NOW));
    expect(changed).toEqual({ ...sample(1), body: [note('n')], motivation: 'commenting', modified: NOW });
    expect(await annotations.get(id(1))).toEqual(changed);
    expect(await annotations.get(id(9))).toBeNull();
    expect(value(await annotations.change(id(1), (a) => ({ ...a, body: [...a.body, claim('c', null)] }), NOW)).motivation).toBe(
      'assessing',
    );
    expect(value(await annotations.change(id(1), (a) => ({ ...a, body: [] }), NOW)).motivation).toBe('highlighting');
  });

  it('moves the columns along', async () => {
    await stored(sample(1, { body: [tag('old')] }));
    await annotations.change(id(1), (a) => ({ ...a, body: [tag('new')] }), NOW);
    expect(await annotations.tagCounts()).toEqual([{ tag: 'new', count: 1 }]);
  });

  it('writes nothing when nothing was edited', async () => {
    await stored(sample(1), sample(2));
    expect(value(await annotations.change(id(1), (a) => a, NOW)).modified).toBe(sample(1).modified);
    expect(ids(value(await annotations.changeAll([id(1), id(2)], (a) => (a.id === id(1) ? a : { ...a, body: [tag('x')] }), NOW)))).toEqual([
      2,
    ]);
    expect((await annotations.get(id(1)))?.modified).toBe(sample(1).modified);
  });

  it('two changes at once are both kept', async () => {
    await stored(sample(1));
    await Promise.all(['a', 'b', 'c', 'd'].map((name) => annotations.change(id(1), (a) => ({ ...a, body: [...a.body, tag(name)] }), NOW)));
    expect(tagsOf(value(await annotations.change(id(1), (a) => a))).sort()).toEqual(['a', 'b', 'c', 'd']);
  });

  it('says so when there is no such annotation, or it was deleted', async () => {
    await stored(sample(1));
    await annotations.remove([id(1)], NOW);
    expect(await annotations.change(id(1), (a) => ({ ...a }), NOW)).toEqual({ ok: false, code: 'no-such-annotation' });
    expect(await annotations.change(id(2), (a) => ({ ...a }), NOW)).toEqual({ ok: false, code: 'no-such-annotation' });
  });

  it('adds tags to many, each once, and leaves alone what has them', async () => {
    await stored(sample(1, { body: [tag('a')] }), sample(2), sample(3, { body: [tag('a'), tag('b')] }));
    const changed = value(await annotations.addTags([id(1), id(2), id(3), id(2), id(9)], ['a', 'b', 'b'], NOW));
    expect(ids(changed)).toEqual([1, 2]);
    expect((await annotations.all()).map(tagsOf)).toEqual([
      ['a', 'b'],
      ['a', 'b'],
      ['a', 'b'],
    ]);
    expect((await annotations.get(id(3)))?.modified).toBe(sample(3).modified);
  });
});

describe('deleting', () => {
  it('puts into the bin, out of every list and count, and back again', async () => {
    const annotation = sample(1, { body: [tag('a'), quotation('Mara Lind', 'Gazette')] });
    await stored(annotation, sample(2));
    expect(value(await annotations.remove([id(1), id(9)], NOW))).toEqual([id(1)]);
    expect(ids(await annotations.all())).toEqual([2]);
    expect(ids(await annotations.forPage(pageKey(annotation.target.source)))).toEqual([2]);
    expect(ids(await annotations.recent(5))).toEqual([2]);
    expect(ids(await annotations.deleted())).toEqual([1]);
    expect([await annotations.count(), await annotations.countDeleted()]).toEqual([1, 1]);
    expect([await annotations.tagCounts(), await annotations.speakerNames()]).toEqual([[], []]);
    expect((await annotations.get(id(1)))?.deleted).toBe(NOW);

    expect(value(await annotations.restore([id(1), id(2)], LATER))).toEqual([id(1)]);
    expect(await annotations.get(id(1))).toEqual({ ...annotation, modified: LATER });
    expect(await annotations.tagCounts()).toEqual([{ tag: 'a', count: 1 }]);
    expect(await annotations.deleted()).toEqual([]);
  });

  it('deletes nothing twice, so that an undo brings back only its own', async () => {
    await stored(sample(1), sample(2));
    await annotations.remove([id(1)], NOW);
    expect(value(await annotations.remove([id(1), id(2)], LATER))).toEqual([id(2)]);
    expect((await annotations.get(id(1)))?.deleted).toBe(NOW);
  });

  it('purges what was deleted before a time, with its anchors, and nothing else', async () => {
    await stored(sample(1), sample(2), sample(3));
    const anchor = { status: 'exact', span: { start: 0, end: 1 }, similarity: 1, reason: 'position', changes: [] } as const;
    await anchors.record(
      [1, 2, 3].map((n) => ({ annotation: sample(n), anchor: { ...anchor, changes: [] }, places: [] })),
      'https://gazette.example/story',
      NOW,
    );
    await annotations.remove([id(1)], NOW);
    await annotations.remove([id(2)], LATER);
    expect(value(await annotations.purge('2026-03-01T00:00:00.000Z'))).toBe(1);
    expect(await annotations.get(id(1))).toBeNull();
    expect(await annotations.get(id(2))).not.toBeNull();
    expect([await anchors.get(id(1)), (await anchors.get(id(2)))?.status, (await anchors.get(id(3)))?.status]).toEqual([
      null,
      'exact',
      'exact',
    ]);
  });

  it('clears everything: annotations, the bin, anchors and backups', async () => {
    await stored(sample(1), sample(2));
    await annotations.remove([id(2)], NOW);
    value(await backups.makeIfDue((list) => JSON.stringify(list), NOW));
    expect(await backups.list()).toHaveLength(1);
    value(await annotations.clearAll());
    expect([await annotations.count(), await annotations.countDeleted(), await database.anchors.count()]).toEqual([0, 0, 0]);
    expect(await backups.list()).toEqual([]);
  });
});

describe('an import', () => {
  it('adds and updates', async () => {
    await stored(sample(1));
    const update = sample(1, { body: [note('new')], motivation: 'commenting', modified: NOW });
    expect(value(await annotations.applyImport({ add: [sample(2), sample(3)], update: [update] }))).toMatchObject({
      added: [sample(2), sample(3)],
      replaced: [update],
      before: [sample(1)],
    });
    expect(await annotations.get(id(1))).toEqual(update);
    expect(ids(await annotations.all())).toEqual([3, 2, 1]);
  });

  it('does not overwrite what has come to exist since it was planned', async () => {
    await stored(sample(1, { body: [note('the reader’s')] }));
    expect(value(await annotations.applyImport({ add: [sample(1), sample(2)], update: [] }))).toMatchObject({
      added: [sample(2)],
      replaced: [],
      before: [],
    });
    expect((await annotations.get(id(1)))?.body).toEqual([note('the reader’s')]);
  });

  it('does not overwrite what was edited since it was planned, and taking it back leaves that alone', async () => {
    const [edit, made] = [sample(1, { body: [note('edited')], modified: LATER }), sample(2, { body: [note('made')] })];
    await stored(edit, made);
    const done = value(await annotations.applyImport({ add: [sample(2)], update: [sample(1, { modified: NOW })] }));
    expect(done).toMatchObject({ added: [], replaced: [], before: [] });
    expect(value(await annotations.revertImport(done))).toBe(0);
    expect(await annotations.all()).toEqual([made, edit]);
  });

  it('dates nothing after now: what is edited later elsewhere must be newer', async () => {
    await stored(sample(1));
    const ahead = { modified: '2999-01-01T00:00:00.000Z' };
    const done = value(await annotations.applyImport({ add: [sample(2, ahead)], update: [sample(1, ahead)] }, NOW));
    expect([...done.added, ...done.replaced].map(({ modified }) => modified)).toEqual([NOW, NOW]);
    expect((await annotations.all()).map(({ modified }) => modified)).toEqual([NOW, NOW]);
    expect(value(await annotations.revertImport(done))).toBe(2);
  });

  it('keeps deleted rows deleted', async () => {
    value(await annotations.applyImport({ add: [sample(1, { deleted: NOW })], update: [] }));
    expect(ids(await annotations.deleted())).toEqual([1]);
    expect(await annotations.all()).toEqual([]);
  });
});

describe('a change is written as a whole or not at all', () => {
  /** Fails the n-th row that a transaction writes, as a full disk does. */
  function failAt(n: number, error: Error): void {
    let written = 0;
    const { put } = IDBObjectStore.prototype;
    const add = IDBObjectStore.prototype.add;
    const counting = (original: typeof put) =>
      function (this: IDBObjectStore, ...args: Parameters<typeof put>) {
        if (this.name === 'annotations' && ++written === n) throw error;
        return original.apply(this, args);
      };
    vi.spyOn(IDBObjectStore.prototype, 'put').mockImplementation(counting(put));
    vi.spyOn(IDBObjectStore.prototype, 'add').mockImplementation(counting(add));
  }
  const full = (): DOMException => new DOMException('no room', 'QuotaExceededError');

  it('an import that the disk has no room for leaves no row behind', async () => {
    await stored(sample(1));
    const changes = await changeCount();
    failAt(30, full());
    const plan = { add: Array.from({ length: 50 }, (_, n) => sample(n + 2)), update: [sample(1, { body: [tag('x')], modified: NOW })] };
    expect(await annotations.applyImport(plan)).toEqual({ ok: false, code: 'disk-full' });
    vi.restoreAllMocks();
    expect(await annotations.all()).toEqual([sample(1)]);
    expect(await changeCount()).toBe(changes);
    const done = value(await annotations.applyImport(plan));
    expect([done.added.length, done.replaced.length]).toEqual([50, 1]);
  });

  it('an import that the browser ends in the middle leaves no row behind', async () => {
    await stored(sample(1));
    const plan = { add: Array.from({ length: 200 }, (_, n) => sample(n + 2)), update: [sample(1, { body: [tag('x')], modified: NOW })] };
    let written = 0;
    const { put } = IDBObjectStore.prototype;
    vi.spyOn(IDBObjectStore.prototype, 'put').mockImplementation(function (this: IDBObjectStore, ...args: Parameters<typeof put>) {
      const request = put.apply(this, args);
      if (++written === 100) request.addEventListener('success', () => this.transaction.abort());
      return request;
    });
    const result = await annotations.applyImport(plan);
    vi.restoreAllMocks();
    expect(written).toBeGreaterThanOrEqual(100);
    expect(result).toEqual({ ok: false, code: 'database-unavailable' });
    expect(await annotations.all()).toEqual([sample(1)]);
  });

  it('so does a bulk edit', async () => {
    await stored(sample(1), sample(2), sample(3));
    failAt(2, full());
    expect(await annotations.addTags([id(1), id(2), id(3)], ['x'], NOW)).toEqual({ ok: false, code: 'disk-full' });
    vi.restoreAllMocks();
    expect(await annotations.tagCounts()).toEqual([]);
  });

  it('an edit that throws writes nothing, and the bug is not swallowed', async () => {
    await stored(sample(1), sample(2));
    const edit = (a: Annotation): Annotation => {
      if (a.id === id(2)) throw new TypeError('a bug');
      return { ...a, body: [tag('x')] };
    };
    await expect(annotations.changeAll([id(1), id(2)], edit, NOW)).rejects.toThrow('a bug');
    expect(await annotations.tagCounts()).toEqual([]);
  });

  it('a create that fails stores nothing', async () => {
    failAt(1, full());
    expect(await annotations.create(sample(1))).toEqual({ ok: false, code: 'disk-full' });
    vi.restoreAllMocks();
    expect(await annotations.count()).toBe(0);
  });
});

describe('the time of change', () => {
  it('only grows, also when the clock is set back or stands still', async () => {
    await stored(sample(1, { modified: LATER }));
    const times: string[] = [LATER];
    const look = async () => times.push((await annotations.get(id(1)))?.modified ?? '');
    value(await annotations.change(id(1), (a) => ({ ...a, body: [tag('a')] }), NOW));
    await look();
    value(await annotations.changeAll([id(1)], (a) => ({ ...a, body: [tag('b')] }), LATER));
    await look();
    value(await annotations.remove([id(1)], NOW));
    await look();
    value(await annotations.restore([id(1)], NOW));
    await look();
    expect(times).toEqual([...new Set(times)].sort());
    expect(times).toHaveLength(5);
  });
});
