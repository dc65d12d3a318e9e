import type { Actor } from '../domain/evidence/record';
import { unendedCycles, type OrganizationState } from '../domain/organization-state';
import { isEnded, type Cycle } from '../domain/review/cycle';
import { exceptionsOf } from '../domain/review/sign-off';
import { findCycle } from './cycle-ledger';
import { APP, loadOrganization, recordOrganization, type LedgerTools } from './organization-ledger';

/** Tells the organization's ledger how a review ended: from then on its exceptions count and another may be opened. */
export function tellEnd(cycle: Cycle, actor: Actor, tools: LedgerTools): Promise<OrganizationState> {
  const { cycleId, headHash, signedOff } = cycle;
  return recordOrganization(tools, actor, (state) =>
    unendedCycles(state).some((entry) => entry.cycleId === cycleId)
      ? {
          kind: 'cycle-ended',
          cycleId,
          state: signedOff === null ? 'cancelled' : 'signed-off',
          headHash,
          exceptions: signedOff === null ? [] : exceptionsOf(cycle),
        }
      : null,
  );
}

/** Tells what a crash between the two records of an ending left untold. The organization as it is then. */
export async function tellUntoldEnds(tools: LedgerTools): Promise<OrganizationState> {
  let organization = await loadOrganization(tools);
  for (const { cycleId } of unendedCycles(organization)) {
    const cycle = await findCycle(tools, cycleId);
    if (cycle !== undefined && isEnded(cycle)) organization = await tellEnd(cycle, APP, tools);
  }
  return organization;
}
