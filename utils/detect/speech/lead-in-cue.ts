import { closestLink } from './features.ts';
import type { LinkKind, Mention } from './mention.ts';
import type { Decision } from './model.ts';
import type { Scene } from './scene.ts';

export interface LeadInCue {
  mention: Mention;
  kind: LinkKind;
  confidence: number;
}

/** From this chance on the model's answer counts as it is. */
const SURE = 0.5;
/** The same where the lead-in is a sentence of its own. */
const SURE_CLOSED = 0.75;

/**
 * Who is introduced by the words before a set-off quotation. In a lead-in the cue itself is the evidence: where the model,
 * trained on running text, is not sure, the strongest and last cue of the sentence decides. Null when there is none.
 */
export function cueOfLeadIn(scene: Scene, q: number, decision: Decision, isPerson: (m: Mention) => boolean): LeadInCue | null {
  const { best, bestChance } = decision;
  const named = labelled(scene, q, isPerson) ?? presented(scene, q, isPerson);
  if (named !== null) return { mention: named, kind: 'label', confidence: 0.85 };
  if (best !== null && bestChance >= (isOpen(scene, q) ? SURE : SURE_CLOSED)) {
    const link = closestLink(scene, best, q);
    if (link !== null && link.sentences === 0 && link.quotes === 0 && link.link.kind !== 'object' && link.link.kind !== 'label')
      return { mention: best, kind: link.link.kind, confidence: bestChance };
  }
  let found: LeadInCue | null = null;
  let foundAt = -1;
  let foundRank = 0;
  for (const mention of scene.mentions) {
    if (mention.start >= q) break;
    for (const { kind, tag, cue } of mention.links) {
      if (scene.tokens.sentence[cue] !== scene.tokens.sentence[q - 1]) continue;
      const rank = rankOf(kind, tag, scene, q, cue);
      if (rank === 0 || rank < foundRank || (rank === foundRank && cue < foundAt)) continue;
      [found, foundAt, foundRank] = [{ mention, kind, confidence: 0.4 + rank / 10 }, cue, rank];
    }
  }
  return found ?? (isOpen(scene, q) ? speakerBefore(scene, q, isPerson) : null);
}

/** "X gave a speech. Here is a part:" — the person whom the sentence before makes a speaker, when the last one names nobody. */
function speakerBefore(scene: Scene, q: number, isPerson: (m: Mention) => boolean): LeadInCue | null {
  const { sentence, tag } = scene.tokens;
  const last = sentence[q - 1] ?? 0;
  let speaks = false;
  for (let i = q - 1; i >= 0 && (sentence[i] ?? 0) >= last - 1; i--)
    if (sentence[i] === last - 1 && 'SN'.includes(tag[i] ?? 'B')) speaks = true;
  if (!speaks) return null;
  let found: Mention | null = null;
  for (const mention of scene.mentions) {
    const at = sentence[mention.start] ?? 0;
    if (mention.start >= q || at < last - 1) continue;
    if (at === last && !'ow'.includes(mention.type) && isPerson(mention)) return null;
    if (at === last - 1 && found === null && mention.verb && isPerson(mention)) found = mention;
  }
  return found === null ? null : { mention: found, kind: 'shared', confidence: 0.5 };
}

/** The lead-in ends as words that introduce do. */
function isOpen({ tokens: t }: Scene, q: number): boolean {
  return (
    ':,-'.includes(t.tag[q - 1] ?? '') || /^(?:…|that|dass|que)$/.test(t.low[q - 1] ?? '') || (t.low[q - 1] === '.' && t.low[q - 2] === '.')
  );
}

/** A weak verb or a statement counts only before a colon: "X praised Y:" introduces, "X praised Y." tells. */
function rankOf(kind: LinkKind, tag: string, scene: Scene, q: number, cue: number): number {
  const open = isOpen(scene, q);
  if (kind === 'subject' || kind === 'inverted' || kind === 'shared')
    return tag === 'S' ? (open ? 4 : q - cue < 4 ? 2 : 0) : open && tag !== 'K' ? 2 : 0;
  if (kind === 'according') return 3;
  if (kind === 'noun') return open ? 3 : 0;
  return 0;
}

/** "From Politico's Jack Ferris:", "From Jane Doe:": a whole name, and nothing behind it. */
const sourced = ({ tokens: { low, tag } }: Scene, { start, head }: Mention, q: number): boolean =>
  /^(?:from|per|via|von|de|d'après)$/.test(low[start - 1] ?? '') &&
  head.end === q - 1 &&
  head.end - head.start > 1 &&
  tag[head.end - 1] === 'X';

/** "Here is Jane Doe in The Atlantic:": the person right behind the verb, and no other cue. */
function presented({ tokens: { tag, low, sentence }, mentions }: Scene, q: number, isPerson: (m: Mention) => boolean): Mention | null {
  if (tag[q - 1] !== ':') return null;
  let i = q - 1;
  while (i > 0 && q - i < LABEL && sentence[i - 1] === sentence[q - 1] && !HERE.test(low[i] ?? '')) i--;
  if (!HERE.test(low[i] ?? '')) return null;
  let from = i + 1;
  while (from < i + 3 && (tag[from] === 'V' || tag[from] === 'a')) from++;
  for (let k = from; k < q - 1; k++) if ('SWGKA'.includes(tag[k] ?? 'B')) return null;
  return mentions.find((m) => m.start === from && !'Hhpw'.includes(m.type) && isPerson(m)) ?? null;
}
const HERE = /^(?:here|here's|voici|hier|aquí)$/;

const NOTE =
  /^(?:update|note|example|question|answer|edit|summary|background|source|via|quote|original|translation|excerpt|abstract|conclusion|introduction|warning|tip|disclaimer|correction|comment|reply|hinweis|beispiel|quelle|zitat|frage|antwort|exemple|réponse|nota|ejemplo|fuente)$/;

/** Longest label before its colon, in tokens. */
const LABEL = 16;

/** "William Safire, The New York Times:", "Y's editor X on Z:": a name that opens a lead-in without a verb. */
function labelled(scene: Scene, q: number, isPerson: (m: Mention) => boolean): Mention | null {
  const { tag, sentence } = scene.tokens;
  if (tag[q - 1] !== ':' && tag[q - 1] !== '-') return null;
  let from = q - 1;
  while (from > 0 && sentence[from - 1] === sentence[q - 1] && tag[from - 1] !== 'B') from--;
  if (q - from > LABEL) return null;
  for (let i = from; i < q - 1; i++) if ('VSWGKHRAQ'.includes(tag[i] ?? '')) return null;
  let first: Mention | null = null;
  for (const mention of scene.mentions) {
    if (mention.start >= q) break;
    // The wider of two that begin alike: "National Review's Byron York"
    if (mention.start >= from && (first === null || mention.start === first.start) && !'Hhpw'.includes(mention.type)) first = mention;
  }
  if (first === null || first.start - from > 2) return null;
  if (tag[first.start - 1] === 'P') return sourced(scene, first, q) && isPerson(first) ? first : null;
  if (first.start - from > 1) return null;
  // "Bijan:" alone names who speaks, known or not; a word that the page also writes small ("Example:") does not.
  const { low } = scene.tokens;
  const alone =
    first.end === q - 1 &&
    first.end - first.start <= 2 &&
    tag[first.start] === 'X' &&
    !scene.lower.has(low[first.start] ?? '') &&
    !NOTE.test(low[first.start] ?? '');
  return isPerson(first) || alone ? first : null;
}
