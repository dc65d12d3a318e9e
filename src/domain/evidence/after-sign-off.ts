import type { OrganizationState } from '../organization-state';
import type { Cycle } from '../review/cycle';

/** A record of the organization's ledger on a review that was signed off before. */
export interface AfterSignOffEntry {
  readonly at: string;
  /** Number and hash of the record in the organization's ledger. */
  readonly sequence: number;
  readonly hash: string;
  readonly line: number;
  readonly text: string;
}

/** What was recorded beside a review once nothing in it changed any more, oldest first (product.md §7). */
export function afterSignOffOf(
  { cycleId, handoffs }: Pick<Cycle, 'cycleId' | 'handoffs'>,
  { afterSignOff }: Pick<OrganizationState, 'afterSignOff'>,
): AfterSignOffEntry[] {
  return afterSignOff
    .filter((entry) => entry.cycleId === cycleId)
    .flatMap(({ at, sequence, hash, what }) => {
      const handoff = handoffs.find(({ id }) => id === what.handoffId);
      if (handoff === undefined) return [];
      const text = `Handoff to the owner of ${handoff.owner} closed: ${what.note}`;
      return [{ at, sequence, hash, line: handoff.line, text }];
    });
}
