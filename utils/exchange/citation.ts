import { type Annotation, exactOf, quotationOf } from '../domain/annotation.ts';
import { escapeMarkdown, markdownLink } from './markdown-text.ts';
import { placeUrl } from './passage-url.ts';

/**
 * The words with speaker, source, page, day and a link to the passage, on one line:
 * “…” — JD Vance, The New York Times (“Title”), via “Page”, Site, 2026-11-24. https://…#:~:text=…
 * The words are the same in all languages.
 */
export function citationOf(annotation: Annotation, style: 'text' | 'markdown' = 'text'): string {
  const { target } = annotation;
  const plain = (text: string) => (style === 'markdown' ? escapeMarkdown(oneLine(text)) : oneLine(text));
  const quotation = quotationOf(annotation);
  const source = quotation?.source;
  const url = placeUrl(annotation);
  const page = plain(target.title === '' ? target.site : `“${inner(target.title)}”`);
  const parts = [
    quotation?.speaker ? plain(quotation.speaker) : '',
    source ? plain(source.title ? `${source.name} (“${inner(source.title)}”)` : source.name) : '',
    quotation?.speaker || source ? `via ${page}` : page,
    target.title !== '' && target.site !== '' ? plain(target.site) : '',
    annotation.created.slice(0, 10),
  ].filter((part) => part !== '');
  const words = plain(`“${inner(exactOf(annotation))}”`);
  const link = url === null ? plain(target.source) : style === 'markdown' ? markdownLink(new URL(url).host, url) : url;
  return `${words} — ${parts.join(', ')}. ${link}`.trim();
}

const oneLine = (text: string): string => text.replace(/\s+/g, ' ').trim();

/** Outer marks become inner ones. */
const inner = (text: string): string => text.replace(/[“”„]/g, (mark) => (mark === '”' ? '’' : '‘'));
