export const SECOND_MS = 1_000;
export const MINUTE_MS = 60 * SECOND_MS;
export const HOUR_MS = 60 * MINUTE_MS;
export const DAY_MS = 24 * HOUR_MS;

/** Unix milliseconds of an ISO 8601 time, or undefined when there is none or it cannot be read. */
export function toMillis(time: string | null | undefined): number | undefined {
  if (time === null || time === undefined) return undefined;
  const millis = Date.parse(time);
  return Number.isNaN(millis) ? undefined : millis;
}

/** ISO 8601 UTC with milliseconds. */
export function toIso(millis: number): string {
  return new Date(millis).toISOString();
}
