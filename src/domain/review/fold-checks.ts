import { DAY_MS, toMillis } from '../../lib/duration';
import type { CheckedRemoval, CheckedRemovals } from './after-removal';
import { changeLines } from './change-cycle';
import type { Cycle } from './cycle';
import type { Line } from './line';

const GONE: readonly string[] = ['access-gone', 'membership-gone'];

/** What a check of removals found, of a review that is open or signed off. `at` is ISO 8601 UTC. */
export function foldChecks(cycle: Cycle, { check, results }: CheckedRemovals, at: string): Cycle {
  return results.reduce(
    (next, result) => changeLines(next, [result.line], (line) => checked(line, { check, at, result })),
    cycle,
  );
}

/** Nobody could read it for a week: the review does not wait longer, and says so. */
function isWaitedForInVain({ removedAt }: Line, at: string): boolean {
  return (toMillis(at) ?? 0) - (toMillis(removedAt) ?? 0) >= 7 * DAY_MS;
}

/** Closed as removed by the check after a day at the earliest; a first check alone proves too little (product.md §8). */
function checked(
  line: Line,
  {
    check,
    at,
    result,
  }: Pick<CheckedRemovals, 'check'> & { readonly at: string; readonly result: CheckedRemoval },
): Line {
  const { outcome, note, door, events = [] } = result;
  const isGone = GONE.includes(outcome);
  const next: Line = {
    ...line,
    verifications: [...line.verifications, { check, at, outcome, note }],
    rebound: door === undefined ? (isGone ? null : line.rebound) : { ...door, at, check },
    removals: line.removals.map((removal) => {
      const event = events.find(({ groupId }) => groupId === removal.groupId);
      return event === undefined
        ? removal
        : { ...removal, event: { at: event.at, by: event.by, log: event.log } };
    }),
  };
  if (line.state !== 'verifying' || check === 'first') return next;
  if (outcome === 'unverifiable' && !isWaitedForInVain(line, at)) return next;
  return {
    ...next,
    state: 'closed',
    outcome: isGone ? 'removed' : 'not-verified',
    cause: isGone ? null : note,
  };
}
