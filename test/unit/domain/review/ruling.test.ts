import { expect, it } from 'vitest';
import { lineNames } from '../../../../src/domain/review/ruling';

it.each([
  [[4], 'line 4'],
  [[4, 5], 'lines 4 and 5'],
  [[4, 5, 9], 'lines 4, 5 and 9'],
  [[4, 5, 6, 7], 'lines 4, 5, 6 and 1 more'],
])('names the lines %j as “%s”', (numbers, text) => {
  expect(lineNames(numbers)).toBe(text);
});
