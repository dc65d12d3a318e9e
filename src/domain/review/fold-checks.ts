import { DAY_MS, toMillis } from '../../lib/duration';
import type { CheckedRemoval, CheckedRemovals, LoggedEvent } from './after-removal';
import { changeLines } from './change-cycle';
import type { Cycle } from './cycle';
import type { GroupRemoval, Line } from './line';
import { executorsOf, isAccountId, type Run } from './run';

const GONE: readonly string[] = ['access-gone', 'membership-gone'];

/** What a check of removals found, of a review that is open or signed off. `at` is ISO 8601 UTC. */
export function foldChecks(cycle: Cycle, { check, results }: CheckedRemovals, at: string): Cycle {
  return results.reduce(
    (next, result) =>
      changeLines(next, [result.line], (line) => checked(line, { check, at, result }, cycle.runs)),
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
  runs: readonly Run[],
): Line {
  const { outcome, note, door, events = [] } = result;
  const isGone = GONE.includes(outcome);
  const next: Line = {
    ...line,
    verifications: [...line.verifications, { check, at, outcome, note }],
    rebound: door === undefined ? (isGone ? null : line.rebound) : { ...door, at, check },
    removals: line.removals.map((removal) => {
      const event = events.find(({ groupId }) => groupId === removal.groupId);
      return event === undefined ? removal : corroborated(removal, event, runs);
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

/**
 * A removal whose answer was lost is ours when the log names one of its executors. Whom the log names beside the acting
 * administrator ended it before us; as whom a write with the organization key is logged, nobody tells.
 */
function corroborated(
  removal: GroupRemoval,
  { at, by, log }: LoggedEvent,
  runs: readonly Run[],
): GroupRemoval {
  const told = { ...removal, event: { at, by, log } };
  const run = runs.find(({ runId }) => runId === removal.runId);
  if (removal.isProven || by === null || run === undefined) return told;
  if (executorsOf(run).includes(by)) return { ...told, isProven: true };
  if (run.executor === 'organization-key' || !isAccountId(by)) return told;
  return { ...told, state: 'already-gone', note: `Somebody else ended the membership: the log names ${by}.` };
}
