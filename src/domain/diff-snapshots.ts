import { byCodeUnit } from '../lib/order';
import type { ActivityState } from './classification/activity';
import type { Flag } from './organization-state';
import { seatKey, type Seat } from './seat';

const IDLE: readonly ActivityState[] = ['stale', 'never-accessed'];
/** Flags of one scan that are kept one by one; a larger change is a change of policy or of source. */
const FLAGS_KEPT = 200;

export interface SnapshotDifference {
  readonly flags: readonly Flag[];
  /** Seats whose activity merely became known: one number, no flags. */
  readonly becameKnown: number;
  readonly newSeats: number;
  readonly goneSeats: number;
}

/**
 * Newly billable stale seats (product.md §11): stale or never-accessed now; then no seat, or active, or too-new.
 * Both lists come from complete snapshots of the same mode and policy.
 */
export function diffSnapshots(
  before: readonly Seat[],
  now: readonly Seat[],
  { at, productName }: { at: string; productName: (key: string) => string },
): SnapshotDifference {
  const then = new Map(before.map((seat) => [seatKey(seat.accountId, seat.product), seat]));
  const today = new Set(now.map((seat) => seatKey(seat.accountId, seat.product)));
  const idle = now.filter(({ activity }) => IDLE.includes(activity));
  const flags: Flag[] = [];
  let becameKnown = 0;
  for (const seat of idle) {
    const previous = then.get(seatKey(seat.accountId, seat.product));
    if (previous?.activity === 'unknown') becameKnown += 1;
    else if (previous === undefined || !IDLE.includes(previous.activity))
      flags.push(toFlag(seat, previous, at, productName));
  }
  return {
    flags: flags.sort((a, b) => byCodeUnit(a.id, b.id)).slice(0, FLAGS_KEPT),
    becameKnown,
    newSeats: [...today].filter((key) => !then.has(key)).length,
    goneSeats: [...then.keys()].filter((key) => !today.has(key)).length,
  };
}

function toFlag(
  seat: Seat,
  previous: Seat | undefined,
  at: string,
  productName: (key: string) => string,
): Flag {
  const was = previous === undefined ? 'was no seat at the last scan' : 'was in use or new at the last scan';
  return {
    id: `stale:${seatKey(seat.accountId, seat.product)}`,
    kind: 'newly-billable-stale',
    raisedAt: at,
    text: `A ${productName(seat.product)} seat bills without recent use; it ${was}.`,
    accountId: seat.accountId,
    product: seat.product,
  };
}
