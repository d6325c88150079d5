import fc from 'fast-check';
import { expect, describe as group, it } from 'vitest';
import { describe } from '../../../utils/anchor/describe.ts';
import { createPageIndex } from '../../../utils/anchor/page-index.ts';
import { resolve, resolveAll } from '../../../utils/anchor/resolve.ts';
import type { Selector } from '../../../utils/domain/selector.ts';
import { alignWords } from '../../../utils/match/align-words.ts';
import { fold } from '../../../utils/text/fold.ts';

const PAGE = `The harbour of Lindvik
The council of Lindvik voted on Tuesday to rebuild the eastern pier, which a storm had taken in 1987.
“The jury found that Morten Quist is not guilty of fraud,” the mayor said after the session.
About 1,200 people signed a letter against the plan. They want a market hall instead.
“We cannot afford this,” said Ida Brandt, who keeps the only bakery on the quay.
The work will begin in spring and last nine summers, the engineers say.
Readers wrote: they want a market hall instead. Others asked who will pay for the stones.`;

/** Rows of a list that differ by two numbers. */
const rowsOf = (from: number, to: number): string[] =>
  Array.from(
    { length: to - from + 1 },
    (_, i) => `Row ${from + i}: the harbour board counted ${from + i + 100} seals on the northern pier.`,
  );

/** Describes `quote` in `before` and looks for it in `after`. */
function anchorOf(quote: string, after: string, before = PAGE) {
  const start = before.indexOf(quote);
  expect(start).toBeGreaterThanOrEqual(0);
  const selectors = describe({ text: before }, { start, end: start + quote.length });
  const anchor = resolve(createPageIndex({ text: after }), selectors);
  return { ...anchor, words: anchor.span && after.slice(anchor.span.start, anchor.span.end) };
}

group('resolve', () => {
  it('[R1] a page that did not change gives every passage back at its place', () => {
    const anchor = anchorOf('not guilty of fraud', PAGE);
    expect(anchor).toMatchObject({ status: 'exact', reason: 'position', words: 'not guilty of fraud' });
  });

  it.each([
    ['quotes, dashes and spaces', (text: string) => text.replaceAll('“', '"').replaceAll('”', '"').replaceAll('the ', 'the\u00a0')],
    ['soft hyphens', (text: string) => text.replaceAll('guilty', 'guil\u00adty')],
    ['paragraphs split and joined', (text: string) => text.replaceAll('\n', ' ').replaceAll(', ', ',\n')],
  ])('[S1] %s are typography: the words are the same', (_name, change) => {
    expect(anchorOf('“The jury found that Morten Quist is not guilty of fraud,” the mayor said', change(PAGE))).toMatchObject({
      status: 'exact',
      changes: [],
    });
  });

  it.each([
    ['not guilty of fraud', 'not guilty', 'guilty', 'negation'],
    ['is not guilty', 'is not', 'is', 'negation'],
    ['found that Morten Quist is', 'Quist', 'Brandt', 'name'],
    ['About 1,200 people signed', '1,200', '1,900', 'number'],
    ['About 1,200 people signed a letter', '1,200', '11,200', 'number'],
    ['last nine summers', 'nine', 'ten', 'number'],
    ['“We cannot afford this,” said Ida', 'cannot', 'can', 'negation'],
    ['taken in 1987', '1987', '1981', 'number'],
    ['rebuild the eastern pier', 'eastern', 'western', 'word'],
    ['The council of Lindvik voted', 'council', 'Council', 'case'],
  ])('[S1] «%s» is said to be changed when “%s” became “%s”, kind %s', (quote, from, to, kind) => {
    const anchor = anchorOf(quote, PAGE.replace(from, to));
    expect(anchor.status).toBe('changed');
    expect(anchor.changes.map((change) => change.kind)).toContain(kind);
  });

  it('[S1] words are not found inside other words', () => {
    const anchor = anchorOf('the stones', 'On the quay stand the stonesetters of old, and nobody remembers why.');
    expect(['changed', 'orphaned']).toContain(anchor.status);
    const numbers = resolve(createPageIndex({ text: 'A rise of 1.5 percent was seen last year.' }), [
      { type: 'TextQuoteSelector', exact: '5 percent', prefix: 'A rise of ', suffix: ' was seen last year.' },
    ]);
    expect(numbers).toMatchObject({ status: 'changed', changes: [{ kind: 'number', quote: '5', source: '1.5' }] });
  });

  it.each([
    ['guilty of fraud', 'is not guilty', 'is guilty', { kind: 'negation', quote: 'not', source: '' }],
    ['rebuild the eastern pier', 'to rebuild', 'never to rebuild', { kind: 'negation', quote: '', source: 'never' }],
  ])('[S4] «%s» is changed when “%s” became “%s” right before it', (quote, from, to, change) => {
    expect(anchorOf(quote, PAGE.replace(from, to))).toMatchObject({
      status: 'changed',
      reason: 'negated',
      words: quote,
      changes: [change],
    });
  });

  it('[S4] a negation in the sentence before says nothing about this one', () => {
    expect(anchorOf('The work will begin in spring', PAGE.replace('on the quay.', 'on the quay, not.'))).toMatchObject({ status: 'exact' });
  });

  it('[R4] a paragraph with several changed words is found by what is left of it and around it', () => {
    const changed = PAGE.replace('voted on Tuesday to rebuild the eastern pier', 'agreed on Tuesday to repair the eastern pier').replace(
      'storm',
      'flood',
    );
    const anchor = anchorOf(
      'The council of Lindvik voted on Tuesday to rebuild the eastern pier, which a storm had taken in 1987.',
      changed,
    );
    expect(anchor.words).toBe('The council of Lindvik agreed on Tuesday to repair the eastern pier, which a flood had taken in 1987.');
    expect(anchor.changes.map(({ quote, source }) => `${quote} → ${source}`)).toEqual([
      'voted → agreed',
      'rebuild → repair',
      'storm → flood',
    ]);
  });

  it('[R5] an advertisement inside the passage is reported as words put in', () => {
    const quote = 'against the plan. They want a market hall instead.\n“We cannot afford this,” said Ida Brandt';
    const anchor = anchorOf(quote, PAGE.replace('instead.\n“We', 'instead.\nAdvertisement\nFly for less\n“We'));
    expect(anchor).toMatchObject({ status: 'changed', changes: [{ kind: 'added', quote: '', source: 'Advertisement\nFly for less' }] });
  });

  it('[R6] a passage cut out of words is cut the same way', () => {
    expect(anchorOf('uncil of Lind', `Ad\n${PAGE}`)).toMatchObject({ status: 'exact', words: 'uncil of Lind' });
  });

  it.each([['They want a market hall instead'], ['they want a market hall instead']])(
    '[C1] of two copies the one with the same surroundings: «%s»',
    (quote) => {
      const after = `Weather: rain.\n${PAGE}`;
      const anchor = anchorOf(quote, after);
      expect(anchor.words).toBe(quote);
      expect(anchor.status).toBe('exact');
    },
  );

  it('[C1] between copies with one and the same surroundings the old place decides', () => {
    const story = `${PAGE} ${PAGE.toUpperCase()} ${PAGE.toLowerCase()}`;
    const before = `${story}\n${story}\n${story}`;
    const start = before.indexOf('Ida Brandt', story.length);
    const selectors = describe({ text: before }, { start, end: start + 'Ida Brandt'.length });
    const anchor = resolve(createPageIndex({ text: `Advertisement\n${before}` }), selectors);
    expect(anchor).toMatchObject({ status: 'exact', span: { start: start + 'Advertisement\n'.length } });
  });

  it('[C4] the copy that is left is not taken for the one that is gone', () => {
    const before = `${PAGE}\nIn the letter they want a market hall instead of ships.`;
    const after = before.replace(
      'Readers wrote: they want a market hall instead. Others asked who will pay for the stones.',
      'There were no letters.',
    );
    const start = before.indexOf('they want a market hall');
    const selectors = describe({ text: before }, { start, end: start + 'they want a market hall'.length });
    const anchor = resolve(createPageIndex({ text: after }), selectors);
    expect(anchor).toMatchObject({ status: 'orphaned', span: null });
  });

  it('[C4] words that say much and stand nowhere else are moved, not lost', () => {
    const after = 'A page about something else. The jury found that Morten Quist is not guilty of fraud, as was to be expected by now.';
    expect(anchorOf('The jury found that Morten Quist is not guilty of fraud', after)).toMatchObject({ status: 'moved', reason: 'unique' });
  });

  it('[C3] two copies that nothing tells apart are offered, not chosen between', () => {
    const line = 'Share this story with a friend today.';
    const quote = { type: 'TextQuoteSelector', exact: 'story with a friend', prefix: 'Share this ', suffix: ' today.' } as const;
    const anchor = resolve(createPageIndex({ text: `${line}\nOne.\n${line}` }), [quote]);
    expect(anchor).toMatchObject({ status: 'orphaned', reason: 'ambiguous', candidates: [{ start: 11 }, { start: 54 }] });
  });

  it.each([
    ['its own row gone', (rows: string[]) => rows.filter((_, i) => i !== 16)],
    ['scrolled past it', (rows: string[]) => rows.slice(17)],
    ['other rows in its stead', () => rowsOf(60, 90)],
    ['its own row gone, the rest in another order', (rows: string[]) => rows.filter((_, i) => i !== 16).reverse()],
  ])('[C8] a row that differs by a number is not taken for another: %s', (_name, change) => {
    const rows = rowsOf(1, 40);
    for (const quote of [rows[16] ?? '', 'Row 17: the harbour board', 'counted 117 seals'])
      expect(anchorOf(quote, change(rows).join('\n'), rows.join('\n'))).toMatchObject({ status: 'orphaned', span: null });
  });

  it('[C8] a part that all rows share is not found in another row when its own is gone', () => {
    const rows = rowsOf(1, 40);
    const before = rows.join('\n');
    const start = before.indexOf('on the northern pier', before.indexOf('Row 17'));
    const selectors = describe({ text: before }, { start, end: start + 'on the northern pier'.length });
    const after = rows.filter((_, i) => i !== 16).join('\n');
    expect(resolve(createPageIndex({ text: after }), selectors)).toMatchObject({ status: 'orphaned', span: null });
  });

  it('[C8] a row whose figure is another now, between the same two neighbours, is changed', () => {
    const rows = rowsOf(1, 40);
    const quote = {
      type: 'TextQuoteSelector',
      exact: rows[16] ?? '',
      prefix: `${rows[15]}\n`,
      suffix: `\n${rows[17]}`,
    } as const;
    const after = rows.map((row) => row.replace('117', '911')).join('\n');
    expect(resolve(createPageIndex({ text: after }), [quote])).toMatchObject({
      status: 'changed',
      changes: [{ kind: 'number', quote: '117', source: '911' }],
    });
  });

  it('[C5] a row that stands among its like in another order is found, whatever its neighbours are now', () => {
    const rows = rowsOf(1, 40);
    const after = [...rows.slice(0, 2), rows[16] ?? '', ...rows.slice(20)].join('\n');
    expect(anchorOf(rows[16] ?? '', after, rows.join('\n'))).toMatchObject({ words: rows[16], changes: [] });
  });

  it('[C8] the last row of a list is not known by what stands under the list', () => {
    const rows = rowsOf(1, 40);
    const foot = 'The figures are put together by the harbour office and printed every week.';
    expect(anchorOf(rows[39] ?? '', [...rows.slice(0, 39), foot].join('\n'), [...rows, foot].join('\n'))).toMatchObject({
      status: 'orphaned',
      span: null,
    });
  });

  it('[C7] a passage that is gone is absent', () => {
    const gone = PAGE.split('\n')
      .filter((line) => !line.includes('bakery'))
      .join('\n');
    expect(anchorOf('“We cannot afford this,” said Ida Brandt, who keeps the only bakery', gone)).toMatchObject({
      status: 'orphaned',
      reason: 'absent',
      span: null,
    });
    expect(anchorOf('the only bakery', gone)).toMatchObject({ status: 'orphaned', span: null });
  });

  it('reads selectors of other annotators: no context, no position, other spaces', () => {
    const index = createPageIndex({ text: PAGE });
    expect(resolve(index, [{ type: 'TextQuoteSelector', exact: 'Ida  Brandt, who keeps', prefix: '', suffix: '' }])).toMatchObject({
      status: 'moved',
    });
    expect(resolve(index, [])).toMatchObject({ status: 'orphaned', reason: 'absent' });
    expect(resolve(index, [{ type: 'TextPositionSelector', start: 3, end: 9 }])).toMatchObject({ status: 'orphaned' });
  });

  it('[C2] a quote without any context is judged by itself', () => {
    const exact = 'The council of Lindvik voted on Monday to rebuild the eastern pier, which a storm had taken in 1987.';
    const anchor = resolve(createPageIndex({ text: PAGE }), [{ type: 'TextQuoteSelector', exact, prefix: '', suffix: '' }]);
    expect(anchor).toMatchObject({ status: 'changed', changes: [{ quote: 'Monday', source: 'Tuesday' }] });
  });

  it('resolves all in the order given', () => {
    const index = createPageIndex({ text: PAGE });
    const spans = [40, 4, 300].map((start) => ({ start, end: start + 30 }));
    const anchors = resolveAll(
      index,
      spans.map((span) => describe({ text: PAGE }, span)),
    );
    expect(anchors.map(({ span }) => span)).toEqual(spans);
  });
});

const WORDS = [
  'not',
  'guilty',
  'The',
  'the',
  'jury',
  'found',
  '1,200',
  '12',
  'Quist',
  ',',
  '.',
  '“',
  '”',
  '—',
  '漢字',
  'e\u0301',
  '\u00ad',
  '\n',
  '😀',
];
const text = fc.array(fc.constantFrom(...WORDS), { maxLength: 60 }).map((words) => words.join(' '));
const part = fc.tuple(fc.nat(200), fc.nat(80)).map(([start, length]) => ({ start, end: start + length }));

group('resolve, for any text', () => {
  it('describing and resolving on the same page gives the same span, exact', () => {
    fc.assert(
      fc.property(fc.oneof(text, fc.string({ unit: 'binary', maxLength: 120 })), part, (page, { start, end }) => {
        fc.pre(end <= page.length && page.slice(start, end).trim() !== '');
        const anchor = resolve(createPageIndex({ text: page }), describe({ text: page }, { start, end }));
        expect(anchor).toMatchObject({ status: 'exact', span: { start, end }, similarity: 1, changes: [] });
      }),
    );
  });

  it('never throws, keeps its span inside the text, and says exact or moved only of the same words', () => {
    const selector: fc.Arbitrary<Selector> = fc.oneof(
      fc.record({ type: fc.constant('TextQuoteSelector' as const), exact: fc.oneof(text, fc.string()), prefix: text, suffix: text }),
      fc.record({ type: fc.constant('TextPositionSelector' as const), start: fc.nat(300), end: fc.nat(300) }),
    );
    fc.assert(
      fc.property(fc.oneof(text, fc.string({ unit: 'binary' })), fc.array(selector, { maxLength: 3 }), (page, selectors) => {
        const { status, span, similarity, changes } = resolve(createPageIndex({ text: page }), selectors);
        expect(similarity).toBeGreaterThanOrEqual(0);
        expect(similarity).toBeLessThanOrEqual(1);
        expect(span === null).toBe(status === 'orphaned');
        if (span === null) return;
        expect(span.start).toBeGreaterThanOrEqual(0);
        expect(span.end).toBeGreaterThan(span.start);
        expect(span.end).toBeLessThanOrEqual(page.length);
        const exact = selectors.find((one) => one.type === 'TextQuoteSelector')?.exact ?? '';
        if (status === 'changed') expect(changes.length).toBeGreaterThan(0);
        else expect(fold(page.slice(span.start, span.end)).replaceAll(' ', '')).toBe(fold(exact).replaceAll(' ', ''));
      }),
      { numRuns: 400 },
    );
  });

  it('[S1] no edit of a word, a number, a name or a negation inside the passage is ever called exact or moved', () => {
    const edit = fc.constantFrom(
      ['not ', ''],
      ['guilty', 'innocent'],
      ['1,200', '1,300'],
      ['Quist', 'Brandt'],
      ['nine', 'ten'],
      ['cannot', 'can'],
      ['storm', 'flood'],
    );
    fc.assert(
      fc.property(edit, fc.nat(60), fc.nat(60), ([from, to], before, after) => {
        const at = PAGE.indexOf(from ?? '');
        const span = { start: Math.max(0, at - before), end: at + (from ?? '').length + 1 + after };
        const changed = PAGE.replace(from ?? '', to ?? '');
        const anchor = resolve(createPageIndex({ text: changed }), describe({ text: PAGE }, span));
        expect(['changed', 'orphaned']).toContain(anchor.status);
        if (anchor.span !== null) {
          const there = changed.slice(anchor.span.start, anchor.span.end);
          expect(alignWords(PAGE.slice(span.start, span.end), there).changes).toEqual(anchor.changes);
        }
      }),
      { numRuns: 300 },
    );
  });
});
