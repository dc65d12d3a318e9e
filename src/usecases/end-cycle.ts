import type { Actor } from '../domain/evidence/record';
import { unendedCycles, type OrganizationState } from '../domain/organization-state';
import { isWatched } from '../domain/plan/check-schedule';
import { answersToKeep, besideReview, standsNow } from '../domain/review/after-sign-off';
import { isEnded, type Cycle } from '../domain/review/cycle';
import { exceptionsOf } from '../domain/review/sign-off';
import { findCycle } from './cycle-ledger';
import { APP, loadOrganization, recordOrganization, type LedgerTools } from './organization-ledger';

/** Tells the organization's ledger how a review ended: from then on its exceptions count and another may be opened. */
export async function tellEnd(cycle: Cycle, actor: Actor, tools: LedgerTools): Promise<OrganizationState> {
  // Before the end itself: whoever finds the end untold after a crash comes through here again.
  if (cycle.cancelled !== null && !cycle.rehearsal) await keepAnswers(cycle, actor, tools);
  const { cycleId, headHash, signedOff } = cycle;
  const removals = cycle.lines.filter((line) => isWatched(line) || line.undo !== null).length;
  return recordOrganization(tools, actor, (state) =>
    unendedCycles(state).some((entry) => entry.cycleId === cycleId)
      ? {
          kind: 'cycle-ended',
          cycleId,
          state: signedOff === null ? 'cancelled' : 'signed-off',
          headHash,
          exceptions: signedOff === null ? [] : exceptionsOf(cycle),
          ...(removals === 0 ? {} : { removals }),
        }
      : null,
  );
}

/** What owners answered to questions of earlier reviews outlives a review that is cancelled. */
async function keepAnswers(cycle: Cycle, actor: Actor, tools: LedgerTools): Promise<void> {
  const asking = new Set(cycle.handoffs.length === 0 ? [] : cycle.follows);
  const past = await Promise.all([...asking].map((cycleId) => findCycle(tools, cycleId)));
  const byId = new Map(past.flatMap((each) => (each === undefined ? [] : [[each.cycleId, each] as const])));
  for (;;) {
    const { afterSignOff } = await loadOrganization(tools);
    const [first] = answersToKeep(cycle, (id) => {
      const found = byId.get(id);
      return found && standsNow(found, afterSignOff);
    });
    if (first === undefined) return;
    await recordOrganization(tools, actor, () => besideReview(first.cycle, first.what));
  }
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
