import { type Annotation, exactOf } from '../../utils/domain/annotation.ts';
import { linkable } from '../../utils/exchange/passage-url.ts';
import { pageKey } from '../../utils/text/page-key.ts';
import type { CheckSubject } from './check-subject.ts';

/** A page that may be the source, and why it is offered: it is the attribution's, a link near the quote, or a kept page with these words. */
export interface SourceCandidate {
  url: string;
  title: string;
  why: 'attribution' | 'link' | 'kept';
}

/** More are no help in choosing. */
const MAX_CANDIDATES = 8;
/** Fewer words stand on many pages by chance. */
const MIN_SHARED_WORDS = 6;

/** The likeliest first, each page once, never the page that quotes. */
export function sourceCandidates(subject: CheckSubject, kept: readonly Annotation[]): SourceCandidate[] {
  const { source, links, page, annotation } = subject;
  const found: SourceCandidate[] = [];
  const seen = new Set<string>(page === null ? [] : [pageKey(page.url)]);
  const offer = (url: string | null, title: string, why: SourceCandidate['why']): void => {
    const address = linkable(url);
    if (address === null || seen.has(pageKey(address))) return;
    seen.add(pageKey(address));
    found.push({ url: address, title, why });
  };
  if (source !== null) offer(source.url, source.title ?? source.name, 'attribution');
  for (const { url, text } of links) offer(url, text, 'link');
  const words = wordsOf(subject.quote);
  if (words.length >= MIN_SHARED_WORDS) {
    const own = ` ${words.join(' ')} `;
    for (const other of kept) {
      if (found.length >= MAX_CANDIDATES || other.id === annotation?.id) continue;
      const theirs = wordsOf(exactOf(other));
      if (theirs.length < MIN_SHARED_WORDS) continue;
      const text = ` ${theirs.join(' ')} `;
      if (text.includes(own) || own.includes(text)) offer(other.target.source, other.target.title, 'kept');
    }
  }
  return found.slice(0, MAX_CANDIDATES);
}

const wordsOf = (text: string): string[] => text.toLowerCase().match(/[\p{L}\p{N}]+/gu) ?? [];
