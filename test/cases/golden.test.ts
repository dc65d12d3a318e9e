import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { runScan } from '../../scripts/headless/run-scan';

const FOLDER = __dirname;
const cases = readdirSync(FOLDER, { withFileTypes: true })
  .filter((entry) => entry.isDirectory())
  .map(({ name }) => name)
  .sort();

function readJson(name: string, file: string): unknown {
  return JSON.parse(readFileSync(join(FOLDER, name, file), 'utf8'));
}

/** A case expects everything of the scan's document but its wording and its cost. */
async function scan(name: string): Promise<unknown> {
  const { cost, seats, ...document } = await runScan(readJson(name, 'seed.json'), { orgKey: true });
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
