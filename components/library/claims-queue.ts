import type { Claim } from '../../utils/domain/annotation.ts';
import type { LibraryRow } from './library-row.ts';

/** How far a claim is: `open`, nothing judged; `started`, one of the two questions answered; `judged`, both. */
export const CLAIM_STATES = ['open', 'started', 'judged'] as const;
export type ClaimState = (typeof CLAIM_STATES)[number];

export type QueuedClaim = { claim: Claim; row: LibraryRow; state: ClaimState };

export function stateOf({ assessment }: Claim): ClaimState {
  const answered = Number(assessment.authenticity !== null) + Number(assessment.veracity !== null);
  return answered === 0 ? 'open' : answered === 1 ? 'started' : 'judged';
}

/** The claims of rows, in the order of the rows, by state. */
export function claimsQueue(rows: readonly LibraryRow[]): Record<ClaimState, QueuedClaim[]> {
  const queue: Record<ClaimState, QueuedClaim[]> = { open: [], started: [], judged: [] };
  for (const row of rows) {
    for (const claim of row.claims) {
      const state = stateOf(claim);
      queue[state].push({ claim, row, state });
    }
  }
  return queue;
}
