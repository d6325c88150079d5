import type { TextSpan } from '../../domain/page-text.ts';
import type { DetectContext } from '../candidate.ts';
import { overlapping, type PageOutline } from '../page-outline.ts';
import { type LinkInfo, linksIn } from './link-info.ts';
import { nameOf, titleOf } from './pick-link.ts';
import type { Site } from './site.ts';
import { citing, finding, type SourceRule } from './source-context.ts';

/** The mark stands right behind the words, or at the end of their sentence. */
const NEAR = 4;
const MARK = /^[\s\u00a0]*[[(]?[\s\u00a0]*(?:\d{1,3}|[a-z*†‡]|note \d+)[\s\u00a0]*[\])]?[\s\u00a0]*$/iu;

/** Places of elements by id, for links within the page. */
const idsOf = new WeakMap<PageOutline, Map<string, TextSpan>>();

function elementById(outline: PageOutline, id: string): TextSpan | undefined {
  let ids = idsOf.get(outline);
  if (ids === undefined) {
    ids = new Map();
    for (const element of outline.elements) {
      if (element.names === undefined || element.tag === 'a' || element.tag === 'body') continue;
      for (const name of element.names.split(' ')) if (/\d|note|ref|fn/i.test(name) && !ids.has(name)) ids.set(name, element);
    }
    idsOf.set(outline, ids);
  }
  return ids.get(id);
}

/** The footnote that a mark at the end of `span` (or just behind it) leads to. */
export function footnoteOf({ outline }: DetectContext, span: TextSpan, until: number): TextSpan | null {
  for (const link of overlapping(outline.links, {
    start: Math.max(span.start, span.end - 8),
    end: Math.min(outline.text.length, until + NEAR),
  })) {
    const href = link.href ?? '';
    const hash = href.indexOf('#');
    if (hash < 0 || !MARK.test(outline.text.slice(link.start, link.end))) continue;
    let id = href.slice(hash + 1);
    try {
      id = decodeURIComponent(id);
    } catch {
      // A broken escape: the id is compared as written.
    }
    const note = elementById(outline, id);
    if (note !== undefined && note.end - note.start < 2000 && note.start !== span.start) return note;
  }
  return null;
}

/** A mark that itself leads to the source: `“…”<a href="https://…">†</a>`. */
function externalMark(context: DetectContext, site: Site, from: number, end: number): LinkInfo | null {
  const link = linksIn(context.outline, site, { start: from, end: Math.min(context.outline.text.length, end + NEAR) })[0];
  return link !== undefined && !link.own && !link.url.includes('#') && MARK.test(link.text) ? link : null;
}

/** [S17] A footnote mark at the words leads to a note that names the source: `“…”<sup><a href="#cite_note-3">[3]</a></sup>`. */
export const footnote: SourceRule = {
  id: 'footnote',
  find({ context, site, candidate, sentence }) {
    const direct = externalMark(context, site, candidate.end, candidate.outer.end);
    if (direct !== null) return finding({ name: nameOf(direct, false), url: direct.url, title: null }, 0.85, direct);
    const own = candidate.element >= 0;
    const near = footnoteOf(context, candidate.outer, candidate.outer.end);
    const note = near ?? (sentence === null || own ? null : footnoteOf(context, sentence, sentence.end));
    if (note === null) return null;
    const cited = citing(context, site, note);
    const link = cited.links.find((l) => !l.own && l.outlet?.kind !== 'reference') ?? null;
    // A platform's name in a note is a letter or a word ("vol. X") unless the note links there.
    const mention =
      cited.mentions.find((m) => m.outlet.kind !== 'reference' && (m.outlet.kind !== 'platform' || link?.outlet === m.outlet)) ?? null;
    if (mention !== null && (link === null || link.outlet === null || link.outlet === mention.outlet))
      return finding({ name: mention.outlet.name, url: link?.url ?? null, title: link === null ? null : titleOf(cited, link) }, 0.85, note);
    if (link !== null) return finding({ name: nameOf(link, false), url: link.url, title: titleOf(cited, link) }, 0.82, note);
    return null;
  },
};
