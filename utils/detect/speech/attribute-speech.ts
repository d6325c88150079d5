import type { PageText, TextSpan } from '../../domain/page-text.ts';
import type { QuotationKind, Region } from '../../domain/quotation.ts';
import { outletByName } from '../outlets/lookup.ts';
import { isAssistant } from './assistant.ts';
import { closestLink } from './features.ts';
import { type Frame, type Frames, frame, framesOf, leadInScene } from './frames.ts';
import { labelInside } from './label-inside.ts';
import { cueOfLeadIn } from './lead-in-cue.ts';
import { attributeByLineBelow } from './line-below.ts';
import type { Mention } from './mention.ts';
import { type Decision, decide } from './model.ts';
import { nobody, type Resolution, type Resolver } from './resolution.ts';
import { resolveSpeaker } from './resolve-speaker.ts';
import { sameBreath } from './same-breath.ts';
import { samePerson } from './same-person.ts';
import { sameWords } from './same-words.ts';
import type { Scene } from './scene.ts';
import { ownerOfWords, tellerOf } from './teller.ts';
import { type WeighedSpeaker, weighedSpeakers } from './weighed-speakers.ts';

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
  /** Who came into question, likeliest first, as the model weighed them; `speaker` may be among them. */
  weighed: readonly WeighedSpeaker[];
}

/** Below this chance the answer stays empty. Few words in marks are as often a term as a quotation: they must be surer. */
const SURE = 0.3;
const SURE_SHORT = 0.45;
const SHORT_WORDS = 5;
/** A few words behind "so-called" or "dubbed" are a term unless this sure. */
const SURE_TERM = 0.9;
/** A mention without any cue must be surer too. */
const SURE_NEAR = 0.5;
/** So many tokens on, who spoke last is forgotten: about four paragraphs. */
const SPEAKING = 400;
/** From this chance on nobody is taken to utter it. */
const NOBODY = 0.5;

const silent = (rule: string, confidence: number, notSpeech = false): SpeechAttribution => ({
  speaker: null,
  mention: null,
  cue: null,
  rule,
  confidence,
  evidence: null,
  notSpeech,
  weighed: [],
});

/**
 * Whose words each quotation is, in the order of `queries` (page order, an outer one before those within it). Rules in `without` are off;
 * `author` is who writes the page where its metadata does not say so.
 * Pure, and linear in the page and the queries; never throws for any text.
 */
export function attributeSpeech(
  page: PageText,
  queries: SpeechQuery[],
  without: ReadonlySet<string> = new Set(),
  author: string | null = null,
): SpeechAttribution[] {
  const frames = framesOf(page, queries, without, author);
  const answers: SpeechAttribution[] = [];
  const byLeadIn = new Map<number, SpeechAttribution>();
  queries.forEach((query, index) => {
    const answer = query.kind === 'inline' ? inRunningText(frames, query, index, answers) : setOff(frames, query, index, byLeadIn);
    answers.push(without.has(answer.rule) ? { ...silent('none', 0), weighed: answer.weighed } : answer);
  });
  const step = (before: SpeechAttribution[], after: SpeechAttribution[]): SpeechAttribution[] =>
    after.map((answer, i) => (without.has(answer.rule) ? (before[i] ?? answer) : answer));
  const below = step(answers, attributeByLineBelow(frames, queries, answers));
  const breath = step(below, sameBreath(page.text, queries, below));
  return step(breath, sameWords(page.text, queries, breath));
}

function inRunningText(frames: Frames, query: SpeechQuery, index: number, answers: readonly SpeechAttribution[]): SpeechAttribution {
  const outer = query.within === null ? null : (answers[query.within] ?? null);
  const home = query.within === null ? frames.main : frames.inner.get(query.within);
  const q = home?.scene.tokenOf.get(index);
  if (home === undefined || q === undefined) return silent('unplaced', 0);
  const decision = decide(home.scene, frames.lexicon, q, home.previous);
  const running = home.previous?.mention ?? null;
  home.previous = decision.previous;
  const weighed = weighedSpeakers(decision, (m) => resolved(frames, home, m, outer?.speaker ?? null));
  return { ...decided(frames, query, home, q, decision, running, outer?.speaker ?? null), weighed };
}

/** What becomes of the model's answer. `running`: who said the quotation before; `outer`: who says the quotation around. */
function decided(
  frames: Frames,
  query: SpeechQuery,
  home: Frame,
  q: number,
  decision: Decision,
  running: Mention | null,
  outer: string | null,
): SpeechAttribution {
  const { mention } = decision;
  const words = frames.page.text
    .slice(query.start, Math.min(query.end, query.start + 200))
    .trim()
    .split(/\s+/).length;
  // "a so-called “quiet zone”"
  if (words < SHORT_WORDS && decision.chance < SURE_TERM && frames.lexicon.naming.has(home.scene.tokens.low[q - 1] ?? ''))
    return silent('term', decision.nobody, true);
  const near = mention !== null && mention.links.length === 0 && running !== mention && decision.chance < SURE_NEAR;
  if (mention === null || near || decision.chance < (words < SHORT_WORDS ? SURE_SHORT : SURE)) {
    const shared = words < SHORT_WORDS || query.region === 'comment' ? null : samePerson(decision, (m) => resolved(frames, home, m, null));
    if (shared === null) return byTeller(frames, home, q, decision) ?? silent('nobody', decision.chance, decision.nobody > NOBODY);
    home.previous = { quote: q, mention: shared.mention };
    return { ...answer(frames, home, shared.mention, q, shared.chance, outer), rule: 'speech-same-person' };
  }
  // Who writes a comment, or stands above it, does not say what it quotes.
  const { paragraph } = home.scene.tokens;
  if (query.region === 'comment' && paragraph[mention.start] !== paragraph[q]) return silent('other-paragraph', decision.chance);
  return answer(frames, home, mention, q, decision.chance, outer);
}

/** Who tells somebody something in the sentence, as a guess. */
function byTeller(frames: Frames, home: Frame, q: number, decision: Decision): SpeechAttribution | null {
  const mention = ownerOfWords(home.scene, q, decision) ?? tellerOf(home.scene, q, decision, (m) => resolved(frames, home, m, null));
  if (mention === null) return null;
  home.previous = { quote: q, mention };
  return { ...answer(frames, home, mention, q, SURE_NEAR, null), rule: 'speech-teller' };
}

/** A block or list item: its lead-in, as one sentence with it, else a label inside. */
function setOff(frames: Frames, query: SpeechQuery, index: number, byLeadIn: Map<number, SpeechAttribution>): SpeechAttribution {
  if (query.kind === 'pull') return silent('pull', 0);
  const { leadIn } = query;
  if (leadIn !== null && leadIn.end <= query.start) {
    const known = byLeadIn.get(leadIn.start) ?? fromLeadIn(frames, query, leadIn, index);
    byLeadIn.set(leadIn.start, known);
    if (known.speaker !== null) return known;
    return labelInside(frames.page.text, query, frames.names) ?? known;
  }
  return labelInside(frames.page.text, query, frames.names) ?? silent('no-lead-in', 0);
}

function fromLeadIn(frames: Frames, query: SpeechQuery, leadIn: TextSpan, index: number): SpeechAttribution {
  const scene = leadInScene(frames, { start: lineStart(frames.page.text, leadIn.start), end: leadIn.end }, index, query.end);
  const q = scene.tokenOf.get(index);
  if (q === undefined) return silent('unplaced', 0);
  const decision = decide(scene, frames.lexicon, q, null);
  const home: Frame = { ...frame(scene), speaking: frames.main.speaking };
  const isPerson = (m: Mention): boolean => resolveIn(frames, resolverOf(frames, scene, null), m, home.speaking).person;
  const cued = cueOfLeadIn(scene, q, decision, isPerson);
  const weighed = weighedSpeakers(decision, (m) => resolveIn(frames, resolverOf(frames, scene, null), m, home.speaking));
  if (cued === null) return { ...silent('lead-in-without-cue', decision.chance), weighed };
  const found = answer(frames, home, cued.mention, q, cued.confidence, null);
  // A publication is the source of a block, not its speaker.
  const outlet = found.speaker !== null && outletByName(found.speaker) !== null && !isAssistant(found.speaker);
  return { ...found, speaker: outlet ? null : found.speaker, rule: `lead-in-${cued.kind}`, weighed };
}

const resolverOf = (frames: Frames, scene: Scene, outer: string | null): Resolver => ({
  scene,
  lexicon: frames.lexicon,
  names: frames.names,
  author: outer ?? frames.author,
});

function answer(frames: Frames, home: Frame, m: Mention, q: number, confidence: number, outer: string | null): SpeechAttribution {
  const { scene } = home;
  const { tokens: t, text } = scene;
  const start = t.start[m.start] ?? 0;
  const end = t.end[m.end - 1] ?? 0;
  const link = closestLink(scene, m, q)?.link ?? null;
  const who = resolved(frames, home, m, outer);
  const doubtful =
    link === null
      ? !mayStandNear(who, wordCount(scene, m))
      : (link.kind === 'label' || link.kind === 'dash') && !mayBeLabel(frames, scene, m, who);
  const speaker = doubtful ? null : who.speaker;
  if (speaker !== null) {
    home.speaking = who;
    home.speakingAt = m.start;
  }
  const cue = link === null ? null : cueText(scene, link.cue);
  const evidence =
    link === null ? { start, end } : { start: Math.min(start, t.start[link.cue] ?? start), end: Math.max(end, t.end[link.cue] ?? end) };
  const rule = `speech-${link?.kind ?? 'near'}`;
  return { speaker, mention: text.slice(start, end), cue, rule, confidence, evidence, notSpeech: false, weighed: [] };
}

const resolved = (frames: Frames, home: Frame, m: Mention, outer: string | null): Resolution =>
  resolveIn(frames, resolverOf(frames, home.scene, outer), m, m.start - home.speakingAt < SPEAKING ? home.speaking : null);

/** "Transcript:", "Intro:" stand where a name may: a label names somebody only when the page knows them as a person or an outlet. */
const mayBeLabel = (frames: Frames, scene: Scene, m: Mention, { speaker, person }: Resolution): boolean =>
  person || speaker === null || outletByName(speaker) !== null || isName(scene, m, frames.lexicon.cues.language);

/** Without a cue a paper's name does not speak, nor one capitalised word ("Historical", "the Organization"). */
const mayStandNear = ({ speaker, person }: Resolution, words: number): boolean =>
  person || speaker === null || (words > 1 && outletByName(speaker) === null);

/** The article left out. */
const wordCount = ({ tokens: t }: Scene, m: Mention): number => m.end - m.start - (t.tag[m.start] === 'D' ? 1 : 0);

/** A mention of a small scene is resolved where it stands on the page, so that "he" can look back further than its lead-in. */
function resolveIn(frames: Frames, resolver: Resolver, mention: Mention, speaking: Resolution | null): Resolution {
  if (frames.without.has('pronouns') && 'Hhp'.includes(mention.type)) return nobody;
  const { scene } = frames.main;
  if (resolver.scene === scene) return resolveSpeaker(resolver, mention, speaking);
  const at = resolver.scene.tokens.start[mention.start] ?? -1;
  let low = 0;
  let high = scene.mentions.length;
  while (low < high) {
    const mid = (low + high) >> 1;
    if ((scene.tokens.start[scene.mentions[mid]?.start ?? 0] ?? 0) < at) low = mid + 1;
    else high = mid;
  }
  // Of two that begin alike, the one that ends alike: "New York" and "New York's Representative".
  if (
    low + 1 < scene.mentions.length &&
    scene.mentions[low + 1]?.start === scene.mentions[low]?.start &&
    headEnd(scene, scene.mentions[low]) !== headEnd(resolver.scene, mention)
  )
    low++;
  const same = scene.mentions[low];
  const known =
    same !== undefined &&
    scene.tokens.start[same.start] === at &&
    same.type === mention.type &&
    headEnd(scene, same) === headEnd(resolver.scene, mention);
  return known ? resolveSpeaker({ ...resolver, scene }, same, speaking) : resolveSpeaker(resolver, mention, speaking);
}

/** "according to" whole, else the one word. A mark alone is no cue. */
function cueText({ tokens: t, text }: Scene, cue: number): string | null {
  if (t.tag[cue] === ':' || t.tag[cue] === '-') return null;
  let from = cue;
  if (t.tag[cue] === 'A') while (from > 0 && t.tag[from - 1] === 'P' && cue - from < 3) from--;
  return text.slice(t.start[from], t.end[cue]);
}

const headEnd = (scene: Scene, mention: Mention | undefined): number =>
  mention === undefined ? -1 : (scene.tokens.end[mention.head.end - 1] ?? -1);

/** Capitals that the page never writes small, in a language where that tells a name. */
function isName({ tokens: t, lower }: Scene, m: Mention, language: string): boolean {
  if (language === 'de') return false;
  for (let i = m.head.start; i < m.head.end; i++) if (t.tag[i] !== 'X' || lower.has(t.low[i] ?? '')) return false;
  return m.head.end - m.head.start <= 3;
}

/** A lead-in is read with the sentences before it in its line: "X gave a speech. Here is a part:". At most `LINE` characters of them. */
function lineStart(text: string, at: number): number {
  const from = Math.max(0, at - LINE);
  return from + text.slice(from, at).lastIndexOf('\n') + 1;
}
const LINE = 600;
