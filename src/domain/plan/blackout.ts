import { MINUTE_MS } from '../../lib/duration';
import { WEEK, wallClockOf, type WallTime, type Weekday } from '../../lib/zoned-time';

/** Hours in which nothing is removed, the same each week (product.md §8, Caps). */
export interface Blackout {
  /** IANA name, such as `Europe/Zurich`. */
  readonly timeZone: string;
  /** Days on which the hours begin. */
  readonly days: readonly Weekday[];
  /** `HH:MM` on the wall of that zone. */
  readonly from: string;
  /** `HH:MM`; of the next day where it is not later than `from`, so that the same time twice is a whole day. */
  readonly to: string;
}

const WEEK_HOURS = 7 * 24;

/**
 * When the blackout hours that `now` lies in are over, in Unix milliseconds; null outside of them. Goes on by an hour
 * at most before it looks at the wall again, because clocks are put forward and back at full hours.
 */
export function blackoutEnd(blackout: Blackout | null, now: number): number | null {
  if (blackout === null) return null;
  const wall = wallClockOf(blackout.timeZone);
  const end = minutesOf(blackout.to);
  let at = now;
  // A full hour may be cut in two by the end of the hours; hours that never end are refused in Settings.
  for (let looks = 0; looks <= 2 * WEEK_HOURS && isDark(blackout, wall(at)); looks += 1) {
    const { minutes } = wall(at);
    const left = 60 - (minutes % 60);
    const step = minutes < end && end - minutes < left ? end - minutes : left;
    at = Math.floor(at / MINUTE_MS) * MINUTE_MS + step * MINUTE_MS;
  }
  return at === now ? null : at;
}

function isDark({ days, from, to }: Blackout, { day, minutes }: WallTime): boolean {
  const [start, end] = [minutesOf(from), minutesOf(to)];
  const begun = days.includes(day) && minutes >= start;
  if (start < end) return begun && minutes < end;
  const yesterday = WEEK[(WEEK.indexOf(day) + 6) % 7] ?? 'mon';
  return begun || (days.includes(yesterday) && minutes < end);
}

function minutesOf(time: string): number {
  const [hours = '0', minutes = '0'] = time.split(':');
  return 60 * Number(hours) + Number(minutes);
}
