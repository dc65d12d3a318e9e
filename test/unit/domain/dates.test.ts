import { expect, it } from 'vitest';
import { formatDay, formatMoment, formatMonth } from '../../../src/domain/dates';

it.each([
  ['2026-11-02T00:00:00Z', '2 Nov 2026'],
  ['2026-11-02T23:59:59Z', '2 Nov 2026'],
  ['2026-03-29T01:30:00Z', '29 Mar 2026'],
])('writes the day of %s as %s, in UTC', (time, text) => {
  expect(formatDay(time)).toBe(text);
});

it('writes a month with its year', () => {
  expect(formatMonth('2026-12-31T23:59:59Z')).toBe('December 2026');
});

it('writes a moment to the minute, in UTC', () => {
  expect(formatMoment('2026-11-02T09:00:59Z')).toBe('2 Nov 2026, 09:00 UTC');
});
