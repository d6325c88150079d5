import { closestLink, featuresOf, type Previous, type Setting } from './features.ts';
import type { Lexicon } from './lexicon.ts';
import type { Mention } from './mention.ts';
import { candidatesAt, type Scene } from './scene.ts';
import { WEIGHTS } from './weights.ts';

/** An answer with its chance; `mention` null = nobody says it. */
export interface Decision {
  mention: Mention | null;
  /** 0–1, softmax over all answers. */
  chance: number;
  /** Chance of "nobody". */
  nobody: number;
  /** The likeliest mention even when nobody is likelier, and its chance. */
  best: Mention | null;
  bestChance: number;
  previous: Previous;
  /** Every mention with its chance. */
  alternatives: { mention: Mention; chance: number }[];
}

/** Where it is speech at this chance, but several may have said it, the best still answers from `FAIR` on: right in two of three on train. */
const SPEECH = 0.6;
const FAIR = 0.3;
/** A signature against all the rest. */
const SIGNED = 4;

let table: Map<string, number> | null = null;

/** Feature → weight. The table is kept as text, `name weight` lines grouped by their first word. */
export function weightTable(): ReadonlyMap<string, number> {
  if (table !== null) return table;
  table = new Map();
  for (const [template, lines] of Object.entries(WEIGHTS)) {
    for (const line of lines.split('|')) {
      const cut = line.lastIndexOf('~');
      table.set(cut === 0 ? template : `${template} ${line.slice(0, cut)}`, Number(line.slice(cut + 1)) / 20);
    }
  }
  return table;
}

/** Softmax regression over the mentions near a quotation and "nobody". */
export function decide(scene: Scene, lexicon: Lexicon, q: number, previous: Previous | null): Decision {
  const candidates = candidatesAt(scene, q);
  if (previous?.mention && !candidates.includes(previous.mention)) candidates.unshift(previous.mention);
  const setting: Setting = { scene, lexicon, q, candidates, previous };
  const weights = weightTable();
  const scores = featuresOf(setting).map((row) => row.reduce((sum, name) => sum + (weights.get(name) ?? 0), 0));
  const top = Math.max(...scores);
  const chances = scores.map((s) => Math.exp(s - top));
  let best = -1;
  candidates.forEach((_, i) => {
    if (best < 0 || (chances[i] ?? 0) > (chances[best] ?? 0)) best = i;
  });
  best = signed(setting, chances) ?? owner(setting, chances) ?? nearerThanReport(setting, best, chances);
  const total = chances.reduce((a, b) => a + b, 0);
  const nobody = (chances[candidates.length] ?? 0) / total;
  const chance = (chances[best] ?? 0) / total;
  const said = chance > nobody || (1 - nobody >= SPEECH && chance >= FAIR);
  const mention = best >= 0 && said ? (candidates[best] ?? null) : null;
  return {
    mention,
    chance: mention === null ? nobody : chance,
    nobody,
    best: candidates[best] ?? null,
    bestChance: best < 0 ? 0 : chance,
    previous: { quote: q, mention },
    alternatives: candidates.map((m, i) => ({ mention: m, chance: (chances[i] ?? 0) / total })),
  };
}

/** "…," X declared, according to Y: X said it, Y reports it. */
function nearerThanReport({ scene, q, candidates }: Setting, best: number, chances: number[]): number {
  const chosen = candidates[best];
  const report = chosen === undefined ? null : closestLink(scene, chosen, q);
  if (report === null || report.link.kind !== 'according' || report.side !== 'f') return best;
  const nearer = candidates.findIndex((m) => {
    const link = closestLink(scene, m, q);
    return (
      link !== null &&
      link.link.tag === 'S' &&
      /^(?:subject|inverted)$/.test(link.link.kind) &&
      link.link.cue > q &&
      link.link.cue < report.link.cue &&
      link.quotes === 0 &&
      link.sentences === 0
    );
  });
  if (nearer < 0) return best;
  chances[nearer] = Math.max(chances[nearer] ?? 0, chances[best] ?? 0);
  return nearer;
}

/** “…” — Name: a signature under or behind a quotation decides. */
function signed({ scene, q, candidates }: Setting, chances: number[]): number | null {
  const { tag } = scene.tokens;
  const below = tag[q + 1] === 'B' ? q + 2 : q + 1;
  const i = candidates.findIndex(
    (m) =>
      m.type === 'n' &&
      m.links.some((l) => l.kind === 'dash' && l.cue >= below && l.cue <= below + 1) &&
      (below > q + 1 || 'B,(.'.includes(tag[m.head.end] ?? 'B')),
  );
  if (i < 0) return null;
  const total = chances.reduce((a, b) => a + b, 0);
  chances[i] = Math.max(chances[i] ?? 0, total * SIGNED);
  return i;
}

/** "Y rejects X's claim that Q": whose claim it is, when the noun stands directly before the quotation. */
function owner({ scene, q, candidates }: Setting, chances: number[]): number | null {
  const i = candidates.findLastIndex((m) => {
    const link = closestLink(scene, m, q);
    return (
      link !== null &&
      link.link.kind === 'noun' &&
      link.link.tag === 'N' &&
      link.side === 'b' &&
      link.sentences === 0 &&
      /^R?$/.test(link.path)
    );
  });
  if (i < 0) return null;
  chances[i] = Math.max(chances[i] ?? 0, ...chances);
  return i;
}
