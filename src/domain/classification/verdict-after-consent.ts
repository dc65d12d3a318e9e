import type { ReasonCode, Seat, Verdict } from '../seat';

/**
 * What a route-out comes to once its owners consented: rows 5 and 6 to 10 of the verdict table without row 4
 * (product.md §7, Consent). Null where no owner's consent could make it a removal.
 */
export function verdictAfterConsent(seat: Seat): { verdict: Verdict; reason: ReasonCode } | null {
  if (seat.reason !== 'owner-decision') return null;
  const sources = seat.paths.map(({ source }) => source);
  if (sources.includes('unknown')) return { verdict: 'hold', reason: 'source-unknown' };
  if (seat.consentedRemovalSet.length === 0) return null;
  return sources.every((source) => source === 'default' || source === 'local')
    ? { verdict: 'cleanup', reason: 'local-paths' }
    : { verdict: 'split', reason: 'mixed-ownership' };
}
