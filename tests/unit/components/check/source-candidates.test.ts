import { describe, expect, it } from 'vitest';
import { type CheckSubject, subjectOfWords } from '../../../../components/check/check-subject.ts';
import { sourceCandidates } from '../../../../components/check/source-candidates.ts';
import type { Annotation } from '../../../../utils/domain/annotation.ts';
import { anAnnotation } from '../an-annotation.ts';

const WORDS = 'The harbour board has counted the boats again';
const subject = (more: Partial<CheckSubject>): CheckSubject => ({ ...subjectOfWords(WORDS), ...more });
const urls = (of: CheckSubject, kept: Annotation[] = []) => sourceCandidates(of, kept).map(({ url, why }) => `${why} ${url}`);
const keptAt = (url: string, exact: string): Annotation => {
  const annotation = anAnnotation([], { id: crypto.randomUUID() });
  const selector = [{ type: 'TextQuoteSelector' as const, exact, prefix: '', suffix: '' }];
  return { ...annotation, target: { ...annotation.target, source: url, selector } };
};

describe('pages that may be the source', () => {
  it('are the attribution’s, then links near the quote, then kept pages with the same words', () => {
    const source = { name: 'Harbour Gazette', url: 'https://gazette.example/boats', title: 'Boats' };
    const links = [{ url: 'https://board.example/report', text: 'report' }];
    const kept = [
      keptAt('https://weblog.example/other', `${WORDS}, it said.`),
      keptAt('https://weblog.example/else', 'The harbour board met on day four again'),
    ];
    expect(urls(subject({ source, links }), kept)).toEqual([
      'attribution https://gazette.example/boats',
      'link https://board.example/report',
      'kept https://weblog.example/other',
    ]);
  });

  it('are never the page that quotes, never twice the same, and of the web only', () => {
    const page = { url: 'https://weblog.example/post#top', title: '' };
    const source = { name: 'x', url: 'javascript:alert(1)', title: null };
    const links = [
      { url: 'https://weblog.example/post', text: 'here' },
      { url: 'https://gazette.example/boats?utm_source=x', text: 'one' },
      { url: 'https://gazette.example/boats', text: 'two' },
    ];
    expect(urls(subject({ page, source, links }))).toEqual(['link https://gazette.example/boats?utm_source=x']);
  });

  it('are not pages that share a few common words', () => {
    expect(urls({ ...subject({}), quote: 'in the end' }, [keptAt('https://a.example/', 'in the end they met')])).toEqual([]);
  });
});
