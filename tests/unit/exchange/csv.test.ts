import fc from 'fast-check';
import Papa from 'papaparse';
import { describe, expect, it } from 'vitest';
import { type Annotation, claimsOf, exactOf, noteOf, quotationOf, tagsOf } from '../../../utils/domain/annotation.ts';
import { csv } from '../../../utils/exchange/formats/csv.ts';
import { anyAnnotation, manyAnnotations } from './arbitrary-annotation.ts';
import { context } from './golden-context.ts';

const write = (annotations: readonly Annotation[], byteOrderMark = false) =>
  [...(csv.write?.(annotations, { ...context, byteOrderMark }) ?? [])].join('');
const parse = (text: string) => Papa.parse<Record<string, string>>(text, { header: true, skipEmptyLines: true });
/** With the apostrophe that keeps a spreadsheet from running it. */
const guarded = (text: string) => (/^[=+\-@\t\r\n＝＋－＠]/.test(text) ? `'${text}` : text);

describe('CSV', () => {
  it('is read back cell by cell', () =>
    fc.assert(
      fc.property(manyAnnotations, (annotations) => {
        const { data, errors } = parse(write(annotations));
        expect(errors.filter((error) => error.code !== 'UndetectableDelimiter')).toEqual([]);
        expect(data.map((row) => row.id)).toEqual(annotations.map(({ id }) => id));
        data.forEach((row, i) => {
          const annotation = annotations[i];
          if (annotation === undefined) throw new Error('more rows than annotations');
          expect(row.quote).toBe(guarded(exactOf(annotation)));
          expect(row.note).toBe(guarded(noteOf(annotation)));
          expect(row.tags).toBe(guarded(tagsOf(annotation).join('; ')));
          expect(row.speaker).toBe(guarded(quotationOf(annotation)?.speaker ?? ''));
          expect(row.source_title).toBe(guarded(quotationOf(annotation)?.source?.title ?? ''));
          expect(row.page_url).toBe(guarded(annotation.target.source));
          const claims = claimsOf(annotation);
          const none = claims.length > 1 ? '—' : '';
          expect(row.veracity).toBe(claims.map((claim) => claim.assessment.veracity ?? none).join('\n'));
          expect(row.claims?.split('\n')).toHaveLength(Math.max(1, claims.length));
        });
      }),
    ));

  it('holds no cell that a spreadsheet would run', () =>
    fc.assert(
      fc.property(anyAnnotation, (annotation) => {
        for (const row of parse(write([annotation])).data)
          for (const cell of Object.values(row)) expect(cell).not.toMatch(/^[=+\-@\t\r\n＝＋－＠]/);
      }),
    ));

  it.each(['=1+1', '+1', '-1', '@SUM(A1)', '\t=1', '\r=1', '＝1+1', '=HYPERLINK("https://evil.example","x")'])('guards %j', (text) => {
    const [sample] = fc.sample(anyAnnotation, { numRuns: 1, seed: 6 });
    if (sample === undefined) throw new Error('no sample');
    const target: Annotation['target'] = { ...sample.target, title: text };
    expect(parse(write([{ ...sample, target }])).data[0]?.page_title).toBe(`'${text}`);
  });

  it('has a byte order mark only when asked', () => {
    expect(write([], true)).toMatch(/^\ufeffquote,/);
    expect(write([])).toMatch(/^quote,/);
  });

  it('ends each row with CRLF, over many pieces', () => {
    const rows = fc.sample(anyAnnotation, { numRuns: 250, seed: 7 });
    expect(parse(write(rows)).data).toHaveLength(250);
    expect(write(rows)).toMatch(/\r\n$/);
  });
});
