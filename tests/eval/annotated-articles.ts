// Articles whose speakers were annotated by hand (../shared/data/attribution), with what the rules find in them.
import { readFileSync } from 'node:fs';
import { parseHtml } from '../../cli/parse-html.ts';
import type { Found } from '../../utils/detect/confidence/found.ts';
import { findQuotations } from '../../utils/detect/detect-quotations.ts';
import { readPage } from '../../utils/dom/read-page.ts';

interface Span {
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

/** Every `step`th article of the file; each annotated span with what was found at its words, in page order. Spans without a speaker though somebody says them are left out. */
export function annotatedArticles(file: string, step = 1): AnnotatedQuotation[] {
  return readFileSync(file, 'utf8')
    .trim()
    .split('\n')
    .filter((_, i) => i % step === 0)
    .flatMap((line) => {
      const article: Article = JSON.parse(line);
      const body = article.paragraphs.map((p) => `<p>${escaped(p)}</p>`).join('\n');
      const html = `<!doctype html><html lang="en"><head><title>${escaped(article.title)}</title></head><body><article>${body}</article></body></html>`;
      const found = findQuotations(readPage(parseHtml(html), 'https://example.org/').page);
      let next = 0;
      return article.quotes.flatMap((span): AnnotatedQuotation[] => {
        const own = letters(span.text);
        const at = found.findIndex((f, i) => i >= next && letters(f.text) === own);
        const hit = found[at];
        if (hit === undefined) return [];
        next = at + 1;
        return span.attributed && span.speaker === null ? [] : [{ article: article.id, found: hit, span }];
      });
    });
}

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
