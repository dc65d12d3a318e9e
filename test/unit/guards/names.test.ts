import { expect, it } from 'vitest';

import { names } from '../../guards/rules/names';
import { filesOf, shown } from './files-of';

it.each([
  ['src/domain/seatCount.ts', '"seatCount.ts" is not kebab-case'],
  ['src/Domain/seat.ts', '"Domain" is not kebab-case'],
  ['src/lib/date-utils.ts', '"utils" in its name does not say what it holds'],
  ['test/helpers/seats.ts', '"helpers" in its name does not say what it holds'],
  ['static/admin/common/row.tsx', '"common" in its name does not say what it holds'],
])('finds %s', (path, message) => {
  expect(shown(names(filesOf({ [path]: '' })))).toEqual([`${path}:0 ${message}`]);
});

it('finds an exported name that says nothing', () => {
  expect(shown(names(filesOf({ 'src/a.ts': '\nexport class SeatManager {}' })))).toEqual([
    'src/a.ts:2 "SeatManager" does not say what it does',
  ]);
});

it.each([
  'src/domain/seat-count.ts',
  'test/unit/seat.test.ts',
  'test/cases/README.md',
  'test/local/page/vite.config.ts',
])('lets %s pass', (path) => {
  expect(names(filesOf({ [path]: '' }))).toEqual([]);
});
