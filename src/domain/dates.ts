import { addMinutes, format } from 'date-fns';

/** "2 Nov 2026", in UTC, whatever the time zone of the machine. */
export function formatDay(time: string): string {
  return format(inUtc(time), 'd MMM yyyy');
}

/** "November 2026", in UTC. */
export function formatMonth(time: string): string {
  return format(inUtc(time), 'MMMM yyyy');
}

/** "2 Nov 2026, 09:00 UTC". */
export function formatMoment(time: string): string {
  return `${format(inUtc(time), 'd MMM yyyy, HH:mm')} UTC`;
}

/** date-fns formats local time: the same clock face, moved to where local time is UTC. */
function inUtc(time: string): Date {
  const date = new Date(time);
  return addMinutes(date, date.getTimezoneOffset());
}
