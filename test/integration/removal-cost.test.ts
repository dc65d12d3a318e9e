import { describe, expect, test } from 'vitest';

import { measureRemovals } from '../bench/removals/measure-removals';
import { isKept, rowsOf } from '../bench/removals/report';

/** Where each request takes three seconds, 120 people take more than one delivery's time. */
const SLOW = { rest: 3_000 };

describe('Removing many people with the organization key', () => {
  test('takes several deliveries, and keeps to every limit', async () => {
    const figures = await measureRemovals(120, SLOW);
    expect(figures.deliveries).toBeGreaterThan(2);
    expect(rowsOf(figures).filter(({ value, limit }) => limit !== null && value > limit)).toEqual([]);
    expect(isKept(figures)).toBe(true);
  });

  test('ends each delivery before its requests run out', async () => {
    const figures = await measureRemovals(260);
    expect(figures.deliveries).toBe(2);
    expect(isKept(figures)).toBe(true);
  });

  test('writes two records for each removal, besides those of the run', async () => {
    const { records, removed } = await measureRemovals(20);
    expect([removed, records]).toEqual([20, 42]);
  });
});
