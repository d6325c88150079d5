import { Scale } from 'lucide-react';
import type { Claim } from '../../utils/domain/annotation.ts';
import { t } from '../t.ts';
import { stateOf } from './claims-queue.ts';
import { facetLabel } from './facet-label.ts';

/** How a claim was judged, in words; colour only repeats them. */
export function ClaimBadge({ claim }: { claim: Claim }) {
  const { authenticity, veracity } = claim.assessment;
  const judged = [
    ...(authenticity ? [facetLabel('authenticity', authenticity, {})] : []),
    ...(veracity ? [facetLabel('veracity', veracity, {})] : []),
  ];
  return (
    <span className={`badge claim-${stateOf(claim)}`}>
      <Scale className="icon" aria-label={t('library_has_claim')} role="img" />
      {judged.join(' · ') || t('editor_not_judged')}
    </span>
  );
}
