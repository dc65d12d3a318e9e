const MONTHS = ['Jan', 'Feb', 'Mar', 'Apr', 'May', 'Jun', 'Jul', 'Aug', 'Sep', 'Oct', 'Nov', 'Dec'];
const DAY_MS = 86_400_000;

/** "2 Nov 2026", in UTC, the same on every machine; "date unknown" when the time cannot be read. */
export function formatDay(time: string): string {
  const date = new Date(time);
  if (Number.isNaN(date.getTime())) return 'date unknown';
  return `${String(date.getUTCDate())} ${MONTHS[date.getUTCMonth()] ?? ''} ${String(date.getUTCFullYear())}`;
}

/** "2 Nov 2026, 09:05 UTC". */
export function formatTime(time: string): string {
  const date = new Date(time);
  if (Number.isNaN(date.getTime())) return 'date unknown';
  const two = (value: number): string => String(value).padStart(2, '0');
  return `${formatDay(time)}, ${two(date.getUTCHours())}:${two(date.getUTCMinutes())} UTC`;
}

/** "184 days ago", "yesterday", "today", "in 3 days". `now` is the session's, never the browser's. */
export function ageInWords(time: string, now: string): string {
  const days = daysBetween(time, now);
  if (days === null) return 'age unknown';
  if (days < 0) return `in ${days === -1 ? '1 day' : `${String(-days)} days`}`;
  if (days === 0) return 'today';
  return days === 1 ? 'yesterday' : `${String(days)} days ago`;
}

/** "2 Nov 2026 (184 days ago)". */
export function dayWithAge(time: string, now: string): string {
  const age = ageInWords(time, now);
  return age === 'age unknown' ? formatDay(time) : `${formatDay(time)} (${age})`;
}

/** "due in 5 days", "due today", "overdue by 3 days". */
export function dueInWords(due: string, now: string): string {
  const days = daysBetween(due, now);
  if (days === null) return 'due date unknown';
  if (days === 0) return isPast(due, now) ? 'overdue since today' : 'due today';
  const counted = Math.abs(days) === 1 ? '1 day' : `${String(Math.abs(days))} days`;
  return days < 0 ? `due in ${counted}` : `overdue by ${counted}`;
}

/** Whether `time` lies before `now`. */
export function isPast(time: string, now: string): boolean {
  return Date.parse(time) < Date.parse(now);
}

/** Whole days by which the UTC calendar day of `time` lies before that of `now`; null when either cannot be read. */
export function daysBetween(time: string, now: string): number | null {
  const [from, to] = [Date.parse(time), Date.parse(now)];
  if (Number.isNaN(from) || Number.isNaN(to)) return null;
  return Math.floor(to / DAY_MS) - Math.floor(from / DAY_MS);
}

/** What a date picker shows of a time: `2026-11-02`; empty when it cannot be read. */
export function toPickerDay(time: string): string {
  const date = new Date(time);
  return Number.isNaN(date.getTime()) ? '' : date.toISOString().slice(0, 10);
}

/** The last second of a picked day, so that "until 2 Nov" includes that day; undefined when none is picked. */
export function fromPickerDay(day: string): string | undefined {
  return /^\d{4}-\d{2}-\d{2}$/.test(day) && !Number.isNaN(Date.parse(day))
    ? `${day}T23:59:59.000Z`
    : undefined;
}

/** A picker day `days` after `now`, as a sensible first choice. */
export function pickerDayAfter(now: string, days: number): string {
  const start = Date.parse(now);
  return Number.isNaN(start) ? '' : new Date(start + days * DAY_MS).toISOString().slice(0, 10);
}
