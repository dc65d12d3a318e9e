import type { AccountFacts } from '../account';
import type { Seat } from '../seat';
import type { Snapshot, SnapshotHeader } from '../snapshot';
import { classifyAccount } from './classify-account';
import { indexOrganization } from './organization-index';

/** Every seat of the accounts, one by one, so that a large organization never stands in memory twice. */
export function* classifyAccounts(header: SnapshotHeader, accounts: Iterable<AccountFacts>): Generator<Seat> {
  const index = indexOrganization(header);
  for (const account of accounts) yield* classifyAccount(account, index);
}

/** Every seat of a snapshot. */
export function classifySnapshot({ header, accounts }: Snapshot): Seat[] {
  return [...classifyAccounts(header, accounts)];
}

/** Whether account-level facts must be read before these seats may enter a plan (product.md §6, deepening). */
export function needsDeepening(seats: readonly Seat[]): boolean {
  return seats.some(({ provisional }) => provisional);
}
