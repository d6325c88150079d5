import 'fake-indexeddb/auto';
import fc from 'fast-check';
import { beforeEach, describe, expect, it } from 'vitest';
import { applyImport, preview, readText } from '../../../../../components/library/exchange/import-file.ts';
import { changesAnything } from '../../../../../components/library/exchange/preview-import.ts';
import { annotations } from '../../../../../utils/db/annotations.ts';
import type { Annotation } from '../../../../../utils/domain/annotation.ts';
import type { Result } from '../../../../../utils/domain/error-code.ts';
import { sketch } from '../sample-annotations.ts';

const EARLY = '2026-01-01T00:00:00.000Z';
const LATE = '2026-06-01T00:00:00.000Z';

function value<T>(result: Result<T>): T {
  if (!result.ok) throw new Error(`expected a value, got ${result.code}`);
  return result.value;
}
const file = (list: readonly Annotation[]): string => JSON.stringify({ format: 'saidso', version: 1, exported: LATE, annotations: list });
const stored = async (...list: Annotation[]): Promise<void> => {
  for (const annotation of list) value(await annotations.create(annotation));
};
const all = async (): Promise<Annotation[]> => (await annotations.all()).sort((a, b) => (a.id < b.id ? -1 : 1));

beforeEach(async () => {
  value(await annotations.clearAll());
});

describe('an import', () => {
  it('is planned by what is here: new, newer, the same, deleted here, unreadable', async () => {
    const [same, older, gone, fresh] = ['same', 'older', 'gone', 'fresh'].map((quote) => sketch({ quote, created: EARLY })) as [
      Annotation,
      Annotation,
      Annotation,
      Annotation,
    ]; // four were mapped
    await stored(same, older, gone);
    value(await annotations.remove([gone.id]));
    const newer = { ...older, modified: LATE };
    const plan = value(await preview(file([same, newer, gone, fresh, { ...fresh, id: 'no uuid' }])));
    const ids = (list: Annotation[]): string[] => list.map(({ id }) => id);
    expect({ add: ids(plan.add), update: ids(plan.update), back: ids(plan.back), skip: ids(plan.skip) }).toEqual({
      add: [fresh.id],
      update: [older.id],
      back: [gone.id],
      skip: [same.id],
    });
    expect(plan.invalid.map(({ row }) => row)).toEqual([4]);
  });

  it('changes nothing before it is applied', async () => {
    await stored(sketch());
    const before = await all();
    value(await preview(file([sketch(), sketch()])));
    expect(await all()).toEqual(before);
  });

  it('brings back what was deleted since a backup', async () => {
    const lost = sketch({ quote: 'lost' });
    await stored(lost);
    const backup = file(await annotations.all());
    value(await annotations.remove([lost.id]));
    value(await applyImport(backup));
    expect((await annotations.all()).map(({ id, deleted }) => [id, deleted])).toEqual([[lost.id, null]]);
  });

  it('applied twice does nothing the second time', async () => {
    const text = file([sketch(), sketch()]);
    value(await applyImport(text));
    expect(changesAnything(value(await preview(text)))).toBe(false);
  });

  it('does not overwrite what became newer while the plan was looked at', async () => {
    const here = sketch({ note: 'old', created: EARLY });
    await stored(here);
    const text = file([{ ...here, modified: LATE }]);
    expect(value(await preview(text)).update).toHaveLength(1);
    value(await annotations.change(here.id, (a) => ({ ...a, body: [] }), '2026-09-01T00:00:00.000Z'));
    expect(value(await applyImport(text)).replaced).toEqual([]);
    expect((await annotations.get(here.id))?.body).toEqual([]);
  });

  it('taken back leaves everything as it was', async () => {
    const kept = sketch({ note: 'mine', created: EARLY });
    const binned = sketch({ quote: 'binned', created: EARLY });
    await stored(kept, binned);
    value(await annotations.remove([binned.id]));
    const before = [await all(), await annotations.deleted()];
    const done = value(await applyImport(file([{ ...kept, body: [], modified: LATE }, binned, sketch()])));
    expect(value(await annotations.revertImport(done))).toBe(3);
    expect([await all(), await annotations.deleted()]).toEqual(before);
  });

  it('taken back keeps what was written into it since', async () => {
    const fresh = sketch({ created: EARLY });
    const done = value(await applyImport(file([fresh])));
    value(await annotations.change(fresh.id, (a) => ({ ...a, body: [] }), LATE));
    expect(value(await annotations.revertImport(done))).toBe(0);
    expect(await all()).toHaveLength(1);
  });

  it.each([
    ['', 'file-not-json'],
    [file([sketch()]).slice(0, -20), 'file-not-json'],
    ['<html>', 'file-not-json'],
    ['{"some":"thing"}', 'file-foreign'],
    ['{"format":"saidso","version":99,"annotations":[]}', 'file-newer'],
  ])('of %.30j answers %s', async (text, code) => expect(await preview(text)).toEqual({ ok: false, code }));

  it('never fails for any text', () =>
    fc.assert(
      fc.asyncProperty(fc.oneof(fc.string(), fc.json()), async (text) => {
        const result = await preview(text);
        if (result.ok) expect(changesAnything(result.value)).toBe(false);
      }),
      { numRuns: 50 },
    ));

  it('of a file that is gone says so', async () => {
    const gone = new File(['x'], 'x.json');
    Object.defineProperty(gone, 'text', { value: () => Promise.reject(new DOMException('gone', 'NotReadableError')) });
    expect(await readText(gone)).toEqual({ ok: false, code: 'file-unreadable' });
  });

  it('of a file that no browser can hold says so without reading it', async () => {
    const huge = new File(['x'], 'x.json');
    Object.defineProperty(huge, 'size', { value: 600_000_000 });
    expect(await readText(huge)).toEqual({ ok: false, code: 'file-too-large' });
  });
});

describe('the bin', () => {
  it('lets go for good only of what is in it', async () => {
    const [kept, gone] = [sketch({ quote: 'kept' }), sketch({ quote: 'gone' })];
    await stored(kept, gone);
    value(await annotations.remove([gone.id]));
    expect(value(await annotations.destroy([kept.id, gone.id]))).toBe(1);
    expect((await annotations.all()).map(({ id }) => id)).toEqual([kept.id]);
    expect(await annotations.deleted()).toEqual([]);
  });
});
