import { bundlesOf, isEnded, type Cycle } from './cycle';
import type { CycleEvent } from './events';

/** Whether the day on which the review is due has come while it goes on. `at` is ISO UTC. */
export function isPastDue(cycle: Cycle, at: string): boolean {
  return cycle.opened && !isEnded(cycle) && at >= cycle.dueAt;
}

/**
 * What the app does once a review is past its due day: undecided lines go to the fallback reviewer, in whole bundles,
 * each once, also when it came back undecided later. Null when there is nothing to do, or nobody to take over. Lines
 * of the fallback reviewer's own account stay where they are.
 */
export function planEscalation(cycle: Cycle, at: string): CycleEvent | null {
  const { fallbackReviewer } = cycle.rules.assignment;
  if (fallbackReviewer === null || !isPastDue(cycle, at)) return null;
  const late = cycle.lines.filter(
    ({ state, assignee, assignments, facts }) =>
      state === 'undecided' &&
      assignee !== fallbackReviewer &&
      facts.seat.accountId !== fallbackReviewer &&
      !assignments.some(({ because }) => because === 'escalated'),
  );
  if (late.length === 0) return null;
  return {
    kind: 'lines-assigned',
    lines: bundlesOf(cycle, late).map(({ facts }) => facts.line),
    reviewer: fallbackReviewer,
    because: 'escalated',
    note: 'The review is past its due day',
  };
}
