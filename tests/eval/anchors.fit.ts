// Fits the coefficients of `logOddsOf` (utils/anchor/decide.ts, SPEC [C2]) on cases that anchor-cases.mjs made from saved pages.
// node tests/eval/anchors.fit.ts CASES
import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { parseHtml } from '../../cli/parse-html.ts';
import { contextOf, rankOf } from '../../utils/anchor/decide.ts';
import { describeIn } from '../../utils/anchor/describe.ts';
import { locate } from '../../utils/anchor/locate.ts';
import { createPageIndex, type PageIndex } from '../../utils/anchor/page-index.ts';
import { readPage } from '../../utils/dom/read-page.ts';
import { type Candidate, findPassage } from '../../utils/match/find-passage.ts';
import { createNeedle } from '../../utils/match/needle.ts';

interface Passage {
  id: string;
  exact: string;
  prefix: string;
  suffix: string;
}
interface Truth {
  id: string;
  expect: 'same' | 'changed' | 'absent';
  exact: string | null;
  prefix: string | null;
  suffix: string | null;
}
interface Sample {
  x: number[];
  /** 1 when it is the passage. */
  y: number;
  weight: number;
}

const NAMES = ['constant', 'quote', 'better side', 'worse side', 'verbatim', 'bits found', 'bits lost', 'shortness'];
/** A gone passage weighs as much as three that are there; hard changes as much as two. */
const weightOf = (change: string, truth: Truth): number =>
  truth.expect === 'absent' ? 3 : /^(?:context-rewritten|words20)/.test(change) ? 2 : 1;

function featuresOf(candidate: Candidate, information: number): number[] {
  const { quote, sameWords } = candidate;
  const [before, after] = contextOf(candidate);
  const found = Math.min(information * quote, 60);
  const lost = Math.min(information * (1 - quote), 40);
  return [
    1,
    quote,
    before + after,
    Math.max(before, after),
    Math.min(before, after),
    sameWords ? 1 : 0,
    found,
    lost,
    Math.exp(-information / 12),
  ];
}

const readLines = (file: string): string[] => readFileSync(file, 'utf8').split('\n').filter(Boolean);
const indexOf = (file: string): PageIndex => createPageIndex(readPage(parseHtml(readFileSync(file, 'utf8')), 'https://example.org/').page);

function samplesOf(folder: string): Sample[] {
  const original = indexOf(join(folder, 'original.html'));
  const spans = new Map(
    readLines(join(folder, 'passages.ndjson')).map((line) => {
      const passage: Passage = JSON.parse(line);
      return [passage.id, locate(original, passage)] as const;
    }),
  );
  return readdirSync(folder)
    .filter((file) => file.endsWith('.truth.ndjson') && !file.startsWith('unchanged'))
    .flatMap((file) => {
      const change = file.replace('.truth.ndjson', '');
      const page = indexOf(join(folder, `${change}.html`));
      return readLines(join(folder, file)).flatMap((line) => {
        const truth: Truth = JSON.parse(line);
        const span = spans.get(truth.id);
        return span ? sampleOf(original, page, span, truth, weightOf(change, truth)) : [];
      });
    });
}

/** The best-ranked place of one case; none when it is not the right one though the passage is there (that is the rank's fault, not the odds'). */
function sampleOf(original: PageIndex, page: PageIndex, span: { start: number; end: number }, truth: Truth, weight: number): Sample[] {
  const [quote] = describeIn(original, span);
  if (quote?.type !== 'TextQuoteSelector') return [];
  const needle = createNeedle(page.words(), quote.exact, quote.prefix, quote.suffix);
  if (needle === null) return [];
  const { starts } = page.folded();
  const placeOf = ({ first }: Candidate): number => starts[page.words().words.starts[first] ?? 0] ?? 0;
  const [best] = findPassage(page.words(), needle).sort(
    (a, b) => rankOf(b, Math.abs(placeOf(b) - span.start)) - rankOf(a, Math.abs(placeOf(a) - span.start)),
  );
  if (best === undefined) return [];
  const x = featuresOf(best, needle.information);
  if (truth.expect === 'absent') return [{ x, y: 0, weight }];
  const right = locate(page, { exact: truth.exact ?? '', prefix: truth.prefix ?? '', suffix: truth.suffix ?? '' });
  return right !== null && placeOf(best) < right.end && right.start - placeOf(best) < 12 ? [{ x, y: 1, weight }] : [];
}

/** Logistic regression by Newton's method with a ridge of ½. */
function fitOdds(samples: Sample[]): number[] {
  const n = NAMES.length;
  let beta = new Array<number>(n).fill(0);
  for (let step = 0; step < 25; step++) {
    const gradient = beta.map((b) => -b);
    const hessian = Array.from({ length: n }, (_, i) => Array.from<unknown, number>({ length: n }, (_, j) => (i === j ? 1 : 0)));
    for (const { x, y, weight } of samples) {
      const p = 1 / (1 + Math.exp(-x.reduce((sum, value, i) => sum + value * (beta[i] ?? 0), 0)));
      x.forEach((value, i) => {
        gradient[i] = (gradient[i] ?? 0) + weight * (y - p) * value;
        const line = hessian[i] ?? [];
        x.forEach((other, j) => {
          line[j] = (line[j] ?? 0) + weight * p * (1 - p) * value * other;
        });
      });
    }
    const change = solve(hessian, gradient);
    beta = beta.map((b, i) => b + (change[i] ?? 0));
  }
  return beta;
}

/** Gauss–Jordan; the matrix is positive definite. */
function solve(matrix: number[][], right: number[]): number[] {
  const rows = matrix.map((line, i) => [...line, right[i] ?? 0]);
  rows.forEach((line, i) => {
    const pivot = line[i] ?? 1;
    const scaled = line.map((value) => value / pivot);
    rows[i] = scaled;
    rows.forEach((other, k) => {
      const factor = other[i] ?? 0;
      if (k !== i) rows[k] = other.map((value, j) => value - factor * (scaled[j] ?? 0));
    });
  });
  return rows.map((line) => line.at(-1) ?? 0);
}

const cases = process.argv[2];
if (cases === undefined || !existsSync(cases)) console.log('anchors.fit: skipped, it needs a folder that anchor-cases.mjs filled');
else {
  const folders = readdirSync(cases).filter((name) => existsSync(join(cases, name, 'passages.ndjson')));
  const samples = folders.flatMap((name) => samplesOf(join(cases, name)));
  console.log(`${folders.length} pages, ${samples.length} places, ${samples.filter(({ y }) => y === 0).length} of them not the passage`);
  fitOdds(samples).forEach((value, i) => {
    console.log(`${(NAMES[i] ?? '').padEnd(16)} ${value.toFixed(3)}`);
  });
}
