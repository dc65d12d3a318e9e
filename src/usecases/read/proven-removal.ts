import type { OrganizationState } from '../../domain/organization-state';
import type { VerificationOutcome } from '../../domain/review/line';
import { findCycle } from '../cycle-ledger';
import type { LedgerTools } from '../organization-ledger';

const PROVES: readonly VerificationOutcome[] = ['access-gone', 'membership-gone'];

/**
 * The newest review in which a removal was read as gone; null while removing is unproven. No harmless read can try a
 * removal, so only a verified one shows that it works (product.md §12).
 */
export async function findProvenRemoval(
  { cycles }: Pick<OrganizationState, 'cycles'>,
  tools: Pick<LedgerTools, 'ledger'>,
): Promise<{ readonly title: string; readonly at: string } | null> {
  for (const { cycleId, title } of [...cycles].reverse()) {
    const cycle = await findCycle(tools, cycleId);
    const proof = cycle?.lines
      .flatMap(({ verifications }) => verifications)
      .find(({ outcome }) => PROVES.includes(outcome));
    if (proof !== undefined) return { title, at: proof.at };
  }
  return null;
}
