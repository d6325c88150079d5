import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { Annotation } from '../../../utils/domain/annotation.ts';
import { json } from '../../../utils/exchange/formats/json.ts';
import { aCorrection } from '../db/a-correction.ts';
import { sample } from '../db/sample.ts';
import { anyAnnotation, manyAnnotations } from './arbitrary-annotation.ts';
import { context } from './golden-context.ts';

const write = (annotations: readonly Annotation[]) => [...(json.write?.(annotations, context) ?? [])].join('');
const read = (text: string) => json.read?.(text, context.exported);

describe('JSON', () => {
  it('gives back exactly what was written', () =>
    fc.assert(
      fc.property(manyAnnotations, (annotations) => {
        const file = read(write(annotations));
        expect(file).toEqual({
          ok: true,
          value: { annotations: annotations.map((annotation, row) => ({ row, annotation })), invalid: [] },
        });
      }),
    ));

  it('carries joined pages along, and names those that cannot be read', () => {
    const joined = { id: sample(9).id, urls: ['https://gazette.example/a', 'https://courier.example/b'], modified: context.exported };
    const all = { ...context, corrections: [aCorrection(1)], documents: [joined] };
    const written = [...(json.write?.([sample(1)], all) ?? [])].join('');
    expect(read(written)).toMatchObject({ ok: true, value: { corrections: [aCorrection(1)], documents: [joined], invalid: [] } });
    const broken = JSON.parse(written);
    broken.documents.push({ ...joined, urls: ['https://gazette.example/a'] });
    expect(read(JSON.stringify(broken))).toMatchObject({ ok: true, value: { documents: [joined], invalid: [{ row: 3 }] } });
    expect(read('{"format":"saidso","version":1,"annotations":[],"documents":{}}')).toEqual({ ok: false, code: 'file-foreign' });
  });

  it('carries corrections along, and names those that cannot be read', () => {
    const written = [...(json.write?.([sample(1)], { ...context, corrections: [aCorrection(1), aCorrection(2)] }) ?? [])].join('');
    expect(read(written)).toEqual({
      ok: true,
      value: { annotations: [{ row: 0, annotation: sample(1) }], invalid: [], corrections: [aCorrection(1), aCorrection(2)] },
    });
    const broken = JSON.parse(written);
    broken.corrections[0].id = 'none';
    broken.corrections[1].target.selector = [{ type: 'TextPositionSelector', start: 0, end: 1 }];
    expect(read(JSON.stringify(broken))).toMatchObject({ ok: true, value: { corrections: [], invalid: [{ row: 1 }, { row: 2 }] } });
    expect(read('{"format":"saidso","version":1,"annotations":[],"corrections":{}}')).toEqual({ ok: false, code: 'file-foreign' });
  });

  it('keeps lone surrogates, overrides of direction and long texts', () => {
    const [annotation] = fc.sample(anyAnnotation, { numRuns: 1, seed: 1 });
    if (annotation === undefined) throw new Error('no sample');
    const exact = `\ud800 \u202e ${'x'.repeat(100_000)} \udc00`;
    const odd: Annotation = {
      ...annotation,
      target: { ...annotation.target, selector: [{ type: 'TextQuoteSelector', exact, prefix: '', suffix: '' }] },
    };
    expect(read(write([odd]))).toEqual({ ok: true, value: { annotations: [{ row: 0, annotation: odd }], invalid: [] } });
  });

  it('is written piece by piece', () => {
    const [annotation] = fc.sample(anyAnnotation, { numRuns: 1, seed: 2 });
    const touched: string[] = [];
    const watched = new Proxy(new Array(100_000).fill(annotation), {
      get: (list, key, receiver) => {
        if (typeof key === 'string' && /^\d+$/.test(key)) touched.push(key);
        return Reflect.get(list, key, receiver);
      },
    });
    const pieces = json.write?.(watched, context)[Symbol.iterator]();
    pieces?.next();
    pieces?.next();
    expect(touched.length).toBeGreaterThan(0);
    expect(touched.length).toBeLessThan(1000);
  });

  it.each([
    ['', 'file-not-json'],
    ['junk', 'file-not-json'],
    ['{"format":"saidso","version":1,"annotations":[{"id":', 'file-not-json'],
    ['null', 'file-foreign'],
    ['[]', 'file-foreign'],
    ['42', 'file-foreign'],
    ['{"a":1}', 'file-foreign'],
    ['{"format":"saidso"}', 'file-foreign'],
    ['{"format":"saidso","version":"1","annotations":[]}', 'file-foreign'],
    ['{"format":"saidso","version":0,"annotations":[]}', 'file-foreign'],
    ['{"format":"saidso","version":1}', 'file-foreign'],
    ['{"__proto__":{"format":"saidso","version":1,"annotations":[]}}', 'file-foreign'],
    ['{"format":"saidso","version":2,"annotations":[]}', 'file-newer'],
  ])('refuses %s as %s', (text, code) => expect(read(text)).toEqual({ ok: false, code }));

  it('never throws', () => {
    fc.assert(fc.property(fc.json(), (text) => void read(text)));
    fc.assert(fc.property(fc.json(), (value) => void read(`{"format":"saidso","version":1,"annotations":[${value}]}`)));
  });
});
