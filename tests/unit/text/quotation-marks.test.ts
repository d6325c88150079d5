import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { findMarkedSpans, findNestedSpans } from '../../../utils/text/quotation-marks.ts';

const read = (text: string): string[] => findMarkedSpans(text, { start: 0, end: text.length }).map((s) => text.slice(s.start, s.end));

describe('findMarkedSpans', () => {
  it.each([
    ['English', 'She said “we go now” and left.', ['we go now']],
    ['straight', 'She said "we go now" and left.', ['we go now']],
    ['single', 'She said ‘we go now’ and left.', ['we go now']],
    ['straight single', "She said 'we go now' and left.", ['we go now']],
    ['German', 'Sie sagte „wir gehen jetzt“ und ging.', ['wir gehen jetzt']],
    ['German books', 'Sie sagte »wir gehen jetzt« und ging.', ['wir gehen jetzt']],
    ['French', 'Elle dit « nous partons » et partit.', ['nous partons']],
    ['Swiss', 'Sie sagte «wir gehen jetzt» und ging.', ['wir gehen jetzt']],
    ['Swedish', 'Hon sade ”vi går nu” och gick.', ['vi går nu']],
    ['Japanese', '彼女は「もう行く」と言った。', ['もう行く']],
    ['typewriter', "He wrote ``no more of this'' and left.", ['no more of this']],
  ])('reads %s marks', (_, text, expected) => {
    expect(read(text)).toEqual(expected);
  });

  it('takes both halves of an interrupted quotation', () => {
    expect(read('“We won,” he said, “and we will again.”')).toEqual(['We won,', 'and we will again.']);
  });

  it('takes a closing mark typed as an opening one', () => {
    expect(read('NYT (“The Title of It“):')).toEqual(['The Title of It']);
  });

  it('closes a low mark with a straight one', () => {
    expect(read('Er rief „kommt her" und ging.')).toEqual(['kommt her']);
  });

  it('gives the outer of nested marks', () => {
    expect(read('“He said ‘never’ to me.”')).toEqual(['He said ‘never’ to me.']);
    expect(read('“He called it “a shame” again,” she said.')).toEqual(['He called it “a shame” again,']);
  });

  it('leaves apostrophes and inches alone', () => {
    expect(read("It’s the dogs’ bowl, isn't it, and it's 27\" wide.")).toEqual([]);
    expect(read(`The board is 5'11" long.`)).toEqual([]);
  });

  it('reads a mark before a number, a date or a footnote as closing', () => {
    expect(read('He said "it is a gain for all."16.04.2024')).toEqual(['it is a gain for all.']);
    expect(read('It was "a fine show".[3] It ended.')).toEqual(['a fine show']);
  });

  it('tells a mark that is left open', () => {
    const [span] = findMarkedSpans('“It began with a storm.', { start: 0, end: 23 });
    expect(span).toMatchObject({ open: 0, close: null, start: 1, end: 23 });
  });

  it('tells a mark that was never opened', () => {
    const text = 'We saw it all,” she said.';
    const [span] = findMarkedSpans(text, { start: 0, end: text.length });
    expect(span).toMatchObject({ open: null, close: 14, start: 0, end: 14 });
  });

  it('stays inside the span it is given', () => {
    const text = '“out” and “in” and “out”';
    expect(findMarkedSpans(text, { start: 6, end: 15 }).map((s) => text.slice(s.start, s.end))).toEqual(['in']);
  });
});

describe('findNestedSpans', () => {
  it('finds quotations within one, not apostrophes', () => {
    const text = "He asked ‘what do I do now?’ and didn't wait for 'em.";
    expect(findNestedSpans(text, { start: 0, end: text.length }).map((s) => text.slice(s.start, s.end))).toEqual(['what do I do now?']);
  });
});

it('gives ordered spans inside the text that do not cross, for any text', () => {
  const mark = fc.constantFrom(
    '“',
    '”',
    '"',
    '„',
    '«',
    '»',
    '‘',
    '’',
    "'",
    '``',
    "''",
    '「',
    '」',
    ' ',
    'a',
    'Word',
    '.',
    ',',
    '1',
    '\u202e',
  );
  fc.assert(
    fc.property(fc.array(mark, { maxLength: 80 }), (parts) => {
      const text = parts.join('');
      let start = 0;
      let end = 0;
      for (const span of findMarkedSpans(text, { start: 0, end: text.length })) {
        expect(span.start >= start).toBe(true);
        expect(span.start >= end || span.end <= end).toBe(true);
        expect(span.end).toBeGreaterThan(span.start);
        expect(span.after).toBeLessThanOrEqual(text.length);
        start = span.start;
        end = Math.max(end, span.end);
      }
    }),
    { numRuns: 2000 },
  );
});
