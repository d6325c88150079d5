// Speed of the check: a quote of 200 words in a source of 100,000, preparing included. Prints medians of CPU time and ratios to one pass over the text.
// node tests/bench/check.ts [--json]
import { checkQuotation } from '../../utils/check/check-quotation.ts';
import { prepareSource } from '../../utils/check/source-words.ts';

const WORDS = 100_000;
const RUNS = 15;

/** Seeded chance (mulberry32): every run measures the same texts. */
function chance(seed: number): () => number {
  let state = seed;
  return () => {
    state = (state + 0x6d2b79f5) | 0;
    let t = Math.imul(state ^ (state >>> 15), 1 | state);
    t = (t + Math.imul(t ^ (t >>> 7), 61 | t)) ^ t;
    return ((t ^ (t >>> 14)) >>> 0) / 4294967296;
  };
}

const random = chance(7);
const LETTERS = 'etaoinshrdlucmfwypvbgk';
/** Words whose frequencies fall as in a language (Zipf). */
const vocabulary = Array.from({ length: 12_000 }, () =>
  Array.from({ length: 2 + Math.floor(random() * 8) }, () => LETTERS[Math.floor(random() ** 1.6 * LETTERS.length)]).join(''),
);
const pick = (): string => vocabulary[Math.floor(vocabulary.length ** random()) - 1] ?? 'end';
const words = Array.from({ length: WORDS }, () => pick() + (random() < 0.06 ? '.' : ''));
const text = words.map((word, i) => (i % 90 === 89 ? `${word}\n` : `${word} `)).join('');
const passage = (length: number, changed: number): string =>
  words
    .slice(50_000, 50_000 + length)
    .map((word) => (random() < changed ? pick() : word))
    .join(' ');

/** CPU milliseconds of this thread: other work on the machine is not counted. */
const cpu = (): number => {
  const { user, system } = process.threadCpuUsage();
  return (user + system) / 1000;
};
function median(measure: () => void, runs = RUNS): number {
  const times = Array.from({ length: runs }, () => {
    const began = cpu();
    measure();
    return cpu() - began;
  });
  return times.sort((a, b) => a - b)[runs >> 1] ?? 0;
}

const onePass =
  median(() => {
    let sum = 0;
    for (let round = 0; round < 10; round++) for (let i = 0; i < text.length; i++) sum ^= text.charCodeAt(i);
    if (sum < 0) throw new Error('unreachable: the sum of character codes is not negative');
  }) / 10;
const source = prepareSource({ text });
const absent = Array.from({ length: 200 }, pick).join(' ');
const measured = (
  [
    ['200 words, verbatim', passage(200, 0), text, 30],
    ['200 words, a tenth of them changed', passage(200, 0.1), text, 30],
    ['200 words that are not there', absent, text, 30],
    ['200 words, source prepared before', passage(200, 0.1), source, null],
    ['2 words, source prepared before', passage(2, 0), source, null],
    ['5,000 words, 5 % changed, prepared before', passage(5000, 0.05), source, null],
  ] as const
).map(([name, quote, where, limit]) => {
  const check = () => checkQuotation(quote, typeof where === 'string' ? { text: where } : where);
  return { name, ms: median(() => check()), limit, found: check().verdict };
});
const rows = [
  { name: 'one pass over the text', ms: onePass, limit: null, found: '' },
  { name: 'preparing a source', ms: median(() => prepareSource({ text })), limit: null, found: '' },
  ...measured,
];
if (process.argv.includes('--json')) console.log(JSON.stringify(rows));
else
  for (const { name, ms, limit, found } of rows)
    console.log(
      `${name.padEnd(46)} ${ms.toFixed(1).padStart(8)} ms  ${(ms / onePass).toFixed(0).padStart(5)} ×  ${limit ? `limit ${limit} ms  ` : ''}${found}`,
    );
