import { isAssistant } from './assistant.ts';
import { fromPhrase } from './from-phrase.ts';
import type { Mention } from './mention.ts';
import { nobody, type Resolution, type Resolver, type Rival } from './resolution.ts';
import type { Scene } from './scene.ts';

/** How far back a pronoun may point, in mentions. */
const ANTECEDENTS = 40;

/** A name that is about eight sentences away is no antecedent. */
const FAR = -6;

export function beforeRelative(resolver: Resolver, mention: Mention): Resolution {
  const { mentions, tokens } = resolver.scene;
  const at = mentionAt(resolver.scene, mention);
  let nearest: Resolution | null = null;
  for (let i = at - 1; i >= 0 && at - i < ANTECEDENTS; i--) {
    const before = mentions[i];
    if (before === undefined || tokens.sentence[before.start] !== tokens.sentence[mention.start]) break;
    if ('Hhpw'.includes(before.type)) continue;
    const resolved = fromPhrase(resolver, before);
    // "X, a member of the Bureau and Secretary of Y, who": the person, before what they are; "a man from the Netherlands who": no country
    if (resolved.person) return resolved;
    if (nearest === null && tokens.tag[before.start - 1] !== 'P') nearest = resolved;
  }
  return nearest ?? nobody;
}

const ASKED = /^(?:ask|asks|asked|asking|fragte|frage)$/;
const QUESTION = /^(?:what|whether|how|why|if|who|was|ob|wie|warum)$/;

/** "It": the body or document that was last the subject of speech, in this paragraph or the one before. */
export function lastBody(resolver: Resolver, mention: Mention): Resolution {
  const { mentions, tokens } = resolver.scene;
  const paragraph = tokens.paragraph[mention.start] ?? 0;
  for (let i = mentionAt(resolver.scene, mention) - 1, seen = 0; i >= 0 && seen < ANTECEDENTS; i--, seen++) {
    const before = mentions[i];
    if (before === undefined || (tokens.paragraph[before.start] ?? 0) < paragraph - 1) break;
    // "I asked the ministry what the law says, and it answered": who was asked, not what the question is about
    if (before.links.some((l) => l.kind === 'object' && ASKED.test(tokens.low[l.cue] ?? ''))) {
      const asked = fromPhrase(resolver, before);
      if (asked.speaker !== null && !asked.person) return asked;
    }
    if (QUESTION.test(tokens.low[before.start - 1] ?? '')) continue;
    // "ChatGPT was less kind."
    if (before.type === 'n' && before.verb && !before.inside) {
      const program = fromPhrase(resolver, before);
      if (program.speaker !== null && isAssistant(program.speaker)) return { ...program, person: false };
    }
    if (!before.links.some((l) => l.tag === 'S' && l.kind === 'subject')) continue;
    if (before.inside || !('o' === before.type || 'nd'.includes(before.type))) continue;
    const resolved = fromPhrase(resolver, before);
    if (!resolved.person && resolved.speaker !== null) return resolved;
  }
  return nobody;
}

/** Index of the first mention that starts where this one does. */
export function mentionAt(scene: Scene, mention: Mention): number {
  let low = 0;
  let high = scene.mentions.length;
  while (low < high) {
    const mid = (low + high) >> 1;
    if ((scene.mentions[mid]?.start ?? 0) < mention.start) low = mid + 1;
    else high = mid;
  }
  return low;
}

export function antecedent(resolver: Resolver, mention: Mention, gender: 'm' | 'f', speaking: Resolution | null): Resolution {
  const { scene } = resolver;
  const { tokens: t, mentions } = scene;
  let best: Resolution | null = null;
  let bestScore = -Infinity;
  /** Of each person the best score. */
  const scores = new Map<string, number>();
  const at = mentionAt(scene, mention);
  for (let i = at - 1, seen = 0; i >= 0 && seen < ANTECEDENTS; i--, seen++) {
    const before = mentions[i];
    if (before === undefined || before.type !== 'n') continue;
    const resolved = fromPhrase(resolver, before);
    if (!resolved.person || (resolved.gender !== null && resolved.gender !== gender)) continue;
    // Who says "I" here is not "he".
    if (resolved.speaker === resolver.author) continue;
    const sentences = (t.sentence[mention.start] ?? 0) - (t.sentence[before.start] ?? 0);
    const outer = apposedTo(mentions, i, t.tag[before.start - 1]);
    const subject =
      outer?.verb === true ||
      'B.!Q'.includes(t.tag[before.start - 1] ?? 'B') ||
      before.verb ||
      before.links.some((l) => l.kind === 'subject' || l.kind === 'inverted' || l.kind === 'shared');
    const spoke = speaking !== null && resolved.speaker === speaking.speaker && mention.start - before.start < 400;
    const score =
      (subject ? 3 : 0) +
      (resolved.gender === gender ? 1 : 0) +
      (spoke ? 1.5 : 0) -
      sentences * 1.2 -
      (before.inside && outer === null ? 1.5 : 0) -
      (t.tag[before.end] === "'" ? 1 : 0) -
      seen * 0.02;
    if (score > bestScore) [best, bestScore] = [resolved, score];
    if (resolved.speaker !== null) scores.set(resolved.speaker, Math.max(score, scores.get(resolved.speaker) ?? -Infinity));
  }
  if (
    speaking?.person &&
    speaking.speaker !== resolver.author &&
    (speaking.gender === null || speaking.gender === gender) &&
    (best === null || bestScore < -2)
  )
    return { ...speaking, rival: rivalOf(scores, speaking.speaker, Math.max(bestScore, FAR)) };
  return best === null || bestScore < FAR ? nobody : { ...best, rival: rivalOf(scores, best.speaker, bestScore) };
}

/** "His opponent, Democrat Yolanda Price, was": the description that a name stands behind is the name's own. */
function apposedTo(mentions: readonly Mention[], i: number, ahead: string | undefined): Mention | null {
  const name = mentions[i];
  if (name === undefined || ahead !== ',' || !name.inside) return null;
  for (let k = i - 1; k >= 0 && k > i - 4; k--) {
    const outer = mentions[k];
    if (outer !== undefined && outer.type === 'd' && outer.end === name.end) return outer;
  }
  return null;
}

/** The next best by its score, as a logistic of the difference: one as good is meant as often. */
function rivalOf(scores: ReadonlyMap<string, number>, chosen: string | null, score: number): Rival | undefined {
  let rival: Rival | undefined;
  let next = FAR;
  for (const [speaker, own] of scores) {
    if (speaker === chosen || own < next) continue;
    next = own;
    rival = { speaker, share: 1 / (1 + Math.exp(Math.max(0, score - own))) };
  }
  return rival;
}
