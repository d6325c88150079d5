import { isDeepStrictEqual } from 'node:util';
import type { Quotation } from '../../utils/domain/quotation.ts';
import type { ReaderCase, ReaderQuote } from '../../utils/exchange/correction-case.ts';

/** What detection says of a reader's case, in the shape of the case: equal to it when detection tells what the reader says. */
export function judgeReaderCase({ quotes, none }: ReaderCase, found: readonly Quotation[]): ReaderCase {
  const told = ({ kind, region, text, speaker, source }: Quotation, wanted: ReaderQuote): ReaderQuote => ({
    kind,
    region,
    text,
    speaker,
    source: source?.name ?? null,
    ...(wanted.url === undefined ? {} : { url: source?.url ?? null }),
  });
  return {
    reader: true,
    quotes: quotes.flatMap((wanted) => {
      // Words that are quoted twice (as a pull quote too): the reader spoke of one of them.
      const same = found.filter(({ text }) => text === wanted.text).map((quotation) => told(quotation, wanted));
      return same.find((one) => isDeepStrictEqual(one, wanted)) ?? same.slice(0, 1);
    }),
    none: none.filter((text) => !found.some((quotation) => quotation.text === text)),
  };
}
