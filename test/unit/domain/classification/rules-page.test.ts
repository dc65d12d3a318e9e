import { readFileSync } from 'node:fs';
import { resolve } from 'node:path';
import { expect, it } from 'vitest';
import { VERDICT_TABLE } from '../../../../src/domain/classification/verdict-table';
import { DEFAULT_POLICY, DEFAULT_WORDS } from '../../../../src/domain/policy';
import { printVerdictTable } from '../../../builders/print-verdict-table';

const PAGE = readFileSync(resolve(import.meta.dirname, '../../../../docs/rules.md'), 'utf8');

it('has the verdict table of the code in docs/rules.md, row by row', () => {
  expect(PAGE).toContain(`\n\n${printVerdictTable(VERDICT_TABLE)}\n\n`);
});

it('has the thresholds of the default policy in docs/rules.md', () => {
  const { thresholdDays, newDays } = DEFAULT_POLICY;
  expect(PAGE).toContain(`**${String(thresholdDays)} days**`);
  expect(PAGE).toContain(`**${String(newDays)} days**`);
});

it('has the default words in docs/rules.md', () => {
  expect(PAGE).toContain(`\n> ${DEFAULT_WORDS.join(' ')}\n`);
});
