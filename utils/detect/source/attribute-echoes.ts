import type { DetectContext } from '../candidate.ts';
import type { Examined } from '../examined.ts';
import { type EchoQuery, findEchoes } from '../find-echoes.ts';
import { commentAuthor, pageAuthor } from '../page-author.ts';
import { overlapping, paragraphAt, wordCountAnyScript } from '../page-outline.ts';
import { signer } from './signature-source.ts';
import type { Site } from './site.ts';
import { citing, type SourceFinding } from './source-context.ts';

/** Share of a quotation's runs of words that must stand elsewhere in the page. */
const FLOOR = 0.6;
const MIN_INLINE_WORDS = 4;

/**
 * [S15] A comment that quotes the post or an earlier comment: its words stand there. The source is "this page", the speaker
 * who wrote them.
 */
export function attributeEchoes(context: DetectContext, site: Site, examined: Examined[]): (SourceFinding | null)[] {
  const { outline, regions } = context;
  const asked = examined.flatMap(({ candidate, within }, i) => {
    if (candidate.region !== 'comment' || within !== null || (candidate.attribution !== null && candidate.attributionPlace === 'after'))
      return [];
    if (candidate.element < 0 && wordCountAnyScript(outline.text.slice(candidate.start, candidate.end)) < MIN_INLINE_WORDS) return [];
    const item = outline.elements[candidate.comment];
    const query: EchoQuery = { span: candidate, own: item ?? candidate.outer };
    return [{ i, query }];
  });
  const result: (SourceFinding | null)[] = examined.map(() => null);
  if (asked.length === 0) return result;
  const commentOf = (offset: number): number => {
    const paragraph = paragraphAt(outline, offset);
    return paragraph === undefined ? -1 : (regions.comment[paragraph.element] ?? -1);
  };
  const hits = findEchoes(
    outline.text,
    asked.map((a) => a.query),
    commentOf,
    FLOOR,
  );
  const inline = examined.flatMap(({ candidate, within, speech }) =>
    candidate.element < 0 && within === null ? [{ start: candidate.start, end: candidate.end, speaker: speech.speaker }] : [],
  );
  /** Set-off passages of the page itself: who says them, the page's author does not. */
  const blocks = examined.flatMap(({ candidate, within, speech }) => {
    if (candidate.element < 0 || within !== null || candidate.region === 'comment' || candidate.kind === 'pull') return [];
    const signed = candidate.attribution === null ? null : signer(citing(context, site, candidate.attribution));
    return [{ start: candidate.start, end: candidate.end, speaker: signed ?? speech.speaker }];
  });
  const authors = new Map<number, string | null>();
  const authorOf = (comment: number): string | null => {
    const known = authors.get(comment);
    if (known !== undefined) return known;
    const name = commentAuthor(outline, comment);
    authors.set(comment, name);
    return name;
  };
  let author: string | null | undefined;
  for (const [k, hit] of hits.entries()) {
    const index = asked[k]?.i;
    const item = index === undefined ? undefined : examined[index];
    if (hit === null || index === undefined || item === undefined) continue;
    // Only what stands before can be quoted.
    if (hit.start > item.candidate.start) continue;
    const comment = commentOf(hit.start);
    if (comment < 0) author ??= pageAuthor(outline, regions);
    const quoted = comment < 0 ? overlapping(inline, { start: hit.start, end: hit.start + 1 })[0] : undefined;
    const block = comment < 0 ? overlapping(blocks, { start: hit.start, end: hit.start + 1 })[0] : undefined;
    const speaker = quoted?.speaker ?? (block !== undefined ? block.speaker : comment < 0 ? (author ?? null) : authorOf(comment));
    result[index] = {
      source: { name: 'this page', url: null, title: null },
      rule: comment < 0 ? 'comment-quotes-post' : 'comment-quotes-comment',
      confidence: 0.6 + 0.38 * hit.share,
      evidence: { start: hit.start, end: Math.min(outline.text.length, hit.start + (item.candidate.end - item.candidate.start)) },
      speaker,
      decidesSpeaker: true,
    };
  }
  return result;
}
