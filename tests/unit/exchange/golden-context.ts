import type { ExportContext } from '../../../utils/exchange/format.ts';
import { englishWord } from '../../../utils/exchange/words.ts';

export const context: ExportContext = {
  exported: '2026-11-24T12:00:00.000Z',
  id: '11111111-2222-4333-8444-555555555555',
  creator: 'R. Reader',
  language: 'en',
  word: englishWord,
  byteOrderMark: false,
};
