import type { Lexicon, Tag } from './lexicon.ts';
import { sentences } from './number-sentences.ts';
import {
  asides,
  compounds,
  namesWithoutCapitals,
  openingGerunds,
  openingOpinions,
  openingParticiples,
  particles,
  unknownVerbs,
} from './retag.ts';
import { tagWord } from './tag-word.ts';
import type { Mask, Tokens } from './tokens.ts';

const WORD =
  /\[\d{1,3}\]|(?:\p{Lu}\.){2,}|\p{Lu}\.(?=\s?\p{Lu})|[@#]?[\p{L}\p{N}_][\p{L}\p{M}\p{N}_]*(?:[-’'.&](?=[\p{L}\p{N}])[\p{L}\p{M}\p{N}_]+)*|\n|[^\s]/gu;

const MARKS = /["“”„‟«»‹›「」『』]/;

const ABBREVIATIONS = new Set('jr sr inc corp co ltd vs no fig etc dept ft mt ave d-n.y'.split(' '));

/** "No. 5", not the answer "No.". */
const NUMBER_NEXT = /^\.\s?\d/;

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
  compounds(tokens);
  asides(tokens, lexicon);
  openingGerunds(tokens, lexicon);
  openingParticiples(tokens, lexicon);
  openingOpinions(tokens, lexicon);
  particles(tokens, lexicon);
  namesWithoutCapitals(tokens, lexicon);
  unknownVerbs(tokens, lexicon);
  sentences(text, tokens);
  return tokens;
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
    if (isWord(word)) {
      const plain = word.toLowerCase();
      if (
        piece[m.index + word.length] === '.' &&
        isAbbreviation(word, plain, lexicon) &&
        (plain !== 'no' || NUMBER_NEXT.test(piece.slice(m.index + 2, m.index + 6)))
      ) {
        word += '.';
        WORD.lastIndex = m.index + word.length;
      }
      pushWord(word, start, t, lexicon, lower);
    } else push(t, start, start + word.length, punctuation(word), word);
  }
}

function isWord(word: string): boolean {
  const code = word.charCodeAt(0);
  if (code < 128)
    return (code >= 97 && code <= 122) || (code >= 64 && code <= 90) || (code >= 48 && code <= 57) || (code === 35 && word.length > 1);
  return /^[\p{L}\p{N}]/u.test(word);
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
