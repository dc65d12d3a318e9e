import fc from 'fast-check';

import { FIXED_WORLD } from './fixed-world';

const zone = new Date().getTimezoneOffset();
if (zone !== 0)
  throw new Error(`Tests run in UTC, but this process is ${String(zone)} minutes away from it.`);

// The seed is fixed so that two runs of the same code say the same; another one can be given from outside.
fc.configureGlobal({ seed: Number(FIXED_WORLD.SEATTRACE_RANDOM_SEED) });
