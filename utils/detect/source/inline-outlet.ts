import { outletByName } from '../outlets/lookup.ts';
import { earlierLink, INSTITUTIONS, linkTo, mentionWith } from './lead-in-outlet.ts';
import type { MentionRole } from './mention-role.ts';
import { citedName, nameOf, pickLink, sourceFrom } from './pick-link.ts';
import { finding, type SourceContext, type SourceFinding, type SourceRule } from './source-context.ts';

function byRole(context: SourceContext, roles: readonly MentionRole[], confidence: number): Omit<SourceFinding, 'rule'> | null {
  const { sentence, site } = context;
  if (sentence === null) return null;
  const mention = mentionWith(sentence, site, roles);
  if (mention === null) return null;
  const { link, here } = linkTo(context, sentence, mention);
  // What such a body says itself has a source only where the page links it.
  if (!here && INSTITUTIONS.has(mention.outlet.kind)) return null;
  return finding(sourceFrom(mention.outlet.name, here ? sentence : null, link), confidence, mention);
}

/** [S20] `“…,” she told Reuters`, `in an interview with The Economist`, `sagte er der „Welt“`. */
export const inlineToldOutlet: SourceRule = { id: 'told-outlet', find: (c) => byRole(c, ['told'], 0.9) };
/** [S21] `“…,” according to CNN`, `as reported by the AP`. */
export const inlineFromOutlet: SourceRule = { id: 'according-to-outlet', find: (c) => byRole(c, ['from', 'product'], 0.85) };
/** "the dissent", "the times": no name. */
const SMALL = /^(?:(?:[Tt]he|[Dd]er|[Dd]ie|[Dd]as|[Ll]e|[Ll]a|[Ll]es|[Ee]l|[Ll]os|[Ll]as)\s+)?\p{Ll}/u;
/** [S22] `The New York Times reported that “…”`: the publication itself says so. */
export const inlineOutletSays: SourceRule = {
  id: 'outlet-says',
  find(context) {
    const speaker = context.item.speech.speaker;
    // A site that goes by its address: "SciFi.com stated …".
    if (
      speaker !== null &&
      /^[\p{L}\d-]+(?:\.[\p{L}\d-]+)*\.(?:com|org|net|info|de|fr|es|co\.uk|io|tv)$/iu.test(speaker) &&
      !context.site.isOwnName(speaker)
    )
      return finding({ name: speaker, url: null, title: null }, 0.75, context.sentence);
    const outlet = speaker === null || SMALL.test(speaker) ? null : outletByName(speaker);
    const linked = context.sentence?.links.find((l) => speaker !== null && l.text === speaker);
    // The name is linked to somebody else's site: a namesake.
    if (outlet !== null && linked !== undefined && linked.outlet === null && !linked.opaque)
      return finding({ name: linked.text, url: linked.url, title: null }, 0.75, linked);
    if (outlet !== null && !context.site.isOwnOutlet(outlet) && !INSTITUTIONS.has(outlet.kind)) {
      const here = context.sentence === null ? null : (pickLink(context.sentence, null, 0)?.link ?? null);
      const link = here ?? earlierLink(context.context, context.site, { outlet, start: 0, end: 0 }, context.candidate.outer.start);
      return finding(sourceFrom(outlet.name, context.sentence, link), 0.8, context.sentence);
    }
    return byRole(context, ['subject'], 0.75);
  },
};
/** [S23] `“…,” he wrote on Twitter`, `in the Wall Street Journal`: where the words stand. */
export const inlineInOutlet: SourceRule = {
  id: 'in-outlet',
  find(context) {
    const { sentence, item, site } = context;
    if (sentence === null || item.speech.cue === null) return null;
    const mention = mentionWith(sentence, site, ['place']);
    if (mention === null || INSTITUTIONS.has(mention.outlet.kind)) return null;
    if (mention.outlet.kind !== 'platform' && !/wr|post|publ|schr|écri|escri|column|essay|op-ed|said|says|told/i.test(item.speech.cue))
      return null;
    return byRole(context, ['place'], 0.8);
  },
};

/** [S24] A link on the citing words: `the mayor <a href="…">said</a> “…”`, `in <a>a letter</a>`, or on the quotation itself. */
export const inlineCitingLink: SourceRule = {
  id: 'citing-link',
  find({ sentence, candidate }) {
    if (sentence === null) return null;
    const onQuote = sentence.links.find((l) => !l.own && !l.profile && l.start <= candidate.start && l.end >= candidate.end);
    if (onQuote !== undefined) return finding({ name: nameOf(onQuote, false), url: onQuote.url, title: null }, 0.85, onQuote);
    const best = pickLink(sentence, null, 1.5, candidate.outer);
    if (best === null) return null;
    return finding(
      sourceFrom(citedName(sentence, best.link, best.score >= 3), sentence, best.link),
      best.score >= 4 ? 0.85 : 0.75,
      best.link,
    );
  },
};
