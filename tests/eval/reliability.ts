/**
 * How far the confidence can be believed: `node tests/eval/reliability.ts`. The detected quotes of the labelled pages that name
 * a speaker (a source), in bins by their confidence: the mean said beside the share that is right. A name given where the labels
 * say that the page names nobody counts as wrong. Where ../shared is absent it says so and measures nothing.
 */
import { spawnSync } from 'node:child_process';
import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { basename, join } from 'node:path';

interface Named {
  text: string;
  speaker?: string | null;
  speakerAliases?: string[];
  source?: { name: string; aliases?: string[] } | null;
  optional?: boolean;
}
interface Told extends Named {
  confidence: number;
}
interface Point {
  said: number;
  right: boolean;
}

const shared = process.env.SAIDSO_SHARED ?? '../shared';
const gold = join(shared, 'pages/gold');
/** Upper ends of the bins. */
const BINS = [0.4, 0.5, 0.6, 0.7, 0.8, 0.9, 1];

function measure(): void {
  const names = readdirSync(gold)
    .filter((name) => name.endsWith('.gold.json'))
    .map((name) => name.slice(0, -'.gold.json'.length));
  const pages = names.flatMap((name) => ['dev', 'seed'].map((d) => join(shared, 'pages', d, `${name}.html`)).filter(existsSync));
  const run = spawnSync(process.execPath, ['cli/saidso.ts', 'detect', ...pages], { encoding: 'utf8', maxBuffer: 1 << 28 });
  const speakers: Point[] = [];
  const sources: Point[] = [];
  for (const line of run.stdout.split('\n').filter(Boolean)) {
    const { file, quotes }: { file: string; quotes: Told[] } = JSON.parse(line);
    const labels: { quotes: Named[] } = JSON.parse(readFileSync(join(gold, `${basename(file, '.html')}.gold.json`), 'utf8'));
    for (const [label, told] of pairs(labels.quotes, quotes)) {
      if (label.optional === true) continue;
      if (told.speaker != null && label.speaker !== undefined)
        speakers.push({ said: told.confidence, right: samePerson([label.speaker ?? '', ...(label.speakerAliases ?? [])], told.speaker) });
      if (told.source != null && label.source !== undefined)
        sources.push({
          said: told.confidence,
          right: [label.source?.name ?? '', ...(label.source?.aliases ?? [])].map(fold).includes(fold(told.source.name)),
        });
    }
  }
  print('speaker', speakers);
  print('source', sources);
}

const fold = (text: string): string =>
  text
    .normalize('NFKC')
    .toLowerCase()
    .replace(/^the\s/, '')
    .replace(/[^\p{L}\p{N}]+/gu, '');

/** Each label with the first quote, not yet taken, of the same words: equal, or one holds most of the other. */
function pairs(labels: Named[], quotes: Told[]): [Named, Told][] {
  const free = new Set(quotes);
  return labels.flatMap((label): [Named, Told][] => {
    const words = fold(label.text);
    const same = [...free].find(({ text }) => {
      const own = fold(text);
      return own === words || (0.85 * Math.max(own.length, words.length) < Math.min(own.length, words.length) && holds(own, words));
    });
    if (same === undefined) return [];
    free.delete(same);
    return [[label, same]];
  });
}

const holds = (a: string, b: string): boolean => a.includes(b) || b.includes(a) || a.slice(0, 60) === b.slice(0, 60);

/** The last word of one name stands in another with no other first word. */
function samePerson(accepted: string[], told: string): boolean {
  const parts = (name: string): string[] =>
    name
      .toLowerCase()
      .replace(/[’']s$/, '')
      .split(/\s+/)
      .filter(Boolean);
  const own = parts(told);
  return accepted.some((name) => {
    const given = parts(name);
    return fold(name) === fold(told) || (given.at(-1) === own.at(-1) && (given.length === 1 || own.length === 1 || given[0] === own[0]));
  });
}

function print(what: string, points: Point[]): void {
  console.log(`reliability of the ${what}: ${points.length} told, ${percent(points.filter((p) => p.right).length, points.length)} right`);
  console.log('  confidence     n   said  right');
  let low = 0;
  for (const high of BINS) {
    const from = low;
    low = high;
    const bin = points.filter(({ said }) => said > from && said <= high);
    if (bin.length === 0) continue;
    const said = percent(
      bin.reduce((sum, p) => sum + p.said, 0),
      bin.length,
    );
    const right = percent(bin.filter((p) => p.right).length, bin.length);
    console.log(`  ${from.toFixed(1)}–${high.toFixed(1)} ${String(bin.length).padStart(9)} ${said.padStart(6)} ${right.padStart(6)}`);
  }
}

const percent = (part: number, all: number): string => (all === 0 ? '–' : ((100 * part) / all).toFixed(1));

if (!existsSync(gold)) console.log(`reliability: not measured, missing: ${gold}`);
else measure();
