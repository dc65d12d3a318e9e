import { describe, expect, it } from 'vitest';
import { toIso, toMillis } from '../../../src/lib/duration';

describe('A time', () => {
  it.each([
    ['2026-11-02T09:00:00Z', '2026-11-02T09:00:00.000Z'],
    ['2026-11-02T10:00:00+01:00', '2026-11-02T09:00:00.000Z'],
    ['2025-11-06T23:07:29.936941226Z', '2025-11-06T23:07:29.936Z'],
    ['2026-11-02', '2026-11-02T00:00:00.000Z'],
  ])('%s is understood', (time, iso) => {
    expect(toIso(toMillis(time) ?? 0)).toBe(iso);
  });

  it.each([[null], [undefined], [''], ['yesterday']])('%s is none', (time) => {
    expect(toMillis(time)).toBeUndefined();
  });
});
