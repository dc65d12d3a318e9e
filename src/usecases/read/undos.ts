import { namesOf } from '../../domain/classification/explain';
import { linesInUndo, membershipsInUndo } from '../../domain/plan/undo';
import type { GroupUndo } from '../../domain/review/after-removal';
import { isGivenBack, isOpenUndo, isUndoSettled } from '../../domain/review/fold-undo';
import type { Line } from '../../domain/review/line';
import type { UndoStanding } from '../undo-removals';
import type { CycleTools } from './cycle-tools';

/** An undo as pages show it: each membership once, by person. */
export async function viewUndo({ cycle, undoId, held }: UndoStanding, { snapshots }: CycleTools) {
  const names = namesOf((await snapshots.findHeader(cycle.snapshotId)) ?? { products: [], groups: [] });
  const items = membershipsInUndo(cycle, undoId);
  const undo = linesInUndo(cycle, undoId)[0]?.undo ?? null;
  return {
    undoId,
    cycleId: cycle.cycleId,
    state: items.some(isOpenUndo) ? ('running' as const) : ('done' as const),
    reason: undo?.reason ?? '',
    message: held ?? '',
    people: new Set(items.map(({ accountId }) => accountId)).size,
    ...countsOf(items),
    items: items.map(({ accountId, groupId, state, note }) => ({
      ...{ accountId, groupId, state, note },
      groupName: names.group(groupId),
    })),
  };
}

/** The undo that a line still waits for; null where there is none, or it is settled. */
export function viewUndoOf({ undo }: Pick<Line, 'undo'>) {
  if (undo === null || isUndoSettled(undo)) return null;
  const { undoId, by, resumedBy, startedAt, reason, stoppedAt } = undo;
  return {
    ...{ undoId, by, resumedBy, startedAt, reason },
    isStopped: stoppedAt !== null,
    ...countsOf(undo.groups),
  };
}

function countsOf(groups: readonly GroupUndo[]) {
  return {
    given: groups.filter(isGivenBack).length,
    refused: groups.filter(({ state }) => state === 'refused').length,
    stopped: groups.filter(({ state }) => state === 'stopped').length,
    waiting: groups.filter(isOpenUndo).length,
  };
}
