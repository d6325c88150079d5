import type { PageText } from '../../../utils/domain/page-text.ts';

/** A page of an invented paper, as the content script reads it: one quotation with its speaker, one without. */
export function samplePage(changes: Partial<PageText> = {}): PageText {
  const text = [
    'Harbour plan passes',
    'Mara Lind said: “We will not sell the harbour to anyone this year.” The council agreed.',
    'The vote was close.',
  ].join('\n');
  const page: PageText = {
    url: 'https://gazette.example/story',
    base: 'https://gazette.example/story',
    title: 'Harbour plan passes',
    language: 'en',
    text,
    elements: [
      { tag: 'h1', start: 0, end: 19, parent: -1 },
      { tag: 'p', start: 20, end: 107, parent: -1 },
      { tag: 'p', start: 108, end: text.length, parent: -1 },
    ],
    metadata: { canonical: null, siteName: 'The Gazette', authors: [], description: null, published: null, jsonLd: [] },
    truncated: false,
    ...changes,
  };
  // Another text has no paragraphs of this one beyond its end.
  return changes.elements === undefined ? { ...page, elements: page.elements.filter(({ end }) => end <= page.text.length) } : page;
}
