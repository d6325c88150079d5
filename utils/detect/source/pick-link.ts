import type { TextSpan } from '../../domain/page-text.ts';
import type { Source } from '../../domain/quotation.ts';
import { outletByName } from '../outlets/lookup.ts';
import { CITING_NOUN, CITING_WORD, ENDS_WITH_VERB, STARTS_WITH_VERB } from './citation-words.ts';
import type { LinkInfo } from './link-info.ts';
import type { Citing, Mention } from './source-context.ts';
import { isWorkTitle } from './work-title.ts';

const INTRODUCES_TITLE =
  /(?:titled|entitled|headlined|called|named|headed|betitelt|intitulée?|titulado|article|piece|essay|post|story|report|book|column|artikel|beitrag)[\s\u00a0]*[,:]?[\s\u00a0]*["“„«‘']?$/iu;

/** How plainly a link is the citation: the higher the plainer; below 0 it is none. */
export function citationScore(sentence: Citing, link: LinkInfo, mention: Mention | null): number {
  const ahead = sentence.text.slice(0, link.start - sentence.start);
  const behind = sentence.text.slice(link.end - sentence.start);
  let score = 0;
  if (mention !== null && link.outlet === mention.outlet) score += 6;
  if (mention !== null && link.start < mention.end && mention.start < link.end) score += 5;
  if (CITING_WORD.test(link.text)) score += 3;
  if (INTRODUCES_TITLE.test(ahead) || isQuoted(ahead, behind, link.text)) score += 3;
  if (STARTS_WITH_VERB.test(behind) || ENDS_WITH_VERB.test(ahead)) score += 2;
  if (/^[\s\u00a0"”“)\]’]*[:：]?[\s\u00a0]*$/u.test(behind)) score += 1;
  if (link.outlet !== null && link.outlet.kind !== 'platform' && link.outlet.kind !== 'reference') score += 1;
  if (link.profile) score -= 4;
  // An encyclopedia explains a name; it is cited only when it is all that the sentence holds.
  if (link.outlet?.kind === 'reference' && !CITING_WORD.test(link.text) && link.end - link.start < (sentence.end - sentence.start) / 2)
    score -= 4;
  if (/^[\s\u00a0,]*(?:which|that|who|die|der|das|qui|que)[\s\u00a0]+\p{L}+[\s\u00a0:]*\ufffc/u.test(behind)) score += 3;
  if (link.own) score -= 6;
  return score;
}

const isQuoted = (ahead: string, behind: string, text: string): boolean =>
  (/["“„«‘'][\s\u00a0]*$/u.test(ahead) && /^[\s\u00a0]*["”“»’']/u.test(behind)) || /^["“„«‘].*["”“»’]$/u.test(text);

/** What lies between a link and the words it may cite weighs against it: characters, and other quotations. */
function distance(sentence: Citing, link: LinkInfo, near: TextSpan | undefined): number {
  if (near === undefined) return 0;
  const ahead = link.end <= near.start;
  const [from, to] = ahead ? [link.end, near.start] : [near.end, Math.max(near.end, link.start)];
  const between = sentence.text.slice(Math.max(0, from - sentence.start), Math.max(0, to - sentence.start));
  return Math.min(2, between.length / 150) + (ahead && /\ufffc[^\ufffc]*\p{L}{4}[^\ufffc]*$/u.test(between) ? 1 : 0);
}

/** The plainest citation among the links of a sentence; of equals the last. Null when none reaches `floor`. */
export function pickLink(
  sentence: Citing,
  mention: Mention | null,
  floor: number,
  near?: TextSpan,
): { link: LinkInfo; score: number } | null {
  let best: { link: LinkInfo; score: number } | null = null;
  for (const link of sentence.links) {
    const score = citationScore(sentence, link, mention) - distance(sentence, link, near);
    // Another known publisher's page is not where this one's words stand.
    if (
      mention !== null &&
      link.outlet !== null &&
      link.outlet !== mention.outlet &&
      !(link.start < mention.end && mention.start < link.end)
    ) {
      if (link.outlet.kind !== 'platform' || score < 3) continue;
    }
    if (score >= floor && (best === null || score >= best.score)) best = { link, score };
  }
  return best;
}

const WORKS = /^[\s\u00a0"“„«‘']+|[\s\u00a0"”“»’':,]+$/gu;

/** The title that a link's text gives; null when the text is a verb, a name or a phrase of the sentence. */
export function titleOf(sentence: Citing, link: LinkInfo): string | null {
  const ahead = sentence.text.slice(0, link.start - sentence.start);
  const behind = sentence.text.slice(link.end - sentence.start);
  const text = link.text.replace(WORKS, '');
  if (text.split(/\s+/).length < 3 || text.length > 250) return null;
  if (isQuoted(ahead, behind, link.text) || INTRODUCES_TITLE.test(ahead)) return text;
  const words = text.match(/\p{L}{4,}/gu) ?? [];
  const capitals = words.filter((w) => /^\p{Lu}/u.test(w)).length;
  return words.length >= 3 && capitals >= words.length * 0.8 ? text : null;
}

/** Names that a link's text can be: "The Daily Caller", not "reports" or "a new study". */
const NAME_TEXT =
  /^(?:the |der |die |das |la |le |l[’']|el )?\p{Lu}[\p{L}\d.&’'!-]*(?: (?:(?:of|and|&|the|for|de|la|der|und)|[\p{Lu}\d][\p{L}\d.&’'!-]*)){0,5}$/iu;

/** What a link calls itself, or the way to it, is nobody's name: "Source", "Link to the mail". */
const POINTER = /^(?:link|links|source|quelle|quellen|fuente|here|hier|mehr|more|via|permalink|pdf|download)(?![\p{L}])/iu;

/** The name behind a link: its outlet, else a name that its text gives, else the host. */
export function nameOf(link: LinkInfo, mayBeText: boolean): string {
  if (link.outlet !== null) return link.outlet.name;
  const text = link.text.replace(WORKS, '');
  const named = outletByName(text);
  // A known name over an unknown host may be a namesake: what the page calls it then counts.
  if (named !== null) return link.opaque || named.domains.length === 0 ? named.name : text;
  if (mayBeText && !POINTER.test(text) && NAME_TEXT.test(text) && /\p{Lu}/u.test(text) && text.length <= 50 && !CITING_WORD.test(text))
    return text;
  return link.host;
}

/** Characters between a link and the outlet that its sentence names for it. */
const NEAR_NAME = 30;

/** The name behind a citing link; where the address hides it, the outlet that the sentence names. */
export function citedName(sentence: Citing, link: LinkInfo, mayBeText: boolean): string {
  const named = link.opaque
    ? sentence.mentions.findLast((m) => m.start >= link.start - NEAR_NAME && m.start <= link.end + NEAR_NAME)
    : undefined;
  if (named !== undefined) return named.outlet.name;
  // Where the address hides it, "an anonymous op-ed" says more than a redirector's host.
  const speaks = CITING_NOUN.test(link.text) || isWorkTitle(link.text);
  return link.opaque && speaks && link.text.split(/\s+/).length > 1 ? link.text : nameOf(link, mayBeText);
}

/** Builds a source of an outlet and the link that leads there. */
export function sourceFrom(name: string, sentence: Citing | null, link: LinkInfo | null): Source {
  return { name, url: link?.url ?? null, title: link === null || sentence === null ? null : titleOf(sentence, link) };
}
