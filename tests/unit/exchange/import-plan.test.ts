import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { Annotation } from '../../../utils/domain/annotation.ts';
import { json } from '../../../utils/exchange/formats/json.ts';
import { MAX_IMPORT_CHARACTERS, planImport } from '../../../utils/exchange/import-plan.ts';
import { aCorrection } from '../db/a-correction.ts';
import { manyAnnotations } from './arbitrary-annotation.ts';
import { context } from './golden-context.ts';

const annotation = (id: number, changes: Partial<Annotation> = {}): Annotation => ({
  id: `3d0c9c1e-7b0a-4a7e-9d3e-00000000000${id}`,
  motivation: 'highlighting',
  target: {
    source: 'https://www.example.org/',
    title: 'A page',
    site: 'www.example.org',
    selector: [{ type: 'TextQuoteSelector', exact: 'some words', prefix: '', suffix: '' }],
    styleClass: 'yellow',
  },
  body: [],
  created: '2026-01-01T00:00:00.000Z',
  modified: '2026-01-02T00:00:00.000Z',
  deleted: null,
  ...changes,
});
const file = (...rows: unknown[]) => JSON.stringify({ format: 'saidso', version: 1, exported: '', annotations: rows });
const plan = (text: string, existing: [number, string][] = []) => {
  const result = planImport(text, new Map(existing.map(([id, modified]) => [annotation(id).id, modified])));
  if (!result.ok) throw new Error(result.code);
  return result.value;
};

describe('planImport', () => {
  it('adds what is not there, updates what is older here, skips what is the same or newer here', () => {
    const rows = [annotation(1), annotation(2), annotation(3), annotation(4)];
    const { add, update, skip, invalid } = plan(file(...rows), [
      [2, '2026-01-01T12:00:00.000Z'],
      [3, '2026-01-02T00:00:00.000Z'],
      [4, '2026-01-03T00:00:00.000Z'],
    ]);
    expect([add, update, skip, invalid]).toEqual([[rows[0]], [rows[1]], [rows[2], rows[3]], []]);
  });

  it('compares times, not their spelling', () => expect(plan(file(annotation(1)), [[1, '2026-01-02T00:00:00Z']]).skip).toHaveLength(1));

  it('takes the newer of two rows with the same id, in whatever order they stand', () => {
    const newer = annotation(1, { modified: '2026-02-01T00:00:00.000Z' });
    expect(plan(file(annotation(1), newer))).toMatchObject({ add: [newer], skip: [annotation(1)] });
    expect(plan(file(newer, annotation(1)))).toMatchObject({ add: [newer], skip: [annotation(1)] });
  });

  it('names each row that does not fit, with its place and the reason, and takes the others', () => {
    const { add, invalid } = plan(
      file(
        annotation(1),
        null,
        'text',
        { ...annotation(2), id: 'no uuid' },
        { ...annotation(2), modified: 'yesterday' },
        { ...annotation(2), target: { ...annotation(2).target, selector: [] } },
        { ...annotation(2), target: { ...annotation(2).target, selector: [{ type: 'TextPositionSelector', start: 0, end: 4 }] } },
        { ...annotation(2), target: { ...annotation(2).target, source: 'x'.repeat(20_000) } },
        { ...annotation(2), body: [{ type: 'TextualBody', purpose: 'tagging', value: '' }] },
        { ...annotation(2), body: [1, 2].map(() => ({ type: 'TextualBody', purpose: 'tagging', value: 'twice' })) },
        annotation(3),
      ),
    );
    expect(add.map((one) => one.id)).toEqual([annotation(1).id, annotation(3).id]);
    expect(invalid.map(({ row }) => row)).toEqual([1, 2, 3, 4, 5, 6, 7, 8, 9]);
    expect(invalid.map(({ faults }) => faults[0])).toEqual([
      { path: '', missing: false },
      { path: '', missing: false },
      { path: 'id', missing: false },
      { path: 'modified', missing: false },
      { path: 'target.selector', missing: false },
      { path: 'target.selector', missing: true },
      { path: 'target.source', missing: false },
      { path: 'body.0.value', missing: false },
      { path: 'body', missing: false },
    ]);
    expect(plan(file({ ...annotation(1), modified: undefined })).invalid[0]?.faults).toEqual([{ path: 'modified', missing: true }]);
    expect(invalid[2]?.why).toMatch(/^id: /);
    expect(invalid[5]?.why).toBe('target.selector: no TextQuoteSelector');
    expect(invalid[8]?.why).toBe('body: a tag stands twice');
  });

  it('takes nothing over from hostile keys', () => {
    const text = file(annotation(1)).replace(
      '"motivation"',
      '"__proto__":{"polluted":1},"constructor":{"prototype":{"polluted":1}},"motivation"',
    );
    const [added] = plan(text).add;
    expect(added).toEqual(annotation(1));
    expect(Object.getPrototypeOf(added)).toBe(Object.prototype);
    expect('polluted' in {}).toBe(false);
    const inherited = file(annotation(2)).replace('"motivation":"highlighting"', '"__proto__":{"motivation":"highlighting"}');
    expect(plan(inherited).invalid).toHaveLength(1);
  });

  it('reads a file with a byte order mark', () => expect(plan(`\ufeff${file(annotation(1))}`).add).toHaveLength(1));

  it('refuses a file that would not fit into memory', () =>
    expect(planImport(' '.repeat(MAX_IMPORT_CHARACTERS + 1), new Map())).toEqual({ ok: false, code: 'file-too-large' }));

  it('of a file cut off anywhere takes nothing', () => {
    const text = file(annotation(1), annotation(2));
    for (let cut = 0; cut < text.length; cut++)
      expect(planImport(text.slice(0, cut), new Map())).toEqual({ ok: false, code: 'file-not-json' });
  });

  it('plans the corrections that are new or newer, the latest of two with one id', () => {
    const [first, second] = [aCorrection(1), aCorrection(2)];
    const newer = { ...first, attribution: null, modified: '2026-05-01T00:00:00.000Z' };
    const text = JSON.stringify({ format: 'saidso', version: 1, exported: '', annotations: [], corrections: [first, newer, second] });
    const planned = (existing: [string, string][]) => {
      const result = planImport(text, new Map(existing));
      return result.ok ? result.value.corrections : result;
    };
    expect(planned([])).toEqual([newer, second]);
    expect(planned([[first.id, first.modified], [second.id, second.modified]])).toEqual([newer]); // biome-ignore format: a map
    expect(planned([[first.id, '2026-06-01T00:00:00.000Z'], [second.id, second.modified]])).toEqual([]); // biome-ignore format: a map
  });

  it('skips everything when what was written comes back', () =>
    fc.assert(
      fc.property(manyAnnotations, (annotations) => {
        const text = [...(json.write?.(annotations, context) ?? [])].join('');
        const result = planImport(text, new Map(annotations.map(({ id, modified }) => [id, modified])));
        expect(result).toEqual({
          ok: true,
          value: { add: [], update: [], skip: annotations, corrections: [], documents: [], invalid: [] },
        });
      }),
    ));

  it('plans 100,000 annotations', () => {
    const rows = Array.from({ length: 100_000 }, (_, i) => ({
      ...annotation(1),
      id: `3d0c9c1e-7b0a-4a7e-9d3e-${String(i).padStart(12, '0')}`,
    }));
    const result = planImport([...(json.write?.(rows, context) ?? [])].join(''), new Map());
    expect(result.ok && result.value.add.length).toBe(100_000);
  });
});
