import type { SeatDetail } from '../../../src/contract/seat-replies';
import { NOW } from './builders';

/** This seat's own product, which ends. */
export function anOutcome(
  change: Partial<SeatDetail['outcomes'][number]> = {},
): SeatDetail['outcomes'][number] {
  return {
    product: 'jira-software',
    productName: 'Jira',
    activity: 'stale',
    use: 'idle',
    live: false,
    ends: true,
    billed: true,
    billedAfter: false,
    through: [],
    ...change,
  };
}

export function aFact(change: Partial<SeatDetail['facts'][number]> = {}): SeatDetail['facts'][number] {
  return {
    label: 'Platform roles',
    value: 'none',
    happenedAt: null,
    isLastUse: false,
    source: 'Organization: users',
    asOf: NOW,
    ...change,
  };
}
