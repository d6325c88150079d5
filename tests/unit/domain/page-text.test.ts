import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { detectQuotations } from '../../../utils/detect/detect-quotations.ts';
import { type PageElement, PageText } from '../../../utils/domain/page-text.ts';
import { samplePage } from '../messaging/sample-page.ts';

const fits = (elements: PageElement[], text = 'Five.') => PageText.safeParse(samplePage({ text, elements })).success;
const p = { tag: 'p', start: 0, end: 5, parent: -1 };

describe('a page’s elements', () => {
  it('lie in the text, a parent before its children', () => {
    expect(fits([p, { ...p, parent: 0 }, { ...p, parent: 1 }, { ...p, start: 5, parent: -1 }])).toBe(true);
    expect(fits([])).toBe(true);
  });

  it.each<[string, Partial<PageElement>]>([
    ['is its own parent', { parent: 1 }],
    ['has a parent behind it', { parent: 2 }],
    ['has no such parent', { parent: -2 }],
    ['has half a parent', { parent: 0.5 }],
    ['ends before it starts', { start: 4, end: 3 }],
    ['starts before the text', { start: -1 }],
    ['ends behind the text', { end: 6 }],
    ['starts between two characters', { start: 0.5 }],
    ['ends between two characters', { end: 4.5 }],
  ])('are refused when one %s', (_, wrong) => expect(fits([p, { ...p, ...wrong }, p])).toBe(false));

  it('that fit are read to an end, whatever they are', () => {
    const element = fc.record({
      tag: fc.constantFrom('p', 'blockquote', 'q', 'li', 'a', 'div'),
      start: fc.integer({ min: -1, max: 90 }),
      end: fc.integer({ min: -1, max: 90 }),
      parent: fc.integer({ min: -2, max: 4 }),
    });
    const { text } = samplePage();
    fc.assert(
      fc.property(fc.array(element, { maxLength: 5 }), (elements) => {
        if (fits(elements, text)) expect(detectQuotations(samplePage({ text, elements }))).toBeInstanceOf(Array);
      }),
      { numRuns: 500 },
    );
  });
});
