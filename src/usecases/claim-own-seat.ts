import { AppError } from '../lib/app-error';
import type { Actor } from '../domain/evidence/record';
import { openCycleOf } from '../domain/organization-state';
import type { Cycle } from '../domain/review/cycle';
import { claimSeat } from '../domain/review/claim-seat';
import { commandCycle } from './cycle-ledger';
import { loadOrganization, type LedgerTools } from './organization-ledger';

/** The person concerned still needs a seat of their own: whose it is follows from the actor alone. */
export async function claimOwnSeat(
  command: { readonly product: string; readonly note: string },
  actor: Actor,
  tools: LedgerTools,
): Promise<Cycle> {
  const open = openCycleOf(await loadOrganization(tools));
  if (open === undefined)
    throw new AppError('line.not-found', 'No review is open that asks about your seats.');
  const by = actor.accountId ?? 'app';
  return commandCycle(tools, {
    cycleId: open.cycleId,
    actor,
    rule: (cycle) => claimSeat(cycle, command, by),
  });
}
