import { type Annotation, exactOf } from '../domain/annotation.ts';
import type { TextQuoteSelector } from '../domain/selector.ts';
import { textFragmentUrl } from './text-fragment.ts';

/** An address that may stand in a link: http or https, normalised; null for all others (`javascript:`, `data:`, files). */
export function linkable(url: string | null): string | null {
  if (url === null || !URL.canParse(url)) return null;
  const parsed = new URL(url);
  return parsed.protocol === 'http:' || parsed.protocol === 'https:' ? parsed.href : null;
}

/** The page with a text fragment that leads to the passage; null when the page has no address that can be linked. */
export function passageUrl(annotation: Annotation): string | null {
  const url = linkable(annotation.target.source);
  if (url === null) return null;
  const quote = annotation.target.selector.find((selector): selector is TextQuoteSelector => selector.type === 'TextQuoteSelector');
  return textFragmentUrl(url, exactOf(annotation), quote?.prefix, quote?.suffix);
}
