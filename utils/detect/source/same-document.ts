import type { TextSpan } from '../../domain/page-text.ts';
import { sentencesIn } from '../../text/sentences.ts';
import type { DetectContext } from '../candidate.ts';
import type { Examined } from '../examined.ts';
import { citationScore, citedName, sourceFrom } from './pick-link.ts';
import type { Site } from './site.ts';
import { citing, type SourceFinding } from './source-context.ts';

const NOUN =
  /(?<![\p{L}])(?:the|this|that|his|her|their|its|\p{Lu}[\p{L}]+[’']s|der|die|das|dem|den|diese[rmns]?|sein(?:e[rmn]?)?|ihr(?:e[rmn]?)?|le|la|cette?|son|sa|el|esta|este|su)[\s\u00a0]+(?:\p{L}+[\s\u00a0]+)?(article|report|story|piece|post|study|letter|statement|op-ed|interview|review|essay|paper|memo|column|e-?mail|survey|blog|speech|document|book|artikel|bericht|beitrag|studie|brief|interview|erklärung|lettre|rapport|étude|enquête|entretien|communiqué|artículo|informe|carta|entrevista|estudio|comunicado)(?![\p{L}])/iu;
/** What a piece of a paper is called, so that it can be the one cited last. */
const PIECE = /^(?:article|story|piece|post|column|essay|op-ed|report|review|study|artikel|bericht|beitrag|artículo|rapport|enquête)$/i;
/** How far back the document may have been linked. */
const MAX_BACK = 1500;

/**
 * [S19] The sentence speaks of "the letter" that was linked shortly before: `They <a>sent a letter</a> … “…,” reads the letter.`
 * Without such a link "the article" is the source cited last.
 */
export function sameDocument(
  context: DetectContext,
  site: Site,
  item: Examined,
  sentence: TextSpan,
  cited: SourceFinding | null,
): SourceFinding | null {
  const { outline } = context;
  const { candidate } = item;
  const own = outline.text.slice(sentence.start, sentence.end).replace(outline.text.slice(candidate.start, candidate.end), ' ');
  const noun = NOUN.exec(own)?.[1]?.toLowerCase();
  if (noun === undefined) return null;
  const back = { start: Math.max(0, sentence.start - MAX_BACK), end: sentence.start };
  for (const before of sentencesIn(outline.text, back).reverse()) {
    const read = citing(context, site, before);
    for (const link of read.links.reverse()) {
      const around = outline.text.slice(Math.max(before.start, link.start - 30), Math.min(before.end, link.end + 30)).toLowerCase();
      if (link.own || link.profile || !around.includes(noun) || citationScore(read, link, null) < 0) continue;
      return {
        source: sourceFrom(citedName(read, link, true), read, link),
        rule: 'same-document',
        confidence: 0.75,
        evidence: { start: link.start, end: link.end },
        speaker: null,
        decidesSpeaker: false,
      };
    }
  }
  if (!PIECE.test(noun) || /(?:^|[\s\u00a0])(?:from|by|von|aus|de|par|of)[\s\u00a0]/iu.test(own)) return null;
  return cited?.source == null ? null : { ...cited, rule: 'same-document', confidence: 0.7, speaker: null, decidesSpeaker: false };
}
