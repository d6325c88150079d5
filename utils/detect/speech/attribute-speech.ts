import type { PageText, TextSpan } from '../../domain/page-text.ts';
import type { QuotationKind, Region } from '../../domain/quotation.ts';
import { closestLink, type Previous } from './features.ts';
import { lexiconFor } from './lexicon.ts';
import type { Mention } from './mentions.ts';
import { decide } from './model.ts';
import { type Scene, sceneOf } from './scene.ts';
import type { Mask } from './tokens.ts';

/** A quotation whose speaker is asked for. Offsets are UTF-16 into `PageText.text`, without the outer marks. */
export interface SpeechQuery {
  start: number;
  end: number;
  kind: QuotationKind;
  /** The block that holds it. */
  paragraph: TextSpan;
  /** The words that introduce a set-off quotation; null for one in a running paragraph. */
  leadIn: TextSpan | null;
  /** Index (in the queries) of the quotation that holds this one. */
  within: number | null;
  region: Region;
}

export interface SpeechAttribution {
  /** The fullest name that the page gives; null when unsure or when nobody is named. */
  speaker: string | null;
  /** The words near the quote that point to the speaker, as they stand in the page. */
  mention: string | null;
  /** The words that introduce the quote. */
  cue: string | null;
  /** Stable id of the rule that decided. */
  rule: string;
  /** 0–1. */
  confidence: number;
  /** Where cue and mention stand. */
  evidence: TextSpan | null;
  /** Nobody utters it: a title, a scare quote, a term. */
  notSpeech: boolean;
}

const LOWER_WORD = /(?<![\p{L}\p{N}])\p{Ll}[\p{L}'’-]*/gu;
/** Below this chance the answer stays empty. */
const SURE = 0.45;

const silent = (rule: string, confidence: number, notSpeech: boolean): SpeechAttribution => ({
  speaker: null,
  mention: null,
  cue: null,
  rule,
  confidence,
  evidence: null,
  notSpeech,
});

/**
 * Whose words each quotation is, in the order of `queries`. Pure, and linear in the page and the queries.
 */
export function attributeSpeech(page: PageText, queries: SpeechQuery[]): SpeechAttribution[] {
  const lexicon = lexiconFor(page.language, page.text);
  const lower = new Set(page.text.match(LOWER_WORD) ?? []);
  const masks = queries
    .map((query, index): Mask & { within: number | null } => ({ start: query.start, end: query.end, query: index, within: query.within }))
    .filter((m) => m.within === null && m.end > m.start)
    .sort((a, b) => a.start - b.start);
  const scene = sceneOf(page.text, 0, page.text.length, masks, lexicon, lower);
  let previous: Previous | null = null;
  return queries.map((_, index) => {
    const q = scene.tokenOf.get(index);
    if (q === undefined) return silent('unplaced', 0, false);
    const decision = decide(scene, lexicon, q, previous);
    previous = decision.previous;
    if (decision.mention === null || decision.chance < SURE) return silent('nobody', decision.chance, decision.nobody > 0.6);
    return answer(scene, decision.mention, q, decision.chance);
  });
}

function answer(scene: Scene, m: Mention, q: number, chance: number): SpeechAttribution {
  const { tokens: t, text } = scene;
  const start = t.start[m.start] ?? 0;
  const end = t.end[m.end - 1] ?? 0;
  const link = closestLink(scene, m, q)?.link ?? null;
  const mention = text.slice(start, end);
  const cue = link === null ? null : text.slice(t.start[link.cue], t.end[link.cue]);
  const evidence =
    link === null ? { start, end } : { start: Math.min(start, t.start[link.cue] ?? start), end: Math.max(end, t.end[link.cue] ?? end) };
  return { speaker: mention, mention, cue, rule: `speech-${link?.kind ?? 'near'}`, confidence: chance, evidence, notSpeech: false };
}
