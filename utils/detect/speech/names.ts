import type { PageText } from '../../domain/page-text.ts';
import { outletByName } from '../outlets/lookup.ts';
import { givenNameGender, isGivenName } from './given-names.ts';
import type { Lexicon } from './lexicon.ts';
import type { Scene } from './scene.ts';
import type { Mask } from './tokens.ts';

/** A person or body that the page names. */
export interface Named {
  /** The fullest form the page gives. */
  name: string;
  words: string[];
  gender: 'm' | 'f' | null;
  /** Has a known first name, a title, or stands in the page's metadata as a person. */
  person: boolean;
  /** How often any of its forms stands in the text. */
  count: number;
  /** Titles and roles that stand with it, lower case: "president". */
  roles: Set<string>;
  /** Other nouns that describe it: "clerk" in "clerk Bonnie Rusk". */
  jobs: Set<string>;
  /** How often it is the subject of a verb of saying. */
  spoke: number;
  /** How often a comma and a description follow it. */
  described: number;
  /** How often it stands before what is said as "X:". */
  labels: number;
  /** "he" minus "she" that can only mean it. */
  votes: number;
}

/** The names of a page, found by any of their words. */
export interface NameIndex {
  all: Named[];
  byLast: Map<string, Named[]>;
  byFirst: Map<string, Named[]>;
  byRole: Map<string, Named[]>;
  /** A noun that describes one person of the page alone: "the clerk". */
  byJob: Map<string, Named>;
}

/** Token indices of the name in a stretch of a scene; half-open. */
export interface NameRun {
  start: number;
  end: number;
  title: string | null;
}

/** Last words of bodies, outlets and documents: such a name is no person, however it begins. */
const BODY =
  /(?:^|\s)(?:Times|Post|Journal|News|Press|Herald|Tribune|Gazette|Magazine|Review|Guardian|Telegraph|Observer|Department|Ministry|Committee|Commission|Council|Agency|Institute|University|College|School|Center|Centre|Association|Foundation|Party|Union|Church|Court|House|Senate|Congress|Bank|Group|Inc\.?|Corp\.?|Co\.?|Ltd\.?|GmbH|AG|LLC|Campaign|Administration|Network|Radio|TV|Show|Act|Charter|Constitution|Report|Caucus|Coalition|Alliance|Society|Office|Bureau|Service|Police|Army|Force|Board|Fund|League|Club|Company|Project|Survey|Poll|Street|Avenue|Week|Day|States|Nations|Kingdom|America|Europe)$/;

/** Where the name stands in a noun phrase: the last run of capitalised words, without titles and possessors before it. */
export function nameRun(scene: Scene, start: number, end: number): NameRun | null {
  const { tag, low } = scene.tokens;
  let to = end;
  while (to > start && tag[to - 1] !== 'X') to--;
  // "the US President": what ends with a rank is described, not named
  if (to < end && 'TO'.includes(tag[end - 1] ?? 'B')) return null;
  let from = to;
  while (from > start && tag[from - 1] === 'X') from--;
  if (from === to) return null;
  // "Secretary of State Ann Falk"
  if (to - from > 1 && low[from] === 'state' && low[from - 1] === 'of') from++;
  // "Virologe John Lednicky", "Twitter CEO Jack Dorsey": the name begins with its first name
  for (let i = to - 2; i > from; i--) {
    const before = low[i - 1] ?? '';
    if (isGivenName(low[i] ?? '') && !isGivenName(before) && before.length > 1) {
      from = i;
      break;
    }
  }
  // "Schlachter Harms": in German the noun before a surname is no part of it
  if (scene.surnames?.has(low[to - 1] ?? '') && to - from === 2 && !isGivenName(low[from] ?? '') && (low[from]?.length ?? 0) > 2)
    from = to - 1;
  const title = tag[from - 1] === 'T' && from - 1 >= start ? (low[from - 1] ?? null) : null;
  return { start: from, end: to, title };
}

export const runText = (scene: Scene, run: NameRun): string =>
  scene.text.slice(scene.tokens.start[run.start], scene.tokens.end[run.end - 1]);

/** A full name inside quoted words, where no scene looks. */
const QUOTED_NAME = /(?<![\p{L}\p{N}])(\p{Lu}[\p{L}’'-]+)(?: \p{Lu}\.)?(?: \p{Lu}[\p{L}’'-]+){1,2}/gu;

/** Reads all names of a page: those in its text, its metadata and its JSON-LD. Linear. */
export function namesOf(page: PageText, scenes: readonly Scene[], masks: readonly Mask[], lexicon: Lexicon): NameIndex {
  const found = new Map<string, Named>();
  const add = (name: string, title: string | null, sure: boolean): Named | undefined => {
    const words = lookupWords(name);
    const last = words.at(-1);
    if (last === undefined || words.length > 6) return undefined;
    const key = words.join(' ');
    let named = found.get(key);
    if (named === undefined) {
      named = {
        name,
        words,
        gender: words.length > 1 ? givenNameGender(words[0] ?? '') : null,
        person: false,
        count: 0,
        roles: new Set(),
        jobs: new Set(),
        spoke: 0,
        described: 0,
        labels: 0,
        votes: 0,
      };
      named.person = sure || (((words.length > 1 && isGivenName(words[0] ?? '')) || INITIALS.test(name)) && !BODY.test(name));
      found.set(key, named);
    }
    named.count++;
    if (title !== null) {
      named.person = true;
      named.gender ??= lexicon.cues.titles[title] ?? null;
      named.roles.add(title);
    }
    return named;
  };
  for (const scene of scenes) readScene(scene, lexicon, add);
  if (lexicon.cues.caseless === true) for (const scene of scenes) addFirstNames(scene, found, add);
  for (const { start, end } of masks) {
    for (const [name, first = ''] of page.text.slice(start, end).matchAll(QUOTED_NAME)) if (isGivenName(first)) add(name, null, false);
  }
  for (const name of metadataNames(page)) add(name, null, true);
  const index = indexed([...found.values()]);
  for (const named of index.all) settle(named, index);
  addJobs(index);
  return index;
}

/** Nouns that describe a single person; the short and the full form of a name are one. */
function addJobs(index: NameIndex): void {
  const shared = new Set<string>();
  for (const named of index.all) {
    for (const job of named.jobs) {
      if (!named.person || shared.has(job)) continue;
      const known = index.byJob.get(job);
      if (known === undefined || named.words.length > known.words.length) {
        if (known !== undefined && known.words.at(-1) !== named.words.at(-1)) shared.add(job);
        index.byJob.set(job, named);
      } else if (known.words.at(-1) !== named.words.at(-1)) shared.add(job);
    }
  }
  for (const job of shared) index.byJob.delete(job);
}

/** Without capitals a full name shows in what stands again and again before a surname that speaks. */
function addFirstNames(scene: Scene, found: ReadonlyMap<string, Named>, add: Add): void {
  const { low, tag } = scene.tokens;
  const pairs = new Map<string, number>();
  for (let i = 1; i < low.length; i++) {
    if (found.get(low[i] ?? '') === undefined || !'LX'.includes(tag[i - 1] ?? 'B')) continue;
    const pair = `${low[i - 1]} ${low[i]}`;
    pairs.set(pair, (pairs.get(pair) ?? 0) + 1);
  }
  for (const [pair, n] of pairs) if (n > 1) for (let k = 0; k < n; k++) add(pair, null, true);
}

/** "J. K. Rowling", "John F. Kennedy": bodies have no initials. */
const INITIALS = /^(?:\p{Lu}\. ?)+\p{Lu}\p{Ll}|^\p{Lu}\p{Ll}+ \p{Lu}\. \p{Lu}\p{Ll}/u;

type Add = (name: string, title: string | null, sure: boolean) => Named | undefined;

/** Counts a scene's names, and what its pronouns show: "Smith said she" makes Smith a woman when no other name stands between. */
function readScene(scene: Scene, lexicon: Lexicon, add: Add): void {
  const { sentence, low } = scene.tokens;
  let last: { named: Named; sentence: number } | null = null;
  let alone = true;
  for (const { head, links, type, start, end } of scene.mentions) {
    if (type === 'H' || type === 'p') {
      const gender = lexicon.cues.language === 'en' ? POINTS[low[start] ?? ''] : undefined;
      if (gender !== undefined && last !== null && alone && last.sentence === sentence[start]) last.named.votes += gender === 'm' ? 1 : -1;
      continue;
    }
    if (head.type === 'd') addAppositive(scene, head.end, end, add);
    if (head.type !== 'n') continue;
    const run = nameRun(scene, head.start, head.end);
    const named = run === null ? undefined : add(runText(scene, run), run.title, false);
    if (named === undefined) continue;
    if (run !== null) addJob(scene, run, named, lexicon.cues.language === 'de');
    if (links.some((l) => (l.kind === 'subject' || l.kind === 'inverted') && l.tag === 'S')) named.spoke++;
    if (end > head.end + 2 && scene.tokens.tag[head.end] === ',') named.described++;
    if (hasYears(scene, head.end) || hasAge(scene, head.end)) named.described++;
    if (links.some((l) => l.kind === 'label')) named.labels++;
    const here = sentence[start] ?? 0;
    alone = last === null || last.sentence !== here || last.named === named;
    last = { named, sentence: here };
  }
}

/** What a body is: its name follows as a person's does. */
const BODY_ROLE =
  /^(?:groups?|department|agency|company|committee|board|council|coalition|party|union|court|office|government|police|administration|commission|institute|association|organi[sz]ation|foundation|network|newspaper|magazine|outlet|publication|paper|team|staff|campaign|crowd|audience|ministerium|regierung|polizei|partei|firma|unternehmen|verband|behörde|gericht|zeitung|zeitschrift|blatt|magazin|sender|redaktion|gouvernement|ministère|parti|syndicats?|entreprise|société|tribunal|mairie|collectif|groupe|quotidien|hebdomadaire|journal|préfecture|direction|région|département|conseil|fédération|parquet|gobierno|ministerio|policía|partido|sindicato|empresa|ayuntamiento|grupo|asociación|diario|periódico|fiscalía|consejería|junta|comisión|confederación|federación)$/;

/** "Ada Mirren (1871–1949)": only persons have two years. */
const hasYears = ({ tokens: { tag, low } }: Scene, at: number): boolean =>
  tag[at] === '(' && YEAR.test(low[at + 1] ?? '') && tag[at + 2] === '-' && YEAR.test(low[at + 3] ?? '');
/** "Renata Solis, 34,". */
const hasAge = ({ tokens: { tag, low } }: Scene, at: number): boolean =>
  tag[at] === ',' && /^\d{1,2}$/.test(low[at + 1] ?? '') && ',.'.includes(tag[at + 2] ?? 'B');
const YEAR = /^1\d{3}$|^20\d{2}$/;

/** "clerk Bonnie Rusk", "Bonnie Rusk, a clerk of the court". */
function addJob({ tokens: { tag, low } }: Scene, run: NameRun, named: Named, german: boolean): void {
  const job = tag[run.start - 1] === 'O' ? (low[run.start - 1] ?? '') : '';
  if (job !== '') named.jobs.add(job);
  // "Verkehrsminister Ole Brodersen": what somebody is stands before persons, whatever their first names are
  if (job !== '' && !BODY_ROLE.test(job) && run.end - run.start >= 2 && !BODY.test(named.name)) {
    named.person = true;
    if (german) named.gender ??= /in$/.test(job) ? 'f' : /(?:er|or|ent|ist|chef|arzt|rat|anwalt)$/.test(job) ? 'm' : null;
  }
  if (tag[run.end] !== ',' || !'DLO'.includes(tag[run.end + 1] ?? 'B')) return;
  for (let i = run.end + 1; i < run.end + 6 && 'DLOXT'.includes(tag[i] ?? 'B'); i++)
    if (tag[i] === 'O' && tag[i + 1] !== 'X') named.jobs.add(low[i] ?? '');
}

/** "Price's lawyer, Simon Achterberg,": the name behind a description. */
function addAppositive(scene: Scene, noun: number, most: number, add: Add): void {
  const { tag, low } = scene.tokens;
  if (tag[noun - 1] !== 'O') return;
  // "the clerk of the town, Bonnie Rusk,"
  let end = noun;
  while (end < Math.max(noun, most) && tag[end] !== ',') end++;
  if (tag[end] !== ',') return;
  let to = end + 1;
  while (tag[to] === 'X') to++;
  if (to - end < 3 || to - end > 5 || !',VSW.'.includes(tag[to] ?? 'B')) return;
  const run = nameRun(scene, end + 1, to);
  if (run !== null) add(runText(scene, run), null, false)?.jobs.add(low[noun - 1] ?? '');
}

const POINTS: Record<string, 'm' | 'f' | undefined> = { he: 'm', his: 'm', she: 'f', her: 'f' };

/** Countries and capitals speak ("Israel said"), but are no persons, though some are first names too. */
const PLACES = new Set(
  'israel russia china ukraine iran iraq syria turkey germany france britain england scotland ireland italy spain poland europe america japan india pakistan mexico canada brazil egypt jordan georgia chad hamas hezbollah nato washington moscow beijing kyiv kiev london paris berlin brussels jerusalem gaza tehran israël russie chine allemagne russland frankreich deutschland türkei italien spanien polen rusia alemania francia españa italia méxico moscou moskau'.split(
    ' ',
  ),
);

/** What the whole page shows of a name: who speaks in two words, or is called by the surname alone later, is a person. */
function settle(named: Named, index: NameIndex): void {
  const { words, name } = named;
  const short = (index.byLast.get(words.at(-1) ?? '') ?? []).find((n) => n.words.length === 1);
  if (PLACES.has(name.toLowerCase())) {
    named.person = false;
    return;
  }
  if (
    !named.person &&
    words.length >= 2 &&
    words.length < 5 &&
    !BODY.test(name) &&
    !/\p{Lu}{2}/u.test(name) &&
    outletByName(name) === null
  ) {
    named.person =
      (words.length === 2 && (named.spoke > 0 || named.labels > 1)) || named.described > 0 || (short !== undefined && short.spoke > 0);
  }
  if (
    !named.person &&
    words.length === 1 &&
    named.spoke > 0 &&
    Math.abs(named.votes) + Math.min(named.described, 1) > 1 &&
    named.votes !== 0
  )
    named.person = true;
  const votes = named.votes + (words.length > 1 ? (short?.votes ?? 0) : 0);
  if (named.person && named.gender === null && votes !== 0) named.gender = votes > 0 ? 'm' : 'f';
}

/** The words of a name that tell it from others; "J." and "Jr." stay out. */
export const nameWords = (name: string): string[] =>
  name
    .toLowerCase()
    .split(/[\s,]+/)
    .map((w) => w.replace(/[’']s$/, '').replace(/^[^\p{L}\p{N}@]+|[^\p{L}\p{N}]+$/gu, ''))
    .filter((w) => w.length > 1 && !/^(?:jr|sr|ii|iii)$/.test(w));

const PARTICLES = /^(?:(?:von|van|de|der|den|du|la|le|zu) )+(?=\p{L})/u;

/** The same for a mention: "von Preen" is looked for as "Preen". "Al Gore" is not: particles are small. */
export const lookupWords = (name: string): string[] => nameWords(name.replace(PARTICLES, ''));

function indexed(all: Named[]): NameIndex {
  const index: NameIndex = { all, byLast: new Map(), byFirst: new Map(), byRole: new Map(), byJob: new Map() };
  const put = (map: Map<string, Named[]>, key: string, named: Named): void => {
    const list = map.get(key);
    if (list === undefined) map.set(key, [named]);
    else if (list.length < 50) list.push(named);
  };
  for (const named of all) {
    put(index.byLast, named.words.at(-1) ?? '', named);
    if (named.words.length > 1) put(index.byFirst, named.words[0] ?? '', named);
    for (const role of named.roles) put(index.byRole, role, named);
  }
  return index;
}

/** The fullest name for a short form: a surname, a first name, "Mr. X". Null when the page gives no fuller one. */
export function fullest(index: NameIndex, words: readonly string[], gender: 'm' | 'f' | null): Named | null {
  const last = words.at(-1);
  if (last === undefined) return null;
  const fits = (n: Named): boolean => n.words.length > words.length && (gender === null || n.gender === null || n.gender === gender);
  const same = (index.byLast.get(last) ?? []).filter((n) => fits(n) && (words.length === 1 || n.words[0] === words[0]));
  const candidates =
    same.length > 0 || words.length > 1 ? same : (index.byFirst.get(last) ?? []).filter((n) => fits(n) && n.person && !PLACES.has(last));
  let best: Named | null = null;
  for (const n of candidates) if (best === null || rank(n) > rank(best)) best = n;
  return best;
}

/** Persons before bodies, two or three words before more, then what stands most often. */
const rank = (n: Named): number => (n.person ? 1000 : 0) - (n.words.length > 3 ? 500 : 0) + Math.min(n.count, 400);

const MAX_JSON = 200_000;

function metadataNames({ metadata }: PageText): string[] {
  const names = metadata.authors.filter((a) => /^\p{Lu}[\p{L}.’'-]+(?: [\p{L}.’'-]+){1,4}$/u.test(a));
  for (const json of metadata.jsonLd) {
    if (json.length > MAX_JSON) continue;
    // Names are read where they stand: the block may be broken JSON and a person still be named in it.
    for (const [, object = ''] of json.matchAll(/\{([^{}]*"@type"\s*:\s*"Person"[^{}]*)/g)) {
      const name = /"name"\s*:\s*"([^"\\]{3,60})"/.exec(object)?.[1];
      if (name?.includes(' ')) names.push(name);
    }
  }
  return names;
}
