import { cleanName } from '../page-author.ts';
import { linksIn } from './link-info.ts';
import { finding, type SourceRule } from './source-context.ts';

const POST = /\/(?:status|statuses|posts?|p|reel|video|comments|permalink)[/.]/i;

/** [S0] An embedded post: the platform is the source, the account speaks. */
export const embeddedPlatform: SourceRule = {
  id: 'embedded-post',
  find({ context, site, candidate }) {
    if (candidate.rule !== 'embedded-post') return null;
    const links = linksIn(context.outline, site, candidate.outer).filter((l) => l.outlet?.kind === 'platform');
    const link = links.findLast((l) => POST.test(l.url)) ?? links.at(-1);
    const signed = candidate.attribution === null ? '' : context.outline.text.slice(candidate.attribution.start, candidate.attribution.end);
    const account = /^[\s—–―-]*(.+?)\s*\(@?[^)]*\)/u.exec(signed)?.[1]?.trim() ?? null;
    const speaker = account === null ? null : (cleanName(account) ?? account.slice(0, 80));
    if (link === undefined) return { source: null, confidence: 0.6, evidence: candidate.outer, speaker, decidesSpeaker: speaker !== null };
    return finding(
      { name: link.outlet?.name ?? link.host, url: link.url, title: null },
      0.95,
      candidate.attribution ?? candidate.outer,
      speaker,
      true,
    );
  },
};
