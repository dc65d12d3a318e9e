import { describe, expect, it } from 'vitest';
import {
  ageInWords,
  dayWithAge,
  dueInWords,
  formatDay,
  formatTime,
  fromPickerDay,
  pickerDayAfter,
  toPickerDay,
} from '../../../static/admin/view-models/dates';
import { NOW } from './builders';

describe('dates on screens', () => {
  it('are written as day, short month and year in UTC', () => {
    expect(formatDay('2026-11-02T23:59:59.000Z')).toBe('2 Nov 2026');
  });

  it('say the time zone when they show a time', () => {
    expect(formatTime('2026-11-02T09:05:00.000Z')).toBe('2 Nov 2026, 09:05 UTC');
  });

  it('that cannot be read are called unknown, not invented', () => {
    expect(formatDay('soon')).toBe('date unknown');
    expect(dayWithAge('soon', NOW)).toBe('date unknown');
  });
});

describe('ages', () => {
  it.each([
    ['2026-11-22T00:00:00.000Z', 'today'],
    ['2026-11-21T23:59:00.000Z', 'yesterday'],
    ['2026-05-22T09:00:00.000Z', '184 days ago'],
    ['2026-11-23T00:00:00.000Z', 'in 1 day'],
    ['2026-12-22T09:00:00.000Z', 'in 30 days'],
  ])('%s is %s', (time, words) => {
    expect(ageInWords(time, NOW)).toBe(words);
  });

  it('stand in brackets after the day', () => {
    expect(dayWithAge('2026-05-22T09:00:00.000Z', NOW)).toBe('22 May 2026 (184 days ago)');
  });
});

describe('due dates', () => {
  it.each([
    ['2026-11-27T00:00:00.000Z', 'due in 5 days'],
    ['2026-11-23T00:00:00.000Z', 'due in 1 day'],
    ['2026-11-22T18:00:00.000Z', 'due today'],
    ['2026-11-22T08:00:00.000Z', 'overdue since today'],
    ['2026-11-19T09:00:00.000Z', 'overdue by 3 days'],
  ])('%s is %s', (due, words) => {
    expect(dueInWords(due, NOW)).toBe(words);
  });
});

describe('picked days', () => {
  it('last until their end, so that "until 2 Nov" includes that day', () => {
    expect(fromPickerDay('2026-11-02')).toBe('2026-11-02T23:59:59.000Z');
  });

  it('that are no days are none', () => {
    expect(fromPickerDay('')).toBeUndefined();
    expect(fromPickerDay('2026-13-45')).toBeUndefined();
  });

  it('are proposed from the session’s time', () => {
    expect(pickerDayAfter(NOW, 90)).toBe('2027-02-20');
  });

  it('show a stored time as its day', () => {
    expect(toPickerDay('2026-11-02T23:59:59.000Z')).toBe('2026-11-02');
  });
});
