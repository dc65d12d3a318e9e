import { addDays, addMonths, format, getDaysInMonth, parseISO } from 'date-fns';

/**
 * A day of the calendar in UTC, `2026-11-30`. date-fns counts in local time, so a day is read and written as a local
 * one: no time of day is ever looked at, and the outcome is the same in every time zone. Days compare as text.
 */
export type Day = string;

/** The UTC day of an ISO 8601 UTC time. */
export function dayOf(time: string): Day {
  return time.slice(0, 10);
}

/** The last moment of a day; ISO 8601 UTC. */
export function endOf(day: Day): string {
  return `${day}T23:59:59.000Z`;
}

export function plusDays(day: Day, days: number): Day {
  return toDay(addDays(parseISO(day), days));
}

/** The same day so many months later; the last day of a month that is too short for it. */
export function plusMonths(day: Day, months: number): Day {
  return toDay(addMonths(parseISO(day), months));
}

/** The day of that number in the month of `day`; the last one where the month is shorter. */
export function dayInMonth(day: Day, number: number): Day {
  const last = getDaysInMonth(parseISO(day));
  return `${day.slice(0, 8)}${String(Math.min(number, last)).padStart(2, '0')}`;
}

function toDay(date: Date): Day {
  return format(date, 'yyyy-MM-dd');
}
