import { describe, expect, it } from 'vitest';
import { readPdf } from '../../../entrypoints/check/read-pdf.ts';
import { makePdf } from './make-pdf.ts';

const live = new AbortController().signal;

describe('the text of a PDF', () => {
  it('is its words, with paragraphs kept and parted words whole', async () => {
    const pages = [
      ['The harbour board counted 41 boats, and the har-', 'bour is full (they say) before summer.', '', 'A second paragraph.'],
      ['A second page.'],
    ];
    const seen: number[][] = [];
    const read = await readPdf(makePdf(pages, { title: 'Report' }), live, (page, all) => seen.push([page, all]));
    expect(read).toMatchObject({ ok: true, value: { title: 'Report', truncated: false } });
    const { text, pageStarts } = read.ok ? read.value : { text: '', pageStarts: [] };
    expect(text.split('\n')).toEqual([
      'The harbour board counted 41 boats, and the harbour is full (they say) before summer.',
      'A second paragraph.',
      'A second page.',
      '',
    ]);
    expect(text.slice(pageStarts[1])).toBe('A second page.\n');
    expect(seen).toEqual([
      [1, 2],
      [2, 2],
    ]);
  });

  it('that holds pictures only is said to have none', async () => {
    expect(await readPdf(makePdf([[]]), live)).toEqual({ ok: false, problem: 'pdf-without-text' });
  });

  it.each([
    ['cut off', makePdf([['words']]).subarray(0, 40)],
    ['no PDF', new TextEncoder().encode('<p>not a pdf')],
    ['empty', new Uint8Array()],
  ])('that is %s is said to be damaged', async (_, bytes) => {
    expect(await readPdf(bytes, live)).toEqual({ ok: false, problem: 'pdf-damaged' });
  });

  it('is left when the reader stops', async () => {
    const life = new AbortController();
    const read = readPdf(makePdf(Array.from({ length: 50 }, () => ['x'])), life.signal, () => life.abort());
    expect(await read).toEqual({ ok: false, problem: 'timed-out' });
  });
});
