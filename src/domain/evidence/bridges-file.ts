import type { MembershipBridge } from '../classification/membership-bridge';
import type { PopulationProof } from '../classification/population';
import type { Cycle } from '../review/cycle';
import { toCsv } from './csv';

/** One account of a bridge, or one of its totals (then `account` is empty). */
export interface BridgeRow {
  readonly product: string;
  readonly bridge: 'members-to-seats' | 'seats-to-reported';
  /** A total, or why an account stands on one side alone. */
  readonly item: string;
  readonly direction: string;
  readonly account: string;
  readonly count: number;
}

/** Both bridges of the population proof (product.md §3 S4), each with its totals and every account by name. */
export function bridgeRows(
  bridges: readonly MembershipBridge[],
  proofs: readonly PopulationProof[],
): BridgeRow[] {
  const first = bridges.flatMap(({ product, members, seats, items }) => {
    const of = { product, bridge: 'members-to-seats' as const };
    return [total(of, 'members of granting groups', members), ...named(of, items), total(of, 'seats', seats)];
  });
  const second = proofs.flatMap(({ product, enumerated, reported, explained, unexplained, source }) => {
    const of = { product, bridge: 'seats-to-reported' as const };
    return [
      total(of, 'seats', enumerated),
      ...named(of, explained),
      total(of, 'unexplained', unexplained),
      total(of, `reported (${source})`, reported),
    ];
  });
  return [...first, ...second];
}

export function bridgesCsv(of: Pick<Cycle, 'rehearsal'>, rows: readonly BridgeRow[]): string {
  return toCsv({
    of,
    columns: ['product', 'bridge', 'item', 'direction', 'account_id', 'count'],
    rows: rows.map(({ product, bridge, item, direction, account, count }) => [
      product,
      bridge,
      item,
      direction,
      account,
      count,
    ]),
  });
}

type Of = Pick<BridgeRow, 'product' | 'bridge'>;

function total(of: Of, item: string, count: number): BridgeRow {
  return { ...of, item, direction: '', account: '', count };
}

function named(
  of: Of,
  items: readonly {
    readonly reason: string;
    readonly direction: string;
    readonly accountIds: readonly string[];
  }[],
): BridgeRow[] {
  return items.flatMap(({ reason, direction, accountIds }) =>
    accountIds.map((account) => ({ ...of, item: reason, direction, account, count: 1 })),
  );
}
