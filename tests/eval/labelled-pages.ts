// The labelled pages of ../shared with what the rules find on them, paired by their words.
import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { pageOfFile } from '../../cli/page-of-file.ts';
import { parseHtml } from '../../cli/parse-html.ts';
import type { Found } from '../../utils/detect/confidence/found.ts';
import { findQuotations } from '../../utils/detect/detect-quotations.ts';
import type { PageText } from '../../utils/domain/page-text.ts';

export interface Label {
  text: string;
  kind: string;
  speaker?: string | null;
  speakerAliases?: string[];
  source?: { name: string; aliases?: string[]; url?: string | null } | null;
  optional?: boolean;
}
export interface LabelledPage {
  name: string;
  found: Found[];
  /** Those that a label knows. */
  labelled: ReadonlySet<Found>;
  /** Labels that count, each with what was found at its words. */
  pairs: [Label, Found][];
  /** Number of labels that count. */
  required: number;
}

/** A page with its labels, before anything is sought on it. */
export interface PageWithLabels {
  name: string;
  page: PageText;
  labels: Label[];
}

/** `gold` holds the labels, its sisters `dev` and `seed` the pages. */
export function readLabelledPages(gold: string): PageWithLabels[] {
  const names = readdirSync(gold)
    .filter((name) => name.endsWith('.gold.json'))
    .map((name) => name.slice(0, -'.gold.json'.length));
  return names.flatMap((name) => {
    const file = ['dev', 'seed'].map((folder) => join(gold, '..', folder, `${name}.html`)).find(existsSync);
    if (file === undefined) return [];
    const html = readFileSync(file, 'utf8');
    const labels: { quotes: Label[] } = JSON.parse(readFileSync(join(gold, `${name}.gold.json`), 'utf8'));
    return [{ name, page: pageOfFile(file, parseHtml(html), null), labels: labels.quotes }];
  });
}

/** What is found on them; rules in `without` are left out. */
export const labelledPages = (pages: readonly PageWithLabels[], without: ReadonlySet<string> = new Set()): LabelledPage[] =>
  pages.map(({ name, page, labels }) => {
    const found = findQuotations(page, { without });
    const all = pairs(labels, found);
    return {
      name,
      found,
      labelled: new Set(all.map(([, f]) => f)),
      pairs: all.filter(([label]) => label.optional !== true),
      required: labels.filter((label) => label.optional !== true).length,
    };
  });

const words = (text: string): string[] =>
  text
    .normalize('NFKC')
    .toLowerCase()
    .replace(/[’']/g, '')
    .match(/[\p{L}\p{N}]+/gu) ?? [];

/** Share of the words of two texts that they have in common, in any order. */
function likeness(a: readonly string[], b: readonly string[]): number {
  if (Math.min(a.length, b.length) < 0.7 * Math.max(a.length, b.length)) return 0;
  const left = new Map<string, number>();
  for (const word of a) left.set(word, (left.get(word) ?? 0) + 1);
  let common = 0;
  for (const word of b) {
    const n = left.get(word) ?? 0;
    if (n === 0) continue;
    left.set(word, n - 1);
    common++;
  }
  return (2 * common) / (a.length + b.length);
}

/** From this share on two texts are the same quotation. */
const SAME = 0.85;

/** Each label with the likest free quotation, of equals one of its kind, then the first. */
function pairs(labels: readonly Label[], found: readonly Found[]): [Label, Found][] {
  const free = new Map(found.map((f) => [f, words(f.text)] as const));
  return labels.flatMap((label): [Label, Found][] => {
    const own = words(label.text);
    let best: Found | null = null;
    let bestLikeness = SAME;
    for (const [f, theirs] of free) {
      const score = likeness(own, theirs) + (f.kind === label.kind ? 1e-3 : 0);
      if (score > bestLikeness) [best, bestLikeness] = [f, score];
    }
    if (best === null) return [];
    free.delete(best);
    return [[label, best]];
  });
}

const TITLES = /\b(?:mr|mrs|ms|dr|president|vice president|sen|senator|rep|secretary of state|secretary|prof|professor|sir)\b/g;
const fold = (name: string): string =>
  name
    .normalize('NFKC')
    .toLowerCase()
    .replace(/^the\s/, '')
    .replace(/[^\p{L}\p{N}]+/gu, ' ')
    .trim();
const person = (name: string): string[] => fold(name).replace(TITLES, ' ').split(/\s+/).filter(Boolean);

/** The same name, or the same last word with no other first word. */
export function isSpeaker({ speaker, speakerAliases = [] }: Label, told: string): boolean {
  if (speaker == null) return false;
  const own = person(told);
  return [speaker, ...speakerAliases].some((name) => {
    const given = person(name);
    if (given.join(' ') === own.join(' ')) return true;
    return given.at(-1) === own.at(-1) && own.length > 0 && (given.length === 1 || own.length === 1 || given[0] === own[0]);
  });
}

export const isSource = ({ source }: Label, told: string): boolean =>
  source != null && [source.name, ...(source.aliases ?? [])].some((name) => fold(name) === fold(told));
