export const SECOND_MS = 1_000;
export const MINUTE_MS = 60 * SECOND_MS;
export const HOUR_MS = 60 * MINUTE_MS;
export const DAY_MS = 24 * HOUR_MS;

/** Whole seconds in UTC, the form in which Atlassian tells most times, on a day that every month has. */
const WHOLE_SECONDS =
  /^[1-9]\d{3}-(?:0[1-9]|1[0-2])-(?:0[1-9]|1\d|2[0-8])T(?:[01]\d|2[0-3]):[0-5]\d:[0-5]\dZ$/;

/** Unix milliseconds of an ISO 8601 time, or undefined when there is none or it cannot be read. */
export function toMillis(time: string | null | undefined): number | undefined {
  if (time === null || time === undefined) return undefined;
  const millis = WHOLE_SECONDS.test(time) ? millisOfWholeSeconds(time) : Date.parse(time);
  return Number.isNaN(millis) ? undefined : millis;
}

/** What `Date.parse` gives, which takes twice as long because it must find out the form. */
function millisOfWholeSeconds(time: string): number {
  const year = 100 * twoDigits(time, 0) + twoDigits(time, 2);
  const [month, day] = [twoDigits(time, 5), twoDigits(time, 8)];
  return Date.UTC(year, month - 1, day, twoDigits(time, 11), twoDigits(time, 14), twoDigits(time, 17));
}

function twoDigits(text: string, start: number): number {
  const zero = 48;
  return 10 * (text.charCodeAt(start) - zero) + (text.charCodeAt(start + 1) - zero);
}

/** ISO 8601 UTC with milliseconds. */
export function toIso(millis: number): string {
  return new Date(millis).toISOString();
}

/** `toIso(toMillis(time))` of a time that can be read; most need no Date, which takes far longer. */
export function normalizeTime(time: string): string {
  return WHOLE_SECONDS.test(time) ? `${time.slice(0, -1)}.000Z` : new Date(time).toISOString();
}
