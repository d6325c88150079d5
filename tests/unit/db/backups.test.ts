import 'fake-indexeddb/auto';
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { annotations } from '../../../utils/db/annotations.ts';
import { type BackedUp, backups, KEPT_BACKUPS } from '../../../utils/db/backups.ts';
import { corrections } from '../../../utils/db/corrections.ts';
import { documents } from '../../../utils/db/documents.ts';
import type { Annotation } from '../../../utils/domain/annotation.ts';
import { JoinedDocument } from '../../../utils/domain/joined-document.ts';
import { aCorrection } from './a-correction.ts';
import { sample, tag } from './sample.ts';

const serialise = ({ list }: { list: Annotation[] }): string => JSON.stringify(list.map(({ id }) => id));
const day = (n: number, hour = 9): string => new Date(Date.UTC(2026, 4, n, hour)).toISOString();
const make = (now: string) => backups.makeIfDue(serialise, now);
const made = { ok: true, value: 'made' };
const notDue = { ok: true, value: 'not-due' };

beforeEach(async () => {
  await annotations.clearAll();
});
afterEach(() => vi.restoreAllMocks());

describe('automatic backups', () => {
  it('hold what there is, the bin aside, as the text of the format', async () => {
    await annotations.create(sample(1));
    await annotations.create(sample(2));
    await annotations.remove([sample(2).id]);
    expect(await make(day(1))).toEqual(made);
    expect(await backups.list()).toEqual([{ day: '2026-05-01', made: day(1), count: 1 }]);
    expect(await backups.text('2026-05-01')).toBe(JSON.stringify([sample(1).id]));
    expect(await backups.text('2026-05-02')).toBeNull();
  });

  it('hold the corrections too, also where nothing else is kept', async () => {
    await corrections.put(aCorrection(1));
    const withCorrections = (all: BackedUp): string => JSON.stringify(all.corrections);
    expect(await backups.makeIfDue(withCorrections, day(1))).toEqual(made);
    expect(JSON.parse((await backups.text('2026-05-01')) ?? '')).toEqual([aCorrection(1)]);
  });

  it('hold which pages are joined', async () => {
    await documents.join(['https://gazette.example/a', 'https://courier.example/b']);
    expect(await backups.makeIfDue((all) => JSON.stringify(all.documents), day(1))).toEqual(made);
    const [kept] = JSON.parse((await backups.text('2026-05-01')) ?? '');
    expect(kept.urls).toEqual(['https://gazette.example/a', 'https://courier.example/b']);
    expect(JoinedDocument.safeParse(kept).success).toBe(true);
  });

  it('are made once a day at most', async () => {
    await annotations.create(sample(1));
    expect(await make(day(1))).toEqual(made);
    await annotations.create(sample(2));
    expect(await make(day(1, 23))).toEqual(notDue);
    expect(await make(day(2, 0))).toEqual(made);
  });

  it('are made only when something changed', async () => {
    await annotations.create(sample(1));
    expect(await make(day(1))).toEqual(made);
    expect(await make(day(2))).toEqual(notDue);
    await annotations.addTags([sample(1).id], ['x']);
    expect(await make(day(3))).toEqual(made);
    await annotations.change(sample(1).id, (a) => a);
    await annotations.addTags([sample(1).id], ['x']);
    expect(await make(day(4))).toEqual(notDue);
  });

  it('are kept for the last seven days that had one', async () => {
    for (let n = 1; n <= KEPT_BACKUPS + 3; n++) {
      await annotations.create(sample(n, { body: [tag('x')] }));
      expect(await make(day(n))).toEqual(made);
    }
    expect((await backups.list()).map((b) => b.day)).toEqual(['10', '09', '08', '07', '06', '05', '04'].map((d) => `2026-05-${d}`));
  });

  it('are not pushed out by an empty database', async () => {
    await annotations.create(sample(1));
    await make(day(1));
    await annotations.remove([sample(1).id]);
    expect(await make(day(2))).toEqual(notDue);
    expect(await backups.list()).toHaveLength(1);
  });

  it('say so when the disk is full, and leave the last ones', async () => {
    await annotations.create(sample(1));
    await make(day(1));
    await annotations.create(sample(2));
    vi.spyOn(IDBObjectStore.prototype, 'put').mockImplementation(() => {
      throw new DOMException('no room', 'QuotaExceededError');
    });
    expect(await make(day(2))).toEqual({ ok: false, code: 'disk-full' });
    vi.restoreAllMocks();
    expect((await backups.list()).map((b) => b.day)).toEqual(['2026-05-01']);
  });
});
