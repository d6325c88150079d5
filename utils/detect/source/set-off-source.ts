import type { DetectContext } from '../candidate.ts';
import type { Examined } from '../examined.ts';
import { isPullBox } from '../rules/pull-quotation.ts';
import { setOffSourceRules } from './all-source-rules.ts';
import { continues, MAX_BETWEEN, type Memory, near, translates } from './carried-over.ts';
import { allowed, ranked } from './first-of.ts';
import { footnote } from './footnote.ts';
import { sameDocument } from './same-document.ts';
import type { Site } from './site.ts';
import { citing, type SourceAnswer } from './source-context.ts';
import { weighedSources } from './weighed-sources.ts';

/** Where a set-off quotation was taken from: by the rules, else by what came before it. */
export function forSetOff(
  context: DetectContext,
  site: Site,
  item: Examined,
  { lastSetOff: last, lastCited: cited }: Memory,
): SourceAnswer {
  const { leadIn, candidate } = item;
  // A box that is named a pull quote says the page's own words, whether they recur or not.
  if (isPullBox(context, candidate) && candidate.attribution === null) return { found: null, weighed: [] };
  const translated = allowed(context, translates(context, item, last));
  if (translated !== null) return { found: translated, weighed: [] };
  const sharing = leadIn?.sharedWith != null && last !== null && last.item.candidate === leadIn.sharedWith ? last : null;
  const shared = sharing?.finding ?? null;
  const sentence = leadIn === null || leadIn.sharedWith !== null ? null : citing(context, site, leadIn.sentence);
  const before = leadIn === null || leadIn.before === null ? null : citing(context, site, leadIn.before);
  const { found, others } = ranked(setOffSourceRules, { context, site, item, candidate, sentence, before });
  const weighed = weighedSources(others, sentence, before, near(item, cited, MAX_BETWEEN));
  if (found?.source != null) {
    if (found.source.url !== null) return { found, weighed };
    // The lead-in names the paper, a mark at the end leads to the page.
    const noted = footnote.find({ context, site, item, candidate, sentence: null, before: null });
    const url = noted?.source?.url ?? null;
    return { found: url === null ? found : { ...found, source: { ...found.source, url } }, weighed };
  }
  if (shared !== null && candidate.attribution === null && !context.without.has('shared-lead-in'))
    return {
      found: { ...shared, rule: 'shared-lead-in', confidence: shared.confidence * 0.95 },
      weighed: sharing?.weighed ?? [],
    };
  if (found !== null) return { found, weighed };
  const document =
    leadIn?.open === true && leadIn.sharedWith === null
      ? sameDocument(context, site, item, leadIn.sentence, near(item, cited, MAX_BETWEEN))
      : null;
  return { found: allowed(context, document) ?? allowed(context, continues(context, item, cited)), weighed };
}
