import type { Mention } from './mention.ts';
import type { Decision } from './model.ts';
import type { Resolution } from './resolution.ts';
import type { Scene } from './scene.ts';

/** Above this chance of "nobody" the words are taken for a term. */
const TERM = 0.8;

/** "The first words of the Charter, “…,”", "the motto of the town is “…”": whose words the noun says they are. */
export function ownerOfWords({ tokens: t }: Scene, q: number, { alternatives }: Decision): Mention | null {
  let end = q;
  while (end > 0 && q - end < 2 && ('V'.includes(t.tag[end - 1] ?? 'B') || ',:'.includes(t.tag[end - 1] ?? 'B'))) end--;
  let of = end - 1;
  while (of > 0 && end - of < LONGEST && t.sentence[of] === t.sentence[q] && t.low[of] !== 'of') of--;
  if (t.low[of] !== 'of' || !WORDS.test(t.low[of - 1] ?? '')) return null;
  let found: Mention | null = null;
  for (const { mention } of alternatives) if (mention.start > of && mention.start < of + 3 && mention.end === end) found ??= mention;
  return found;
}
const LONGEST = 9;
const WORDS = /^(?:words|motto)$/;

/**
 * "But Jones told the Courier on Monday that she knew nothing, and that it was “…”": where the model is not sure, the one person who
 * is told to speak to somebody earlier in the sentence. Null when none is, or another person speaks in it.
 */
export function tellerOf(scene: Scene, q: number, decision: Decision, resolve: (m: Mention) => Resolution): Mention | null {
  if (decision.nobody > TERM) return null;
  const { sentence, low } = scene.tokens;
  let teller: Mention | null = null;
  let speaker: string | null = null;
  for (const { mention } of decision.alternatives) {
    if (mention.start > q || sentence[mention.start] !== sentence[q]) continue;
    for (const { kind, tag, cue } of mention.links) {
      if (kind !== 'subject' || tag !== 'S' || cue > q) continue;
      const who = resolve(mention);
      if (speaker !== null && who.speaker !== speaker) return null;
      if (who.speaker === null) return null;
      speaker = who.speaker;
      if ((who.person && TELLING.test(low[cue] ?? '')) || THAT.test(low[cue + 1] ?? '')) teller ??= mention;
    }
  }
  return teller;
}

/** Behind its verb: all that follows is reported. */
const THAT = /^(?:that|dass|que|qu)$/;

const TELLING = /^(?:told|tells|erzählte|dijo|dit)$/;
