import { expect, it } from 'vitest';

import { budgetsLimits } from '../../guards/rules/budgets-limits';
import { filesOf, shown } from './files-of';

const limits =
  'const KIB = 1_024;\nexport const KVS_LIMITS = { valueBytes: 240 * KIB, batchKeys: 25 } as const;';

function check(budgets: string, pairs: object): readonly string[] {
  return shown(
    budgetsLimits(
      filesOf({
        'src/lib/budgets.ts': budgets,
        'test/local/forge/limits.ts': limits,
        'test/guards/budget-limits.json': JSON.stringify(pairs),
      }),
    ),
  );
}

it('is content with a budget below its limit', () => {
  expect(
    check('export const VALUE_BYTES = 200 * 1024;', { VALUE_BYTES: { below: 'KVS_LIMITS.valueBytes' } }),
  ).toEqual([]);
});

it('finds a budget that reaches its limit', () => {
  const pairs = { VALUE_BYTES: { below: 'KVS_LIMITS.valueBytes' } };
  expect(check('// Comment.\nexport const VALUE_BYTES = 240 * 1024;', pairs)).toEqual([
    'src/lib/budgets.ts:2 VALUE_BYTES is 245760, which is not below KVS_LIMITS.valueBytes, 245760',
  ]);
});

it('lets a count reach its limit where a reason says so', () => {
  const pairs = { 'BATCH.keys': { atMost: 'KVS_LIMITS.batchKeys', why: 'a full batch is allowed' } };
  expect(check('export const BATCH = { keys: 25 };', pairs)).toEqual([]);
});

it('finds a budget whose limit nobody named', () => {
  expect(check('export const SLICE_MS = 20_000;', {})).toEqual([
    'src/lib/budgets.ts:1 SLICE_MS has no limit in test/guards/budget-limits.json',
  ]);
});

it('finds a limit that does not exist', () => {
  expect(check('export const SLICE_MS = 20_000;', { SLICE_MS: { below: 'KVS_LIMITS.sliceMs' } })).toEqual([
    'src/lib/budgets.ts:1 SLICE_MS: test/local/forge/limits.ts has no KVS_LIMITS.sliceMs',
  ]);
});

it('finds a pair whose budget is gone', () => {
  expect(check('', { SLICE_MS: { below: 'KVS_LIMITS.valueBytes' } })).toEqual([
    'test/guards/budget-limits.json:0 names the budget SLICE_MS, which src does not export',
  ]);
});
