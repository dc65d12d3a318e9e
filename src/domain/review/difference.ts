import { seatKey, type Seat } from '../seat';
import type { SnapshotHeader } from '../snapshot';
import type { Cycle } from './cycle';
import type { GoneReason, GoneSeat } from './gone-seat';
import { CARRIED_OVER, NOBODY_ANSWERED, type Decision } from './decision';
import type { Line, PastLine } from './line';
import type { PastLines } from './past-lines';

/** How a line stands to the last signed-off cycle of its product (product.md §7, Difference). */
export type LineChange = 'new' | 'rebounded' | 'unchanged' | 'decided-otherwise';

export interface CycleDifference {
  readonly lines: Readonly<Record<LineChange, number>>;
  /** Seats without a line now. */
  readonly gone: number;
}

/** Null in a cycle that has nothing to look back at. */
export function changeOf({ follows }: Pick<Cycle, 'follows'>, line: Line): LineChange | null {
  if (follows.length === 0) return null;
  const { before } = line.facts;
  if (before === undefined) return 'new';
  if (before.accessGone) return 'rebounded';
  return isDecidedOtherwise(line.decision, before) ? 'decided-otherwise' : 'unchanged';
}

/** Two people's words that differ; what a rule closed or an earlier review left is nobody's word here. */
function isDecidedOtherwise(decision: Decision | null, before: PastLine): boolean {
  if (decision === null || before.decision === null) return false;
  if (decision.reason === NOBODY_ANSWERED || decision.reason === CARRIED_OVER) return false;
  return decision.kind !== before.decision;
}

/** The counts of the difference; null in a cycle that has nothing to look back at. */
export function differenceOf(cycle: Cycle): CycleDifference | null {
  if (cycle.follows.length === 0) return null;
  const changes = cycle.lines.map((line) => changeOf(cycle, line));
  const count = (wanted: LineChange): number => changes.filter((change) => change === wanted).length;
  return {
    lines: {
      new: count('new'),
      rebounded: count('rebounded'),
      unchanged: count('unchanged'),
      'decided-otherwise': count('decided-otherwise'),
    },
    gone: cycle.gone.length,
  };
}

/**
 * Seats with a line in the cycles before and none now. `seats` are all seats of the snapshot; what the snapshot
 * cannot see is not known rather than ended.
 */
export function goneSeats(past: PastLines, seats: readonly Seat[], header: SnapshotHeader): GoneSeat[] {
  const now = new Map(seats.map((seat) => [seatKey(seat.accountId, seat.product), seat]));
  return [...past].flatMap(([key, { cycle, line }]) => {
    const why = whyGone(line, now.get(key), header);
    const { accountId, product } = line.facts.seat;
    return why === null ? [] : [{ accountId, product, why, cycleId: cycle.cycleId, line: line.facts.line }];
  });
}

function whyGone(line: Line, seat: Seat | undefined, header: SnapshotHeader): GoneReason | null {
  const wasGone = line.verifications.at(-1)?.outcome === 'access-gone';
  if (seat === undefined) {
    if (!isSeen(line.facts.seat, header)) return 'not-known';
    return wasGone ? 'removed' : 'seat-ended';
  }
  if (seat.verdict !== 'keep' && seat.verdict !== 'protected') return null;
  if (wasGone) return 'rebounded';
  if (seat.verdict === 'protected') return 'protected';
  return seat.reason === 'too-new' ? 'too-new' : 'active';
}

/** Whether the scan would have seen the seat, had it still been there. */
function isSeen({ product, paths }: Seat, { mode, products, groups }: SnapshotHeader): boolean {
  const billable = products.some(({ key, scope }) => key === product && scope === 'billable');
  const hasUnread = paths.some(({ groupId }) =>
    groups.some(({ id, grantsComplete }) => id === groupId && !grantsComplete),
  );
  // Without a key roles on accounts are out of sight.
  const onAccount = mode === 'jira-only' && paths.some(({ via }) => via !== 'group');
  return billable && !hasUnread && !onAccount;
}
