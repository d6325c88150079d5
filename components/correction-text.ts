import { type Annotation, quotationOf } from '../utils/domain/annotation.ts';
import type { Correction } from '../utils/domain/correction.ts';
import type { Source } from '../utils/domain/quotation.ts';
import { ruleKeys, sureness } from '../utils/text/rule-words.ts';
import { sourceName } from './Credit.tsx';
import { clip } from './Foreign.tsx';
import { type MessageKey, t } from './t.ts';

const NAME = 120;

/** Whose words and where from, in one line of our own: "Ida Moss, from The Gazette", "nobody named". */
export function attributionText({ speaker, source }: { speaker: string | null; source: Source | null }): string {
  const from = source === null ? null : clip(sourceName(source), NAME);
  if (speaker !== null) return from === null ? clip(speaker, NAME) : t('correct_and_from', clip(speaker, NAME), from);
  return from === null ? t('correct_nobody') : t('correct_from', from);
}

/** What was done, in a sentence. */
export function correctedText(correction: Correction | null): string {
  if (correction === null) return t('correct_taken_back');
  return correction.attribution === null ? t('correct_hidden') : t('correct_saved_to', attributionText(correction.attribution));
}

/** What a rule does, in plain words. */
export function ruleText(rule: string, of: 'speaker' | 'source'): string {
  for (const key of ruleKeys(rule, of)) {
    const sentence = t(key as MessageKey); // made from the rule; `t` gives '' for one that there is not
    if (sentence !== '') return sentence;
  }
  return '';
}

/** "Quite sure.", "Likely, not certain.", "A guess: check it." */
export const surenessText = (confidence: number): string => t(`page_${sureness(confidence)}`);
export const percentText = (confidence: number): string => t('page_percent', Math.round(confidence * 100));

/** The correction that an annotation's attribution comes from. */
export const correctionIdOf = (annotation: Annotation): string | null => quotationOf(annotation)?.correction ?? null;
