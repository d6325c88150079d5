import { type DetectContext, sliceOf } from '../candidate.ts';
import type { Examined } from '../examined.ts';
import { wordCountAnyScript } from '../page-outline.ts';
import { attributeEchoes } from './attribute-echoes.ts';
import { afterCited, fromNeighbour, inherited, type Memory, repeated, wholeParagraph } from './carried-over.ts';
import { allowed } from './first-of.ts';
import { forInline, groupInline } from './inline-source.ts';
import { repeatedFragments } from './repeated-fragments.ts';
import { fromReviewedWork, reviewedWork } from './reviewed-work.ts';
import { forSetOff } from './set-off-source.ts';
import { signer } from './signature-source.ts';
import { type Site, siteOf } from './site.ts';
import { citing, type SourceAnswer, type SourceFinding } from './source-context.ts';
import type { WeighedSource } from './weighed-sources.ts';

/** The source of each quotation, in order; `found` null where the page names none. */
export function attributeSources(context: DetectContext, examined: Examined[]): SourceAnswer[] {
  const site = siteOf(context.outline);
  const echoes = attributeEchoes(context, site, examined);
  const repeats = repeatedFragments(context, examined);
  const quotesByParagraph = groupInline(context, examined);
  const findings: (SourceFinding | null)[] = [];
  const memory: Memory = { lastSetOff: null, lastCited: null, work: reviewedWork(context) };
  const may = (found: SourceFinding | null): SourceFinding | null => allowed(context, found);
  return examined.map((item, i) => {
    const { candidate } = item;
    const setOff = candidate.element >= 0;
    let weighed: readonly WeighedSource[] = [];
    let found = may(candidate.kind === 'pull' ? ownWords(context, site, item) : (echoes[i] ?? null));
    if (found === null && !setOff) found = may(wholeParagraph(context, examined, findings, i));
    if (found === null) {
      const answer = setOff ? forSetOff(context, site, item, memory) : forInline(context, site, item, quotesByParagraph, memory);
      ({ found, weighed } = answer);
    }
    const own = found;
    if (item.within !== null) found = may(inherited(findings[item.within] ?? null, own)) ?? own;
    // What the passage itself tells comes into question beside what the one around it tells.
    if (own?.source != null && own !== found) weighed = [{ name: own.source.name, kind: 'rule' }, ...weighed];
    const holder = repeats[i];
    if (found === null && holder != null) found = may(repeated(findings[holder] ?? null, examined[holder]));
    if (found === null && !setOff && item.within === null)
      found = may(fromNeighbour(context, examined, findings, i)) ?? may(afterCited(context, item, memory.lastCited));
    if (found === null && memory.work !== null && item.within === null)
      found = may(fromReviewedWork(memory.work, item, wordCountAnyScript(sliceOf(context.outline, candidate))));
    findings.push(found);
    if (setOff && item.within === null && candidate.kind !== 'pull') {
      memory.lastSetOff = { item, finding: found, weighed };
      if (found?.source != null && found.rule !== 'embedded-post' && found.source.name !== 'this page')
        memory.lastCited = { item, finding: found, weighed };
    }
    return { found, weighed };
  });
}

/** [S32] A pull quote repeats the article: no source; who signs it speaks. */
function ownWords(context: DetectContext, site: Site, { candidate, speech }: Examined): SourceFinding {
  const speaker = candidate.attribution === null ? null : signer(citing(context, site, candidate.attribution));
  return {
    source: null,
    rule: 'pull-quotation',
    confidence: 0.85,
    evidence: candidate.attribution,
    speaker: speaker ?? (candidate.attribution === null ? null : speech.speaker),
    decidesSpeaker: true,
  };
}
