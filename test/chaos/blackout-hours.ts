import type { Blackout } from '../../src/domain/plan/blackout';
import { WEEK, wallClockOf } from '../../src/lib/zoned-time';

const DAY_MINUTES = 24 * 60;
const WEEK_MINUTES = 7 * DAY_MINUTES;

/** Whether a moment (Unix milliseconds) lies in blackout hours, by the clock on the wall and by nothing of a run. */
export function isInBlackout({ timeZone, days, from, to }: Blackout, at: number): boolean {
  const { day, minutes } = wallClockOf(timeZone)(at);
  // The same time twice is a whole day.
  const length = modulo(minutesOf(to) - minutesOf(from), DAY_MINUTES) || DAY_MINUTES;
  const ofWeek = WEEK.indexOf(day) * DAY_MINUTES + minutes;
  return days.some((each) => {
    const begins = WEEK.indexOf(each) * DAY_MINUTES + minutesOf(from);
    return modulo(ofWeek - begins, WEEK_MINUTES) < length;
  });
}

/** Minutes since midnight of `HH:MM`. */
export function minutesOf(time: string): number {
  const [hours = '0', minutes = '0'] = time.split(':');
  return 60 * Number(hours) + Number(minutes);
}

function modulo(value: number, by: number): number {
  return ((value % by) + by) % by;
}
