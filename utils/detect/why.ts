import type { Quotation, Reason } from '../domain/quotation.ts';
import type { Examined } from './examined.ts';
import type { SourceFinding } from './source/source-context.ts';

/** Why a quotation is `speaker`'s, and from `source`: the rule of each, how sure it is, and where it stands. */
export function whyOf({ speech }: Examined, source: SourceFinding | null, speaker: string | null): Quotation['why'] {
  const told = source !== null && (source.decidesSpeaker || speech.speaker === null) ? source : speech;
  return {
    speaker: speaker === null ? null : reason(told),
    source: source?.source == null ? null : reason(source),
  };
}

const reason = ({ rule, confidence, evidence }: Pick<Reason, 'rule' | 'confidence' | 'evidence'>): Reason => ({
  rule,
  confidence,
  evidence,
  alternatives: [],
});
