import type { Candidate } from '../match/find-passage.ts';
import type { Needle } from '../match/needle.ts';
import { isNegation } from '../match/negation.ts';
import { MARK, type Words } from '../match/split-words.ts';

/** Words before a passage that may turn it round: "is not guilty", "never been guilty". With three, chance hits grew by half. */
const REACH = 2;

/**
 * SPEC [S4]: the passage's words are the same, but a negation now stands right before them, or no longer does: "guilty" has become
 * "not guilty". Null when neither is so.
 */
export function negationBefore(
  page: Words,
  needle: Needle,
  candidate: Candidate,
): { kind: 'negation'; quote: string; source: string } | null {
  const quote = lastNegation(needle.words, needle.first);
  const source = lastNegation(page, candidate.first);
  return (quote === '') === (source === '') ? null : { kind: 'negation', quote, source };
}

/** The negation nearest before word `at` of the same sentence, '' for none. */
function lastNegation({ text, starts, ends, kinds }: Words, at: number): string {
  for (let i = at - 1; i >= Math.max(0, at - REACH); i--) {
    if (kinds[i] === MARK) return '';
    const word = text.slice(starts[i], ends[i]);
    if (isNegation(word)) return word;
  }
  return '';
}
