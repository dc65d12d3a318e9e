import { sortedSet } from '../../lib/order';
import type { Policy } from '../policy';
import type { AccessPath, OwnerClass } from '../seat';
import type { ActivityState } from './activity';

export interface OwnerQuestion {
  readonly product: string;
  readonly activity: ActivityState;
  readonly nonHuman: boolean;
  readonly privilege: readonly string[];
  readonly claim: 'managed' | 'unmanaged' | 'unknown';
  readonly managesAccounts: boolean;
  readonly policy: Policy;
  readonly paths: readonly AccessPath[];
  readonly platformRoleHeld: boolean;
}

/** Owner classes other than `identity` that must be asked, sorted (product.md §6 row 4). */
export function decidingOwners(question: OwnerQuestion): OwnerClass[] {
  const { product, activity, nonHuman, privilege, claim, managesAccounts, policy, paths, platformRoleHeld } =
    question;
  const has = (source: AccessPath['source']): boolean => paths.some((path) => path.source === source);
  const staleAgent =
    product === 'jira-servicedesk' &&
    policy.jsmOnCall !== 'no' &&
    ['stale', 'never-accessed'].includes(activity);
  const owners: OwnerClass[] = [];
  if (nonHuman) owners.push('technical');
  if (privilege.length > 0) owners.push('privileged');
  if (claim === 'unmanaged' && managesAccounts && policy.unmanaged !== 'local') owners.push('business');
  if (has('team')) owners.push('team');
  // A role that follows from a platform role is the privileged owner's, who is asked about that role already.
  if (has('direct') || staleAgent || (has('inferred') && !platformRoleHeld)) owners.push('app');
  return sortedSet(owners);
}

/** Adds the identity provider's owner when one of its groups is among the paths. */
export function withIdentityOwner(owners: readonly OwnerClass[], paths: readonly AccessPath[]): OwnerClass[] {
  return sortedSet(paths.some(({ source }) => source === 'scim') ? [...owners, 'identity'] : owners);
}
