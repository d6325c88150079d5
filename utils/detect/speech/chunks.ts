import { isGivenName } from './given-names.ts';
import type { Lexicon } from './lexicon.ts';
import type { Tokens } from './tokens.ts';

/** `n` a name, `d` a description, `o` a document, `H` he, `h` him, `p` his, `w` who. */
export type ChunkType = 'n' | 'd' | 'o' | 'H' | 'h' | 'p' | 'w';

/** A noun phrase without what follows its head. Token indices, half-open. */
export interface Chunk {
  start: number;
  end: number;
  type: ChunkType;
}

/** Noun phrases and pronouns in order, without a parser: runs of words that no closed class or verb interrupts. Linear. */
export function chunksOf(t: Tokens, lexicon: Lexicon, surnames: ReadonlySet<string> | null): Chunk[] {
  const chunks: Chunk[] = [];
  for (let i = 0; i < t.tag.length; ) {
    const tag = t.tag[i] ?? '';
    // Clitics ("s'indigne", "le dijo") are no speakers.
    if (tag === 'H' || (tag === 'h' && lexicon.cues.language === 'en')) chunks.push({ start: i, end: ++i, type: tag });
    else if (tag === 'R') {
      if (t.low[i] === 'who' || t.low[i] === 'qui' || t.low[i] === 'quien') chunks.push({ start: i, end: i + 1, type: 'w' });
      i++;
    } else if ("DpXTLOMN#t'".includes(tag)) {
      const end = phraseEnd(t, i, lexicon);
      addPhrase(t, i, end, chunks, surnames);
      i = Math.max(i + 1, end);
    } else i++;
  }
  return chunks;
}

/** Longer runs of capitals are tables and headlines; cut, they cost no more than a name does. */
const LONGEST = 40;

function phraseEnd(t: Tokens, start: number, lexicon: Lexicon): number {
  let i = start;
  let named = false;
  let noun = false;
  for (; i < t.tag.length && i < start + LONGEST; i++) {
    const tag = t.tag[i] ?? '';
    if (tag === 'D' || tag === 'p') {
      if (i > start && t.tag[i - 1] !== 'D') return i;
    } else if (tag === 'X' || tag === 'T') {
      named = tag === 'X' || lexicon.cues.language === 'en';
      noun = true;
    } else if (tag === "'") named = false;
    else if ('LOMN'.includes(tag)) {
      // After a name a small word belongs to it only on the way to a role or another name: "Clinton campaign manager Robby Mook".
      if (named && !leadsOn(t, i, lexicon)) return i;
      // German adjectives stand before their noun, and every noun has a capital: a small word behind one is no part of it.
      if (lexicon.cues.language === 'de' && tag === 'L' && noun && 'XOMN'.includes(t.tag[i - 1] ?? 'B')) return i;
      if (named) named = false;
      noun = true;
    } else if (tag === 'W' || tag === 'S') {
      // "the reported call": a verb form straight behind an article is an adjective or a noun
      if (i === start || !'Dp'.includes(t.tag[i - 1] ?? '') || noun) return i;
    } else if (tag === '#') {
      if (noun && named) return i;
    } else if (tag === 't') {
      if (i > start && !'Dp'.includes(t.tag[i - 1] ?? '') && t.tag[i - 1] !== "'" && noun) return i;
    } else if (tag === 'C' && t.tag[i - 1] === 'X' && bodyFollows(t, i)) {
      // "National Oceanic and Atmospheric Administration" is one name
    } else return i;
  }
  return i;
}

const BODY_WORD =
  /^(?:administration|commission|department|committee|agency|institute|association|council|bureau|ministry|office|affairs|policy|center|centre|board|services|organization|organisation|authority|foundation|corporation|union|research)$/;

function bodyFollows(t: Tokens, conjunction: number): boolean {
  for (let i = conjunction + 1; i < conjunction + 4 && t.tag[i] === 'X'; i++) if (BODY_WORD.test(t.low[i] ?? '')) return true;
  return false;
}

function leadsOn(t: Tokens, from: number, lexicon: Lexicon): boolean {
  for (let i = from; i < from + 4 && i < t.tag.length; i++) {
    const tag = t.tag[i] ?? '';
    if (tag === 'X' || tag === 'T') return i > from;
    if (tag === 'O') return true;
    if (tag === 'M' || tag === 'N') return lexicon.cues.language === 'en';
    if (tag !== 'L') return false;
  }
  return false;
}

function addPhrase(t: Tokens, start: number, end: number, chunks: Chunk[], surnames: ReadonlySet<string> | null): void {
  let from = start;
  while (from < end && t.tag[from] === "'") from++;
  // "Trump's statement" holds two that may speak: its possessor and the whole
  let possessive = from;
  while (possessive < end && t.tag[possessive] !== "'") possessive++;
  const last = t.tag[end - 1] ?? '';
  if (from >= end) return;
  if (possessive > from && possessive < end && 'XOT'.includes(t.tag[possessive - 1] ?? '')) {
    chunks.push({ start: from, end: possessive, type: t.tag[possessive - 1] === 'X' ? 'n' : 'd' });
  }
  if (t.tag[from] === 'p') chunks.push({ start: from, end: from + 1, type: 'p' });
  if (end - from === 1 && 'DpN#t'.includes(t.tag[from] ?? '') && !plural(t, from)) return;
  if (last === 't' && end - from <= 2) return;
  let named = false;
  for (let i = from; i < end; i++) if (t.tag[i] === 'X' || t.tag[i] === 'T') named = true;
  if (named && surnames !== null) named = isName(t, from, end, surnames);
  const type: ChunkType = last === 'M' || last === 'N' ? 'o' : named && (last === 'X' || last === 'T' || last === '#') ? 'n' : 'd';
  chunks.push({ start: from, end, type });
}

/** "Some said", "many say": a determiner that stands alone. */
const plural = (t: Tokens, i: number): boolean =>
  t.tag[i] === 'D' && 'VSW'.includes(t.tag[i + 1] ?? 'B') && !/^(?:the|an?|this|that)$/.test(t.low[i] ?? '');

/** In German a capital shows a noun; a name has a first name, a surname that the page gives, or two capitals without an article. */
function isName(t: Tokens, from: number, end: number, surnames: ReadonlySet<string>): boolean {
  for (let i = from; i < end; i++)
    if (t.tag[i] === 'X' && (surnames.has(t.low[i] ?? '') || (isGivenName(t.low[i] ?? '') && i + 1 < end))) return true;
  // "der Baudezernent Jorin Kühne": two capitals behind what somebody is
  if (end - from >= 3 && t.tag[end - 1] === 'X' && t.tag[end - 2] === 'X' && 'OT'.includes(t.tag[end - 3] ?? 'B')) return true;
  if ('Dp'.includes(t.tag[from] ?? '')) return false;
  return t.tag[end - 1] === 'X' && (t.tag[end - 2] === 'X' || t.tag[end - 2] === 'T') && end - 2 >= from;
}
