import type { Chunk } from './chunks.ts';
import type { Lexicon, Tag } from './lexicon.ts';
import type { LinkKind, Mention } from './mention.ts';
import { trailingEnd } from './mention-extent.ts';
import type { Tokens } from './tokens.ts';

export function linkCues(
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
      const direct = tag === 'G' ? byHeadEnd.get(t.tag[i - 1] === 'a' || t.low[i - 1] === 'as' ? i - 1 : i) : undefined;
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

export function linkPlace(t: Tokens, mention: Mention): void {
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
