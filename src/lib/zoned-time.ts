export type Weekday = 'mon' | 'tue' | 'wed' | 'thu' | 'fri' | 'sat' | 'sun';

/** The days in order, Monday first. */
export const WEEK: readonly Weekday[] = ['mon', 'tue', 'wed', 'thu', 'fri', 'sat', 'sun'];

/** What a clock on the wall of some place shows. */
export interface WallTime {
  readonly day: Weekday;
  /** Minutes since midnight. */
  readonly minutes: number;
}

/** Reads the wall clock of an IANA time zone at Unix milliseconds; throws a RangeError when there is no such zone. */
export function wallClockOf(timeZone: string): (at: number) => WallTime {
  const format = new Intl.DateTimeFormat('en-GB', {
    timeZone,
    weekday: 'short',
    hour: '2-digit',
    minute: '2-digit',
    hourCycle: 'h23',
  });
  return (at) => {
    const parts = new Map(format.formatToParts(at).map(({ type, value }) => [type, value]));
    const name = parts.get('weekday')?.toLowerCase();
    return {
      day: WEEK.find((each) => each === name) ?? 'mon',
      minutes: 60 * Number(parts.get('hour')) + Number(parts.get('minute')),
    };
  };
}

export function isTimeZone(name: string): boolean {
  try {
    wallClockOf(name);
    return true;
  } catch {
    return false;
  }
}
