import type { DetectContext } from '../candidate.ts';
import type { Examined } from '../examined.ts';
import { isPullBox } from '../rules/pull-quotation.ts';
import { setOffSourceRules } from './all-source-rules.ts';
import { continues, MAX_BETWEEN, type Memory, near, translates } from './carried-over.ts';
import { firstOf } from './first-of.ts';
import { footnote } from './footnote.ts';
import { sameDocument } from './same-document.ts';
import type { Site } from './site.ts';
import { citing, type SourceFinding } from './source-context.ts';

/** Where a set-off quotation was taken from: by the rules, else by what came before it. */
export function forSetOff(
  context: DetectContext,
  site: Site,
  item: Examined,
  { lastSetOff: last, lastCited: cited }: Memory,
): SourceFinding | null {
  const { leadIn, candidate } = item;
  // A box that is named a pull quote says the page's own words, whether they recur or not.
  if (isPullBox(context, candidate) && candidate.attribution === null) return null;
  const translated = translates(context, item, last);
  if (translated !== null) return translated;
  const shared = leadIn?.sharedWith != null && last !== null && last.item.candidate === leadIn.sharedWith ? last.finding : null;
  const sentence = leadIn === null || leadIn.sharedWith !== null ? null : citing(context, site, leadIn.sentence);
  const before = leadIn === null || leadIn.before === null ? null : citing(context, site, leadIn.before);
  const found = firstOf(setOffSourceRules, { context, site, item, candidate, sentence, before });
  if (found?.source != null) {
    if (found.source.url !== null) return found;
    // The lead-in names the paper, a mark at the end leads to the page.
    const noted = footnote.find({ context, site, item, candidate, sentence: null, before: null });
    return noted?.source?.url == null ? found : { ...found, source: { ...found.source, url: noted.source.url } };
  }
  if (shared !== null && candidate.attribution === null) return { ...shared, rule: 'shared-lead-in', confidence: shared.confidence * 0.95 };
  if (found !== null) return found;
  const document =
    leadIn?.open === true && leadIn.sharedWith === null
      ? sameDocument(context, site, item, leadIn.sentence, near(item, cited, MAX_BETWEEN))
      : null;
  return document ?? continues(context, item, cited);
}
