import type { DetectContext } from '../candidate.ts';
import { outletByName } from '../outlets/lookup.ts';
import type { LinkInfo } from './link-info.ts';
import { linksIn } from './link-info.ts';
import { type MentionRole, roleOf } from './mention-role.ts';
import { pickLink, sourceFrom } from './pick-link.ts';
import type { Site } from './site.ts';
import { type Citing, finding, type Mention, type SourceContext, type SourceFinding, type SourceRule } from './source-context.ts';

/** Bodies that are spoken of more often than quoted from. */
export const INSTITUTIONS = new Set(['government', 'parliament', 'court', 'un', 'intergovernmental', 'eu', 'ngo', 'think-tank']);

/** As far back as the link to a named outlet is looked for: the outlet is linked where it is named first. */
const MAX_BACK = 6000;

/** The latest link before `offset` that leads to the outlet. */
export function earlierLink(context: DetectContext, site: Site, mention: Mention, offset: number): LinkInfo | null {
  // A platform's earlier link is another post.
  if (mention.outlet.kind === 'platform') return null;
  const links = linksIn(context.outline, site, { start: Math.max(0, offset - MAX_BACK), end: offset });
  for (let i = links.length - 1; i >= 0; i--) {
    const link = links[i];
    if (link !== undefined && link.outlet === mention.outlet && !link.profile) return link;
  }
  return null;
}

/** The mention with a role, the last one of several; never the page's own publisher. */
export function mentionWith(sentence: Citing, site: Site, roles: readonly MentionRole[]): Mention | null {
  let found: Mention | null = null;
  for (const mention of sentence.mentions) {
    if (site.isOwnOutlet(mention.outlet) || site.isOwnName(mention.outlet.name)) continue;
    if (roles.includes(roleOf(sentence, mention))) found = mention;
  }
  return found;
}

/** The link to a named outlet: in the sentence, in the one before, else where the outlet was linked earlier. */
export function linkTo(context: SourceContext, sentence: Citing, mention: Mention): { link: LinkInfo | null; here: boolean } {
  const here = pickLink(sentence, mention, 0);
  if (here !== null) return { link: here.link, here: true };
  const before = context.before === null ? null : pickLink(context.before, mention, 6);
  return { link: before?.link ?? earlierLink(context.context, context.site, mention, sentence.start), here: false };
}

function byRole(context: SourceContext, roles: readonly MentionRole[], confidence: number): Omit<SourceFinding, 'rule'> | null {
  const { sentence, site } = context;
  if (sentence === null) return null;
  const mention = mentionWith(sentence, site, roles);
  if (mention === null) return null;
  const { link, here } = linkTo(context, sentence, mention);
  // A body that speaks for itself is the speaker; where a reader can look it up only a link tells.
  if (link === null && INSTITUTIONS.has(mention.outlet.kind) && !roles.includes('alone') && !roles.includes('from')) return null;
  return finding(sourceFrom(mention.outlet.name, here ? sentence : null, link), confidence, mention);
}

/** A body named in passing is a matter that the sentence treats; a paper named in passing is its source. */
const notInstitution = (found: Omit<SourceFinding, 'rule'> | null): Omit<SourceFinding, 'rule'> | null =>
  found?.source != null && INSTITUTIONS.has(outletByName(found.source.name)?.kind ?? '') && found.source.url === null ? null : found;

/** The person who tells: a name of two words or more right before the verb. */
const TELLER =
  /(?<![\p{L}])(?:Professor[\s\u00a0]+|Dr\.?[\s\u00a0]+)?(\p{Lu}[\p{L}’'-]+(?:[\s\u00a0]+\p{Lu}[\p{L}.’'-]*){1,3})[\s\u00a0]+(?:told|tells|spoke[\s\u00a0]+(?:to|with))[\s\u00a0]+(?:the[\s\u00a0]+)?$/u;

/** [S3] `<p>AP:</p>`, `2004-06-11, <a>Washington Post</a>, page A09:`: nothing but the outlet. */
export const leadInOutletAlone: SourceRule = { id: 'lead-in-outlet', find: (c) => byRole(c, ['alone'], 0.9) };
/** [S4] `From <a>The Daily Caller</a>:`, `Per Axios:`, `as summarized by CNN`. */
export const leadInFromOutlet: SourceRule = { id: 'lead-in-from-outlet', find: (c) => byRole(c, ['from'], 0.92) };
/** [S5] `As the Seattle Times reported:`, `CBS <a>reports</a> that …`. */
export const leadInOutletReports: SourceRule = { id: 'lead-in-outlet-reports', find: (c) => byRole(c, ['subject'], 0.9) };
/** [S6] `Professor Tyrer told the BBC that …`. */
export const leadInToldOutlet: SourceRule = {
  id: 'lead-in-told-outlet',
  find(context) {
    const found = byRole(context, ['told'], 0.9);
    if (found === null || found.evidence === null || context.sentence === null) return found;
    const ahead = context.sentence.text.slice(0, found.evidence.start - context.sentence.start);
    return { ...found, speaker: TELLER.exec(ahead)?.[1] ?? null };
  },
};
/** [S7] `Last month Wired wrote an article entitled …`, `From a Harvard Business Review article`. */
export const leadInOutletProduct: SourceRule = { id: 'lead-in-outlet-product', find: (c) => byRole(c, ['product'], 0.85) };
/** [S8] `look no further than page A14 of today's New York Times:`, `…, in Wired:`. */
export const leadInInOutlet: SourceRule = {
  id: 'lead-in-in-outlet',
  find: (c) => (c.item.leadIn?.open === true ? (byRole(c, ['place'], 0.8) ?? notInstitution(byRole(c, ['other'], 0.7))) : null),
};
