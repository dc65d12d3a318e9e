import type { AccountFacts } from '../account';
import type { Seat } from '../seat';

type Dated = Pick<AccountFacts, 'addedToOrg' | 'joined' | 'undone' | 'firstSeen'>;

/**
 * Since when a seat bills, as far as is told: the first of its groups that the account joined, where the joining of
 * each is told, but not before the account was there, the seat was first seen or an undo gave it back. ISO 8601 UTC;
 * empty where nothing tells.
 */
export function billableSince(
  { addedToOrg, joined, undone, firstSeen }: Dated,
  { product, paths }: Pick<Seat, 'product' | 'paths'>,
): string {
  const joinings = paths.map(({ groupId }) => (groupId === undefined ? undefined : joined?.[groupId]));
  const told = joinings.filter((at) => at !== undefined);
  const first = told.length < joinings.length ? undefined : told.sort()[0];
  const dates = [addedToOrg, firstSeen[product], undone[product], first];
  return (
    dates
      .filter((at) => at !== null && at !== undefined)
      .sort()
      .at(-1) ?? ''
  );
}
