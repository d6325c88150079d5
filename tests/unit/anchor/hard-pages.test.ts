import fc from 'fast-check';
import { expect, describe as group, it } from 'vitest';
import { describe } from '../../../utils/anchor/describe.ts';
import { createPageIndex } from '../../../utils/anchor/page-index.ts';
import { resolve } from '../../../utils/anchor/resolve.ts';
import type { Selector } from '../../../utils/domain/selector.ts';

const STORY = `The court of Lindvik sat on Monday, and the hall was full to the last chair.
The jury found the skipper guilty of fraud, and the judge spoke of 12 km of missing net.
Ida Brandt paid Morten Quist 1,200 crowns for the boat in 2019, the court was told.
The harbour office will publish the whole file next week, together with the letters.`;

/** What becomes of `quote` of the page `before` in the page `after`. */
function anchorOf(quote: string, before: string, after: string) {
  const start = before.indexOf(quote);
  expect(start).toBeGreaterThanOrEqual(0);
  const anchor = resolve(createPageIndex({ text: after }), describe({ text: before }, { start, end: start + quote.length }));
  return { ...anchor, words: anchor.span && after.slice(anchor.span.start, anchor.span.end) };
}

group('a passage whose meaning was turned', () => {
  it.each([
    ['found the skipper guilty of fraud', 'guilty', 'not guilty'],
    ['guilty', 'guilty', 'not guilty'],
    ['12 km of missing net', '12 km', '12 miles'],
    ['12 km of missing net', '12 km', '21 km'],
    ['1,200 crowns for the boat', '1,200', '1.200'],
    ['for the boat in 2019', '2019', '2016'],
  ])('«%s» is never the same when “%s” became “%s”', (quote, from, to) => {
    expect(['changed', 'orphaned']).toContain(anchorOf(quote, STORY, STORY.replace(from, to)).status);
  });

  it('is changed where two names were swapped', () => {
    const after = STORY.replace('Ida Brandt paid Morten Quist', 'Morten Quist paid Ida Brandt');
    expect(['changed', 'orphaned']).toContain(anchorOf('Ida Brandt paid Morten Quist 1,200 crowns', STORY, after).status);
  });

  it('is found in its place, not where a changed copy stands', () => {
    const copy = 'The jury found the skipper innocent of fraud, and the judge spoke of 12 km of missing net.';
    const anchor = anchorOf('The jury found the skipper guilty of fraud', STORY, `${copy}\nNews in short\n${STORY}`);
    expect(anchor).toMatchObject({ status: 'exact', words: 'The jury found the skipper guilty of fraud' });
  });
});

group('a passage whose page was rebuilt', () => {
  it('is found in another section', () => {
    const lines = STORY.split('\n');
    const after = [lines[2], lines[3], 'Older news', lines[0], lines[1]].join('\n');
    expect(anchorOf('found the skipper guilty of fraud', STORY, after)).toMatchObject({ status: 'exact' });
  });

  it('says what was put into its midst', () => {
    const after = STORY.replace('guilty of fraud', 'guilty\nAdvertisement: nets and lines at half price\nof fraud');
    const anchor = anchorOf('The jury found the skipper guilty of fraud, and the judge', STORY, after);
    expect(anchor.status).toBe('changed');
    expect(anchor.changes).toHaveLength(1);
  });

  it('is gone where the page was translated', () => {
    const after =
      'Das Gericht von Lindvik tagte am Montag, und der Saal war voll.\nDie Geschworenen befanden den Schiffer des Betrugs für schuldig.';
    expect(anchorOf('found the skipper guilty of fraud', STORY, after)).toMatchObject({ status: 'orphaned', span: null });
  });
});

group('a passage in any script', () => {
  it.each([
    ['right to left', 'قال رئيس المجلس إن الميناء سيفتح يوم الاثنين. وأضاف أن العمل مستمر.', 'الميناء سيفتح يوم الاثنين'],
    ['right to left, pointed', 'בֹּקֶר טוֹב אמר ראש העיר לעיתונאים ביום שני בנמל הישן.', 'אמר ראש העיר'],
    ['without spaces', '市議会は月曜日に港の再建を決めた。費用は十億円である。', '港の再建を決めた'],
    ['with joined emoji', 'The family 👨‍👩‍👧‍👦 waved 👋🏽 from the quay and left on Monday.', '👨‍👩‍👧‍👦 waved 👋🏽'],
  ])('%s, is found behind what was put in before it', (_name, text, quote) => {
    const after = `广告 😀 إعلان\n${text}`;
    expect(anchorOf(quote, text, after)).toMatchObject({ status: 'exact', words: quote });
  });

  it('is the same composed and decomposed, with soft hyphens and without', () => {
    const text = 'Der Bürgermeister sprach über die Größe der Häfen, und Zoë Müller schrieb mit.';
    const anchor = anchorOf('die Größe der Häfen, und Zoë', text, `Werbung\n${text.normalize('NFD').replaceAll('fen', 'f\u00aden')}`);
    expect(anchor).toMatchObject({ status: 'exact', changes: [] });
  });
});

group('a passage of any length', () => {
  const words = Array.from({ length: 4_000 }, (_, i) => `w${(i * 7919) % 3001}`);
  const long = words.join(' ');

  it('of one character is found where it was, and never in silence elsewhere', () => {
    const at = STORY.indexOf('a', 40);
    const selectors = describe({ text: STORY }, { start: at, end: at + 1 });
    expect(resolve(createPageIndex({ text: STORY }), selectors)).toMatchObject({ status: 'exact', span: { start: at, end: at + 1 } });
    expect(resolve(createPageIndex({ text: 'Quite another text, with a few letters and a full stop.' }), selectors).status).toBe(
      'orphaned',
    );
  });

  it('of 20,000 characters is found with a word changed', () => {
    const quote = long.slice(500, 20_500);
    const anchor = anchorOf(quote, long, `Put in before. ${long.replace(words[1500] ?? '', 'other')}`);
    expect(['exact', 'changed']).toContain(anchor.status);
  });

  it('is found in a page of four million characters in less than a second, the index included', () => {
    const page = Array.from({ length: 40 }, (_, i) => `Part ${i} ${long.replaceAll('w', `v${i}`)}`)
      .join('\n')
      .repeat(4)
      .slice(0, 4_000_000);
    const text = `${page.slice(0, 2_000_000)}\n${STORY}\n${page.slice(2_000_000)}`;
    const selectors = describe({ text: STORY }, { start: 90, end: 149 });
    const began = performance.now();
    const anchor = resolve(createPageIndex({ text }), selectors);
    expect(text.slice(anchor.span?.start, anchor.span?.end)).toBe(STORY.slice(90, 149));
    expect(performance.now() - began).toBeLessThan(1_000);
  });
});

group('selectors from elsewhere', () => {
  const strange = fc.oneof(
    fc.string({ unit: 'binary', maxLength: 80 }),
    fc.constantFrom('', ' ', '\n', '\ud800', '\u0000', 'guilty', 'the '.repeat(500)),
  );
  const offset = fc.oneof(fc.integer(), fc.constantFrom(Number.MAX_SAFE_INTEGER, -1, 2 ** 31, 0.5, Number.NaN));
  const selector: fc.Arbitrary<Selector> = fc.oneof(
    fc.record({ type: fc.constant('TextQuoteSelector' as const), exact: strange, prefix: strange, suffix: strange, copies: offset }),
    fc.record({ type: fc.constant('TextPositionSelector' as const), start: offset, end: offset, astral: offset }),
  );

  it('whatever they hold, never throw, never lie outside the page, and are no reason to wait', () => {
    const index = createPageIndex({ text: `${STORY}\n${'the net of the skipper '.repeat(2_000)}` });
    const began = performance.now();
    fc.assert(
      fc.property(fc.array(selector, { maxLength: 4 }), (selectors) => {
        const { span, status } = resolve(index, selectors);
        expect(span === null).toBe(status === 'orphaned');
        if (span !== null) {
          expect(Number.isInteger(span.start) && span.start >= 0 && span.start < span.end && span.end <= index.text.length).toBe(true);
        }
      }),
      { numRuns: 300 },
    );
    expect(performance.now() - began).toBeLessThan(6_000);
  });
});
