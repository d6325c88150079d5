import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { Annotation } from '../../../utils/domain/annotation.ts';
import { citationOf } from '../../../utils/exchange/citation.ts';
import { linkable } from '../../../utils/exchange/passage-url.ts';
import { anyAnnotation } from './arbitrary-annotation.ts';

const annotation: Annotation = {
  id: '3d0c9c1e-7b0a-4a7e-9d3e-1f5a2b3c4d5e',
  motivation: 'highlighting',
  target: {
    source: 'https://www.example.org/story',
    title: 'The “real” story',
    site: 'Example',
    selector: [
      { type: 'TextQuoteSelector', exact: 'We will not go, not now,\nnot “ever”.', prefix: '', suffix: '' },
      { type: 'FragmentSelector', conformsTo: 'https://wicg.github.io/scroll-to-text-fragment/', value: ':~:text=We%20will%20not,ever' },
    ],
    styleClass: 'yellow',
  },
  body: [
    {
      type: 'Quotation',
      purpose: 'identifying',
      kind: 'block',
      region: 'article',
      speaker: 'Ada Example',
      mention: null,
      cue: null,
      source: { name: 'The Paper', url: null, title: 'What [really] happened' },
      rule: 'reader',
      confidence: 1,
    },
  ],
  created: '2026-11-20T10:00:00.000Z',
  modified: '2026-11-20T10:00:00.000Z',
  deleted: null,
};
const link = 'https://www.example.org/story#:~:text=We%20will%20not,ever';

describe('citationOf', () => {
  it('gives words, speaker, source, page, site, day and a link to the passage', () =>
    expect(citationOf(annotation)).toBe(
      `“We will not go, not now, not ‘ever’.” — Ada Example, The Paper (“What [really] happened”), via “The ‘real’ story”, Example, 2026-11-20. ${link}`,
    ));

  it('gives the same in Markdown', () =>
    expect(citationOf(annotation, 'markdown')).toBe(
      `“We will not go, not now, not ‘ever’.” — Ada Example, The Paper (“What \\[really\\] happened”), via “The ‘real’ story”, Example, 2026-11-20. [www.example.org](${link})`,
    ));

  it('leaves out what nobody knows', () =>
    expect(citationOf({ ...annotation, body: [], target: { ...annotation.target, title: '', source: 'file:///a.html' } })).toBe(
      '“We will not go, not now, not ‘ever’.” — Example, 2026-11-20. file:///a.html',
    ));

  it('is one line for any annotation', () =>
    fc.assert(
      fc.property(anyAnnotation, fc.constantFrom('text' as const, 'markdown' as const), (any, style) => {
        expect(citationOf(any, style)).not.toMatch(/[\r\n]/);
      }),
    ));
});

describe('linkable', () => {
  it.each(['javascript:alert(1)', 'data:text/html,x', 'file:///a', 'blob:https://a.example/1', ' java\nscript:alert(1)', '', 'x'])(
    'refuses %j',
    (url) => expect(linkable(url)).toBeNull(),
  );
  it('takes http and https, normalised', () => expect(linkable('HTTPS://Example.org/a b"<')).toBe('https://example.org/a%20b%22%3C'));
});
