import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { detectQuotations } from '../../../utils/detect/detect-quotations.ts';
import { PackedPage, unpackPage } from '../../../utils/domain/packed-page.ts';
import { type PageElement, PageText } from '../../../utils/domain/page-text.ts';
import { packPage } from '../messaging/pack-page.ts';
import { samplePage } from '../messaging/sample-page.ts';

const text = 'Five.';
const fits = (changes: Partial<PackedPage>) =>
  PackedPage.safeParse({ ...packPage(samplePage({ text, elements: [] })), ...changes }).success;
const strings = ['p', 'note'];
/** Two elements: a paragraph over the whole text, another in it. */
const rows = (changes: Record<number, number> = {}) => Object.assign([0, 0, 5, 1, -1, 0, 1, 3, 1, 1], changes);

describe('a packed page', () => {
  it('is the same page when it is unpacked', () => {
    const elements: PageElement[] = [
      { tag: 'article', start: 0, end: 40, parent: -1, names: 'story main', lang: '' },
      { tag: 'blockquote', start: 3, end: 30, parent: 0, cite: '/source' },
      { tag: 'a', start: 3, end: 9, parent: 1, href: '' },
      { tag: 'p', start: 31, end: 31, parent: 0, names: 'story main' },
      { tag: 'p', start: 60, end: 70, parent: -1 },
    ];
    const page = samplePage({ elements });
    expect(unpackPage(PackedPage.parse(packPage(page)))).toEqual(page);
  });

  it('has elements that lie in the text, each in its parent', () => {
    expect(fits({ strings, rows: rows() })).toBe(true);
    expect(fits({ strings, rows: rows({ 8: 2 }) })).toBe(true);
    expect(fits({ strings, rows: rows(), marks: [1, 0, 1, 1, 2, 0] })).toBe(true);
    expect(fits({ strings: [], rows: [] })).toBe(true);
  });

  it.each<[string, Partial<PackedPage>]>([
    ['a row is not whole', { strings, rows: rows().slice(1) }],
    ['a number is no whole number', { strings, rows: rows({ 6: 0.5 }) }],
    ['a number is infinite', { strings, rows: rows({ 2: Number.POSITIVE_INFINITY }) }],
    ['an element is its own parent', { strings, rows: rows({ 8: 0 }) }],
    ['a parent is behind its child', { strings, rows: rows({ 3: -1 }) }],
    ['there is no such parent', { strings, rows: rows({ 8: 3 }) }],
    ['an element starts before the one before it', { strings, rows: rows({ 6: -1 }) }],
    ['an element ends before it starts', { strings, rows: rows({ 7: -1 }) }],
    ['an element ends behind the text', { strings, rows: rows({ 2: 6 }) }],
    ['an element ends behind its parent', { strings, rows: rows({ 7: 5 }) }],
    ['there is no such tag', { strings, rows: rows({ 0: 2 }) }],
    ['an element has no tag', { strings, rows: rows({ 0: -1 }) }],
    ['there are no such names', { strings, rows: rows({ 9: 2 }) }],
    ['an attribute is not whole', { strings, rows: rows(), marks: [1, 0] }],
    ['an attribute has no element', { strings, rows: rows(), marks: [2, 0, 0] }],
    ['there is no such attribute', { strings, rows: rows(), marks: [0, 3, 0] }],
    ['an attribute has no value', { strings, rows: rows(), marks: [0, 0, 2] }],
    ['numbers are strings', { strings, rows: ['0'] as never }],
  ])('is refused when %s', (_, wrong) => expect(fits(wrong)).toBe(false));

  it('that fits is a page that fits, and is read to an end, whatever it is', () => {
    const sample = packPage(samplePage());
    const number = fc.integer({ min: -1, max: 40 });
    const packed = fc.record({
      strings: fc.constant(['p', 'blockquote', 'q', 'li', 'a', 'div', 'quote']),
      rows: fc
        .array(fc.tuple(fc.integer({ min: 0, max: 6 }), number, number, fc.integer({ min: 1, max: 3 }), fc.integer({ min: -1, max: 6 })), {
          maxLength: 5,
        })
        .map((all) => all.flat()),
      marks: fc
        .array(fc.tuple(fc.integer({ min: 0, max: 4 }), fc.integer({ min: 0, max: 2 }), fc.integer({ min: 0, max: 6 })), { maxLength: 3 })
        .map((all) => all.flat()),
    });
    let fitting = 0;
    fc.assert(
      fc.property(packed, (parts) => {
        const parsed = PackedPage.safeParse({ ...sample, ...parts });
        if (!parsed.success) return;
        fitting++;
        const page = unpackPage(parsed.data);
        expect(PageText.safeParse(page).success).toBe(true);
        expect(detectQuotations(page)).toBeInstanceOf(Array);
      }),
      { numRuns: 500 },
    );
    expect(fitting).toBeGreaterThan(20);
  });
});
