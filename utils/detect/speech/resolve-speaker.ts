import { antecedent, beforeRelative, lastBody, mentionAt } from './antecedent.ts';
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
    // "Your editorial claims that": the document says so, not its owner
    const document = mention.type === 'p' && !/^(?:his|her)$/.test(word) ? beside(resolver, mention) : undefined;
    if (document !== undefined) return fromPhrase(resolver, document, speaking);
    const agreement = lexicon.cues.pronouns[word] ?? PRONOUNS[word];
    if (agreement === undefined || agreement.plural || agreement.gender === null) return nobody;
    return antecedent(resolver, mention, agreement.gender, speaking);
  }
  return fromPhrase(resolver, mention, speaking);
}

/** The document that begins with the same word. */
function beside({ scene }: Resolver, mention: Mention): Mention | undefined {
  const at = mentionAt(scene, mention);
  return scene.mentions.slice(at, at + 3).find((m) => m.start === mention.start && m.type === 'o');
}

/** Object and possessive forms show the gender of who they mean in English only. */
const PRONOUNS: Record<string, { gender: 'm' | 'f' | null; plural: boolean } | undefined> = {
  him: { gender: 'm', plural: false },
  his: { gender: 'm', plural: false },
  her: { gender: 'f', plural: false },
};
