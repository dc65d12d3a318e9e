import { expect, test } from 'vitest';

import { logOf, runSeed } from './run';
import { expectSafeRuns } from './safe-runs';

expectSafeRuns(61, 15);

test('A run repeats by its seed, to the byte', async () => {
  expect(logOf(await runSeed(61))).toBe(logOf(await runSeed(61)));
});
