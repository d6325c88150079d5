import type { Mention } from './mention.ts';
import type { Decision } from './model.ts';
import type { Resolution } from './resolution.ts';
import type { Scene } from './scene.ts';

/** Above this chance of "nobody" the words are taken for a term. */
const TERM = 0.8;

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
      if (!who.person || who.speaker === null) return null;
      speaker = who.speaker;
      if (TELLING.test(low[cue] ?? '')) teller ??= mention;
    }
  }
  return teller;
}

const TELLING = /^(?:told|tells|erzählte|dijo|dit)$/;
