import { describe, expect, it } from 'vitest';
import { blackoutEnd, type Blackout } from '../../../../src/domain/plan/blackout';
import { toIso } from '../../../../src/lib/duration';
import { WEEK } from '../../../../src/lib/zoned-time';

const WORKING: Blackout = {
  timeZone: 'UTC',
  days: ['mon', 'tue', 'wed', 'thu', 'fri'],
  from: '08:30',
  to: '18:00',
};
const NIGHTS: Blackout = { timeZone: 'UTC', days: ['fri'], from: '22:15', to: '06:00' };

/** 2 November 2026 is a Monday. */
function endOf(blackout: Blackout, time: string): string | null {
  const end = blackoutEnd(blackout, Date.parse(time));
  return end === null ? null : toIso(end);
}

describe('Blackout hours', () => {
  it.each([
    ['before they begin', '2026-11-02T08:29:59Z', null],
    ['from their first second on', '2026-11-02T08:30:00Z', '2026-11-02T18:00:00.000Z'],
    ['until their last', '2026-11-02T17:59:59.999Z', '2026-11-02T18:00:00.000Z'],
    ['at their end', '2026-11-02T18:00:00Z', null],
    ['on another day', '2026-11-07T12:00:00Z', null],
  ])('%s', (_, time, end) => {
    expect(endOf(WORKING, time)).toBe(end);
  });

  it.each([
    ['2026-11-06T22:14:59Z', null],
    ['2026-11-06T22:15:00Z', '2026-11-07T06:00:00.000Z'],
    ['2026-11-07T05:00:00Z', '2026-11-07T06:00:00.000Z'],
    ['2026-11-07T22:30:00Z', null],
    ['2026-11-06T05:00:00Z', null],
  ])('over midnight belong to the day on which they begin (%s)', (time, end) => {
    expect(endOf(NIGHTS, time)).toBe(end);
  });

  it('that begin when they end last a whole day', () => {
    const weekend: Blackout = { timeZone: 'UTC', days: ['sat', 'sun'], from: '00:00', to: '00:00' };
    expect(endOf(weekend, '2026-11-07T00:00:00Z')).toBe('2026-11-09T00:00:00.000Z');
    expect(endOf(weekend, '2026-11-06T23:59:59Z')).toBeNull();
  });

  it('of days that follow each other last until the last of them is over', () => {
    const nights: Blackout = { timeZone: 'UTC', days: WEEK, from: '06:00', to: '05:00' };
    expect(endOf(nights, '2026-11-02T05:30:00Z')).toBeNull();
    expect(endOf(nights, '2026-11-02T06:00:00Z')).toBe('2026-11-03T05:00:00.000Z');
  });

  it('are those of their own time zone', () => {
    const berlin = { ...WORKING, timeZone: 'Europe/Berlin' };
    expect(endOf(berlin, '2026-11-02T07:30:00Z')).toBe('2026-11-02T17:00:00.000Z');
    expect(endOf(berlin, '2026-11-02T17:00:00Z')).toBeNull();
  });

  it.each([
    ['put forward', '2026-03-28T22:00:00Z', '2026-03-29T02:00:00.000Z'],
    ['put back', '2026-10-24T21:00:00Z', '2026-10-25T03:00:00.000Z'],
  ])('end by the wall also in a night in which clocks are %s', (_, time, end) => {
    const nights: Blackout = { timeZone: 'Europe/Berlin', days: ['sat'], from: '22:00', to: '04:00' };
    expect(endOf(nights, time)).toBe(end);
  });

  it('that nobody entered hold nothing', () => {
    expect(blackoutEnd(null, 0)).toBeNull();
  });
});
