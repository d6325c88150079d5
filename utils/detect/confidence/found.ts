import type { TextSpan } from '../../domain/page-text.ts';
import type { Quotation, Source } from '../../domain/quotation.ts';
import type { WeighedSource } from '../source/weighed-sources.ts';
import type { WeighedSpeaker } from '../speech/weighed-speakers.ts';

/** What the rules say of a quotation's speaker or source, before it is known how far they can be believed. */
export interface Finding {
  /** Stable id of the rule that decided; `none` where nothing was found. */
  rule: string;
  /** 0–1, as the rule or the model has it: it orders findings of one kind, no more. */
  score: number;
  evidence: TextSpan | null;
}

/** A quotation as the rules found it. */
export interface Found extends Pick<Quotation, 'kind' | 'region' | 'text' | 'start' | 'end' | 'within' | 'mention' | 'cue'> {
  speaker: Finding & { name: string | null; weighed: readonly WeighedSpeaker[] };
  source: Finding & { source: Source | null; weighed: readonly WeighedSource[] };
  /** The rule that took the passage for a quotation, and how often such a passage is one (0–1). */
  passage: { rule: string; score: number };
  /** The rule that decided for the attribution as a whole. */
  rule: string;
}
