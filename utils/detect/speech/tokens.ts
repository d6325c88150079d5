import { isGivenName } from './given-names.ts';
import type { Lexicon, Tag } from './lexicon.ts';

/** A run of text as parallel arrays; `quote[i]` is the index of the query that token `i` stands for, −1 for words. */
export interface Tokens {
  start: number[];
  end: number[];
  tag: Tag[];
  /** Lower-case words; punctuation as it is. */
  low: string[];
  quote: number[];
  sentence: number[];
  paragraph: number[];
}

/** A stretch that is one token: a quotation. */
export interface Mask {
  start: number;
  end: number;
  query: number;
}

const WORD =
  /\[\d{1,3}\]|(?:\p{Lu}\.){2,}|\p{Lu}\.(?=\s?\p{Lu})|[@#]?[\p{L}\p{N}_][\p{L}\p{M}\p{N}_]*(?:[-’'.&](?=[\p{L}\p{N}])[\p{L}\p{M}\p{N}_]+)*|\n|[^\s]/gu;
const MARKS = /["“”„‟«»‹›「」『』]/;
const ABBREVIATIONS = new Set('jr sr inc corp co ltd vs no fig etc dept ft mt ave d-n.y'.split(' '));
const ENCLITIC = /-(?:t-)?(?:il|elle|on|ils|elles|je|nous|vous)$/u;
const ELISION = /^(?:l|d|qu|n|s|j|c|m|t|jusqu|lorsqu|puisqu)[’'](?=\p{L})/iu;

/** Splits `text[from, to)` into tokens, each mask one token. Masks are sorted and do not overlap. Linear. */
export function tokenise(
  text: string,
  from: number,
  to: number,
  masks: readonly Mask[],
  lexicon: Lexicon,
  lower: ReadonlySet<string>,
): Tokens {
  const tokens: Tokens = { start: [], end: [], tag: [], low: [], quote: [], sentence: [], paragraph: [] };
  let at = from;
  for (const mask of masks) {
    if (mask.start < at || mask.end > to) continue;
    scan(text, at, mask.start, tokens, lexicon, lower);
    dropMark(text, tokens);
    push(
      tokens,
      mask.start,
      mask.end,
      'Q',
      text
        .slice(Math.max(mask.start, mask.end - 3), mask.end)
        .trimEnd()
        .at(-1) ?? '',
      mask.query,
    );
    at = mask.end;
    // The closing mark (and a space before it, as French typesets) belongs to the quotation.
    const closing = /^[\s\u00a0\u202f]?["“”„‟«»‹›」』]|^[’'](?!\p{L})/u.exec(text.slice(at, at + 3));
    if (closing !== null) at = Math.min(to, at + closing[0].length);
  }
  scan(text, at, to, tokens, lexicon, lower);
  asides(tokens, lexicon);
  unknownVerbs(tokens, lexicon);
  sentences(text, tokens);
  return tokens;
}

/** A word in no list that stands between a quotation and a name is a verb of saying: „…“, klagt X; “…,” grouses X. */
function unknownVerbs(t: Tokens, lexicon: Lexicon): void {
  const english = lexicon.cues.language === 'en';
  for (let i = 1; i + 1 < t.tag.length; i++) {
    if (t.tag[i] !== 'L' && !(english && t.tag[i] === 'V' && t.low[i]?.endsWith('ed'))) continue;
    let before = i - 1;
    while (before > 0 && t.tag[before] === 'h') before--;
    const comma = t.tag[before] === ',';
    const quote = comma ? before - 1 : before;
    if (t.tag[quote] !== 'Q' || !(comma || ',!?'.includes(t.low[quote] || '.'))) continue;
    if (!'XDTHO'.includes(t.tag[i + 1] ?? 'B') || (t.low[i]?.length ?? 0) < 4 || (english && !/(?:ed|s)$/.test(t.low[i] ?? ''))) continue;
    t.tag[i] = 'S';
  }
}

/** ", so X, " in the middle of a sentence names who is rendered. */
function asides(t: Tokens, lexicon: Lexicon): void {
  for (let i = 1; i + 1 < t.tag.length; i++)
    if (
      lexicon.behind.has(t.low[i] ?? '') &&
      t.tag[i - 1] === ',' &&
      t.tag[i + 1] === 'X' &&
      (t.tag[i + 2] === 'X' || t.tag[i + 2] === ',')
    )
      t.tag[i] = 'A';
}

function push(t: Tokens, start: number, end: number, tag: Tag, low: string, quote = -1): void {
  t.start.push(start);
  t.end.push(end);
  t.tag.push(tag);
  t.low.push(low);
  t.quote.push(quote);
}

/** An opening mark left before a mask is no token. */
function dropMark(text: string, t: Tokens): void {
  const last = t.tag.length - 1;
  if (last < 0 || t.tag[last] !== '"') return;
  if (!MARKS.test(text.slice(t.start[last], t.end[last])) && !/[‘'’‚]/.test(text.slice(t.start[last], t.end[last]))) return;
  for (const list of [t.start, t.end, t.tag, t.low, t.quote]) list.pop();
}

function scan(text: string, from: number, to: number, t: Tokens, lexicon: Lexicon, lower: ReadonlySet<string>): void {
  if (from >= to) return;
  const piece = text.slice(from, to);
  WORD.lastIndex = 0;
  for (let m = WORD.exec(piece); m !== null; m = WORD.exec(piece)) {
    let word = m[0];
    if (word.startsWith('[') && word.length > 1) continue; // [12]: a footnote's mark
    const start = from + m.index;
    if (/^[@#\p{L}\p{N}]/u.test(word)) {
      const plain = word.toLowerCase();
      if (piece[m.index + word.length] === '.' && isAbbreviation(word, plain, lexicon)) {
        word += '.';
        WORD.lastIndex = m.index + word.length;
      }
      pushWord(word, start, t, lexicon, lower);
    } else push(t, start, start + word.length, punctuation(word), word);
  }
}

function isAbbreviation(word: string, plain: string, lexicon: Lexicon): boolean {
  if (ABBREVIATIONS.has(plain)) return true;
  return (
    plain.length <= 5 &&
    (lexicon.tags.get(plain) === 'T' || (lexicon.tags.get(plain) === 't' && plain.length <= 4 && plain !== 'may')) &&
    /^\p{Lu}/u.test(word)
  );
}

function punctuation(c: string): Tag {
  if (c === '\n') return 'B';
  if (c === '!' || c === '?' || c === '…') return '!';
  if (c === '–' || c === '—' || c === '-' || c === '―' || c === '‒') return '-';
  if (c === '(' || c === '[') return '(';
  if (c === ')' || c === ']') return ')';
  if (MARKS.test(c) || c === '‘' || c === '’' || c === "'" || c === '‚') return '"';
  return ',;:.'.includes(c) ? c : '*';
}

function pushWord(word: string, start: number, t: Tokens, lexicon: Lexicon, lower: ReadonlySet<string>): void {
  const language = lexicon.cues.language;
  const plain = !word.includes('’') && !word.includes("'") && !word.includes('-');
  if (plain) {
    const bare = word.endsWith('.') ? word.slice(0, -1).toLowerCase() : word.toLowerCase();
    push(t, start, start + word.length, tagWord(word, bare, t, lexicon, lower), bare);
    return;
  }
  if (language === 'fr') {
    const elision = ELISION.exec(word)?.[0];
    if (elision !== undefined) {
      const short = elision.toLowerCase().replace('’', "'");
      push(t, start, start + elision.length, short === "l'" ? 'D' : short === "d'" ? 'P' : short === "qu'" ? 'R' : 'h', short);
      pushWord(word.slice(elision.length), start + elision.length, t, lexicon, lower);
      return;
    }
    const enclitic = ENCLITIC.exec(word)?.[0];
    if (enclitic !== undefined && enclitic.length < word.length) {
      const cut = word.length - enclitic.length;
      pushWord(word.slice(0, cut), start, t, lexicon, lower);
      const bare = enclitic.replace(/^-(?:t-)?/, '');
      push(t, start + word.length - bare.length, start + word.length, 'H', bare);
      return;
    }
  }
  const possessive = language === 'en' ? /[’']s$/iu.exec(word)?.[0] : undefined;
  if (possessive !== undefined && word.length > 2 && !/^(?:it|he|she|that|there|here|what|who|let)[’']s$/i.test(word)) {
    pushWord(word.slice(0, -2), start, t, lexicon, lower);
    push(t, start + word.length - 2, start + word.length, "'", "'s");
    return;
  }
  const contraction = language === 'en' ? /[’'](?:s|d|ll|re|ve|m)$/iu.exec(word)?.[0] : undefined;
  if (contraction !== undefined && contraction.length < word.length) {
    const cut = word.length - contraction.length;
    pushWord(word.slice(0, cut), start, t, lexicon, lower);
    push(t, start + cut, start + word.length, 'V', contraction.toLowerCase());
    return;
  }
  const low = word.toLowerCase().replace(/\.$/, '').replace(/’/g, "'");
  push(t, start, start + word.length, tagWord(word, low, t, lexicon, lower), low);
}

/** The tag of a word from its class, its capital and what stands before it. */
function tagWord(word: string, low: string, t: Tokens, lexicon: Lexicon, lower: ReadonlySet<string>): Tag {
  const before = t.tag.length - 1;
  const prev = before < 0 ? 'B' : (t.tag[before] ?? 'B');
  if (/^\p{N}/u.test(word)) return '#';
  if (word.startsWith('#')) return 'L';
  if (/^(?:von|van|zu|al|bin|ben|de|der|den|della|di|da|du|le|la|ter|ten)$/.test(low) && prev === 'X' && isPersonal(t, before)) return 'X';
  const known = lexicon.tags.get(low);
  if (/^[\p{Lu}@]/u.test(word)) {
    const initial = prev === 'Q' ? '.!?…'.includes(t.low[before] ?? '.') : 'B.!:"-;*('.includes(prev);
    const german = lexicon.cues.language === 'de';
    // "Peter King", "Aaron Judge": behind a first name a rank is a surname
    if (known === 'T' && prev === 'X' && isGivenName(t.low[before] ?? '')) return 'X';
    if (initial && lexicon.according.get(low)?.some((p) => p.length === 1)) return 'A';
    if (german && endsPhrase(low, t, lexicon)) return 'A';
    if (known !== undefined && (initial || known === 'T' || known === 't' || (german && 'OMN'.includes(known)) || known === 'H')) {
      // POWELL, WILL: a word in capitals is a name, not what it spells
      if (!(word.length > 3 && word === word.toUpperCase() && known !== 'T')) return known === 'O' && !initial && !german ? 'X' : known;
    }
    if (initial && !german && known === undefined && lower.has(low) && word !== word.toUpperCase()) return 'L';
    return 'X';
  }
  if (lexicon.behind.has(low) && (prev === 'Q' || (prev === ',' && t.tag[before - 1] === 'Q'))) return 'A';
  const phrases = lexicon.according.get(low);
  if (phrases?.some((p) => p.length === 1)) return 'A';
  if (phrases === undefined && endsPhrase(low, t, lexicon)) return 'A';
  if (known === undefined) return guess(low, prev, lexicon);
  if ('SWK'.includes(known) && lexicon.nouns.has(low) && "Dp'L#".includes(prev)) return 'N';
  if ('SW'.includes(known) && lexicon.documents.has(low) && "Dp'".includes(prev)) return 'M';
  if (known === 'W' && prev === 'P' && low === 'like') return 'L';
  return known;
}

/** Whether a word ends a phrase that names a speaker ("according *to*"); the words before it become small ones. */
function endsPhrase(low: string, t: Tokens, lexicon: Lexicon): boolean {
  const last = t.low.length - 1;
  for (let back = 0; back < 3 && last - back >= 0; back++) {
    for (const phrase of lexicon.according.get(t.low[last - back] ?? '') ?? []) {
      if (phrase.length !== back + 2 || phrase[back + 1] !== low) continue;
      let fits = true;
      for (let k = 1; k <= back; k++) if (phrase[k] !== t.low[last - back + k]) fits = false;
      if (!fits) continue;
      for (let k = 0; k <= back; k++) t.tag[last - k] = 'P';
      return true;
    }
  }
  return false;
}

/** Behind a first name or another particle a small word is part of the name: "Ursula von der Leyen". */
const isPersonal = (t: Tokens, i: number): boolean => isGivenName(t.low[i] ?? '') || /^(?:von|van|de)$/.test(t.low[i] ?? '');

/** Words in no list: an English past form or participle ends a name. */
function guess(low: string, prev: Tag, lexicon: Lexicon): Tag {
  if (lexicon.cues.language !== 'en') return 'L';
  if (low.length > 4 && low.endsWith('ed') && 'XHORQ,)aCTtV'.includes(prev)) return 'V';
  if (low.length > 5 && low.endsWith('ing') && 'XHOR,VC)'.includes(prev)) return 'v';
  if (low.length > 4 && low.endsWith('ly')) return 'a';
  return 'L';
}

/** Numbers sentences and paragraphs. A quotation that ends with a stop ends its sentence unless its cue follows. */
function sentences(text: string, t: Tokens): void {
  let sentence = 0;
  let paragraph = 0;
  for (let i = 0; i < t.tag.length; i++) {
    t.sentence[i] = sentence;
    t.paragraph[i] = paragraph;
    const tag = t.tag[i];
    if (tag === 'B') {
      sentence++;
      paragraph++;
    } else if (tag === '.' || tag === '!') {
      const next = t.tag[i + 1];
      const lowerNext = next !== undefined && next !== 'Q' && /^\p{Ll}/u.test(text.slice(t.start[i + 1], (t.start[i + 1] ?? 0) + 1));
      if (!lowerNext && next !== '.' && next !== '!') sentence++;
    } else if (tag === 'Q' && endsSentence(text, t, i)) sentence++;
  }
}

function endsSentence(text: string, t: Tokens, i: number): boolean {
  const last = /[.!?…](?=["”»“’'\s)]*$)/u.exec(text.slice(Math.max(0, (t.end[i] ?? 0) - 4), (t.end[i] ?? 0) + 1))?.[0];
  const next = t.tag[i + 1];
  if (last === undefined || next === undefined) return false;
  if (next === 'Q') return true;
  if (!/^\p{Lu}/u.test(text.slice(t.start[i + 1], (t.start[i + 1] ?? 0) + 1))) return false;
  // “Why?” He shrugged. Behind "?" a cue would be "he asked".
  if (last === '.' || (t.tag[i + 1] === 'H' && t.low[i + 1] !== 'i')) return true;
  if (t.tag[i + 1] === 'H' && 'S'.includes(t.tag[i + 2] ?? 'B') && ',:'.includes(t.tag[i + 3] ?? 'B') && t.tag[i + 4] === 'Q') return true;
  for (let k = i + 1; k < i + 7 && k < t.tag.length; k++) {
    if (t.tag[k] === 'S') return false;
    if (t.tag[k] === '.' || t.tag[k] === 'B' || t.tag[k] === 'Q') break;
  }
  return true;
}
