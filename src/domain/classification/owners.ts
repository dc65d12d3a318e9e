import { sortedSet } from '../../lib/order';
import type { AccessPath, OwnerClass } from '../seat';
import type { ActivityState } from './activity';
import type { Person } from './person';
import { holdsPlatformRole } from './privilege';
import type { SeatStanding } from './standing';

export interface OwnerQuestion {
  readonly person: Person;
  readonly standing: SeatStanding;
  readonly activity: ActivityState;
  /** Codes of product.md §5. */
  readonly privilege: readonly string[];
}

/** Owner classes other than `identity` that must be asked, sorted (product.md §6 row 4). */
export function decidingOwners({ person, standing, activity, privilege }: OwnerQuestion): OwnerClass[] {
  const { account, identity, index } = person;
  const { product, paths } = standing;
  const { policy, managesAccounts } = index.header;
  const has = (source: AccessPath['source']): boolean => paths.some((path) => path.source === source);
  const staleAgent =
    product === 'jira-servicedesk' &&
    policy.jsmOnCall !== 'no' &&
    ['stale', 'never-accessed'].includes(activity);
  const owners: OwnerClass[] = [];
  if (identity.nonHuman) owners.push('technical');
  if (privilege.length > 0) owners.push('privileged');
  if (account.claim === 'unmanaged' && managesAccounts && policy.unmanaged !== 'local')
    owners.push('business');
  if (has('team')) owners.push('team');
  // A role that follows from a platform role is the privileged owner's, who is asked about that role already.
  if (has('direct') || staleAgent || (has('inferred') && !holdsPlatformRole(account))) owners.push('app');
  return sortedSet(owners);
}

/** Adds the identity provider's owner when one of its groups is among the paths. */
export function withIdentityOwner(owners: readonly OwnerClass[], paths: readonly AccessPath[]): OwnerClass[] {
  return sortedSet(paths.some(({ source }) => source === 'scim') ? [...owners, 'identity'] : owners);
}
