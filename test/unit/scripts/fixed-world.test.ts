import fc from 'fast-check';
import { describe, expect, it } from 'vitest';

describe('the world that tests run in', () => {
  it('is in UTC', () => {
    expect(new Date(2026, 10, 1).toISOString()).toBe('2026-11-01T00:00:00.000Z');
  });

  it('has one locale, whatever the machine says', () => {
    expect(Intl.DateTimeFormat().resolvedOptions().locale).toMatch(/^en-US/);
  });

  it('draws the same random values in each run', () => {
    expect(fc.readConfigureGlobal().seed).toBe(Number(process.env['SEATTRACE_RANDOM_SEED']));
  });

  it('lets the system choose ports', () => {
    expect(process.env['PORT']).toBe('0');
  });
});
