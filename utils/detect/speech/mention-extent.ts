import type { Chunk } from './chunks.ts';
import type { Lexicon, Tag } from './lexicon.ts';
import { kindOf } from './mention-kind.ts';
import type { Tokens } from './tokens.ts';

/** Words that an appositive may run over before its verb: 40 cover 99 % of those in the training articles. */
const REACH = 45;

/** Where the mention ends when a verb follows it, and that verb. */
export function subjectOf(
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
  if (lexicon.cues.language === 'de' && (verb === null || verb.tag === 'V')) {
    const late = clauseFinal(
      t,
      verb?.cue ?? (pronoun || HAVING.test(t.low[chunk.start - 1] ?? '') ? chunk.end - 1 : -1),
      chunk,
      verb !== null,
    );
    if (late !== null) return { end: verb === null ? chunk.end : end, verb: late };
  }
  if (verb !== null && verb.tag === 'V' && t.low[verb.cue + 1] === 'by' && /(?:ed|known|written)$/.test(t.low[verb.cue] ?? '')) {
    // "a writer employed by Y wrote": the first verb is no verb
    const past = pastAppositive(t, chunk, verb.cue, lexicon);
    if (past !== null) return past;
  }
  if (verb !== null) return { end, verb };
  // "In an email to the Courier, X's spokeswoman called it": what the opening phrase ends with is not described behind its comma
  const ahead = t.tag[chunk.start - 1] ?? 'B';
  const opening =
    ('P'.includes(ahead) && !AS.test(t.low[chunk.start - 1] ?? '') && opensWithPreposition(t, chunk.start)) ||
    ('PvG'.includes(ahead) && opensWithParticiple(t, chunk.start));
  const far = pronoun || opening ? null : (pastAppositive(t, chunk, end, lexicon) ?? pastAppositive(t, chunk, chunk.end, lexicon));
  return far ?? { end: sure, verb: null };
}

/** "of X", "for X", "Y's": where the phrase that continues a description ends; null when none does. */
function joined(t: Tokens, i: number, at: ReadonlyMap<number, Chunk>, lexicon: Lexicon): number | null {
  if (t.tag[i] === 'C' && (t.low[i] === 'and' || t.low[i] === 'und' || t.low[i] === 'et' || t.low[i] === 'y')) {
    const other = at.get(i + 1);
    if (other === undefined || !'nd'.includes(other.type)) return null;
    if ((verbAt(t, other.end)?.tag ?? 'V') !== 'V') return other.end;
    // "X of Y and a former clerk to Z declared"
    const further = t.tag[i + 1] === 'D' && t.tag[other.end] !== 'C' ? joined(t, other.end, at, lexicon) : null;
    return further !== null && (verbAt(t, further)?.tag ?? 'V') !== 'V' ? further : null;
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
  // "Ruiz and Holm (2021) note"
  if (tag === 'K' && t.tag[from] === '(') return { cue: i, tag: 'S' };
  if (tag !== 'V') return null;
  for (let k = i + 1; k < i + 6; k++) {
    const next = t.tag[k] ?? 'B';
    if ('SWKG'.includes(next)) return { cue: k, tag: next };
    if (!'VaPh'.includes(next)) break;
  }
  return { cue: i, tag };
}

const HAVING = /^(?:hat|hatte|habe|haben|hatten|hätte|hätten|soll|sollen|will|wollte)$/;
/** Longer clauses have another subject in them: 99 % of those in the training pages are shorter. */
const CLAUSE = 14;

/** "hatte im Stadtrat erklärt", "soll X intern gesagt haben": in German the cue stands at the end of its clause, behind its auxiliary. */
function clauseFinal(t: Tokens, from: number, chunk: Chunk, behind: boolean): { cue: number; tag: Tag } | null {
  if (from < 0 || !HAVING.test(t.low[behind ? from : chunk.start - 1] ?? '')) return null;
  for (let i = from + 1; i < from + CLAUSE; i++) {
    const tag = t.tag[i] ?? 'B';
    if (',:Q.;B!-('.includes(tag)) return null;
    if ('SWK'.includes(tag) && ',:Q.V!B'.includes(t.tag[i + 1] ?? 'B')) return { cue: i, tag: tag === 'K' ? 'S' : tag };
  }
  return null;
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

/** "As X said" opens a clause of its own. */
const AS = /^(?:as|like|wie|als|comme|como)$/;

/** Not behind a preposition that opens its clause ("In Berlin sagte X"), and not when the pronoun behind the verb is the subject ("erzählte er"). */
export function mayBeSubject(t: Tokens, chunk: Chunk, cue: number, lexicon: Lexicon): boolean {
  if (t.tag[cue + 1] === 'H' && chunk.type !== 'H') return false;
  // "would resign, the governor replied": a verb in no list
  if (chunk.type === 'd' && t.tag[chunk.start] === 'L' && (t.tag[chunk.start - 1] === 'V' || t.low[chunk.start - 1] === 'to')) return false;
  // "In der Sendung X äußerte Y": the verb stands second, the subject behind it
  if (lexicon.cues.language === 'de' && 'XDT'.includes(t.tag[cue + 1] ?? 'B') && opensWithPreposition(t, chunk.start)) return false;
  return !(
    t.tag[chunk.start - 1] === 'P' &&
    (chunk.type === 'H' || !AS.test(t.low[chunk.start - 1] ?? '')) &&
    'B.,:QC!-'.includes(t.tag[chunk.start - 2] ?? 'B')
  );
}

/** "Asked by the Courier, the mayor", "Interrogé par Ouest-France, le ministre": no noun stands before it in its sentence. */
function opensWithParticiple(t: Tokens, at: number): boolean {
  const sentence = t.sentence[at];
  let i = at - 1;
  while (i >= 0 && at - i < 6 && t.sentence[i] === sentence && 'LVvGSWPa'.includes(t.tag[i] ?? 'B')) i--;
  const verb = /^[vGLVSW]$/.test(t.tag[i + 1] ?? 'B');
  return verb && i < at - 1 && (i < 0 || t.sentence[i] !== sentence || t.tag[i] === 'B');
}

function opensWithPreposition(t: Tokens, at: number): boolean {
  const sentence = t.sentence[at];
  let i = at;
  while (i > 0 && at - i < 30 && t.sentence[i - 1] === sentence && !',Q:'.includes(t.tag[i - 1] ?? 'B')) i--;
  return t.tag[i] === 'P';
}

/** The end of "X of Y, a Z that …" behind "said" or "according to": the sentence's end, or what turns away from the description. */
export function trailingEnd(t: Tokens, head: Chunk, at: ReadonlyMap<number, Chunk>, lexicon: Lexicon): number {
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
  // "des Affaires étrangères, Lin Jian": adjectives behind their noun
  if (lexicon.cues.language !== 'en' && t.tag[i] === 'L' && t.tag[i + 1] === ',') i++;
  if (t.tag[i] !== ',' && t.tag[i] !== 'R' && t.tag[i] !== '(') return i;
  if (t.tag[i] === ',' && !describes(t, i + 1, lexicon)) return i;
  for (let k = i + 1; k < i + REACH * 1.5 && t.sentence[k] === sentence; k++) {
    const tag = t.tag[k] ?? 'B';
    if (tag === 'Q' || tag === 'B' || tag === ';' || tag === ':' || tag === '-') return trim(t, k);
    if (tag === '.' || tag === '!') return k;
    if (
      tag === ',' &&
      ('GA'.includes(t.tag[k + 1] ?? 'B') ||
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
