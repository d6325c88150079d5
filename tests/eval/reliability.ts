/**
 * How far the confidence can be believed: `node tests/eval/reliability.ts [--json]`. The names told on the labelled pages, in bins by
 * their chance: the mean said beside the share that is right, each page judged by a table that was fitted without it. A name given where
 * the labels say that the page names nobody counts as wrong. Then the annotated articles of the development part, on which nothing was
 * fitted, by the table in use. Where ../shared is absent it says so and measures nothing.
 */
import { existsSync } from 'node:fs';
import { join } from 'node:path';
import { judged } from '../../utils/detect/confidence/judged.ts';
import { annotatedQuotations, isMention, readArticles } from './annotated-articles.ts';
import { articleCases, NEWS_STEP, NEWS_WEIGHT, penalty, sourceCases, speakerCases, togetherCases } from './confidence-cases.ts';
import { labelledPages, readLabelledPages } from './labelled-pages.ts';
import { outOfFold } from './logistic.ts';
import { print, type Reliability, reliability } from './reliability-table.ts';

const shared = process.env.SAIDSO_SHARED ?? '../shared';
const gold = join(shared, 'pages/gold');
const train = join(shared, 'data/attribution/polnear-train.jsonl');
const dev = join(shared, 'data/attribution/polnear-dev.jsonl');

function measure(): Record<string, Reliability> {
  const pages = labelledPages(readLabelledPages(gold));
  const speakers = speakerCases(pages).told;
  const sources = sourceCases(pages);
  const news = existsSync(train) ? articleCases(annotatedQuotations(readArticles(train, NEWS_STEP)), NEWS_WEIGHT).told : [];
  if (news.length === 0) console.error(`reliability: fitted on the pages alone, missing: ${train}`);
  const speakerChances = outOfFold(speakers, news, penalty);
  const sourceChances = outOfFold(sources, [], penalty);
  const both = togetherCases(speakers, speakerChances, sources, sourceChances);
  const tables: Record<string, Reliability> = {
    speaker: reliability(speakers, speakerChances),
    source: reliability(sources, sourceChances),
    'whole attribution': reliability(
      both,
      both.map((c) => c.chance),
    ),
  };
  if (existsSync(dev)) {
    const told = annotatedQuotations(readArticles(dev)).flatMap(({ found, span }) => {
      const { speaker, mention, why } = judged(found);
      return speaker === null ? [] : [{ right: isMention(span, mention ?? speaker), chance: why.speaker?.confidence ?? 0 }];
    });
    tables['speaker in articles not fitted on'] = reliability(
      told,
      told.map((c) => c.chance),
    );
  }
  return tables;
}

if (!existsSync(gold)) console.log(`reliability: not measured, missing: ${gold}`);
else {
  const tables = measure();
  if (process.argv.includes('--json')) console.log(JSON.stringify(tables));
  else for (const [what, table] of Object.entries(tables)) print(what, table);
}
