import { isGivenName } from './given-names.ts';
import type { Mention } from './mention.ts';
import { bodyName, INDEFINITE, namedLater, nameInAppositive, plausible, runFrom, wholeBody } from './name-in-phrase.ts';
import { fullest, lookupWords, type Named, type NameIndex, nameRun, nameWords, runText } from './names.ts';
import { nobody, type Resolution, type Resolver } from './resolution.ts';
import type { Scene } from './scene.ts';

/** A name, or a description with a name in it, or a description alone. */
export function fromPhrase(resolver: Resolver, mention: Mention, speaking: Resolution | null = null): Resolution {
  const { scene, names, lexicon } = resolver;
  const { head } = mention;
  const own = head.type === 'n' ? nameRun(scene, head.start, head.end) : null;
  const apposed = own === null || isGivenName(scene.tokens.low[own.start] ?? '') ? null : nameInAppositive(scene, mention);
  // "Chief Executive of the Harbours Association, Doreen Tull,": what stands before the name describes it
  const behind = apposed !== null && isGivenName(scene.tokens.low[apposed.start] ?? '') && apposed.end === mention.end ? apposed : null;
  // "el Miembro del Buró Manuel Marrero": one capital behind an article is no name when one follows
  const lone = own !== null && own.end - own.start === 1 && scene.tokens.tag[own.start - 1] === 'D' && mention.end > own.end + 2;
  const later = lone && lexicon.cues.language !== 'en' ? namedLater(scene, mention) : null;
  const run =
    behind ??
    later ??
    (own !== null && plausible(resolver, own) ? own : null) ??
    namedLater(scene, mention) ??
    nameInAppositive(scene, mention) ??
    own;
  if (run === own && own !== null && lexicon.cues.language === 'de' && !plausible(resolver, own))
    return fromDescription(resolver, mention, speaking);
  // "an Ancestry.com adviser", "a Trump supporter": somebody unnamed
  if (run !== null && run === own && /^(?:an?|ein|eine|une?|una)$/.test(scene.tokens.low[run.start - 1] ?? '')) return nobody;
  if (run !== null && run.end - run.start === 1 && ANYBODY.test(scene.tokens.low[run.start] ?? '')) return nobody;
  // "the Alabama Republican": a description, of who speaks
  if (run !== null && run === own && scene.tokens.tag[run.start - 1] === 'D' && PARTISAN.test(scene.tokens.low[run.end - 1] ?? ''))
    return speaking?.person ? speaking : nobody;
  if (run !== null) {
    const text = runText(scene, run);
    const words = lookupWords(text);
    const gender = run.title === null ? null : (lexicon.cues.titles[run.title] ?? null);
    const known = fullest(names, words, gender) ?? exact(names, words);
    const name = known?.name ?? text;
    const person = known?.person ?? run.title !== null;
    // "Google’s AI"
    if (text === 'AI' && scene.tokens.tag[run.start - 1] === "'" && mention.start < run.start)
      return { speaker: scene.text.slice(scene.tokens.start[mention.start], scene.tokens.end[run.end - 1]), gender: null, person: false };
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

/** With a capital at the beginning of a sentence. */
const ANYBODY =
  /^(?:nobody|everybody|somebody|anybody|everyone|someone|anyone|none|others|people|because|niemand|jemand|jeder|alle|personne|quelqu|nadie|alguien|todos)$/;

const PARTISAN = /^(?:republican|democrat|senator|congressman|congresswoman|lawmaker|native)$/;

const exact = (names: NameIndex, words: readonly string[]): Named | null =>
  (names.byLast.get(words.at(-1) ?? '') ?? []).find((n) => n.words.join(' ') === words.join(' ')) ?? null;

/** "the president" is President X when the page has one; "the report" speaks itself; "a cashier" stays unnamed. */
function fromDescription(resolver: Resolver, mention: Mention, speaking: Resolution | null): Resolution {
  const { scene, names, lexicon } = resolver;
  const { low, tag } = scene.tokens;
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
  const jobbed = tag[head.start] === 'D' && head.end - head.start <= 3 ? names.byJob.get(last) : undefined;
  if (jobbed !== undefined && !INDEFINITE.test(low[head.start] ?? '') && (mention.end === head.end || tag[head.end] === ',')) {
    const full = fullest(names, jobbed.words, null) ?? jobbed;
    return { speaker: clean(full.name), gender: full.gender, person: true };
  }
  const author = head.type === 'o' ? writerOf({ ...resolver, author: null }, mention) : null;
  if (author !== null) return author;
  const first = low[head.start] ?? '';
  const document = lexicon.documents.has(last) && 'MN'.includes(tag[head.end - 1] ?? 'B');
  // "a report warned": a document is one, however it is introduced
  if (document && (ONE.test(first) || /^(?:im|am|beim|vom|zum|zur|du|des|al|del|au)$/.test(low[head.start - 1] ?? '')))
    return described(scene, mention);
  // "laut Gutachten", "laut Polizei"
  if (
    lexicon.cues.language === 'de' &&
    'OMX'.includes(tag[head.start] ?? 'B') &&
    mention.links.some((l) => l.kind === 'according') &&
    !/(?:en|ern)$/.test(last)
  )
    return described(scene, mention);
  const definite =
    INDEFINITE.test(first) || tag[head.start] === '#'
      ? false
      : tag[head.start] === 'D' || tag[head.start] === 'p' || tag[head.start] === 'X';
  const bare = !'Dp'.includes(tag[head.start] ?? '') && tag[head.start] !== 'X';
  if (!definite || bare || lexicon.cues.pronouns[first] !== undefined) return nobody;
  // "sagt der Chef", "the expert said": who has just been speaking, when a person is described without a name.
  if (speaking?.person && head.end - head.start <= 3 && mention.end === head.end && tag[head.start] === 'D' && PERSON_ROLE.test(last))
    return speaking;
  if (!"OMTNX'".includes(tag[head.end - 1] ?? 'B') && !lexicon.roles.has(last) && (POINTING.test(first) || !speaks(mention))) return nobody;
  // "Politisch ließe sich das lösen,", "Darüber hinaus": a clause or an adverb, no description
  if (tag[head.start] === 'X' && !isPhrase(scene, mention, lexicon.cues.language)) return nobody;
  return described(scene, mention);
}

const ONE = /^(?:an?|eine?[mrns]?|une?|una|uno|um|uma)$/;

/** These point to what was told, not to who tells. */
const POINTING = /^(?:th(?:is|at|ese|ose)|dies\p{L}*|jene\p{L}*|cett?e?|ces|est[aeo]s?|es[aeo]s?|aquell?[aeo]s?)$/u;

/** "the ordinance provides that": what is the subject of a verb of saying, or is named behind "according to", may be anything. */
const speaks = ({ links }: Mention): boolean =>
  links.some(({ kind, tag }) => kind === 'according' || ((kind === 'subject' || kind === 'inverted') && 'SW'.includes(tag)));

/** The description as it stands, without a clause behind its noun: "a report (obtained by the Courier)". */
function described(scene: Scene, { start, end, head }: Mention): Resolution {
  const { tag, low } = scene.tokens;
  let to = head.end;
  while (to < end && !'VvRSWG,(-'.includes(tag[to] ?? 'B')) to++;
  const oblique = OBLIQUE.test(low[start] ?? '') || (low[start] === 'der' && 'PA'.includes(tag[start - 1] ?? 'B'));
  const from = oblique && start + 1 < to ? start + 1 : start;
  return { speaker: clean(scene.text.slice(scene.tokens.start[from], scene.tokens.end[to - 1])), gender: null, person: false };
}

/** German articles in a case in which nobody is named: "laut dem Ministerium". */
const OBLIQUE = /^(?:dem|den|des|einem|einen|einer|eines)$/;

/** Without an article: no verb in it, and in German, where nouns have capitals, a noun at its end. */
function isPhrase({ tokens: t }: Scene, { start, end }: Mention, language: string): boolean {
  for (let i = start; i < end; i++) if ('VSWH'.includes(t.tag[i] ?? 'B')) return false;
  let last = end - 1;
  while (last > start && t.tag[last] === ',') last--;
  return language !== 'de' || !'LaPvV'.includes(t.tag[last] ?? 'B');
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
    const other = /ed$/.test(low[i - 1] ?? '') && !/^(?:penned|signed|authored|prepared|issued|published)$/.test(low[i - 1] ?? '');
    const by = /^(?:from|by|von|de)$/.test(low[i] ?? '') && !other ? i + 1 + (tag[i + 1] === 'D' ? 1 : 0) : -1;
    const from = by > 0 && tag[by] === 'X' ? runFrom(scene, by, mention.end) : null;
    const run = owner ?? from;
    if (run === null) continue;
    if (from !== null && tag[i + 1] === 'D') return { speaker: bodyName(scene, by, mention.end), gender: null, person: false };
    const known = fullest(resolver.names, nameWords(runText(scene, run)), null) ?? exact(resolver.names, nameWords(runText(scene, run)));
    return known?.person === true ? { speaker: clean(known.name), gender: known.gender, person: true } : null;
  }
  return null;
}

const clean = (name: string): string =>
  name
    .replace(/[’']s$/, '')
    .replace(/\s+/g, ' ')
    .replace(/[,;:]+$/, '')
    .trim();
