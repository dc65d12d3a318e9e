import type { AfterSignOff, AfterSignOffFact } from '../../src/domain/review/after-sign-off';
import type { Cycle } from '../../src/domain/review/cycle';
import { daysAhead } from './times';

/** What the organization's ledger says of a signed-off review, as its tenth record, five days after the scan. */
export function afterSignOff({ cycleId, headHash }: Cycle, what: AfterSignOffFact): AfterSignOff {
  return {
    cycleId,
    cycleHead: headHash,
    what,
    by: 'rita',
    at: daysAhead(5),
    sequence: 10,
    hash: 'e'.repeat(64),
  };
}
