import type { Seat } from '../seat';

/**
 * For each seat its bundle: lines of one account that share a group, because one DELETE closes each
 * (product.md §7). The number is the index of the bundle's first seat.
 */
export function bundleSeats(seats: readonly Seat[]): number[] {
  const bundle = seats.map((_, index) => index);
  const root = (index: number): number => {
    const parent = bundle[index] ?? index;
    return parent === index ? index : root(parent);
  };
  const byAccount = new Map<string, number[]>();
  seats.forEach((seat, index) =>
    byAccount.set(seat.accountId, [...(byAccount.get(seat.accountId) ?? []), index]),
  );
  for (const indexes of byAccount.values()) {
    for (const a of indexes) {
      for (const b of indexes) {
        if (a < b && shareGroup(seats[a], seats[b]))
          bundle[Math.max(root(a), root(b))] = Math.min(root(a), root(b));
      }
    }
  }
  return seats.map((_, index) => root(index));
}

function shareGroup(a: Seat | undefined, b: Seat | undefined): boolean {
  if (a === undefined || b === undefined) return false;
  const leaving = (seat: Seat): readonly string[] => [...seat.removalSet, ...seat.consentedRemovalSet];
  const holding = (seat: Seat): readonly (string | undefined)[] => seat.paths.map(({ groupId }) => groupId);
  return leaving(a).some((id) => holding(b).includes(id)) || leaving(b).some((id) => holding(a).includes(id));
}
