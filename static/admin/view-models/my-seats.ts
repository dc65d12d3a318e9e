import type { MySeat, MySeats } from '../../../src/contract/seat-replies';
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
  /** What the review is to do with it, or what the person said; empty when there is nothing to say. */
  readonly standing: string;
  readonly seat: MySeat;
}

export function mySeatRows({ seats }: MySeats, now: string): MySeatRow[] {
  return seats.map((seat) => ({
    key: seat.product,
    product: seat.productName,
    why: seat.why,
    lastUse: lastUse(seat, now),
    since: Number.isNaN(Date.parse(seat.since)) ? seat.since : formatDay(seat.since),
    underReview: seat.underReview,
    standing: standingInWords(seat),
    seat,
  }));
}

function standingInWords({ removal, claim }: MySeat): string {
  if (removal?.begun === true) return 'Its removal has begun.';
  if (removal !== null && removal.notBefore !== null)
    return `It ends, not before ${formatTime(removal.notBefore)}, unless you still need it.`;
  if (removal !== null)
    return 'It is to end. You are told first, and may say already that you still need it.';
  return claim === null ? '' : `You said on ${formatTime(claim.at)} that you still need it: ${claim.note}`;
}

/** "You hold 2 seats, as of …". */
export function mySeatsInWords({ seats, asOf }: MySeats): string {
  return asOf === null
    ? 'No scan has read this site yet.'
    : `You hold ${counted(seats.length, 'seat')}, as of ${formatTime(asOf)}.`;
}
