import type { MySeats } from '../../../src/contract/seat-replies';
import { counted } from './counts';
import { formatDay, formatTime } from './dates';
import { lastUse } from './seats';

export interface MySeatRow {
  readonly key: string;
  readonly product: string;
  readonly why: string;
  readonly lastUse: string;
  readonly since: string;
  readonly underReview: boolean;
}

export function mySeatRows({ seats }: MySeats, now: string): MySeatRow[] {
  return seats.map((seat) => ({
    key: seat.product,
    product: seat.productName,
    why: seat.why,
    lastUse: lastUse(seat, now),
    since: Number.isNaN(Date.parse(seat.since)) ? seat.since : formatDay(seat.since),
    underReview: seat.underReview,
  }));
}

/** "You hold 2 seats, as of …". */
export function mySeatsInWords({ seats, asOf }: MySeats): string {
  return asOf === null
    ? 'No scan has read this site yet.'
    : `You hold ${counted(seats.length, 'seat')}, as of ${formatTime(asOf)}.`;
}
