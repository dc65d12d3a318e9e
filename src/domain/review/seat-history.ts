import { listed } from '../classification/explain';
import { formatDay } from '../dates';
import type { AccountFacts } from '../account';
import type { Seat } from '../seat';
import type { Cycle } from './cycle';
import type { Line } from './line';

/** The line that a review has of a seat, if any. */
export function lineOfSeat(
  { lines }: Cycle,
  { accountId, product }: Pick<Seat, 'accountId' | 'product'>,
): Line | undefined {
  return lines.find(({ facts: { seat } }) => seat.accountId === accountId && seat.product === product);
}

/** The seat as the last scan found it. */
export interface SeatNow {
  readonly seat: Pick<Seat, 'paths'>;
  readonly account: Pick<AccountFacts, 'joined'>;
  /** ISO 8601 UTC. */
  readonly takenAt: string;
}

/** A seat that was verified as gone and is there again (product.md §8). */
export interface Rebound {
  /** When the scan began that found it; ISO 8601 UTC. */
  readonly at: string;
  readonly text: string;
}

/**
 * Whether the seat came back after the removal that a line verified: it stands in a later review's snapshot, or in
 * the last scan. Its door is told where an addition to one of its groups is, else it is not known.
 */
export function reboundAfter(
  line: Line,
  laterReviews: readonly Pick<Cycle, 'snapshotTakenAt'>[],
  now: SeatNow | null,
): Rebound | null {
  const gone = line.verifications.at(-1);
  if (gone?.outcome !== 'access-gone') return null;
  const seen = [
    ...laterReviews.map(({ snapshotTakenAt }) => snapshotTakenAt),
    ...(now === null ? [] : [now.takenAt]),
  ];
  const at = seen.filter((time) => time > gone.at).sort()[0];
  if (at === undefined) return null;
  const doors = now === null ? [] : doorsSince(gone.at, now);
  const door = doors.length === 0 ? 'through which door is not known' : `through ${listed(doors)}`;
  return {
    at,
    text: `Came back: verified as gone on ${formatDay(gone.at)}, found again by this scan; ${door}.`,
  };
}

function doorsSince(gone: string, { seat, account }: SeatNow): string[] {
  return seat.paths.flatMap(({ groupId, groupName }) => {
    const joined = groupId === undefined ? undefined : account.joined?.[groupId];
    return joined !== undefined && joined > gone
      ? [`*${groupName ?? ''}* (added on ${formatDay(joined)})`]
      : [];
  });
}
