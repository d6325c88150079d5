import { sameContracted, sameSpelling } from './equal-words.ts';
import { canonicalNumbers } from './numbers.ts';
import type { QuoteWords } from './quote-words.ts';
import { lowerAt, type SourceWords } from './source-words.ts';

/** Are the words of the quote and of the source the same in another form: contracted, spelt otherwise, a number in figures? */
export function saysTheSame(
  source: SourceWords,
  quote: QuoteWords,
  { quoteFrom, quoteTo }: { quoteFrom: number; quoteTo: number },
  from: number,
  to: number,
): boolean {
  if (from < 0 || to > source.count || to <= from) return false;
  const own = quote.words.slice(quoteFrom, quoteTo).map(({ lower }) => lower);
  const there = Array.from({ length: to - from }, (_, k) => lowerAt(source, from + k));
  const { language } = source;
  const numbers = canonicalNumbers(own, language);
  return (
    sameContracted(own, there, language) ||
    sameSpelling(own, there, language) ||
    (numbers !== null && numbers === canonicalNumbers(there, language))
  );
}
