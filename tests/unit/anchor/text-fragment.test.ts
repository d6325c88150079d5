import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { createPageIndex } from '../../../utils/anchor/page-index.ts';
import { textFragment } from '../../../utils/anchor/text-fragment.ts';
import { FragmentSelector } from '../../../utils/domain/selector.ts';

/** The directive's parts as the specification reads them: [prefix-,]start[,end][,-suffix] */
function partsOf(text: string, words: string, from = 0) {
  const start = text.indexOf(words, from);
  const link = textFragment(createPageIndex({ text }), { start, end: start + words.length });
  if (link === null) return null;
  const parts = link.value.replace(':~:text=', '').split(',');
  const decoded = (part: string | undefined) => (part === undefined ? undefined : decodeURIComponent(part));
  const prefix = parts[0]?.endsWith('-') ? decoded(parts.shift()?.slice(0, -1)) : undefined;
  const suffix = parts.at(-1)?.startsWith('-') ? decoded(parts.pop()?.slice(1)) : undefined;
  expect(parts.length).toBeLessThanOrEqual(2);
  return { prefix, start: decoded(parts[0]), end: decoded(parts[1]), suffix };
}

const none = { prefix: undefined, end: undefined, suffix: undefined };

describe('a link to a passage', () => {
  it('has its words as they are when they stand in the page once', () =>
    expect(partsOf('We say: no more ships, he said.', 'no more ships')).toEqual({ ...none, start: 'no more ships' }));

  it('takes whole words, without the marks around them', () =>
    expect(partsOf('Then “no more ships”, he said.', '“no more shi')).toEqual({ ...none, start: 'no more ships' }));

  it('takes so much of what stands around that no other place fits', () => {
    const text = 'First he said no more ships today. Then she said no more ships tomorrow.';
    expect(partsOf(text, 'no more ships')).toEqual({ ...none, start: 'no more ships', suffix: 'today' });
    expect(partsOf(text, 'no more ships', 30)).toEqual({ ...none, start: 'no more ships', suffix: 'tomorrow' });
    expect(partsOf('Ann said no more ships today. Ben said no more ships today.', 'no more ships', 30)).toMatchObject({
      prefix: 'Ben said',
    });
  });

  it('keeps the marks between the passage and its surroundings: a browser skips white space only', () =>
    expect(partsOf('He: “no more ships”, and she: “no more ships”, too.', 'no more ships', 20)).toMatchObject({
      prefix: 'she: “',
      start: 'no more ships',
    }));

  it('gives long passages by their ends, which do not overlap', () => {
    const words = Array.from({ length: 40 }, (_, i) => `word${i}`);
    expect(partsOf(`a ${words.join(' ')} b`, words.join(' '))).toEqual({
      ...none,
      start: 'word0 word1 word2 word3',
      end: 'word36 word37 word38 word39',
    });
    const two = `${'x'.repeat(60)} ${'y'.repeat(60)}`;
    expect(partsOf(`a ${two} b`, two)).toMatchObject({ start: 'x'.repeat(60), end: 'y'.repeat(60) });
  });

  it('no part reaches over the end of a line: it may be that of a block', () => {
    expect(partsOf('The\nfirst line.\nAnd the\nlast one, yes', 'first line.\nAnd the\nlast one')).toEqual({
      ...none,
      start: 'first line',
      end: 'last one',
    });
    expect(partsOf('Amber\nno more ships\nBirch\nno more ships', 'no more ships', 10)).toEqual({
      ...none,
      start: 'no more ships',
      prefix: 'Birch',
    });
  });

  it('marks at the end of a line belong to the passage where the next line is needed', () =>
    expect(partsOf('“no more ships.”\nAmber\n“no more ships.”\nBirch', 'no more ships', 20)).toMatchObject({
      prefix: 'Amber',
      start: '“no more ships.”',
    }));

  it('knows copies in other case, quotation marks or without accents, as browsers do', () => {
    expect(partsOf('The Café closed. Again the cafe closed.', 'cafe closed')).toMatchObject({ prefix: 'Again the' });
    expect(partsOf('No More Ships, he said. Later: no more ships, too', 'no more ships')).toMatchObject({ prefix: 'Later:' });
    expect(partsOf('No More Ships! he said. Later: no more ships.', 'no more ships')).toEqual({ ...none, start: 'no more ships.' });
  });

  it('does not take words inside other words for copies', () =>
    expect(partsOf('The start of a party. It was art.', 'art', 27)).toEqual({ ...none, start: 'art.' }));

  it('is the first of two that nothing tells apart, and none for the second', () => {
    const text = 'Read our rules please.\nRead our rules please.';
    expect(partsOf(text, 'rules')).not.toBeNull();
    const far = `${'Read our rules please. '.repeat(60)}`;
    expect(partsOf(far, 'rules', 700)).toBeNull();
  });

  it('is none for what has no words', () => {
    expect(partsOf('a — b', '—')).toBeNull();
    expect(partsOf('a b', ' ')).toBeNull();
  });

  it('finds the passage by its end when the end stands inside it too', () => {
    const passage = `we will go ${'and so on then '.repeat(8)}we will go`;
    const link = partsOf(`He said ${passage} now. `, passage);
    expect(link?.end?.endsWith('we will go')).toBe(true);
  });

  it('is written so that it reads the same, for any text', () =>
    fc.assert(
      fc.property(
        fc.string({ unit: fc.constantFrom('a', 'b', '-', ',', '&', '“', ' ', '\n', 'é', '\ud800', '😀', 'C') }),
        fc.nat(40),
        fc.nat(40),
        (text, start, length) => {
          const link = textFragment(createPageIndex({ text }), { start, end: Math.min(start + length, text.length) });
          if (link === null) return;
          expect(FragmentSelector.safeParse(link).success).toBe(true);
          expect(URL.canParse(`https://example.org/a#${link.value}`)).toBe(true);
          for (const part of link.value.slice(8).split(',')) expect(() => decodeURIComponent(part)).not.toThrow();
        },
      ),
      { numRuns: 60 },
    ));
});
