const MINUTE = 60_000;
const DAY = 86_400_000;

/** How long ago an account used a product. The default policy calls 90 days stale; rows keep clear of the edge. */
export type Use = 'daily' | 'active' | 'fading' | 'stale' | 'long-gone';

/** How long ago an account came to the organization; `unknown` is a null, as the API gives it at times. */
export type Since = 'years' | 'months' | 'weeks' | 'days' | 'unknown';

/** Days ago, both ends included. A use is always younger than the account it belongs to. */
export const DAYS_SINCE_USE: Readonly<Record<Use, readonly [number, number]>> = {
  daily: [0, 3],
  active: [0, 60],
  // Active today, stale within the week: what the daily watch has to notice.
  fading: [86, 88],
  stale: [95, 176],
  // Older than twice the threshold: a possible leaver (product.md §6).
  'long-gone': [200, 800],
};

export const DAYS_SINCE_ADDED: Readonly<Record<Exclude<Since, 'unknown'>, readonly [number, number]>> = {
  years: [850, 2600],
  months: [180, 420],
  weeks: [40, 80],
  days: [4, 20],
};

/** ISO 8601 UTC to the minute. */
export function timeBefore(clock: number, days: number, minutes = 0): string {
  const time = clock - days * DAY - minutes * MINUTE;
  return isoOf(Math.floor(time / MINUTE) * MINUTE);
}

export function timeAfter(clock: number, days: number): string {
  return isoOf(clock + days * DAY);
}

/** Without milliseconds. */
export function isoOf(time: number): string {
  return new Date(time).toISOString().replace(/\.\d{3}Z$/, 'Z');
}
