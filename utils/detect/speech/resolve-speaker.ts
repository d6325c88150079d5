import { antecedent, beforeRelative, lastBody } from './antecedent.ts';
import { fromPhrase } from './from-phrase.ts';
import type { Mention } from './mention.ts';
import { nobody, type Resolution, type Resolver } from './resolution.ts';

/**
 * The fullest name for a mention. `speaking` is who spoke last near here: a pronoun means them when it agrees.
 */
export function resolveSpeaker(resolver: Resolver, mention: Mention, speaking: Resolution | null): Resolution {
  const { scene, lexicon } = resolver;
  const word = scene.tokens.low[mention.start] ?? '';
  if (mention.type === 'w') return beforeRelative(resolver, mention);
  // "heißt es", "es heißt": nobody in particular says so
  if (word === 'es' && mention.links.some((l) => /^(?:heißt|heisst|hieß|hiess|lautet|steht)$/.test(scene.tokens.low[l.cue] ?? '')))
    return nobody;
  if (word === 'it' || word === 'es') return speaking !== null && !speaking.person ? speaking : lastBody(resolver, mention);
  if ('Hhp'.includes(mention.type)) {
    if (/^(?:i|me|my|ich|mir|mein|meine|je|moi|yo|mi)$/.test(word)) return { speaker: resolver.author, gender: null, person: true };
    const agreement = lexicon.cues.pronouns[word] ?? PRONOUNS[word];
    if (agreement === undefined || agreement.plural || agreement.gender === null) return nobody;
    return antecedent(resolver, mention, agreement.gender, speaking);
  }
  return fromPhrase(resolver, mention, speaking);
}

/** Object and possessive forms show the gender of who they mean in English only. */
const PRONOUNS: Record<string, { gender: 'm' | 'f' | null; plural: boolean } | undefined> = {
  him: { gender: 'm', plural: false },
  his: { gender: 'm', plural: false },
  her: { gender: 'f', plural: false },
};
