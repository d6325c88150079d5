import { isGivenName } from './given-names.ts';
import type { Lexicon } from './lexicon.ts';
import type { Mention } from './mentions.ts';
import { fullest, type Named, type NameIndex, type NameRun, nameRun, nameWords, runText } from './names.ts';
import type { Scene } from './scene.ts';

export interface Resolution {
  /** Null when the words describe somebody the page does not name. */
  speaker: string | null;
  gender: 'm' | 'f' | null;
  person: boolean;
}

export interface Resolver {
  scene: Scene;
  lexicon: Lexicon;
  names: NameIndex;
  /** Who wrote the page: "I". */
  author: string | null;
}

/** How far back a pronoun may point, in mentions. */
const ANTECEDENTS = 40;
/** A name that is about eight sentences away is no antecedent. */
const FAR = -6;
const nobody: Resolution = { speaker: null, gender: null, person: false };

/**
 * The fullest name for a mention. `speaking` is who spoke last near here: a pronoun means them when it agrees.
 */
export function resolveSpeaker(resolver: Resolver, mention: Mention, speaking: Resolution | null): Resolution {
  const { scene, lexicon } = resolver;
  const word = scene.tokens.low[mention.start] ?? '';
  if (mention.type === 'w') return beforeRelative(resolver, mention);
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

function beforeRelative(resolver: Resolver, mention: Mention): Resolution {
  const { mentions, tokens } = resolver.scene;
  for (let i = mentionAt(resolver.scene, mention) - 1; i >= 0; i--) {
    const before = mentions[i];
    if (before === undefined || tokens.sentence[before.start] !== tokens.sentence[mention.start]) break;
    if ('Hhpw'.includes(before.type)) continue;
    const resolved = fromPhrase(resolver, before);
    // "a man from the Netherlands who": the country does not speak
    if (resolved.person || tokens.tag[before.start - 1] !== 'P') return resolved;
  }
  return nobody;
}

/** "It": the body or document that was last the subject of speech, in this paragraph or the one before. */
function lastBody(resolver: Resolver, mention: Mention): Resolution {
  const { mentions, tokens } = resolver.scene;
  const paragraph = tokens.paragraph[mention.start] ?? 0;
  for (let i = mentionAt(resolver.scene, mention) - 1, seen = 0; i >= 0 && seen < ANTECEDENTS; i--, seen++) {
    const before = mentions[i];
    if (before === undefined || (tokens.paragraph[before.start] ?? 0) < paragraph - 1) break;
    if (!before.links.some((l) => l.tag === 'S' && l.kind === 'subject')) continue;
    if (before.inside || !('o' === before.type || 'nd'.includes(before.type))) continue;
    const resolved = fromPhrase(resolver, before);
    if (!resolved.person && resolved.speaker !== null) return resolved;
  }
  return nobody;
}

function mentionAt(scene: Scene, mention: Mention): number {
  let low = 0;
  let high = scene.mentions.length;
  while (low < high) {
    const mid = (low + high) >> 1;
    if ((scene.mentions[mid]?.start ?? 0) < mention.start) low = mid + 1;
    else high = mid;
  }
  return low;
}

function antecedent(resolver: Resolver, mention: Mention, gender: 'm' | 'f', speaking: Resolution | null): Resolution {
  const { scene } = resolver;
  const { tokens: t, mentions } = scene;
  let best: Resolution | null = null;
  let bestScore = -Infinity;
  const at = mentionAt(scene, mention);
  for (let i = at - 1, seen = 0; i >= 0 && seen < ANTECEDENTS; i--, seen++) {
    const before = mentions[i];
    if (before === undefined || before.type !== 'n') continue;
    const resolved = fromPhrase(resolver, before);
    if (!resolved.person || (resolved.gender !== null && resolved.gender !== gender)) continue;
    // Who says "I" here is not "he".
    if (resolved.speaker === resolver.author) continue;
    const sentences = (t.sentence[mention.start] ?? 0) - (t.sentence[before.start] ?? 0);
    const subject =
      'B.!Q'.includes(t.tag[before.start - 1] ?? 'B') ||
      before.verb ||
      before.links.some((l) => l.kind === 'subject' || l.kind === 'inverted' || l.kind === 'shared');
    const spoke = speaking !== null && resolved.speaker === speaking.speaker && mention.start - before.start < 400;
    const score =
      (subject ? 3 : 0) +
      (resolved.gender === gender ? 1 : 0) +
      (spoke ? 1.5 : 0) -
      sentences * 1.2 -
      (before.inside ? 1.5 : 0) -
      (t.tag[before.end] === "'" ? 1 : 0) -
      seen * 0.02;
    if (score > bestScore) [best, bestScore] = [resolved, score];
  }
  if (
    speaking?.person &&
    speaking.speaker !== resolver.author &&
    (speaking.gender === null || speaking.gender === gender) &&
    (best === null || bestScore < -2)
  )
    return speaking;
  return bestScore < FAR ? nobody : (best ?? nobody);
}

/** A name, or a description with a name in it, or a description alone. */
function fromPhrase(resolver: Resolver, mention: Mention, speaking: Resolution | null = null): Resolution {
  const { scene, names, lexicon } = resolver;
  const { head } = mention;
  const own = head.type === 'n' ? nameRun(scene, head.start, head.end) : null;
  const run =
    (own !== null && plausible(resolver, own) ? own : null) ?? namedLater(scene, mention) ?? nameInAppositive(scene, mention) ?? own;
  if (run === own && own !== null && lexicon.cues.language === 'de' && !plausible(resolver, own))
    return fromDescription(resolver, mention, speaking);
  // "an Ancestry.com adviser", "a Trump supporter": somebody unnamed
  if (run !== null && run === own && /^(?:an?|ein|eine|une?|una)$/.test(scene.tokens.low[run.start - 1] ?? '')) return nobody;
  if (run !== null) {
    const text = runText(scene, run);
    const words = nameWords(text);
    const gender = run.title === null ? null : (lexicon.cues.titles[run.title] ?? null);
    const known = fullest(names, words, gender) ?? exact(names, words);
    const name = known?.name ?? text;
    const person = known?.person ?? run.title !== null;
    // "Ms. Alder", whose first name the page does not give
    if (run.title !== null && name.split(' ').length === 1)
      return {
        speaker: clean(scene.text.slice(scene.tokens.start[run.start - 1], scene.tokens.end[run.end - 1])),
        gender: known?.gender ?? gender,
        person,
      };
    return { speaker: clean(person ? name : wholeBody(scene, run, mention.end, name)), gender: known?.gender ?? gender, person };
  }
  return fromDescription(resolver, mention, speaking);
}

const exact = (names: NameIndex, words: readonly string[]): Named | null =>
  (names.byLast.get(words.at(-1) ?? '') ?? []).find((n) => n.words.join(' ') === words.join(' ')) ?? null;

/** In German every noun has a capital: a name there has a first name, two words, or no article. */
function plausible({ scene, names, lexicon }: Resolver, run: NameRun): boolean {
  if (lexicon.cues.language !== 'de') return true;
  const words = nameWords(runText(scene, run));
  if (words.length > 1 || run.title !== null) return true;
  if (fullest(names, words, null)?.person === true) return true;
  const { tag, low } = scene.tokens;
  const before = tag[run.start - 1] ?? 'B';
  return (
    !'DpL'.includes(before) &&
    !scene.lower.has(low[run.start] ?? '') &&
    !/(?:ung|heit|keit|schaft|tion|nis|tum|chen|ismus|erin|innen)$/.test(low[run.start] ?? '')
  );
}

/** "die Frauenrechtlerin und Pädagogin María Blandón": the first name later in the phrase, before a comma. */
function namedLater(scene: Scene, mention: Mention): NameRun | null {
  const { tag, low } = scene.tokens;
  for (let i = mention.start; i < mention.end && i < mention.start + 12 && tag[i] !== ','; i++) {
    if (tag[i] !== 'X' || !isGivenName(low[i] ?? '')) continue;
    if (tag[i - 1] === 'P' && i > mention.start) return null;
    let end = i + 1;
    while (end < mention.end && tag[end] === 'X') end++;
    return end - i > 1 && tag[end] !== "'" ? nameRun(scene, i, end) : null;
  }
  return titledLater(scene, mention);
}

/** "Minister of Justice Stavros Kontonis": behind a bare title the last two words of the run are the name. */
function titledLater(scene: Scene, mention: Mention): NameRun | null {
  const { tag } = scene.tokens;
  if (!'TO'.includes(tag[mention.head.end - 1] ?? 'B') || tag[mention.head.start] === 'D') return null;
  if (tag[mention.head.end] !== 'P') return null;
  const run = runFrom(scene, mention.head.end + 1, mention.end);
  if (run === null || (run.end - run.start < 3 && run.title === null)) return null;
  return { ...run, start: Math.max(run.start, run.end - 2) };
}

/** "his spokesman, Brian Fallon,": the name that the comma introduces. */
function nameInAppositive(scene: Scene, mention: Mention): ReturnType<typeof nameRun> {
  const { tag } = scene.tokens;
  for (let i = mention.head.end; i < mention.end; i++) {
    if (tag[i] !== ',') continue;
    if (i > mention.head.end && INDEFINITE.test(scene.tokens.low[mention.head.start] ?? '')) return null;
    let end = i + 1;
    while (end < mention.end && 'XT'.includes(tag[end] ?? '')) end++;
    return end - i > 2 ? nameRun(scene, i + 1, end) : null;
  }
  return null;
}

/** "the president" is President X when the page has one; "the report" speaks itself; "a cashier" stays unnamed. */
function fromDescription({ scene, names, lexicon }: Resolver, mention: Mention, speaking: Resolution | null): Resolution {
  const { low, tag, start, end } = scene.tokens;
  const { head } = mention;
  const last = low[head.end - 1] ?? '';
  const titled = names.byRole.get(last);
  if (titled?.length === 1 || (titled !== undefined && titled.length > 1)) {
    const best = titled.reduce((a, b) => (b.count > a.count ? b : a));
    if (tag[head.start] === 'D' && head.end - head.start <= 2) {
      const full = fullest(names, best.words, null) ?? best;
      return { speaker: clean(full.name), gender: full.gender, person: true };
    }
  }
  const author = head.type === 'o' ? writerOf({ scene, names, lexicon, author: null }, mention) : null;
  if (author !== null) return author;
  const first = low[head.start] ?? '';
  const definite =
    INDEFINITE.test(first) || tag[head.start] === '#'
      ? false
      : tag[head.start] === 'D' || tag[head.start] === 'p' || tag[head.start] === 'X';
  const bare = !'Dp'.includes(tag[head.start] ?? '') && tag[head.start] !== 'X';
  if (!definite || bare || lexicon.cues.pronouns[first] !== undefined) return nobody;
  // "sagt der Chef", "the expert said": who has just been speaking, when a person is described without a name.
  if (speaking?.person && head.end - head.start <= 3 && mention.end === head.end && tag[head.start] === 'D' && PERSON_ROLE.test(last))
    return speaking;
  if (!"OMTNX'".includes(tag[head.end - 1] ?? 'B') && !lexicon.roles.has(last)) return nobody;
  return { speaker: scene.text.slice(start[mention.start], end[mention.end - 1]), gender: null, person: false };
}

/** Nouns for one person; of a body ("the company") it is itself that speaks. */
const PERSON_ROLE =
  /^(?:experte|expertin|chef|chefin|forscher|forscherin|autor|autorin|geschäftsführer|geschäftsführerin|wissenschaftler|wissenschaftlerin|politiker|politikerin|professor|professorin|anwalt|anwältin|expert|author|writer|candidate|professor|researcher|analyst|economist|lawyer|activist|actor|actress|billionaire|mogul|businessman|historian|scientist|singer|founder|pastor|comedian|chercheur|chercheuse|auteur|autrice|écrivain|sociologue|historien|historienne|économiste|avocat|avocate|élu|élue|experto|experta|autor|autora|investigador|investigadora|escritor|escritora|abogado|abogada|dirigente|líder|economista|historiador)$/;

/** "X's letter", "the letter from X": a person whose words a document holds. */
function writerOf(resolver: Resolver, mention: Mention): Resolution | null {
  const { scene } = resolver;
  const { tag, low } = scene.tokens;
  for (let i = mention.start; i < mention.end; i++) {
    const owner = tag[i] === "'" ? nameRun(scene, mention.start, i) : null;
    const by = /^(?:from|by|von|de)$/.test(low[i] ?? '') ? i + 1 + (tag[i + 1] === 'D' ? 1 : 0) : -1;
    const from = by > 0 && tag[by] === 'X' ? runFrom(scene, by, mention.end) : null;
    const run = owner ?? from;
    if (run === null) continue;
    if (from !== null && tag[i + 1] === 'D') return { speaker: bodyName(scene, by, mention.end), gender: null, person: false };
    const known = fullest(resolver.names, nameWords(runText(scene, run)), null) ?? exact(resolver.names, nameWords(runText(scene, run)));
    return known?.person === true ? { speaker: clean(known.name), gender: known.gender, person: true } : null;
  }
  return null;
}

/** "Centre for Economic Policy Research": a body's name goes on over "for" and "of". */
function wholeBody(scene: Scene, run: NameRun, most: number, name: string): string {
  const { tag, low, start, end } = scene.tokens;
  let to = run.end;
  while (to < most && /^(?:of|for|de|du|des|del|für|para)$/.test(low[to] ?? '')) {
    let next = to + (tag[to + 1] === 'D' ? 2 : 1);
    if (tag[next] !== 'X') break;
    while (next < most && (tag[next] === 'X' || (tag[next] === 'C' && tag[next + 1] === 'X'))) next++;
    to = next;
  }
  return to === run.end ? name : scene.text.slice(start[run.start], end[to - 1]);
}

/** "a study by the Centre for Economic Policy": the body's name up to the comma. */
function bodyName(scene: Scene, start: number, most: number): string {
  let end = start;
  while (end < most && scene.tokens.tag[end] !== ',') end++;
  return scene.text.slice(scene.tokens.start[start], scene.tokens.end[end - 1]);
}

function runFrom(scene: Scene, start: number, most: number): NameRun | null {
  let end = start;
  while (end < most && 'XT'.includes(scene.tokens.tag[end] ?? 'B')) end++;
  return nameRun(scene, start, end);
}

const INDEFINITE =
  /^(?:an?|some|many|several|one|two|three|four|five|another|other|others|most|few|both|each|every|no|any|all|various|numerous|countless|multiple|certain|such|half|ein|eine|einer|einem|einen|viele|einige|manche|mehrere|un|une|des|plusieurs|certains|certaines|quelques|una|unos|unas|varios|varias|algunos|algunas|muchos|muchas)$/;

const clean = (name: string): string =>
  name
    .replace(/[’']s$/, '')
    .replace(/\s+/g, ' ')
    .replace(/[,;:]+$/, '')
    .trim();
