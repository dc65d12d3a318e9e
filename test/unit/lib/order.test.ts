import { expect, it } from 'vitest';
import { byCodeUnit, sortedSet } from '../../../src/lib/order';

it('sorts by code unit, so that capitals come first on every machine', () => {
  expect(['b', 'ä', 'a', 'B', '10', '9'].sort(byCodeUnit)).toEqual(['10', '9', 'B', 'a', 'b', 'ä']);
});

it('holds each string once, sorted', () => {
  expect(sortedSet(['b', 'a', 'b'])).toEqual(['a', 'b']);
});
