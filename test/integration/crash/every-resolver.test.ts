import { describe, expect, test } from 'vitest';

import { resolvers } from '../../../src/contract/resolvers';
import { crashAtEveryWrite, type CrashCase } from './crash-trial';
import type { CrashTable, Writing } from './crash-table';
import { EXECUTION_CASES } from './execution-cases';
import { REVIEW_CASES } from './review-cases';
import { SETTINGS_CASES } from './settings-cases';

/** What these do is to read; the rest of the contract writes, and has its cases here. */
const READING = /^(get|list|preview|download)-/;

const TABLE: CrashTable<Writing> = { ...SETTINGS_CASES, ...REVIEW_CASES, ...EXECUTION_CASES };

const cases: readonly (readonly [string, string, CrashCase])[] = Object.entries(TABLE).flatMap(
  ([name, ways]) => Object.entries(ways).map(([way, each]) => [name, way, each] as const),
);

test('Every resolver that writes is tried', () => {
  const writing = Object.keys(resolvers).filter((name) => !READING.test(name));
  expect(Object.keys(TABLE).sort()).toEqual(writing.sort());
});

describe.each(['crash', 'crash-after-write'] as const)(
  'A %s at each storage write leaves a sound site',
  (mode) => {
    test.each(cases)('%s: %s', async (_, __, each) => {
      expect(await crashAtEveryWrite(each, mode)).toBeGreaterThan(0);
    });
  },
);
