import { AppError } from '../lib/app-error';
import { toIso } from '../lib/duration';
import type { OrganizationState } from '../domain/organization-state';
import { standsNow } from '../domain/review/after-sign-off';
import { phaseOf, type Cycle } from '../domain/review/cycle';
import type { LineFacts } from '../domain/review/line';
import { isOutdated } from '../domain/review/next-draft';
import { planOpening, type Opening } from '../domain/review/plan-opening';
import { findCycle, getCycle } from './cycle-ledger';
import type { LedgerTools } from './organization-ledger';

/**
 * A draft that may be opened, with the reviews that it looks back at.
 * @throws AppError `cycle.not-found`, and `cycle.wrong-state` when it is no draft or shows what has ended since
 */
export async function getDraft(
  cycleId: string,
  organization: OrganizationState,
  tools: LedgerTools,
): Promise<{ readonly cycle: Cycle; readonly past: readonly Cycle[] }> {
  const cycle = await getCycle(tools, cycleId);
  const entry = organization.cycles.find((each) => each.cycleId === cycleId);
  if (entry === undefined || phaseOf(cycle) !== 'draft')
    throw new AppError('cycle.wrong-state', 'This review is no draft: it was opened or discarded already.');
  if (isOutdated(entry, organization))
    throw new AppError(
      'cycle.wrong-state',
      'A review was signed off since this draft was made, so it shows what that review ended. The next daily scan drafts it anew; or discard it and start “Scan now”.',
    );
  const past = await Promise.all(cycle.follows.map((id) => findCycle(tools, id)));
  return { cycle, past: past.filter((each) => each !== undefined) };
}

/** What earlier reviews left is for a review that counts: a rehearsal must not answer in its place. */
export function leftTo({ rehearsal }: Pick<Cycle, 'rehearsal'>, past: readonly Cycle[]): readonly Cycle[] {
  return rehearsal ? [] : past;
}

/** What earlier reviews leave to these lines, as their questions stand since the sign-off. */
export function openingOf(
  lines: readonly LineFacts[],
  past: readonly Cycle[],
  { afterSignOff }: Pick<OrganizationState, 'afterSignOff'>,
  now: number,
): Opening {
  const cycles = new Map(past.map((cycle) => [cycle.cycleId, standsNow(cycle, afterSignOff)]));
  return planOpening(lines, { cycles }, toIso(now));
}
