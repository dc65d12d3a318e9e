import { seatKey } from '../seat';
import type { Cycle } from './cycle';
import { NOBODY_ANSWERED } from './decision';
import type { Line, PastLine } from './line';

/** Lines of signed-off cycles, by seat: what the next cycle looks back at. */
export type PastLines = ReadonlyMap<string, { readonly cycle: Cycle; readonly line: Line }>;

/**
 * The lines of signed-off cycles, newest first, on the products under review. A cycle may have covered some
 * products only: each product is looked up in the newest cycle that covered it.
 */
export function pastLines(cycles: readonly Cycle[], products: readonly string[] | null): PastLines {
  const found = new Map<string, { cycle: Cycle; line: Line }>();
  const covered = new Set<string>();
  for (const cycle of cycles) {
    for (const line of cycle.lines) {
      const { accountId, product } = line.facts.seat;
      if (!covered.has(product) && products?.includes(product) !== false)
        found.set(seatKey(accountId, product), { cycle, line });
    }
    if (cycle.products === null) break;
    for (const product of cycle.products) covered.add(product);
  }
  return found;
}

/** Whether these cycles, newest first, leave nothing of the products under review to an older one. */
export function coversAll(
  cycles: readonly Pick<Cycle, 'products'>[],
  products: readonly string[] | null,
): boolean {
  if (cycles.some((cycle) => cycle.products === null)) return true;
  const covered = cycles.flatMap((cycle) => cycle.products ?? []);
  return products?.every((product) => covered.includes(product)) === true;
}

/** What a line's own cycle said of it in the end. */
export function toPastLine({ cycleId }: Pick<Cycle, 'cycleId'>, line: Line): PastLine {
  return {
    cycleId,
    line: line.facts.line,
    verdict: line.facts.seat.verdict,
    decision: line.decision?.reason === NOBODY_ANSWERED ? null : (line.decision?.kind ?? null),
    outcome: line.outcome,
    accessGone: line.verifications.some(({ outcome }) => outcome === 'access-gone'),
  };
}
