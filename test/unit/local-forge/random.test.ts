import { expect, test } from 'vitest';

import { createRandom } from '../../local/forge/random';

test('the same seed gives the same bytes', () => {
  expect(createRandom('acme').bytes(64)).toEqual(createRandom('acme').bytes(64));
});

test('another seed gives others', () => {
  expect(createRandom('acme').bytes(64)).not.toEqual(createRandom('emca').bytes(64));
});

test('fractions lie between 0 and 1 and spread', () => {
  const random = createRandom('acme');
  const fractions = Array.from({ length: 1_000 }, () => random.fraction());
  expect(Math.min(...fractions)).toBeGreaterThanOrEqual(0);
  expect(Math.max(...fractions)).toBeLessThan(1);
  expect(fractions.filter((fraction) => fraction < 0.5).length).toBeGreaterThan(430);
  expect(fractions.filter((fraction) => fraction < 0.5).length).toBeLessThan(570);
});

test('a UUID is one of version 4', () => {
  expect(createRandom('acme').uuid()).toMatch(
    /^[\da-f]{8}-[\da-f]{4}-4[\da-f]{3}-[89ab][\da-f]{3}-[\da-f]{12}$/,
  );
});
