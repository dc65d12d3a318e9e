import { changeLines } from './change-cycle';
import type { Cycle } from './cycle';
import type { CycleEvent } from './events';

/** Lines change hands; what was decided of them is not touched here. */
export function foldAssignment(
  cycle: Cycle,
  event: Extract<CycleEvent, { kind: 'lines-assigned' }>,
  { by, at }: { readonly by: string; readonly at: string },
): Cycle {
  const { lines, reviewer, because, note } = event;
  return changeLines(cycle, lines, (line) => ({
    ...line,
    assignee: reviewer,
    assignments: [...line.assignments, { reviewer, because, by, at, note }],
  }));
}
