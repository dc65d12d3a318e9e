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
] as const;

it.each(TIMES)('A time told as %s is read as Date reads it', (_, time) => {
  expect(toMillis(time)).toBe(Date.parse(time));
});

it.each(TIMES)('A time told as %s is written as Date writes it', (_, time) => {
  expect(normalizeTime(time)).toBe(new Date(Date.parse(time)).toISOString());
});
