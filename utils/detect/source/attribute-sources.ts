import { type DetectContext, sliceOf } from '../candidate.ts';
import type { Examined } from '../examined.ts';
import { wordCountAnyScript } from '../page-outline.ts';
import { attributeEchoes } from './attribute-echoes.ts';
import { afterCited, fromNeighbour, inherited, type Memory, repeated, wholeParagraph } from './carried-over.ts';
import { forInline, groupInline } from './inline-source.ts';
import { repeatedFragments } from './repeated-fragments.ts';
import { fromReviewedWork, reviewedWork } from './reviewed-work.ts';
import { forSetOff } from './set-off-source.ts';
import { signer } from './signature-source.ts';
import { type Site, siteOf } from './site.ts';
import { citing, type SourceFinding } from './source-context.ts';

/** The source of each quotation, in order; null where the page names none. */
export function attributeSources(context: DetectContext, examined: Examined[]): (SourceFinding | null)[] {
  const site = siteOf(context.outline);
  const echoes = attributeEchoes(context, examined);
  const repeats = repeatedFragments(context, examined);
  const quotesByParagraph = groupInline(context, examined);
  const findings: (SourceFinding | null)[] = [];
  const memory: Memory = { lastSetOff: null, lastCited: null, work: reviewedWork(context) };
  for (const [i, item] of examined.entries()) {
    const { candidate } = item;
    const setOff = candidate.element >= 0;
    let found = candidate.kind === 'pull' ? ownWords(context, site, item) : (echoes[i] ?? null);
    if (found === null && setOff) found = forSetOff(context, site, item, memory);
    if (found === null && !setOff) found = wholeParagraph(context, examined, findings, i);
    if (found === null && !setOff) found = forInline(context, site, item, quotesByParagraph, memory);
    if (item.within !== null) found = inherited(findings[item.within] ?? null, found);
    const holder = repeats[i];
    if (found === null && holder != null) found = repeated(findings[holder] ?? null, examined[holder]);
    if (found === null && !setOff && item.within === null)
      found = fromNeighbour(context, examined, findings, i) ?? afterCited(context, item, memory.lastCited);
    if (found === null && memory.work !== null && item.within === null)
      found = fromReviewedWork(memory.work, item, wordCountAnyScript(sliceOf(context.outline, candidate)));
    findings.push(found);
    if (setOff && item.within === null && candidate.kind !== 'pull') {
      memory.lastSetOff = { item, finding: found };
      if (found?.source != null && found.rule !== 'embedded-post' && found.source.name !== 'this page')
        memory.lastCited = { item, finding: found };
    }
  }
  return findings;
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
