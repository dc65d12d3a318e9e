import type { Actor } from '../../domain/evidence/record';
import { groupsGivenBack } from '../../domain/review/fold-undo';
import type { Cycle } from '../../domain/review/cycle';
import type { OrganizationState } from '../../domain/organization-state';
import { recordOrganization, type LedgerTools } from '../organization-ledger';

/**
 * Tells the organization's ledger which seats were given back: from then on they are new (product.md §5, seat age).
 * Each is told once for each undo, so that whoever comes here after a crash makes up what was left untold. `cycle` as
 * it stands now.
 */
export async function tellGivenBack(cycle: Cycle, actor: Actor, tools: LedgerTools): Promise<void> {
  for (const undoId of new Set(cycle.lines.flatMap(({ undo }) => undo?.undoId ?? []))) {
    const { cycleId } = cycle;
    await recordOrganization(tools, actor, (state) => {
      const seats = untoldSeats(cycle, undoId, state);
      return seats.length === 0 ? null : { kind: 'seats-given-back', cycleId, undoId, seats };
    });
  }
}

function untoldSeats(
  { lines }: Cycle,
  undoId: string,
  { givenBack }: OrganizationState,
): { accountId: string; product: string }[] {
  const key = (seat: { accountId: string; product: string }): string => `${seat.accountId}/${seat.product}`;
  const told = new Set(givenBack.filter((each) => each.undoId === undoId).map(key));
  return lines
    .filter((line) => line.undo?.undoId === undoId && groupsGivenBack(line).length > line.undo.earlier.length)
    .map(({ facts: { seat } }) => ({ accountId: seat.accountId, product: seat.product }))
    .filter((seat) => !told.has(key(seat)));
}
