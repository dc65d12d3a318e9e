import { byCodeUnit } from '../../lib/order';
import { seatKey, type Seat } from '../seat';
import { bundleSeats } from './bundles';
import type { LineFacts } from './line';
import { toPastLine, type PastLines } from './past-lines';

/** Lines of a draft: every seat under review that is not kept, with what the cycle before said of it. */
export function draftLines(
  all: readonly Seat[],
  products: readonly string[] | null,
  past: PastLines,
): LineFacts[] {
  const seats = all
    .filter(({ verdict }) => verdict !== 'keep' && verdict !== 'protected')
    .filter(({ product }) => products?.includes(product) !== false)
    .sort((a, b) => byCodeUnit(a.product, b.product) || byCodeUnit(a.accountId, b.accountId));
  const bundles = bundleSeats(seats);
  return seats.map((seat, index) => {
    const found = past.get(seatKey(seat.accountId, seat.product));
    const facts = { line: index + 1, seat, bundle: (bundles[index] ?? index) + 1, carriedFrom: null };
    if (found === undefined) return facts;
    const before = toPastLine(found.cycle, found.line);
    return { ...facts, carriedFrom: before.outcome === 'carried' ? before.cycleId : null, before };
  });
}
