import type { CheckRecord } from '../../utils/domain/check.ts';
import type { Compared, ReadSource } from './checker.ts';

/** A comparison as it is kept. What a paywall hides may hold the words: that they were not found before it says nothing. */
export function recordOf(quote: string, { reading, partial }: ReadSource, compared: Compared): CheckRecord {
  const { check } = compared;
  const verdict = partial && check.verdict === 'not-found' ? 'unreadable' : check.verdict;
  return { ...compared, check: { ...check, verdict }, quote, reading };
}
