import type { Candidate } from './candidate.ts';
import type { LeadIn } from './lead-in.ts';
import type { SpeechAttribution } from './speech/attribute-speech.ts';

/** A candidate with what was found out about it. */
export interface Examined {
  candidate: Candidate;
  /** Index of the candidate that holds it. */
  within: number | null;
  leadIn: LeadIn | null;
  speech: SpeechAttribution;
}
