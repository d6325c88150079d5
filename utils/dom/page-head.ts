import type { PageMetadata } from '../domain/page-text.ts';
import type { PageElementNode } from './page-node.ts';
import { collapse } from './white-space.ts';

/** JSON-LD of news pages is 2–60 kB; more than this is not about the page. */
const MAX_JSON_LD = 500_000;

const JSON_LD = /^\s*application\/ld\+json\s*(?:;|$)/i;
const CANONICAL = /(?:^|\s)canonical(?:\s|$)/i;

/** What elements without words for the reader say of the page. */
export class PageHead {
  readonly metadata: PageMetadata = { canonical: null, siteName: null, authors: [], description: null, published: null, jsonLd: [] };
  title: string | null = null;
  /** `<base href>` as written. */
  base: string | null = null;
  #jsonLdLeft = MAX_JSON_LD;

  read(element: PageElementNode, tag: string): void {
    const { metadata } = this;
    if (tag === 'title') this.title ??= collapse(element.textContent ?? '');
    else if (tag === 'base') this.base ??= element.getAttribute('href');
    else if (tag === 'link') {
      if (CANONICAL.test(element.getAttribute('rel') ?? '')) metadata.canonical = element.getAttribute('href');
    } else if (tag === 'script') {
      if (!JSON_LD.test(element.getAttribute('type') ?? '')) return;
      const source = element.textContent ?? '';
      this.#jsonLdLeft -= source.length;
      if (this.#jsonLdLeft >= 0) metadata.jsonLd.push(source);
    } else if (tag === 'meta') readMeta(element, metadata);
  }
}

function readMeta(element: PageElementNode, metadata: PageMetadata): void {
  const name = (element.getAttribute('property') ?? element.getAttribute('name') ?? element.getAttribute('itemprop') ?? '').toLowerCase();
  const content = element.getAttribute('content')?.trim();
  if (!content) return;
  switch (name) {
    case 'og:site_name':
      metadata.siteName ??= content;
      break;
    case 'og:url':
      metadata.canonical ??= content;
      break;
    case 'author':
    case 'article:author':
    case 'parsely-author':
    case 'sailthru.author':
    case 'dc.creator':
    case 'byl':
      if (!metadata.authors.includes(content)) metadata.authors.push(content);
      break;
    case 'description':
    case 'og:description':
      metadata.description ??= content;
      break;
    case 'article:published_time':
    case 'datepublished':
    case 'date':
    case 'dc.date':
      metadata.published ??= content;
      break;
  }
}
