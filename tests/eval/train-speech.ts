// Trains the table in utils/detect/speech/weights.ts.
//
//   node tests/eval/train-speech.ts ../shared/data/attribution/polnear-train.jsonl [--hold 5] [--without REGEX] [--write]
//
// DATA: articles as tools/score-attribution.mjs reads them. --hold N keeps every Nth article out and prints what the model
// reaches there; --without leaves out the features whose name matches (an ablation); --write trains on everything and writes the table. Only names of features are written, no text: a word
// stands in a feature only if it is in a cue list (utils/detect/speech/cues), see `wordAllowed`.
import { readFileSync, writeFileSync } from 'node:fs';
import { featuresOf, type Previous } from '../../utils/detect/speech/features.ts';
import { lexiconFor } from '../../utils/detect/speech/lexicon.ts';
import type { Mention } from '../../utils/detect/speech/mention.ts';
import { pageWords } from '../../utils/detect/speech/page-words.ts';
import { candidatesAt, type Scene, sceneOf } from '../../utils/detect/speech/scene.ts';

interface Gold {
  paragraph: number;
  start: number;
  end: number;
  words: number;
  attributed: boolean;
  speaker: { text: string; kind: string; spans: { paragraph: number; start: number; end: number }[] } | null;
}
interface Article {
  id: string;
  paragraphs: string[];
  quotes: Gold[];
}
/** One quotation: the features of each answer (the last is "nobody"), and which answers are right. */
interface Example {
  rows: Int32Array[];
  right: number[];
  said: string[];
  gold: Gold;
}

const words = (s: string): string[] =>
  s
    .normalize('NFKC')
    .toLowerCase()
    .replace(/[‘’]/g, "'")
    .replace(/'s\b/g, '')
    .match(/[\p{L}\p{N}]+(?:[-'][\p{L}\p{N}]+)*/gu) ?? [];
const STOP = new Set(
  'the a an of for and in to at on by with from his her their its our my your this that these those mr mrs ms dr sen rep gov s who which'.split(
    ' ',
  ),
);
const content = (s: string): string[] => {
  const all = words(s);
  const kept = all.filter((w) => !STOP.has(w));
  return all.length === 1 || kept.length === 0 ? all : kept;
};

const [dataPath, ...flags] = process.argv.slice(2);
if (dataPath === undefined) throw new Error('usage: train-speech.ts DATA.jsonl [--hold N] [--write]');
const hold = flags.includes('--hold') ? Number(flags[flags.indexOf('--hold') + 1]) : 0;
const articles: Article[] = readFileSync(dataPath, 'utf8')
  .trim()
  .split('\n')
  .map((line) => JSON.parse(line));

const mentionText = (scene: Scene, m: Mention): string => scene.text.slice(scene.tokens.start[m.start], scene.tokens.end[m.end - 1]);
const ids = new Map<string, number>();
const counts: number[] = [];
const without = flags.includes('--without') ? new RegExp(flags[flags.indexOf('--without') + 1] ?? '(?!)') : null;
function idOf(name: string, grow: boolean): number {
  if (without?.test(name)) return -1;
  let id = ids.get(name);
  if (id === undefined) {
    if (!grow) return -1;
    id = ids.size;
    ids.set(name, id);
    counts.push(0);
  }
  if (grow) counts[id] = (counts[id] ?? 0) + 1;
  return id;
}

const oracle = { quotes: 0, exact: 0, overlap: 0 };
const oracleMisses: string[] = [];
/** `choose` answers a quotation as the model would; without it the right answer is what the next quotation sees as the one before. */
function examplesOf(article: Article, grow: boolean, choose?: (rows: Int32Array[]) => number): Example[] {
  const offsets: number[] = [];
  let text = '';
  for (const p of article.paragraphs) {
    offsets.push(text.length);
    text += `${p}\n`;
  }
  const masks = article.quotes
    .map((g, query) => ({ start: (offsets[g.paragraph] ?? 0) + g.start, end: (offsets[g.paragraph] ?? 0) + g.end, query }))
    .filter((m, i, all) => m.end > m.start && (i === 0 || m.start >= (all[i - 1]?.end ?? 0)));
  const scene = sceneOf(text, 0, text.length, masks, LEXICON, pageWords(text, LEXICON));
  let previous: Previous | null = null;
  const examples: Example[] = [];
  article.quotes.forEach((gold, query) => {
    const q = scene.tokenOf.get(query);
    if (q === undefined) return;
    const candidates = candidatesAt(scene, q);
    if (previous?.mention && !candidates.includes(previous.mention)) candidates.unshift(previous.mention);
    const span = gold.speaker?.spans[0];
    let right = candidates.length;
    if (span !== undefined) {
      const from = (offsets[span.paragraph] ?? 0) + span.start;
      const to = (offsets[span.paragraph] ?? 0) + span.end;
      let best = 0;
      candidates.forEach((m, i) => {
        const a = scene.tokens.start[m.start] ?? 0;
        const b = scene.tokens.end[m.end - 1] ?? 0;
        const common = Math.min(b, to) - Math.max(a, from);
        const score = (2 * common) / (b - a + to - from) - (m.inside ? 0.2 : 0);
        if (common > 0 && score > best) [best, right] = [score, i];
      });
      oracle.quotes++;
      if (right < candidates.length) oracle.overlap++;
      const m = candidates[right];
      if (m !== undefined && words(mentionText(scene, m)).join(' ') === words(gold.speaker?.text ?? '').join(' ')) oracle.exact++;
      else if (gold.words >= 5)
        oracleMisses.push(
          `${m === undefined ? 'NONE' : mentionText(scene, m)} | GOLD ${gold.speaker?.text} | ${text.slice(Math.max(0, from - 20), from)}[[${text.slice(from, to + 40).replace(/\n/g, '¶')}`,
        );
    }
    const skip = gold.attributed && (span === undefined || right === candidates.length);
    const rows = featuresOf({ scene, lexicon: LEXICON, q, candidates, previous });
    const example = {
      rows: rows.map((row) => Int32Array.from(row.map((name) => idOf(name, grow && !skip)).filter((id) => id >= 0))),
      right: skip ? [] : [right],
      said: [...candidates.map((m) => mentionText(scene, m)), ''],
      gold,
    };
    examples.push(example);
    previous = { quote: q, mention: candidates[choose === undefined ? right : choose(example.rows)] ?? null };
  });
  return examples;
}

const LEXICON = lexiconFor('en', 'the of and to in');
const training = articles.filter((_, i) => hold === 0 || i % hold !== 0);
const held = hold === 0 ? [] : articles.filter((_, i) => i % hold === 0);
console.time('features');
const taught = training.map((a) => examplesOf(a, true));
console.timeEnd('features');
console.log({ oracle, features: ids.size, examples: taught.flat().length });
if (flags.includes('--oracle'))
  for (let i = 0; i < oracleMisses.length; i += Math.ceil(oracleMisses.length / 80)) console.log(oracleMisses[i]);
let train: Example[] = taught.flat();

// Softmax regression over the answers, AdaGrad, L2. Rare features are left out.
const MIN_COUNT = 20;
const KEPT = 2500;
const EPOCHS = 6;
const RATE = 0.05;
const L2 = 2e-6;
const weights = new Float64Array(ids.size);
const squares = new Float64Array(ids.size).fill(1e-3);
const scoreRow = (row: Int32Array): number => {
  let s = 0;
  for (const id of row) s += weights[id] ?? 0;
  return s;
};
const probabilities = (example: Example): number[] => {
  const scores = example.rows.map(scoreRow);
  const top = Math.max(...scores);
  const e = scores.map((s) => Math.exp(s - top));
  const sum = e.reduce((a, b) => a + b, 0);
  return e.map((x) => x / sum);
};
let seed = 1;
const random = (): number => {
  seed = (seed * 16807) % 2147483647;
  return seed / 2147483647;
};
let active: (id: number) => boolean = (id) => (counts[id] ?? 0) >= MIN_COUNT;
function learn(): void {
  weights.fill(0);
  squares.fill(1e-3);
  for (let epoch = 0; epoch < EPOCHS; epoch++) {
    const order = train.map((_, i) => i);
    for (let i = order.length - 1; i > 0; i--) {
      const j = Math.floor(random() * (i + 1));
      [order[i], order[j]] = [order[j] ?? 0, order[i] ?? 0];
    }
    for (const index of order) {
      const example = train[index];
      if (example === undefined || example.right.length === 0) continue;
      const p = probabilities(example);
      example.rows.forEach((row, i) => {
        const gradient = (p[i] ?? 0) - (example.right.includes(i) ? 1 : 0);
        if (Math.abs(gradient) < 1e-4) return;
        for (const id of row) {
          if (!active(id)) continue;
          const g = gradient + L2 * (weights[id] ?? 0);
          squares[id] = (squares[id] ?? 0) + g * g;
          weights[id] = (weights[id] ?? 0) - (RATE * g) / Math.sqrt(squares[id] ?? 1);
        }
      });
    }
  }
}
console.time('training');
/** The likeliest answer, as `model.ts` chooses it. */
const choose = (rows: Int32Array[]): number => {
  const scores = rows.map(scoreRow);
  return scores.indexOf(Math.max(...scores));
};
// What stood before is known only as the model decided it: each half of the articles is answered by a model of the other half.
const answered: Example[] = [];
for (const half of [0, 1]) {
  train = taught.filter((_, i) => i % 2 !== half).flat();
  learn();
  answered.push(...training.filter((_, i) => i % 2 === half).flatMap((a) => examplesOf(a, true, choose)));
}
train = answered;
learn();
// The features that move the scores most stay; the rest would only make the table long.
const weight = (id: number): number => Math.abs(weights[id] ?? 0) * Math.sqrt(counts[id] ?? 0);
const kept = new Set(
  [...counts.keys()]
    .filter(active)
    .sort((a, b) => weight(b) - weight(a))
    .slice(0, KEPT),
);
active = (id) => kept.has(id);
learn();
console.timeEnd('training');

function report(name: string, examples: Example[]): void {
  const tally = { n: 0, answered: 0, overlap: 0, exact: 0, negatives: 0, falseAttribution: 0 };
  const five = { ...tally };
  const bins = Array.from({ length: 10 }, () => [0, 0]);
  for (const { rows, said, gold } of examples.map((e) => ({ ...e }))) {
    const p = probabilities({ rows, right: [], said, gold });
    let best = 0;
    p.forEach((x, i) => {
      if (x > (p[best] ?? 0)) best = i;
    });
    const answer = said[best] ?? '';
    for (const t of gold.words >= 5 ? [tally, five] : [tally]) {
      if (!gold.attributed) {
        t.negatives++;
        if (answer !== '') t.falseAttribution++;
      } else if (gold.speaker !== null) {
        t.n++;
        if (answer !== '') t.answered++;
        const want = new Set(content(gold.speaker.text));
        if (answer !== '' && content(answer).some((w) => want.has(w))) t.overlap++;
        if (answer !== '' && words(answer).join(' ') === words(gold.speaker.text).join(' ')) t.exact++;
      }
    }
    if (answer !== '' && gold.speaker !== null) {
      const bin = bins[Math.min(9, Math.floor((p[best] ?? 0) * 10))];
      const want = new Set(content(gold.speaker.text));
      if (bin !== undefined) {
        bin[1] = (bin[1] ?? 0) + 1;
        if (content(answer).some((w) => want.has(w))) bin[0] = (bin[0] ?? 0) + 1;
      }
    }
  }
  for (const [k, t] of [
    ['all', tally],
    ['≥5', five],
  ] as const)
    console.log(
      name,
      k,
      `n ${t.n} answered ${((100 * t.answered) / t.n).toFixed(1)} overlap ${((100 * t.overlap) / t.n).toFixed(1)} exact ${((100 * t.exact) / t.n).toFixed(1)} false attribution ${((100 * t.falseAttribution) / t.negatives).toFixed(1)} of ${t.negatives}`,
    );
  console.log(name, 'reliability', bins.map(([r, n], i) => `${i / 10}: ${r}/${n}`).join('  '));
}
report('train', train);
const test = held.flatMap((a) => examplesOf(a, false, choose));
if (test.length > 0) report('held', test);
if (flags.includes('--top')) {
  const byName = [...ids.entries()].map(([name, id]) => [name, weights[id] ?? 0] as const).sort((a, b) => Math.abs(b[1]) - Math.abs(a[1]));
  for (const [name, w] of byName.slice(0, 80)) console.log(w.toFixed(2), name);
}
if (flags.includes('--write')) {
  const groups = new Map<string, string[]>();
  let n = 0;
  for (const [name, id] of ids) {
    const w = Math.round((weights[id] ?? 0) * 20);
    if (!active(id) || w === 0) continue;
    const [template = '', ...rest] = name.split(' ');
    groups.set(template, [...(groups.get(template) ?? []), `${rest.join(' ')}~${w}`]);
    n++;
  }
  const lines = [...groups].map(
    ([template, rows]) => `  '${template}': ${JSON.stringify(rows.join('|')).replace(/^"|"$/g, '`').replace(/\\"/g, '"')},`,
  );
  writeFileSync(
    new URL('../../utils/detect/speech/weights.ts', import.meta.url),
    `/** Written by tests/eval/train-speech.ts; see MODEL.md. Feature template → \`rest~weight × 20\`, \`|\` between them. */\nexport const WEIGHTS: Record<string, string> = {\n${lines.join('\n')}\n};\n`,
  );
  console.log(n, 'weights written');
}
