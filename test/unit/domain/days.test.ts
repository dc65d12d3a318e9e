import { describe, expect, it } from 'vitest';
import { dayInMonth, dayOf, endOf, plusDays, plusMonths } from '../../../src/domain/days';

describe('Days', () => {
  it('are UTC: the last second of a day is still that day', () => {
    expect(dayOf('2026-11-30T23:59:59.999Z')).toBe('2026-11-30');
    expect(endOf('2026-11-30')).toBe('2026-11-30T23:59:59.000Z');
  });

  it.each([
    ['2026-11-30', 1, '2026-12-01'],
    ['2027-01-01', -1, '2026-12-31'],
    ['2028-02-28', 1, '2028-02-29'],
    ['2027-02-28', 1, '2027-03-01'],
    // Nights in which clocks change in many countries.
    ['2027-03-28', 1, '2027-03-29'],
    ['2026-10-25', -1, '2026-10-24'],
  ])('%s and %i days is %s', (day, days, then) => {
    expect(plusDays(day, days)).toBe(then);
  });

  it.each([
    ['2026-12-01', 1, '2027-01-01'],
    ['2027-01-31', 1, '2027-02-28'],
    ['2028-01-31', 1, '2028-02-29'],
    ['2028-02-29', 12, '2029-02-28'],
    ['2026-03-31', -1, '2026-02-28'],
  ])('%s and %i months is %s', (day, months, then) => {
    expect(plusMonths(day, months)).toBe(then);
  });

  it.each([
    ['2026-11-15', 31, '2026-11-30'],
    ['2027-02-01', 30, '2027-02-28'],
    ['2028-02-01', 30, '2028-02-29'],
    ['2026-12-24', 1, '2026-12-01'],
  ])('in the month of %s day %i is %s', (day, number, found) => {
    expect(dayInMonth(day, number)).toBe(found);
  });
});
