import type { Chunk, ChunkType } from './chunks.ts';
import { isGivenName } from './given-names.ts';
import type { Lexicon, Tag } from './lexicon.ts';
import type { Tokens } from './tokens.ts';

/**
 * How a mention stands to a cue: its `subject` ("X said"), `inverted` ("said X"), `shared` ("X laughed and said", "…, saying"),
 * `object` ("told X"), `according` ("according to X"), `noun` ("X's statement"), `label` ("X:"), `dash` ("— X").
 */
export type LinkKind = 'subject' | 'inverted' | 'shared' | 'object' | 'according' | 'noun' | 'label' | 'dash';

export interface Link {
  kind: LinkKind;
  /** Token of the cue. */
  cue: number;
  tag: Tag;
}

/** Words that may point to a speaker, with the cues they stand with. Token indices, half-open. */
export interface Mention {
  start: number;
  end: number;
  type: ChunkType;
  /** The noun phrase alone: it carries the name. */
  head: Chunk;
  links: Link[];
  /** Subject of a verb that is no cue. */
  verb: boolean;
  /** A name or noun inside another mention's description. */
  inside: boolean;
  /** What the words show of whom they mean: `n` with a first name or title is `nP`, a body `nO`; he, it, they, I apart. */
  kind: string;
}

/** Words that an appositive may run over before its verb: 40 cover 99 % of those in the training articles. */
const REACH = 45;

export function mentionsOf(t: Tokens, chunks: readonly Chunk[], lexicon: Lexicon): Mention[] {
  const at = new Map<number, Chunk>();
  for (const chunk of chunks) at.set(chunk.start, chunk);
  const mentions: Mention[] = [];
  const byStart = new Map<number, Mention>();
  const byHeadEnd = new Map<number, Mention>();
  const claimed = new Set<number>();
  let covered = -1;
  for (const chunk of chunks) {
    const { end, verb } = subjectOf(t, chunk, at, lexicon);
    const mention: Mention = {
      start: chunk.start,
      end,
      type: chunk.type,
      head: chunk,
      links: [],
      verb: verb !== null,
      inside: chunk.start < covered,
      kind: kindOf(t, chunk, lexicon),
    };
    if (verb !== null && verb.tag !== 'V' && !claimed.has(verb.cue) && mayBeSubject(t, chunk, verb.cue, lexicon)) {
      mention.links.push({ kind: 'subject', ...verb });
      claimed.add(verb.cue);
    }
    covered = Math.max(covered, end);
    mentions.push(mention);
    byStart.set(chunk.start, mention);
    byHeadEnd.set(chunk.end, mention);
  }
  linkCues(t, at, mentions, byStart, byHeadEnd, claimed, lexicon);
  for (const mention of mentions) linkPlace(t, mention);
  return mentions;
}

const BODY =
  /^(?:times|post|journal|news|press|herald|tribune|department|ministry|committee|commission|council|agency|institute|university|college|school|center|association|foundation|party|union|church|court|house|senate|congress|bank|group|inc|corp|campaign|administration|network|states|nations|coalition|office|police|board|company|center|society|bureau)$/;

function kindOf(t: Tokens, { start, end, type }: Chunk, lexicon: Lexicon): string {
  const word = t.low[start] ?? '';
  if (type === 'H') {
    if (/^(?:i|ich|je|yo)$/.test(word)) return 'HI';
    const agreement = lexicon.cues.pronouns[word];
    if (agreement === undefined) return 'H';
    return agreement.plural ? (/^(?:we|wir|nous|nosotros)$/.test(word) ? 'Hwe' : 'Hthey') : agreement.gender === null ? 'Hit' : 'H';
  }
  if (type !== 'n') return type;
  if (BODY.test(t.low[end - 1] ?? '')) return 'nO';
  for (let i = start; i < end; i++) if (t.tag[i] === 'T' || (t.tag[i] === 'X' && i + 1 < end && isGivenName(t.low[i] ?? ''))) return 'nP';
  return end - start === 1 ? 'n1' : 'n';
}

function opensWithPreposition(t: Tokens, at: number): boolean {
  const sentence = t.sentence[at];
  let i = at;
  while (i > 0 && at - i < 30 && t.sentence[i - 1] === sentence && !',Q:'.includes(t.tag[i - 1] ?? 'B')) i--;
  return t.tag[i] === 'P';
}

/** Not behind a preposition that opens its clause ("In Berlin sagte X"), and not when the pronoun behind the verb is the subject ("erzählte er"). */
function mayBeSubject(t: Tokens, chunk: Chunk, cue: number, lexicon: Lexicon): boolean {
  if (t.tag[cue + 1] === 'H' && chunk.type !== 'H') return false;
  // "would resign, the governor replied": a verb in no list
  if (chunk.type === 'd' && t.tag[chunk.start] === 'L' && (t.tag[chunk.start - 1] === 'V' || t.low[chunk.start - 1] === 'to')) return false;
  // "In der Sendung X äußerte Y": the verb stands second, the subject behind it
  if (lexicon.cues.language === 'de' && 'XDT'.includes(t.tag[cue + 1] ?? 'B') && opensWithPreposition(t, chunk.start)) return false;
  return !(t.tag[chunk.start - 1] === 'P' && 'B.,:QC!-'.includes(t.tag[chunk.start - 2] ?? 'B'));
}

/** Where the mention ends when a verb follows it, and that verb. */
function subjectOf(
  t: Tokens,
  chunk: Chunk,
  at: ReadonlyMap<number, Chunk>,
  lexicon: Lexicon,
): { end: number; verb: { cue: number; tag: Tag } | null } {
  let end = chunk.end;
  let sure = end;
  let verb = verbAt(t, end);
  const pronoun = 'Hhpw'.includes(chunk.type);
  for (let n = 0; verb === null && n < 4 && !pronoun; n++) {
    const next = joined(t, end, at, lexicon);
    if (next === null) break;
    const of = t.low[end] === 'of' || t.low[end] === 'de' || t.low[end] === 'del' || t.low[end] === 'du' || t.low[end] === 'von';
    end = next;
    if (of || (chunk.type !== 'n' && sure >= chunk.end)) sure = end;
    verb = verbAt(t, end);
  }
  if (verb !== null && verb.tag === 'V' && t.low[verb.cue + 1] === 'by' && /(?:ed|known|written)$/.test(t.low[verb.cue] ?? '')) {
    // "a writer employed by Y wrote": the first verb is no verb
    const past = pastAppositive(t, chunk, verb.cue, lexicon);
    if (past !== null) return past;
  }
  if (verb !== null) return { end, verb };
  const far = pronoun ? null : (pastAppositive(t, chunk, end, lexicon) ?? pastAppositive(t, chunk, chunk.end, lexicon));
  return far ?? { end: sure, verb: null };
}

/** "of X", "for X", "Y's": where the phrase that continues a description ends; null when none does. */
function joined(t: Tokens, i: number, at: ReadonlyMap<number, Chunk>, lexicon: Lexicon): number | null {
  if (t.tag[i] === 'C' && (t.low[i] === 'and' || t.low[i] === 'und' || t.low[i] === 'et' || t.low[i] === 'y')) {
    const other = at.get(i + 1);
    return other !== undefined && 'nd'.includes(other.type) && (verbAt(t, other.end)?.tag ?? 'V') !== 'V' ? other.end : null;
  }
  const to =
    t.low[i] === 'to' &&
    lexicon.cues.language === 'en' &&
    (t.tag[i - 1] === 'O' || /^(?:close|clerk|assistant|envoy|heir|successor)$/.test(t.low[i - 1] ?? ''));
  if (!to && !lexicon.joining.has(t.low[i] ?? '')) return null;
  const next = at.get(i + 1) ?? (t.tag[i] === 'D' ? at.get(i) : undefined);
  return next !== undefined && 'ndop'.includes(next.type) ? Math.max(next.end, i + 1) : null;
}

/** The finite verb at a place, past adverbs and auxiliaries. */
function verbAt(t: Tokens, from: number): { cue: number; tag: Tag } | null {
  let i = from;
  if (t.tag[i] === '(') {
    for (let n = 0; n < 8 && t.tag[i] !== ')'; n++) i++;
    if (t.tag[i] !== ')') return null;
    i++;
  }
  for (let n = 0; n < 3 && ('at#'.includes(t.tag[i] ?? 'B') || (t.tag[i] === 'P' && t.tag[i + 1] === 't')); n++) i++;
  const tag = t.tag[i] ?? 'B';
  if (tag === 'S' || tag === 'W') return { cue: i, tag };
  if (tag !== 'V') return null;
  for (let k = i + 1; k < i + 6; k++) {
    const next = t.tag[k] ?? 'B';
    if ('SWKG'.includes(next)) return { cue: k, tag: next };
    if (!'VaPh'.includes(next)) break;
  }
  return { cue: i, tag };
}

/** Past ", president of X," or "who did Y": the comma or the second verb that leads on to the mention's own verb. */
function pastAppositive(t: Tokens, chunk: Chunk, from: number, lexicon: Lexicon): { end: number; verb: { cue: number; tag: Tag } } | null {
  const open = t.tag[from] ?? 'B';
  const relative = open === 'R' || open === 'V' || open === 'v' || (open === 'L' && chunk.type === 'd');
  if (!',-('.includes(open) && !relative) return null;
  const sentence = t.sentence[from];
  const closing = open === '(' ? ')' : open;
  let verbs = 0;
  let commas = 0;
  for (let i = from + 1; i < from + REACH && t.sentence[i] === sentence; i++) {
    const tag = t.tag[i] ?? 'B';
    if (tag === 'Q' || tag === ';' || tag === ':' || tag === 'B' || (tag === ')' && closing !== ')')) return null;
    if (relative) {
      if ('SW'.includes(tag) && t.tag[i - 1] !== 'C' && t.tag[i - 1] !== 'H') {
        if (verbs > 0 || open !== 'R') return { end: i, verb: { cue: i, tag } };
        verbs++;
      } else if (tag === 'V') verbs++;
      continue;
    }
    // "X, a member of Y said": the second comma is missing
    if (open === ',' && tag === 'S' && t.tag[from + 1] === 'D' && commas === 0 && t.tag[i - 1] !== 'H')
      return { end: i, verb: { cue: i, tag } };
    if (tag === ',') commas++;
    if (tag !== closing) continue;
    const verb = verbAt(t, i + 1);
    // ", who said Q": the relative clause is not the end of the appositive
    if (verb !== null) return { end: i, verb };
    if (i === from + 1 || (lexicon.cues.language === 'en' && t.tag[i + 1] === 'H')) return null;
  }
  return null;
}

function linkCues(
  t: Tokens,
  at: ReadonlyMap<number, Chunk>,
  mentions: readonly Mention[],
  byStart: ReadonlyMap<number, Mention>,
  byHeadEnd: ReadonlyMap<number, Mention>,
  claimed: ReadonlySet<number>,
  lexicon: Lexicon,
): void {
  let subject: Mention | null = null;
  let next = 0;
  let sentence = -1;
  for (let i = 0; i < t.tag.length; i++) {
    if (t.sentence[i] !== sentence) {
      sentence = t.sentence[i] ?? -1;
      subject = null;
    }
    for (let m = mentions[next]; m !== undefined && m.start <= i; m = mentions[++next])
      if (m.verb && !(m.inside && subject !== null)) subject = m;
    const tag = t.tag[i] ?? '';
    if (tag === 'A') {
      const named = byStart.get(i + 1) ?? (t.tag[i + 1] === 'P' ? byStart.get(i + 2) : undefined);
      if (named !== undefined) add(named, 'according', i, tag, t, at, lexicon);
    } else if ('SWGK'.includes(tag)) {
      // "a video of X telling Y": the participle's own subject stands before it
      const direct = tag === 'G' ? byHeadEnd.get(t.tag[i - 1] === 'a' ? i - 1 : i) : undefined;
      if (direct !== undefined && 'nH'.includes(direct.type)) {
        direct.links.push({ kind: 'subject', cue: i, tag });
        continue;
      }
      const follower = byStart.get(i + 1) ?? (t.tag[i + 1] === 'a' ? byStart.get(i + 2) : undefined);
      if (claimed.has(i)) {
        if (follower !== undefined) follower.links.push({ kind: 'object', cue: i, tag });
      } else if (follower !== undefined && tag !== 'G' && tag !== 'K' && follower.type !== 'h' && opensInversion(t, i, lexicon))
        add(follower, 'inverted', i, tag, t, at, lexicon);
      else {
        if (subject !== null && subject.end <= i) subject.links.push({ kind: 'shared', cue: i, tag });
        if (follower !== undefined) follower.links.push({ kind: 'object', cue: i, tag });
      }
    } else if (tag === 'N' || tag === 'M') {
      const owner =
        ownerOf(t, i, byStart, byHeadEnd) ??
        (t.tag[i + 1] === 'P' && lexicon.joining.has(t.low[i + 1] ?? '') ? byStart.get(i + 2) : undefined);
      if (owner !== undefined) owner.links.push({ kind: 'noun', cue: i, tag });
    }
  }
}

/** Whose statement it is: "X's recent statement", "her words". */
function ownerOf(
  t: Tokens,
  noun: number,
  byStart: ReadonlyMap<number, Mention>,
  byHeadEnd: ReadonlyMap<number, Mention>,
): Mention | undefined {
  for (let i = noun - 1; i >= 0 && i > noun - 5; i--) {
    const tag = t.tag[i] ?? 'B';
    if (tag === 'p') return byHeadEnd.get(i + 1) ?? byStart.get(i);
    if (tag === "'") return byHeadEnd.get(i);
    if (!'LXONM#t'.includes(tag)) return undefined;
  }
  return undefined;
}

/** Whether the verb may stand before its subject here: behind a quotation or at the start of its clause; in other languages wherever it has no subject before it. */
function opensInversion(t: Tokens, verb: number, lexicon: Lexicon): boolean {
  let i = verb - 1;
  while (i >= 0 && 'Vaht'.includes(t.tag[i] ?? '')) i--;
  const tag = t.tag[i] ?? 'B';
  if (tag === 'Q' || tag === 'B' || tag === '.' || tag === '-' || tag === '!') return true;
  if (tag === ',') return t.tag[i - 1] === 'Q' || lexicon.cues.language !== 'en' || t.sentence[i - 1] !== t.sentence[verb];
  return lexicon.cues.language !== 'en' && tag !== 'C' && tag !== 'R' && tag !== 'P';
}

function add(mention: Mention, kind: LinkKind, cue: number, tag: Tag, t: Tokens, at: ReadonlyMap<number, Chunk>, lexicon: Lexicon): void {
  mention.links.push({ kind, cue, tag });
  mention.end = Math.max(mention.head.end, trailingEnd(t, mention.head, at, lexicon));
}

/** The end of "X of Y, a Z that …" behind "said" or "according to": the sentence's end, or what turns away from the description. */
function trailingEnd(t: Tokens, head: Chunk, at: ReadonlyMap<number, Chunk>, lexicon: Lexicon): number {
  if ('Hhpw'.includes(head.type)) return head.end;
  let i = head.end;
  const sentence = t.sentence[head.start];
  for (let n = 0; n < 5; n++) {
    const next = joined(t, i, at, lexicon);
    if (next === null && n === 0 && kindOf(t, head, lexicon) !== 'nP') {
      // "die Frauenrechtlerin und Pädagogin María Blandón"
      const other = t.tag[i] === 'C' ? at.get(i + 1) : undefined;
      if (other?.type === 'n' && other.end - other.start > 1) return other.end;
    }
    if (next === null || t.tag[i] === 'C') break;
    if (head.type === 'n' && /^(?:in|on|at|im|am|en)$/.test(t.low[i] ?? '') && n === 0 && t.tag[head.start] === 'X') break;
    i = next;
  }
  if (t.tag[i] !== ',' && t.tag[i] !== 'R' && t.tag[i] !== '(') return i;
  if (t.tag[i] === ',' && !describes(t, i + 1, lexicon)) return i;
  for (let k = i + 1; k < i + REACH * 1.5 && t.sentence[k] === sentence; k++) {
    const tag = t.tag[k] ?? 'B';
    if (tag === 'Q' || tag === 'B' || tag === ';' || tag === ':' || tag === '-') return trim(t, k);
    if (tag === '.' || tag === '!') return k;
    if (
      tag === ',' &&
      (t.tag[k + 1] === 'G' ||
        t.tag[k + 1] === 'v' ||
        t.tag[k + 1] === 'H' ||
        (t.tag[k + 1] === 'P' && !/^(?:of|for|de|du)$/.test(t.low[k + 1] ?? '')) ||
        verbAt(t, k + 1) !== null)
    )
      return k;
  }
  let k = i + 1;
  while (k < i + REACH && k < t.tag.length && t.sentence[k] === sentence) k++;
  return trim(t, k);
}

function trim(t: Tokens, end: number): number {
  let k = end;
  while (k > 0 && ',.C'.includes(t.tag[k - 1] ?? 'x')) k--;
  return k;
}

/** ", a professor", ", who led", ", 52", ", president of": what follows a comma describes the name before it. */
function describes(t: Tokens, i: number, lexicon: Lexicon): boolean {
  const tag = t.tag[i] ?? 'B';
  if ('DpOT#R'.includes(tag)) return true;
  if (tag === 'X') return true;
  if (tag !== 'L') return false;
  for (let k = i; k < i + 5; k++) {
    if (t.tag[k] === 'O' || t.tag[k] === 'T' || lexicon.roles.has(t.low[k] ?? '')) return true;
    if (!'LXN'.includes(t.tag[k] ?? 'B')) return false;
  }
  return false;
}

function linkPlace(t: Tokens, mention: Mention): void {
  const before = t.tag[mention.start - 1] ?? 'B';
  let i = mention.end;
  if (t.tag[i] === '(') while (i < mention.end + 8 && t.tag[i] !== ')' && t.tag[i] !== undefined) i++;
  if (t.tag[i] === ')') i++;
  if (t.tag[i] === ':' && (before === 'B' || before === '.' || before === 'Q' || before === '!'))
    mention.links.push({ kind: 'label', cue: i, tag: ':' });
  let dash = mention.start - 1;
  while (dash > 0 && t.tag[dash] === '-') dash--;
  if (before === '-' && (t.tag[dash] === 'Q' || t.tag[dash] === 'B'))
    mention.links.push({ kind: 'dash', cue: mention.start - 1, tag: '-' });
}
