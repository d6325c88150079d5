import type { TextSpan } from '../../domain/page-text.ts';
import type { Source } from '../../domain/quotation.ts';
import type { DetectContext } from '../candidate.ts';
import type { Examined } from '../examined.ts';

/** Where a quotation was taken from, and by which rule that is known. */
export interface SourceFinding {
  source: Source | null;
  rule: string;
  confidence: number;
  evidence: TextSpan | null;
  /** Whose words they are, where the source tells it (a signature, an embedded post, a comment). */
  speaker: string | null;
  /** The publication is the one that speaks: a block of its text has no speaker. */
  speakerIsSource: boolean;
}

/** The source of each quotation, in order; null where the page names none. */
export function attributeSources(_context: DetectContext, examined: Examined[]): (SourceFinding | null)[] {
  return examined.map(() => null);
}
