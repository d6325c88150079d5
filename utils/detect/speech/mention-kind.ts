import type { Chunk } from './chunks.ts';
import { isGivenName } from './given-names.ts';
import type { Lexicon } from './lexicon.ts';
import type { Tokens } from './tokens.ts';

/** Last words of bodies. */
const BODY =
  /^(?:times|post|journal|news|press|herald|tribune|department|ministry|committee|commission|council|agency|institute|university|college|school|center|association|foundation|party|union|church|court|house|senate|congress|bank|group|inc|corp|campaign|administration|network|states|nations|coalition|office|police|board|company|center|society|bureau)$/;

/** What the words show of whom they mean; see `Mention.kind`. */
export function kindOf(t: Tokens, { start, end, type }: Chunk, lexicon: Lexicon): string {
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
