import type { Compared, ReadSource } from '../../../../components/check/checker.ts';
import type { QuoteCheck } from '../../../../utils/domain/check.ts';
import { samplePage } from '../../messaging/sample-page.ts';

export const aCheck = (change: Partial<QuoteCheck> = {}): QuoteCheck => ({
  verdict: 'verbatim',
  similarity: 1,
  passage: { start: 0, end: 7, text: 'Harbour' },
  before: null,
  after: null,
  parts: [],
  changes: [],
  notes: [],
  copies: 1,
  speaker: null,
  ...change,
});

export const compared = (change: Partial<QuoteCheck> = {}): Compared => ({ check: aCheck(change), selector: [], context: null });

export const aSource = (change: Partial<ReadSource['reading']> = {}, partial = false): ReadSource => ({
  reading: {
    url: 'https://gazette.example/story',
    title: 'Harbour plan passes',
    how: 'fetch',
    accessed: '2026-03-01T10:00:00.000Z',
    sha256: '0'.repeat(64),
    characters: 127,
    language: 'en',
    ...change,
  },
  page: samplePage(),
  partial,
  byline: null,
});
