export const SECOND_MS = 1_000;
export const MINUTE_MS = 60 * SECOND_MS;
export const HOUR_MS = 60 * MINUTE_MS;
export const DAY_MS = 24 * HOUR_MS;

const FIRST_YEAR = 1970;
/** Unix milliseconds at which the months of 130 years begin, and where the last one ends. */
const MONTH_STARTS = Array.from({ length: 12 * 130 + 1 }, (_, month) => Date.UTC(FIRST_YEAR, month));

/** Unix milliseconds of an ISO 8601 time, or undefined when there is none or it cannot be read. */
export function toMillis(time: string | null | undefined): number | undefined {
  if (time === null || time === undefined) return undefined;
  const plain = millisOfWholeSeconds(time);
  if (!Number.isNaN(plain)) return plain;
  const millis = Date.parse(time);
  return Number.isNaN(millis) ? undefined : millis;
}

/**
 * Unix milliseconds of `YYYY-MM-DDThh:mm:ssZ`, the form in which Atlassian tells most times; NaN for any other.
 * `Date.parse`, which must find out the form, takes four times as long, and a large organization tells several
 * hundred thousand times.
 */
function millisOfWholeSeconds(time: string): number {
  if (time.length !== 20 || !hasSeparators(time)) return NaN;
  const century = twoDigits(time, 0);
  const year = twoDigits(time, 2);
  const month = twoDigits(time, 5);
  const day = twoDigits(time, 8);
  const hour = twoDigits(time, 11);
  const minute = twoDigits(time, 14);
  const second = twoDigits(time, 17);
  if (century < 0 || year < 0 || month < 1 || month > 12 || day < 1) return NaN;
  if (hour < 0 || hour > 23 || minute < 0 || minute > 59 || second < 0 || second > 59) return NaN;
  const place = 12 * (100 * century + year - FIRST_YEAR) + month - 1;
  const start = MONTH_STARTS[place] ?? NaN;
  const end = MONTH_STARTS[place + 1] ?? NaN;
  const millis = start + (day - 1) * DAY_MS + hour * HOUR_MS + minute * MINUTE_MS + second * SECOND_MS;
  return millis < end ? millis : NaN;
}

function hasSeparators(time: string): boolean {
  return (
    time.charCodeAt(4) === 0x2d &&
    time.charCodeAt(7) === 0x2d &&
    time.charCodeAt(10) === 0x54 &&
    time.charCodeAt(13) === 0x3a &&
    time.charCodeAt(16) === 0x3a &&
    time.charCodeAt(19) === 0x5a
  );
}

/** -1 when one of the two is no digit. */
function twoDigits(text: string, start: number): number {
  const tens = text.charCodeAt(start) - 0x30;
  const ones = text.charCodeAt(start + 1) - 0x30;
  return tens >= 0 && tens <= 9 && ones >= 0 && ones <= 9 ? 10 * tens + ones : -1;
}

/** ISO 8601 UTC with milliseconds. */
/** Days since 1970 of an ISO 8601 time, UTC; NaN where it is none. */
export function wholeDays(time: string): number {
  return Math.floor((toMillis(time) ?? NaN) / DAY_MS);
}

export function toIso(millis: number): string {
  return new Date(millis).toISOString();
}

/** `toIso(toMillis(time))` of a time that can be read; most need no Date, which takes far longer. */
export function normalizeTime(time: string): string {
  const isPlain = !Number.isNaN(millisOfWholeSeconds(time));
  return isPlain ? `${time.slice(0, -1)}.000Z` : new Date(time).toISOString();
}
