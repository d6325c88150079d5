// Speed of anchoring: 1,000 annotations on a page of 500,000 characters, index included. Prints medians and ratios to one pass over the text.
// node tests/bench/anchor.ts [--json]
import { describeIn } from '../../utils/anchor/describe.ts';
import { createPageIndex } from '../../utils/anchor/page-index.ts';
import { resolveAll } from '../../utils/anchor/resolve.ts';
import type { Selector } from '../../utils/domain/selector.ts';
import { foldText } from '../../utils/text/fold.ts';

const CHARACTERS = 500_000;
const ANNOTATIONS = 1000;
const RUNS = 9;

/** Seeded chance (mulberry32): every run measures the same page. */
function chance(seed: number): () => number {
  let state = seed;
  return () => {
    state = (state + 0x6d2b79f5) | 0;
    let t = Math.imul(state ^ (state >>> 15), 1 | state);
    t = (t + Math.imul(t ^ (t >>> 7), 61 | t)) ^ t;
    return ((t ^ (t >>> 14)) >>> 0) / 4294967296;
  };
}

const LETTERS = 'etaoinshrdlucmfwypvbgk';
/** Words whose frequencies fall as in a language (Zipf), in sentences and paragraphs. */
function makePage(random: () => number): string[] {
  const vocabulary = Array.from({ length: 12_000 }, () =>
    Array.from({ length: 2 + Math.floor(random() * 8) }, () => LETTERS[Math.floor(random() ** 1.6 * LETTERS.length)]).join(''),
  );
  const words: string[] = [];
  let length = 0;
  while (length < CHARACTERS) {
    const word = vocabulary[Math.floor(vocabulary.length ** random()) - 1] ?? 'end';
    const mark = random() < 0.06 ? ',' : random() < 0.06 ? '.' : random() < 0.02 ? '”' : '';
    words.push(word + mark);
    length += word.length + mark.length + 1;
  }
  return words;
}

const join = (words: string[]): string => words.map((word, i) => (i % 90 === 89 ? `${word}\n` : `${word} `)).join('');

function median(measure: () => void): number {
  const times = Array.from({ length: RUNS }, () => {
    const began = performance.now();
    measure();
    return performance.now() - began;
  });
  return times.sort((a, b) => a - b)[RUNS >> 1] ?? 0;
}

const random = chance(7);
const words = makePage(random);
const text = join(words);
const index = createPageIndex({ text });
const selectors: Selector[][] = Array.from({ length: ANNOTATIONS }, () => {
  const start = Math.floor(random() * (text.length - 500));
  return describeIn(index, { start, end: start + 15 + Math.floor(random() ** 2 * 385) });
});
const replaceShare = (share: number): string =>
  join(words.map((word) => (random() < share ? (words[Math.floor(random() * words.length)] ?? word) : word)));
const shifted = `An advertisement stands here now.\n${text.slice(0, 1000)} Another one. ${text.slice(1000)}`;
const words5 = replaceShare(0.05);
const words20 = replaceShare(0.2);

const onePass = median(() => {
  let sum = 0;
  for (let i = 0; i < text.length; i++) sum ^= text.charCodeAt(i);
  if (sum < 0) throw new Error('unreachable: the sum of character codes is not negative');
});
const statuses = (page: string): string => {
  const counts: Record<string, number> = {};
  for (const { status } of resolveAll(createPageIndex({ text: page }), selectors)) counts[status] = (counts[status] ?? 0) + 1;
  return Object.entries(counts)
    .map(([status, count]) => `${count} ${status}`)
    .join(', ');
};
const rows = [
  { name: 'one pass over the text', ms: onePass, limit: null, found: '' },
  { name: 'fold', ms: median(() => foldText(text)), limit: null, found: '' },
  { name: 'fold and index of words', ms: median(() => createPageIndex({ text }).words()), limit: null, found: '' },
  ...(
    [
      ['unchanged', text, 40],
      ['text put in at the top', shifted, null],
      ['5 % of the words changed', words5, 250],
      ['20 % of the words changed', words20, null],
    ] as const
  ).map(([name, page, limit]) => ({
    name: `1,000 annotations, ${name}`,
    ms: median(() => resolveAll(createPageIndex({ text: page }), selectors)),
    limit,
    found: statuses(page),
  })),
];
if (process.argv.includes('--json')) console.log(JSON.stringify(rows));
else
  for (const { name, ms, limit, found } of rows)
    console.log(
      `${name.padEnd(46)} ${ms.toFixed(1).padStart(8)} ms  ${(ms / onePass).toFixed(0).padStart(5)} ×  ${limit ? `limit ${limit} ms  ` : ''}${found}`,
    );
