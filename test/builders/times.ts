import { DAY_MS, SECOND_MS, toIso } from '../../src/lib/duration';

/** When every snapshot of the builders was taken. */
export const TAKEN_AT = '2026-11-02T09:00:00.000Z';

/** `days` and `seconds` before the snapshot; ISO 8601 UTC. Negative numbers lie after it. */
export function daysAgo(days: number, seconds = 0): string {
  return toIso(Date.parse(TAKEN_AT) - days * DAY_MS - seconds * SECOND_MS);
}

export function daysAhead(days: number): string {
  return daysAgo(-days);
}
