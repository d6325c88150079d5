/**
 * What each rule is worth: `node tests/eval/ablation.ts [--all]`. Switches the rules off in turn and prints how the figures move, those
 * first without which most answers are lost (ten; --all prints every rule). Where ../shared is absent it says so and measures nothing.
 */
import { existsSync } from 'node:fs';
import { join } from 'node:path';
import { allRules } from '../../utils/detect/all-rules.ts';
import { judged } from '../../utils/detect/confidence/judged.ts';
import { inlineSourceRules, setOffSourceRules } from '../../utils/detect/source/all-source-rules.ts';
import { type ArticleWithSpans, annotatedQuotations, isMention, readArticles } from './annotated-articles.ts';
import { isSource, isSpeaker, type LabelledPage, labelledPages, type PageWithLabels, readLabelledPages } from './labelled-pages.ts';

const shared = process.env.SAIDSO_SHARED ?? '../shared';
const gold = join(shared, 'pages/gold');
const dev = join(shared, 'data/attribution/polnear-dev.jsonl');
const TOP = 10;

/** A share as its parts, so that shares of different sizes can be told apart. */
interface Share {
  right: number;
  of: number;
}
type Figures = Record<'precision' | 'recall' | 'speaker' | 'no speaker' | 'source' | 'no source' | 'articles', Share>;
const COLUMNS = ['precision', 'recall', 'speaker', 'no speaker', 'source', 'no source', 'articles'] as const;

function figuresOf(pages: readonly LabelledPage[], articles: readonly ArticleWithSpans[], without: ReadonlySet<string>): Figures {
  const figures: Figures = Object.fromEntries(COLUMNS.map((column) => [column, { right: 0, of: 0 }])) as Figures; // one of each column
  const count = (column: keyof Figures, right: boolean): void => {
    figures[column].of++;
    if (right) figures[column].right++;
  };
  for (const { found, labelled, pairs, required } of pages) {
    for (const quotation of found) count('precision', labelled.has(quotation));
    for (let i = 0; i < required; i++) count('recall', i < pairs.length);
    for (const [label, hit] of pairs) {
      const { speaker, source } = judged(hit);
      if (label.speaker !== undefined)
        count(label.speaker === null ? 'no speaker' : 'speaker', speaker === null ? label.speaker === null : isSpeaker(label, speaker));
      if (label.source !== undefined)
        count(label.source === null ? 'no source' : 'source', source === null ? label.source === null : isSource(label, source.name));
    }
  }
  for (const { found, span } of annotatedQuotations(articles, without)) {
    const { speaker, mention } = judged(found);
    const told = mention ?? speaker;
    count('articles', told === null ? span.speaker === null : isMention(span, told));
  }
  return figures;
}

/** The registered rules, those that carry answers over, and what else decides about a speaker: all that `without` knows. */
function switches(pages: readonly LabelledPage[]): string[] {
  const ids = new Set([...allRules, ...setOffSourceRules, ...inlineSourceRules].map((rule) => rule.id));
  for (const { speaker, source } of pages.flatMap((page) => page.found)) {
    if (speaker.name !== null) ids.add(speaker.rule);
    if (source.source !== null) ids.add(source.rule);
  }
  return [...ids.add('pronouns').add('pull-quotation')].sort();
}

/** A quotation not found loses its speaker and source as well: they are counted as shares of all labels, so that nothing counts twice. */
const rightAnswers = (figures: Figures): number =>
  COLUMNS.reduce((sum, column) => sum + (column === 'precision' ? figures[column].right - figures[column].of : figures[column].right), 0);
const percent = ({ right, of }: Share): number => (100 * right) / Math.max(1, of);

function measure(read: readonly PageWithLabels[], articles: readonly ArticleWithSpans[]): void {
  const all = labelledPages(read);
  const base = figuresOf(all, articles, new Set());
  const rows = switches(all).map((id) => {
    const without = new Set([id]);
    const figures = figuresOf(labelledPages(read, without), articles, without);
    return { id, figures, lost: rightAnswers(base) - rightAnswers(figures) };
  });
  const print = (name: string, lost: string, values: string[]): void =>
    console.log(
      `  ${name.padEnd(26)} ${lost.padStart(6)} ${values.map((value, i) => value.padStart(Math.max(7, (COLUMNS[i] ?? '').length + 1))).join('')}`,
    );
  console.log('ablation: what is lost without a rule, in right answers and in points of each figure');
  print('', 'lost', [...COLUMNS]);
  print(
    'all rules',
    '',
    COLUMNS.map((column) => percent(base[column]).toFixed(1)),
  );
  const shown = rows.sort((a, b) => b.lost - a.lost).slice(0, process.argv.includes('--all') ? undefined : TOP);
  for (const { id, figures, lost } of shown)
    print(
      id,
      String(lost),
      COLUMNS.map((column) => {
        const change = percent(figures[column]) - percent(base[column]);
        return Math.abs(change) < 0.05 ? '' : `${change > 0 ? '+' : '−'}${Math.abs(change).toFixed(1)}`;
      }),
    );
}

if (!existsSync(gold)) console.log(`ablation: not measured, missing: ${gold}`);
else measure(readLabelledPages(gold), existsSync(dev) ? readArticles(dev) : []);
