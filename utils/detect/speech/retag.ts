import type { Lexicon } from './lexicon.ts';
import type { Tokens } from './tokens.ts';

/** A word in no list that stands between a quotation and a name is a verb of saying: „…“, klagt X; “…,” grouses X. */
export function unknownVerbs(t: Tokens, lexicon: Lexicon): void {
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

/** "a think tank" thinks nothing. */
export function compounds(t: Tokens): void {
  for (let i = 0; i + 1 < t.tag.length; i++)
    if ((t.low[i] === 'think' || t.low[i] === 'report') && /^(?:tanks?|cards?)$/.test(t.low[i + 1] ?? '')) t.tag[i] = 'L';
}

/** ", so X, " in the middle of a sentence names who is rendered. */
export function asides(t: Tokens, lexicon: Lexicon): void {
  for (let i = 1; i + 1 < t.tag.length; i++)
    if (
      lexicon.behind.has(t.low[i] ?? '') &&
      t.tag[i - 1] === ',' &&
      t.tag[i + 1] === 'X' &&
      (t.tag[i + 2] === 'X' || t.tag[i + 2] === ',')
    )
      t.tag[i] = 'A';
}

/** "Interrogé par X, le ministre", "Preguntado por X": the participle that opens a sentence is no name. */
export function openingParticiples(t: Tokens, lexicon: Lexicon): void {
  if (!/^(?:fr|es|it|pt)$/.test(lexicon.cues.language)) return;
  for (let i = 0; i + 1 < t.tag.length; i++)
    if (
      t.tag[i] === 'X' &&
      /^(?:par|por|da|dal|dalla|pelo|pela)$/.test(t.low[i + 1] ?? '') &&
      opensSentence(t, i) &&
      /(?:é|ée|és|ées|[ai]d[oa]s?|[aiu]t[oaie])$/.test(t.low[i] ?? '')
    )
      t.tag[i] = 'V';
}

/** "Reviewing her book, the botanist wrote": a name has no article behind it. */
export function openingGerunds(t: Tokens, lexicon: Lexicon): void {
  if (lexicon.cues.language !== 'en') return;
  for (let i = 0; i + 1 < t.tag.length; i++)
    if (t.tag[i] === 'X' && 'Dp'.includes(t.tag[i + 1] ?? 'B') && opensSentence(t, i) && /..ing$/.test(t.low[i] ?? '')) t.tag[i] = 'v';
}

/** At the start, or behind a quotation that ends its sentence. */
const opensSentence = (t: Tokens, i: number): boolean =>
  'B.!'.includes(t.tag[i - 1] ?? 'B') || (t.tag[i - 1] === 'Q' && '.!?…'.includes(t.low[i - 1] || '-'));

/** "Pour la sénatrice, « … »": at the start of a sentence, and right before a quotation, the preposition names who says so. */
export function openingOpinions(t: Tokens, lexicon: Lexicon): void {
  if (!/^(?:fr|es|it|pt)$/.test(lexicon.cues.language)) return;
  for (let i = 0; i + 1 < t.tag.length; i++) {
    if (!/^(?:pour|para|per)$/.test(t.low[i] ?? '') || t.tag[i] !== 'P' || !opensSentence(t, i)) continue;
    let k = i + 1;
    while (k < i + 14 && 'DXLOTPC,'.includes(t.tag[k] ?? 'B')) k++;
    if (t.tag[k] === 'Q' && t.tag[k - 1] === ',') t.tag[i] = 'A';
  }
}

/** "sagte von Preen": a particle between a verb of saying and a name is part of the name. "calme » pour résoudre": no speaker follows. */
export function particles(t: Tokens, lexicon: Lexicon): void {
  const german = lexicon.cues.language === 'de';
  for (let i = 1; i + 1 < t.tag.length; i++) {
    const next = t.tag[i + 1] ?? 'B';
    if (german && /^(?:von|van|zu)$/.test(t.low[i] ?? '') && 'SW'.includes(t.tag[i - 1] ?? 'B') && next === 'X') t.tag[i] = 'X';
    if (t.tag[i] === 'A' && lexicon.behind.has(t.low[i] ?? '') && next !== 'X' && !(german && 'DTO'.includes(next))) t.tag[i] = 'P';
  }
}

/** Longest name behind a verb of saying, in words. */
const NAME = 3;

/** Without capitals a name is what stands behind its verb and in no list, up to a comma, a preposition or a clause. */
export function namesWithoutCapitals(t: Tokens, lexicon: Lexicon): void {
  if (lexicon.cues.caseless !== true) return;
  for (let i = 0; i < t.tag.length; i++) {
    if (t.tag[i] !== 'S') continue;
    let k = i + 1;
    while ('OT'.includes(t.tag[k] ?? 'B')) k++;
    for (let n = 0; n < NAME && t.tag[k] === 'L'; n++, k++) t.tag[k] = 'X';
  }
}
