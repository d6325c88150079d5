import type { Annotation, Body, Claim, QuotationBody } from '../../../utils/domain/annotation.ts';

/** A kept quotation of an invented page; each test changes what it is about. */
export function anAnnotation(body: Body[] = [], change: Partial<Annotation> = {}): Annotation {
  return {
    id: '6f1d4f5e-0000-4000-8000-000000000001',
    motivation: 'highlighting',
    target: {
      source: 'https://harbour-post.example/ferry',
      title: 'Ferry to end',
      site: 'Harbour Post',
      selector: [{ type: 'TextQuoteSelector', exact: 'Nobody will wait\nfor the ferry again', prefix: '', suffix: '' }],
      styleClass: 'yellow',
    },
    body,
    created: '2026-03-01T10:00:00.000Z',
    modified: '2026-03-01T10:00:00.000Z',
    deleted: null,
    ...change,
  };
}

export const aQuotation: QuotationBody = {
  type: 'Quotation',
  purpose: 'identifying',
  kind: 'inline',
  region: 'article',
  speaker: 'Ana Example',
  mention: 'she',
  cue: 'said',
  source: { name: 'Harbour Post', url: 'https://harbour-post.example/speech', title: 'The speech' },
  rule: 'inline-speech',
  confidence: 0.8,
};

export const aClaim: Claim = {
  type: 'Claim',
  purpose: 'describing',
  id: 'claim-1',
  text: 'Nobody will wait',
  author: 'Ana Example',
  date: null,
  assessment: { authenticity: null, veracity: null },
};

export const note = (value: string): Body => ({ type: 'TextualBody', purpose: 'commenting', format: 'text/markdown', value });
export const tag = (value: string): Body => ({ type: 'TextualBody', purpose: 'tagging', value });
