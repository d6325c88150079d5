import type { Annotation, Body } from '../../../utils/domain/annotation.ts';

/** An annotation of an invented page; `n` gives it an id and its place in time. */
export function sample(n: number, changes: Partial<Annotation> & { source?: string; canonical?: string } = {}): Annotation {
  const { source = 'https://gazette.example/story', canonical, ...rest } = changes;
  const time = new Date(Date.UTC(2026, 0, 1, 12, 0, n)).toISOString();
  return {
    id: `00000000-0000-4000-8000-${String(n).padStart(12, '0')}`,
    motivation: 'highlighting',
    target: {
      source,
      ...(canonical === undefined ? {} : { canonical }),
      title: 'Harbour plan',
      site: 'The Gazette',
      selector: [{ type: 'TextQuoteSelector', exact: `words ${n}`, prefix: 'before ', suffix: ' after' }],
      styleClass: 'yellow',
    },
    body: [],
    created: time,
    modified: time,
    deleted: null,
    ...rest,
  };
}

export const tag = (value: string): Body => ({ type: 'TextualBody', purpose: 'tagging', value });
export const note = (value: string): Body => ({ type: 'TextualBody', purpose: 'commenting', format: 'text/markdown', value });
export const quotation = (speaker: string | null, source: string | null): Body => ({
  type: 'Quotation',
  purpose: 'identifying',
  kind: 'inline',
  region: 'article',
  speaker,
  mention: null,
  cue: null,
  source: source === null ? null : { name: source, url: null, title: null },
  rule: 'reader',
  confidence: 1,
});
export const claim = (text: string, author: string | null): Body => ({
  type: 'Claim',
  purpose: 'describing',
  id: `claim-${text}`,
  text,
  author,
  date: null,
  assessment: { authenticity: null, veracity: null },
});
