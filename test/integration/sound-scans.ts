import { describe, expect, test } from 'vitest';
import type { Trial } from '../../scripts/headless/fault-trials';
import { runTrial, undisturbedScan } from '../../scripts/headless/fault-trial';
import { endpointsOf, trialsOf } from '../../scripts/headless/fault-trials';
import { tiny } from './a-seed';

const nameOf = ({ failure, often }: Trial): string =>
  `${failure.mode === 'status' ? String(failure.status) : failure.mode}, ${often}`;

/**
 * The table of `npm run faults` as tests: with every failure of every call, a scan completes with nothing bolder than
 * without it, or ends with the right reason; nothing hangs, nothing is half-stored, and the next scan is whole.
 */
export async function expectSoundScans(scan: Trial['scan']): Promise<void> {
  const seed = tiny();
  const undisturbed = await undisturbedScan(seed, scan);
  const trials = trialsOf(scan, undisturbed.calls);

  test('the table has every endpoint that the scan asks', () => {
    const matches = new Set(trials.map(({ match }) => match));
    expect(endpointsOf(undisturbed.calls).filter(({ match }) => !matches.has(match))).toEqual([]);
    expect(matches.size).toBeGreaterThan(10);
  });

  for (const match of new Set(trials.map((trial) => trial.match)))
    describe(`A scan (${scan}) during which ${match} fails is sound`, () => {
      const own = trials.filter((trial) => trial.match === match);
      test.each(own.map((trial) => [nameOf(trial), trial] as const))('with %s', async (_, trial) => {
        expect((await runTrial(seed, trial, undisturbed)).problems).toEqual([]);
      });
    });
}
