import 'fake-indexeddb/auto';
import fc from 'fast-check';
import { beforeEach, describe, expect, it } from 'vitest';
import { annotations } from '../../../utils/db/annotations.ts';
import { changeCount } from '../../../utils/db/database.ts';
import { type DocumentChange, documents } from '../../../utils/db/documents.ts';
import type { Result } from '../../../utils/domain/error-code.ts';
import { pageKey } from '../../../utils/text/page-key.ts';
import { sample } from './sample.ts';

const A = 'https://gazette.example/story';
const B = 'https://courier.example/harbour';
const C = 'https://bulletin.example/a';
const value = <T>(result: Result<T>): T => {
  if (!result.ok) throw new Error(result.code);
  return result.value;
};
const idsOn = async (url: string): Promise<number[]> => (await annotations.forPage(pageKey(url))).map(({ id }) => Number(id.slice(-3)));
const urls = async (): Promise<string[][]> => (await documents.all()).map((one) => one.urls.toSorted()).sort();

beforeEach(async () => {
  value(await annotations.clearAll());
  for (const [n, source] of [A, B, C].entries()) value(await annotations.create(sample(n + 1, { source })));
});

describe('pages that the reader joined', () => {
  it('show the annotations of each other, under every spelling of their addresses', async () => {
    expect(await idsOn(A)).toEqual([1]);
    value(await documents.join([A, B]));
    expect(await idsOn(A)).toEqual([2, 1]);
    expect(await idsOn('http://www.courier.example/harbour/?utm_source=x#top')).toEqual([2, 1]);
    expect(await idsOn(C)).toEqual([3]);
  });

  it('are one document with all that either was joined with before', async () => {
    value(await documents.join([A, B]));
    value(await documents.join([C, B]));
    expect(await urls()).toEqual([[C, B, A]]);
    expect(await idsOn(A)).toEqual([3, 2, 1]);
  });

  it('that are one page already are not joined', async () => {
    expect(await documents.join([A, `${A}?utm_source=x`])).toEqual({ ok: false, code: 'bad-request' });
    expect(await urls()).toEqual([]);
  });

  it('are kept for the page shown now when others are asked for', async () => {
    value(await documents.join([A, B]));
    expect((await annotations.recent(5, { exceptPageKey: pageKey(A) })).map(({ target }) => target.source)).toEqual([C]);
  });

  it('count as a change, so that a backup is due', async () => {
    const before = await changeCount();
    value(await documents.join([A, B]));
    expect(await changeCount()).toBe(before + 1);
  });

  it('are forgotten with everything else', async () => {
    value(await documents.join([A, B]));
    value(await annotations.clearAll());
    expect(await urls()).toEqual([]);
  });
});

describe('a page that was split off', () => {
  it('has its own annotations only, and leaves the others joined', async () => {
    value(await documents.join([A, B, C]));
    value(await documents.split(B));
    expect(await idsOn(B)).toEqual([2]);
    expect(await idsOn(A)).toEqual([3, 1]);
  });

  it('leaves nothing joined when one other is left', async () => {
    value(await documents.join([A, B]));
    value(await documents.split(`${A}#x`));
    expect(await urls()).toEqual([]);
    expect(await idsOn(A)).toEqual([1]);
  });
});

describe('undoing', () => {
  it('takes back any joins and splits, the last first', async () => {
    const page = fc.constantFrom(A, B, C, 'https://herald.example/x', 'https://weekly.example/y');
    const step = fc.oneof(fc.record({ join: fc.uniqueArray(page, { minLength: 2, maxLength: 3 }) }), fc.record({ split: page }));
    await fc.assert(
      fc.asyncProperty(fc.array(step, { maxLength: 6 }), async (steps) => {
        value(await annotations.clearAll());
        const states: string[][][] = [];
        const changes: DocumentChange[] = [];
        for (const one of steps) {
          states.push(await urls());
          changes.push(value('join' in one ? await documents.join(one.join) : await documents.split(one.split)));
          const keys = (await documents.all()).flatMap((each) => each.urls.map(pageKey));
          expect(new Set(keys).size).toBe(keys.length);
        }
        for (const change of changes.reverse()) {
          expect(await documents.undo(change)).toMatchObject({ ok: true });
          expect(await urls()).toEqual(states.pop());
        }
      }),
      { numRuns: 30 },
    );
  });

  it('is refused when the pages were joined with others since', async () => {
    const change = value(await documents.join([A, B]));
    value(await documents.join([B, C]));
    expect(await documents.undo(change)).toBe('refused');
    expect(await urls()).toEqual([[C, B, A]]);
  });
});

describe('a file with joined pages', () => {
  const D = 'https://herald.example/x';
  const file = (id: number, urls: string[]) => ({
    id: `00000000-0000-4000-8000-${String(id).padStart(12, '0')}`,
    urls,
    modified: '2026-01-01T00:00:00.000Z',
  });
  const imported = async (...list: ReturnType<typeof file>[]) =>
    value(await annotations.applyImport({ add: [], update: [], documents: list }));

  it('joins them on top of what is joined here, and the import is taken back as a whole', async () => {
    value(await documents.join([A, B]));
    const done = await imported(file(1, [B, C]), file(2, [D, 'https://weekly.example/y']));
    expect(await urls()).toEqual(
      [
        [C, B, A],
        [D, 'https://weekly.example/y'],
      ].sort(),
    );
    expect(value(await annotations.revertImport(done))).toBeGreaterThan(0);
    expect(await urls()).toEqual([[B, A]]);
  });

  it('that joins one page twice makes one document of all', async () => {
    const done = await imported(file(1, [A, B]), file(2, [C, D]), file(3, [B, C]));
    expect(await urls()).toEqual([[C, B, A, D]]);
    value(await annotations.revertImport(done));
    expect(await urls()).toEqual([]);
  });

  it('changes nothing where they are joined already, or are one page', async () => {
    value(await documents.join([A, B, C]));
    const before = await documents.all();
    const done = await imported(file(1, [A, C]), file(2, [D, `${D}?utm_source=x`]));
    expect(done.documents).toEqual({ before: [], after: [] });
    expect(await documents.all()).toEqual(before);
  });

  it('does not undo what was joined since', async () => {
    const done = await imported(file(1, [A, B]));
    value(await documents.join([B, C]));
    expect(value(await annotations.revertImport(done))).toBe(0);
    expect(await urls()).toEqual([[C, B, A]]);
  });
});
