import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { z } from 'zod';
import { runScan, type ScanOptions } from '../../scripts/headless/run-scan';

const FOLDER = __dirname;
const cases = readdirSync(FOLDER, { withFileTypes: true })
  .filter((entry) => entry.isDirectory())
  .map(({ name }) => name)
  .sort();

function readJson(name: string, file: string): unknown {
  return JSON.parse(readFileSync(join(FOLDER, name, file), 'utf8'));
}

/** How a case is scanned, where that is not with an organization key: with the user export that lies beside it. */
const options = z.strictObject({ orgKey: z.boolean(), exportedOn: z.iso.date().optional() });

function optionsOf(name: string): ScanOptions {
  const told = existsSync(join(FOLDER, name, 'options.json')) ? readJson(name, 'options.json') : { orgKey: true };
  const { orgKey, exportedOn } = options.parse(told);
  if (exportedOn === undefined) return { orgKey };
  return { orgKey, userExport: { text: readFileSync(join(FOLDER, name, 'export.csv'), 'utf8'), exportedOn } };
}

/** A case expects everything of the scan's document but its wording and its cost. */
async function scan(name: string): Promise<unknown> {
  const { cost, seats, ...document } = await runScan(readJson(name, 'seed.json'), optionsOf(name));
  expect(cost.invocations).toBeGreaterThan(0);
  return {
    ...document,
    seats: seats.map(({ explanation, ...seat }) => {
      expect(explanation).toMatch(/^Billable for .+\.$/);
      return seat;
    }),
  };
}

/** One loop for all cases: a situation that a person can name, as data. */
describe('golden cases', () => {
  it.each(cases)('%s', async (name) => {
    expect(existsSync(join(FOLDER, name, 'note.md'))).toBe(true);
    expect(await scan(name)).toEqual(readJson(name, 'expected.json'));
  });
});
