import type { ScanState } from '../../src/ports/stores';
import { ScanRun } from '../../src/usecases/scan/scan-run';
import { aPolicy } from './a-header';
import { aPlatform } from './a-platform';
import { CLOUD_ID } from './a-product';
import { TAKEN_AT } from './times';

/** A running scan whose sources and store must not be touched: its readings are given by the test. */
export function aScanRun(state: Partial<ScanState> = {}): ScanRun {
  const untouched = <Part extends object>(part: string): Part =>
    new Proxy({} as Part, {
      get: (_, name) => {
        throw new Error(`nothing may be read from the ${part}, but ${String(name)} was`);
      },
    });
  return new ScanRun(
    {
      scanId: 'scan-1',
      cloudId: CLOUD_ID,
      state: 'running',
      mode: 'org-key',
      depth: 'deep',
      startedAt: TAKEN_AT,
      startedBy: null,
      projectScan: false,
      updatedAt: TAKEN_AT,
      endedAt: null,
      message: '',
      phase: 0,
      cursor: null,
      step: 1,
      failures: 0,
      parts: {},
      counts: {},
      ...state,
    },
    untouched('sources'),
    aPolicy(),
    { store: untouched('store'), platform: aPlatform(), timeLeft: () => 900_000 },
  );
}
