/**
 * How sure something is, in a word. `confidence` 0–1, calibrated: below these it is called a guess, and likely. Told names are mostly at
 * 0.86–0.99: with less than that for "sure" nearly all would be.
 */
export const sureness = (confidence: number): 'sure' | 'likely' | 'guess' =>
  confidence >= SURE ? 'sure' : confidence >= LIKELY ? 'likely' : 'guess';
const LIKELY = 0.8;
const SURE = 0.95;

/**
 * Keys of the sentences that say what a rule does, the most exact first: `lead-in-outlet-title` may have its own, that of `lead-in-outlet`,
 * of `lead-in`; in the end there is one for all. Of a name that is left out it says whose, hence `of`.
 */
export function ruleKeys(rule: string, of: 'speaker' | 'source' = 'speaker'): string[] {
  const words = (rule === 'unsure' ? `unsure-${of}` : rule).split('-');
  const keys = words.map((_, i) => `page_why_${words.slice(0, words.length - i).join('_')}`);
  return [...keys, 'page_why_rule'];
}
