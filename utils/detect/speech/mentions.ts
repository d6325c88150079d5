import type { Chunk } from './chunks.ts';
import { linkDocuments } from './document-says.ts';
import type { Lexicon } from './lexicon.ts';
import { linkCues, linkPlace } from './link-cues.ts';
import type { Mention } from './mention.ts';
import { mayBeSubject, subjectOf } from './mention-extent.ts';
import { kindOf } from './mention-kind.ts';
import type { Tokens } from './tokens.ts';

/** The mentions of a text in order, each with its extent and its cues. Linear. */
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
  linkDocuments(t, mentions);
  for (const mention of mentions) linkPlace(t, mention);
  return mentions;
}
