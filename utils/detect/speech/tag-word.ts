import { isGivenName } from './given-names.ts';
import type { Lexicon, Tag } from './lexicon.ts';
import type { Tokens } from './tokens.ts';

const PARTICLE = /^(?:von|van|zu|al|bin|ben|de|der|den|della|di|da|du|le|la|ter|ten)$/;

/** What a word begins with; ASCII is told without a regular expression, which counts over a whole page. */
export function letterKind(word: string): 'capital' | 'digit' | 'other' {
  const code = word.charCodeAt(0);
  if (code < 128) return (code >= 65 && code <= 90) || code === 64 ? 'capital' : code >= 48 && code <= 57 ? 'digit' : 'other';
  return /^\p{Lu}/u.test(word) ? 'capital' : /^\p{N}/u.test(word) ? 'digit' : 'other';
}

/** The tag of a word from its class, its capital and what stands before it. */
export function tagWord(word: string, low: string, t: Tokens, lexicon: Lexicon, lower: ReadonlySet<string>): Tag {
  const before = t.tag.length - 1;
  const prev = before < 0 ? 'B' : (t.tag[before] ?? 'B');
  const first = letterKind(word);
  if (first === 'digit') return '#';
  if (word.startsWith('#')) return 'L';
  if (prev === 'X' && PARTICLE.test(low) && isPersonal(t, before)) return 'X';
  const known = lexicon.tags.get(low);
  if (first === 'capital') {
    const initial = prev === 'Q' ? '.!?…'.includes(t.low[before] ?? '.') : 'B.!:"-;*('.includes(prev);
    const german = lexicon.cues.language === 'de';
    // "Peter King", "Aaron Judge": behind a first name a rank is a surname
    if (known === 'T' && prev === 'X' && isGivenName(t.low[before] ?? '')) return 'X';
    if (initial && lexicon.according.get(low)?.some((p) => p.length === 1)) return 'A';
    if (german && known !== 'M' && lexicon.documents.has(low)) return 'M';
    if (german && known === undefined) {
      if (ROLE_END.test(low)) return 'O';
      if (DOCUMENT_END.test(low)) return 'M';
    }
    if (german && endsPhrase(low, t, lexicon)) return 'A';
    if (known !== undefined && (initial || known === 'T' || known === 't' || (german && 'OMN'.includes(known)) || known === 'H')) {
      // POWELL, WILL: a word in capitals is a name, not what it spells
      if (!(word.length > 3 && word === word.toUpperCase() && known !== 'T')) return known === 'O' && !initial && !german ? 'X' : known;
    }
    if (initial && known === undefined && lexicon.cues.language === 'en' && /ly$/.test(low) && !isGivenName(low)) return 'a';
    if (initial && !german && known === undefined && lower.has(low) && word !== word.toUpperCase()) return 'L';
    return 'X';
  }
  if (lexicon.behind.has(low) && (prev === 'Q' || (prev === ',' && t.tag[before - 1] === 'Q'))) return 'A';
  const phrases = lexicon.according.get(low);
  if (phrases?.some((p) => p.length === 1)) return 'A';
  if (endsPhrase(low, t, lexicon)) return 'A';
  // "the minister of public works": behind an adjective an -s is a plural
  if (known === 'V' && prev === 'L' && low.length > 4 && low.endsWith('s')) return 'L';
  if (known === undefined) return guess(low, prev, lexicon);
  if ('SWK'.includes(known) && lexicon.nouns.has(low) && "Dp'L#".includes(prev)) return 'N';
  if ('SW'.includes(known) && lexicon.documents.has(low) && "Dp'L#".includes(prev)) return 'M';
  if (known === 'W' && prev === 'P' && low === 'like') return 'L';
  return known;
}

/** Ends of compounds that name what somebody is ("Baudezernent"), or a document ("Anklageschrift"): German builds both at will. */
const ROLE_END =
  /.(?:sprecher|minister|präsident|kanzler|chef|leiter|direktor|dezernent|experte|expert|politiker|forscher|historiker|ökonom|anwält|anwalt|richter|meister|sekretär|intendant|trainer|redakteur|korrespondent|journalist|autor|wissenschaftler|professor|referent|berater|aktivist|unternehmer|manager|geschäftsführer|funktionär|kommissar|gewerkschafter|landwirt|betreiber|gründer|inhaber|mitarbeiter|organisator|moderator|regisseur|schauspieler|sänger|psycholog|soziolog|biolog|virolog|meteorolog|physiker|mediziner)(?:in|s|es|en|e|innen)?$|.(?:abgeordnete|vorsitzende|beauftragte|angehörige|vorständ|rätin)[rn]?$/;
const DOCUMENT_END =
  /.(?:bericht|schreiben|brief|mitteilung|erklärung|gutachten|bescheid|schrift|urteil|artikel|papier|studie|gesetz|vertrag|verordnung|protokoll|vermerk|programm|leitfaden|beitrag|eintrag|entwurf|stellungnahme|umfrage|satzung|merkblatt|faltblatt|handbuch|ordnung|richtlinie|notiz|konzept|antwort|bilanz)(?:s|es|en|e|n)?$/;

/** Whether a word ends a phrase that names a speaker ("according *to*"); the words before it become small ones. */
function endsPhrase(low: string, t: Tokens, lexicon: Lexicon): boolean {
  if (!lexicon.phraseEnds.has(low)) return false;
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
  if (low.length > 4 && low.endsWith('ed') && 'XHORQ,)aCTtVM'.includes(prev)) return 'V';
  if (low.length > 5 && low.endsWith('ing') && 'XHOR,VC)'.includes(prev)) return 'v';
  if (low.length > 4 && low.endsWith('ly')) return 'a';
  return 'L';
}
