// Articles whose speakers were annotated by hand (../shared/data/attribution), with what the rules find in them.
import { readFileSync } from 'node:fs';
import { parseHtml } from '../../cli/parse-html.ts';
import type { Found } from '../../utils/detect/confidence/found.ts';
import { findQuotations } from '../../utils/detect/detect-quotations.ts';
import { readPage } from '../../utils/dom/read-page.ts';
import type { PageText } from '../../utils/domain/page-text.ts';

export interface Span {
  text: string;
  words: number;
  attributed: boolean;
  speaker: { text: string; kind: string } | null;
}
interface Article {
  id: string;
  title: string;
  paragraphs: string[];
  quotes: Span[];
}
export interface AnnotatedQuotation {
  article: string;
  found: Found;
  span: Span;
}

const escaped = (text: string): string => text.replace(/&/g, '&amp;').replace(/</g, '&lt;').replace(/>/g, '&gt;');
const letters = (text: string): string =>
  text
    .normalize('NFKC')
    .toLowerCase()
    .replace(/[^\p{L}\p{N}]+/gu, '');

/** An article as a page, before anything is sought in it. */
export interface ArticleWithSpans {
  id: string;
  page: PageText;
  spans: Span[];
}

/** Every `step`th article of the file. */
export const readArticles = (file: string, step = 1): ArticleWithSpans[] =>
  readFileSync(file, 'utf8')
    .trim()
    .split('\n')
    .filter((_, i) => i % step === 0)
    .map((line) => {
      const { id, title, paragraphs, quotes }: Article = JSON.parse(line);
      const body = paragraphs.map((p) => `<p>${escaped(p)}</p>`).join('\n');
      const html = `<!doctype html><html lang="en"><head><title>${escaped(title)}</title></head><body><article>${body}</article></body></html>`;
      return { id, page: readPage(parseHtml(html), 'https://example.org/').page, spans: quotes };
    });

/** Each annotated span with what was found at its words, in page order. Spans that somebody says who is not annotated are left out. */
export const annotatedQuotations = (
  articles: readonly ArticleWithSpans[],
  without: ReadonlySet<string> = new Set(),
): AnnotatedQuotation[] =>
  articles.flatMap(({ id, page, spans }) => {
    const found = findQuotations(page, { without }).map((f) => ({ f, words: letters(f.text) }));
    let next = 0;
    return spans.flatMap((span): AnnotatedQuotation[] => {
      const own = letters(span.text);
      const at = found.findIndex(({ words }, i) => i >= next && words === own);
      const hit = found[at];
      if (hit === undefined) return [];
      next = at + 1;
      return span.attributed && span.speaker === null ? [] : [{ article: id, found: hit.f, span }];
    });
  });

const STOP = new Set(
  'the a an of for and in to at on by with from his her their its our my your this that these those mr mrs ms dr sen rep gov s who which'.split(
    ' ',
  ),
);
function content(text: string): string[] {
  const all =
    text
      .toLowerCase()
      .replace(/[’']s\b/g, '')
      .match(/[\p{L}\p{N}]+/gu) ?? [];
  const kept = all.filter((word) => !STOP.has(word));
  return kept.length === 0 || all.length === 1 ? all : kept;
}

/** The words told near the quotation share one with those annotated; where nobody says it nothing told is right. */
export function isMention({ speaker }: Span, told: string): boolean {
  if (speaker === null) return false;
  const want = new Set(content(speaker.text));
  return content(told).some((word) => want.has(word));
}
