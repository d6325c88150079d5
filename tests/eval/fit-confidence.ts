// Fits the tables in utils/detect/confidence/weights.ts (what they mean: MODEL.md beside them).
//
//   node tests/eval/fit-confidence.ts ../shared/pages/gold ../shared/data/attribution/polnear-train.jsonl [--write]
//
// GOLD: labels of pages that stand in its sisters `dev` and `seed`; TRAIN: articles with annotated speakers. Prints how good the
// tables are on pages they were not fitted on (as reliability.ts does); --write writes them, fitted on all. Only names of
// features are written, no text. After a change to the rules run it once more.
import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { annotatedQuotations, readArticles } from './annotated-articles.ts';
import { articleCases, NEWS_STEP, NEWS_WEIGHT, otherSources, passages, penalty, sourceCases, speakerCases } from './confidence-cases.ts';
import { labelledPages, readLabelledPages } from './labelled-pages.ts';
import { fitLogistic, outOfFold, type Weights } from './logistic.ts';
import { print, reliability } from './reliability-table.ts';

const [gold, train, ...flags] = process.argv.slice(2);
if (gold === undefined || train === undefined) throw new Error('usage: fit-confidence.ts GOLD_FOLDER TRAIN.jsonl [--write]');

const pages = labelledPages(readLabelledPages(gold));
const speakers = speakerCases(pages);
const sources = sourceCases(pages);
const news = articleCases(annotatedQuotations(readArticles(train, NEWS_STEP)), NEWS_WEIGHT);
print('speaker, out of fold', reliability(speakers.told, outOfFold(speakers.told, news.told, penalty)));
print('likeliest speaker where none is told', reliability(speakers.weighed, outOfFold(speakers.weighed, news.weighed, penalty)));
print('source, out of fold', reliability(sources, outOfFold(sources, [], penalty)));

/** Weights that move no chance by half a percent point are left out, and those of the articles alone. */
const kept = (weights: Weights): Weights =>
  Object.fromEntries(
    Object.entries(weights)
      .filter(([name, weight]) => name !== 'news' && Math.abs(weight) >= 0.02)
      .sort(([a], [b]) => (a < b ? -1 : 1))
      .map(([name, weight]) => [name, Math.round(weight * 100) / 100]),
  );

const table = (values: Record<string, number>): string =>
  `{\n${Object.entries(values)
    .map(([name, value]) => `  ${/^\w+$/.test(name) ? name : `'${name}'`}: ${value},\n`)
    .join('')}}`;

if (flags.includes('--write')) {
  const { told, silent } = otherSources(pages);
  const text = `/** Written by tests/eval/fit-confidence.ts; see MODEL.md. Feature (features.ts) → log-odds. */
export const SPEAKER_WEIGHTS: Record<string, number> = ${table(kept(fitLogistic([...speakers.told, ...news.told], penalty)))};

/** Of the likeliest that was weighed where no speaker is told. */
export const CANDIDATE_WEIGHTS: Record<string, number> = ${table(kept(fitLogistic([...speakers.weighed, ...news.weighed], penalty)))};

export const SOURCE_WEIGHTS: Record<string, number> = ${table(kept(fitLogistic(sources, penalty)))};

/** By what weighed a name: how often it is right where the name told is not, and where none is told. */
export const OTHER_SOURCES = {
  told: ${table(told).replaceAll('\n', '\n  ')},
  silent: ${table(silent).replaceAll('\n', '\n  ')},
};

/** Rule that took a passage for a quotation → share of its passages that are. */
export const PASSAGES: Record<string, number> = ${table(passages(pages))};
`;
  writeFileSync(join(import.meta.dirname, '../../utils/detect/confidence/weights.ts'), text);
}
