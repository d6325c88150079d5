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
  // "heißt es", "es heißt": nobody in particular says so, or the text in which it stands
  if (word === 'es' && mention.links.some((l) => /^(?:heißt|heisst|hieß|hiess|lautet|steht)$/.test(scene.tokens.low[l.cue] ?? '')))
    return textOf(resolver, mention);
  if (word === 'it' || word === 'es') {
    const body = lastBody(resolver, mention);
    return body.speaker === null && speaking !== null && !speaking.person ? speaking : body;
  }
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

/** "heißt es in dem Schreiben", "der Bescheid ist da. Darin heißt es": the document in which words stand; nobody when there is none. */
function textOf(resolver: Resolver, mention: Mention): Resolution {
  const { mentions, tokens: t } = resolver.scene;
  const cues = mention.links.map((l) => l.cue);
  const at = mentionAt(resolver.scene, mention);
  const linked = mentions.slice(Math.max(0, at - 8), at + 8).find((m) => m !== mention && m.links.some((l) => cues.includes(l.cue)));
  if (linked !== undefined) return fromPhrase(resolver, linked);
  const sentence = t.sentence[mention.start] ?? 0;
  let i = mention.start;
  while (i > 0 && t.sentence[i - 1] === sentence && !THERE.test(t.low[i] ?? '')) i--;
  if (!THERE.test(t.low[i] ?? '')) return nobody;
  for (let m = at - 1; m >= 0 && m > at - 12; m--) {
    const before = mentions[m];
    if (before === undefined || (t.sentence[before.start] ?? 0) < sentence - 2) break;
    if ('MN'.includes(t.tag[before.head.end - 1] ?? 'B') && t.sentence[before.start] !== sentence) return fromPhrase(resolver, before);
  }
  return nobody;
}
const THERE = /^(?:darin|dort|hierin|weiter|wörtlich)$/;

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
