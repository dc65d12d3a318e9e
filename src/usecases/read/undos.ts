import { namesOf } from '../../domain/classification/explain';
import { isUndoSettled } from '../../domain/plan/undo';
import { linesOf, type UndoStanding } from '../undo-removals';
import type { CycleTools } from './cycle-tools';

/** An undo as pages show it: each membership once, by person. */
export async function viewUndo({ cycle, undoId }: UndoStanding, { snapshots }: CycleTools) {
  const names = namesOf((await snapshots.findHeader(cycle.snapshotId)) ?? { products: [], groups: [] });
  const undos = linesOf(cycle, undoId).flatMap(({ facts, undo }) =>
    undo === null ? [] : [{ accountId: facts.seat.accountId, undo }],
  );
  const rows = undos.flatMap(({ accountId, undo }) =>
    undo.groups.map(({ groupId, state, note }) => ({
      ...{ accountId, groupId, state, note },
      groupName: names.group(groupId),
    })),
  );
  const items = [...new Map(rows.map((row) => [`${row.accountId}/${row.groupId}`, row])).values()];
  const count = (states: readonly string[]): number =>
    items.filter(({ state }) => states.includes(state)).length;
  return {
    undoId,
    cycleId: cycle.cycleId,
    state: undos.every(({ undo }) => isUndoSettled(undo)) ? ('done' as const) : ('running' as const),
    reason: undos[0]?.undo.reason ?? '',
    people: new Set(items.map(({ accountId }) => accountId)).size,
    given: count(['added', 'already-there']),
    refused: count(['refused']),
    waiting: count(['waiting', 'attempted', 'unclear']),
    items,
  };
}
