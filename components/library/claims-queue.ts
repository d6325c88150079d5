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

/** Names a claim across annotations: an import may bring the same claim id twice. */
export const claimKey = (row: LibraryRow, claim: Claim): string => `${row.id} ${claim.id}`;

/**
 * The claims of rows, in the order of the rows, by state. A claim whose key is `held` stays where it is held: the one that is
 * being judged must not vanish after the first of two answers.
 */
export function claimsQueue(
  rows: readonly LibraryRow[],
  held: ReadonlyMap<string, ClaimState> = new Map(),
): Record<ClaimState, QueuedClaim[]> {
  const queue: Record<ClaimState, QueuedClaim[]> = { open: [], started: [], judged: [] };
  for (const row of rows) {
    for (const claim of row.claims) {
      const state = held.get(claimKey(row, claim)) ?? stateOf(claim);
      queue[state].push({ claim, row, state });
    }
  }
  return queue;
}
