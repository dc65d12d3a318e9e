import { expect, it } from 'vitest';
import { normalizeTime, toMillis } from '../../../src/lib/duration';

const TIMES = [
  ['whole seconds', '2026-07-11T02:45:09Z'],
  ['milliseconds', '2026-07-11T02:45:09.120Z'],
  ['another zone', '2026-07-11T02:45:09+02:00'],
  ['a day alone', '2026-07-11'],
  ['the last day of a month', '2026-01-31T23:59:59Z'],
  ['a day that the month has not', '2026-02-30T00:00:00Z'],
  ['the end of a day', '2026-04-27T24:00:00Z'],
  ['a year before 1000', '0999-04-27T10:00:00Z'],
  ['the last second before 1970', '1969-12-31T23:59:59Z'],
  ['the first second of 1970', '1970-01-01T00:00:00Z'],
  ['the last second of 2099', '2099-12-31T23:59:59Z'],
  ['the first second of 2100', '2100-01-01T00:00:00Z'],
  ['a leap day', '2028-02-29T12:30:15Z'],
  ['the 31st of a month of 30 days', '2026-04-31T00:00:00Z'],
] as const;

it.each(TIMES)('A time told as %s is read as Date reads it', (_, time) => {
  expect(toMillis(time)).toBe(Date.parse(time));
});

it.each(TIMES)('A time told as %s is written as Date writes it', (_, time) => {
  expect(normalizeTime(time)).toBe(new Date(Date.parse(time)).toISOString());
});

it.each([
  ['no month', '2026-13-01T00:00:00Z'],
  ['no month at all', '2026-00-01T00:00:00Z'],
  ['no day', '2026-01-00T00:00:00Z'],
  ['a day that no month has', '2026-01-32T00:00:00Z'],
  ['no hour', '2026-01-01T25:00:00Z'],
  ['no minute', '2026-01-01T00:60:00Z'],
  ['no second', '2026-01-01T00:00:60Z'],
  ['a letter among digits', '2026-01-0lT00:00:00Z'],
  ['a sign that is no digit', '20:6-01-01T00:00:00Z'],
])('A time with %s cannot be read', (_, time) => {
  expect(toMillis(time)).toBeUndefined();
});

it('Every day of the calendar is read as Date reads it', () => {
  const days = Array.from({ length: 131 * 366 }, (_, day) => new Date(Date.UTC(1969, 6, day, 5, 6, 7)));
  const misread = days.filter((day) => toMillis(`${day.toISOString().slice(0, 19)}Z`) !== day.getTime());
  expect(misread).toEqual([]);
});
