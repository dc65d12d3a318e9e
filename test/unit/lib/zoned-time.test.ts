import { describe, expect, it } from 'vitest';
import { isTimeZone, wallClockOf } from '../../../src/lib/zoned-time';

const at = (time: string): number => Date.parse(time);

describe('A wall clock', () => {
  it('shows day and time of its zone', () => {
    expect(wallClockOf('UTC')(at('2026-11-02T09:05:00Z'))).toEqual({ day: 'mon', minutes: 545 });
    expect(wallClockOf('Europe/Berlin')(at('2026-11-02T23:30:00Z'))).toEqual({ day: 'tue', minutes: 30 });
    expect(wallClockOf('America/New_York')(at('2026-11-02T02:00:00Z'))).toEqual({
      day: 'sun',
      minutes: 1260,
    });
  });

  it('shows midnight as the beginning of its day', () => {
    expect(wallClockOf('UTC')(at('2026-11-02T00:00:00Z'))).toEqual({ day: 'mon', minutes: 0 });
  });

  it('follows daylight saving', () => {
    const berlin = wallClockOf('Europe/Berlin');
    expect(berlin(at('2026-03-29T00:59:00Z')).minutes).toBe(119);
    expect(berlin(at('2026-03-29T01:00:00Z')).minutes).toBe(180);
  });
});

it('A name that no zone has is none', () => {
  expect(isTimeZone('Europe/Zurich')).toBe(true);
  expect(isTimeZone('Europe/Atlantis')).toBe(false);
  expect(isTimeZone('')).toBe(false);
});
