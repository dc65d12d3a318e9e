const instantPattern = /^(\d{4})-(\d{2})-(\d{2})(?:T\d{2}:\d{2}:\d{2}(?:\.\d+)?(?:Z|[+-]\d{2}:\d{2}))?$/;
const durationPattern =
  /^P(?=.)(?:(\d+)Y)?(?:(\d+)M)?(?:(\d+)W)?(?:(\d+)D)?(?:T(?=.)(?:(\d+)H)?(?:(\d+)M)?(?:(\d+(?:\.\d+)?)S)?)?$/;

const second = 1000;
export const minute = 60 * second;
export const hour = 60 * minute;
export const day = 24 * hour;

/** Milliseconds per part of a duration, in the order of the pattern; a year is 365 days and a month 30. */
const durationParts = [365 * day, 30 * day, 7 * day, day, hour, minute, second];

/** Unix milliseconds of an ISO 8601 time or date (a date is its UTC midnight), undefined when there is no such day. */
export function parseInstant(text: string): number | undefined {
  const match = instantPattern.exec(text);
  const time = Date.parse(text);
  if (match === null || Number.isNaN(time)) return undefined;
  const lastOfMonth = new Date(Date.UTC(Number(match[1]), Number(match[2]), 0)).getUTCDate();
  return Number(match[3]) <= lastOfMonth ? time : undefined;
}

/** Milliseconds of an ISO 8601 duration such as `P1D` or `PT48H`, undefined when it is none. */
export function parseDuration(text: string): number | undefined {
  const match = durationPattern.exec(text);
  if (match === null) return undefined;
  return durationParts.reduce((sum, ms, index) => sum + Number(match[index + 1] ?? 0) * ms, 0);
}

export function toIso(time: number): string {
  return new Date(time).toISOString();
}
