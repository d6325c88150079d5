import type { PageElement } from '../../domain/page-text.ts';
import type { Candidate, DetectionRule } from '../candidate.ts';
import { commentAt, regionAt } from '../candidate.ts';
import { overlapping, trimmed, wordCountAnyScript } from '../page-outline.ts';

const EMBED =
  /(?:^|\s)(?:twitter-tweet|twitter-video|twitter-quote-tweet|instagram-media|tiktok-embed|reddit-(?:card|embed-bq)|bluesky-embed|mastodon-embed|text-post-media|fb-xfbml-parse-ignore|fb-post|wp-embedded-content|threads-post)/i;

/** A `<blockquote>` that a platform's script turns into a post. */
export const isEmbeddedPost = (element: PageElement): boolean => element.names !== undefined && EMBED.test(element.names);

const TRAILING_LINK = /^(?:https?:\/\/|pic\.|t\.co\/|#)/i;

/**
 * [D2] An embedded post of a platform that carries its text:
 * `<blockquote class="twitter-tweet"><p>…</p>— Name (@handle) <a href="https://twitter.com/…">date</a></blockquote>`.
 * One that consists of a link or a widget is none.
 */
export const embeddedPost: DetectionRule = {
  id: 'embedded-post',
  find(context) {
    const { outline } = context;
    const found: Candidate[] = [];
    for (const [i, element] of outline.elements.entries()) {
      if (element.tag !== 'blockquote' || !isEmbeddedPost(element) || /wp-embedded-content/.test(element.names ?? '')) continue;
      const inside = overlapping(outline.paragraphs, element);
      const first = inside[0];
      const last = inside.at(-1);
      if (first === undefined || last === undefined) continue;
      const whole = outline.text.slice(element.start, element.end);
      const dash = /(?:^|\n)\s*(?:[—–―]|&mdash;|--)\s*[^\n]*$|\n?A post shared by [^\n]*$/u.exec(whole);
      const textEnd = dash === null ? element.end : element.start + dash.index;
      const text = withoutTrailingLinks(outline.text, { start: element.start, end: textEnd }, overlapping(outline.links, element));
      if (text === null || wordCountAnyScript(outline.text.slice(text.start, text.end)) < 2) continue;
      if (
        overlapping(outline.links, text).some((link) => link.start <= text.start && link.end >= text.end) &&
        !/instagram/.test(element.names ?? '')
      )
        continue;
      found.push({
        kind: 'block',
        ...text,
        outer: { start: element.start, end: element.end },
        element: i,
        first,
        last: overlapping(outline.paragraphs, text).at(-1) ?? last,
        marked: false,
        attribution: dash === null ? null : trimmed(outline.text, { start: textEnd, end: element.end }),
        attributionPlace: dash === null ? null : 'inside',
        region: regionAt(context, i),
        comment: commentAt(context, i),
        rule: 'embedded-post',
        confidence: 0.9,
      });
    }
    return found;
  },
};

function withoutTrailingLinks(
  text: string,
  span: { start: number; end: number },
  links: PageElement[],
): { start: number; end: number } | null {
  let result = trimmed(text, span);
  const bare = result === null ? null : /(?:[\s\u00a0]+(?:https?:\/\/|pic\.)\S+)+$/.exec(text.slice(result.start, result.end));
  if (bare !== null && result !== null && links.every((l) => l.end < (result?.end ?? 0)))
    result = trimmed(text, { start: result.start, end: result.end - bare[0].length });
  for (let i = links.length - 1; i >= 0 && result !== null; i--) {
    const link = links[i];
    if (link === undefined || link.start >= result.end || link.end < result.end || link.start < result.start) continue;
    if (!TRAILING_LINK.test(text.slice(link.start, link.end))) break;
    result = trimmed(text, { start: result.start, end: link.start });
  }
  return result;
}
