import { expectSafeRuns } from './safe-runs';

expectSafeRuns(76, 15);
