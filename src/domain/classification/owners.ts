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
  if (has('direct') || staleAgent) owners.push('app');
  if (has('inferred')) owners.push(platformRoleHeld ? 'privileged' : 'app');
  return sortedSet(owners).filter(isOwnerClass);
}

/** Adds the identity provider's owner when one of its groups is among the paths. */
export function withIdentityOwner(owners: readonly OwnerClass[], paths: readonly AccessPath[]): OwnerClass[] {
  const all = paths.some(({ source }) => source === 'scim') ? [...owners, 'identity' as const] : owners;
  return sortedSet(all).filter(isOwnerClass);
}

const OWNER_CLASSES: readonly string[] = [
  'identity',
  'technical',
  'privileged',
  'business',
  'project',
  'team',
  'app',
  'security',
] satisfies readonly OwnerClass[];

export function isOwnerClass(value: string): value is OwnerClass {
  return OWNER_CLASSES.includes(value);
}
