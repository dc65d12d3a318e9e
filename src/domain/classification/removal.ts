import { byCodeUnit, sortedSet } from '../../lib/order';
import type { AccountFacts } from '../account';
import type { GroupFacts } from '../group';
import { SEAT_ROLES } from '../product';
import type { AccessPath, ElseEnd } from '../seat';
import type { Holding } from './access';
import { activityOf } from './activity';
import { coveringExemption } from './exemption';
import type { OrganizationIndex } from './organization-index';

const REMOVABLE: readonly string[] = ['default', 'local'];

/** Every `default` and `local` granting group of the seat that is not privileged (product.md §6). */
export function removalSetOf(paths: readonly AccessPath[]): string[] {
  return groupIdsOf(paths.filter(({ source, privileged }) => REMOVABLE.includes(source) && !privileged));
}

/** The identity provider's granting groups of the seat. */
export function syncedGroupsOf(paths: readonly AccessPath[]): string[] {
  return groupIdsOf(paths.filter(({ source }) => source === 'scim'));
}

/** An access of the account that hangs on some groups alone, and the groups that give it. */
export interface Hanging {
  readonly product: string;
  readonly grantingGroups: readonly GroupFacts[];
}

/** Every access other than to the product that hangs on these groups alone. */
export function whatHangsOn(
  groupIds: readonly string[],
  product: string,
  access: ReadonlyMap<string, readonly Holding[]>,
): Hanging[] {
  if (groupIds.length === 0) return [];
  const leaving = new Set(groupIds);
  const hanging: Hanging[] = [];
  for (const [other, holdings] of access)
    if (other !== product && anythingEnds(holdings, leaving))
      hanging.push({ product: other, grantingGroups: groupsOf(holdings) });
  return hanging.sort((a, b) => byCodeUnit(a.product, b.product));
}

/**
 * What else ends for this account. An access is live when its activity is active, too-new or unknown, or an
 * exemption protects it (product.md §6).
 */
export function whatElseEnds(
  hanging: readonly Hanging[],
  account: AccountFacts,
  index: OrganizationIndex,
): ElseEnd[] {
  const { takenAt, header } = index;
  return hanging.map((access) => {
    const { product } = access;
    const activity = activityOf(account, access, index).state;
    const exempt = coveringExemption(account, product, header.policy, takenAt) !== null;
    return { product, activity, live: exempt || !['stale', 'never-accessed'].includes(activity) };
  });
}

/**
 * Whether an access to the product hangs on the leaving groups alone. A licence (`user` or `admin`) is one access
 * and covers every lesser role; each other role is an access of its own, so that a free role beside a licence
 * does not hide that the licence ends.
 */
export function anythingEnds(holdings: readonly Holding[], leaving: ReadonlySet<string>): boolean {
  const access = ({ role }: Holding): string => (SEAT_ROLES.includes(role) ? 'licence' : role);
  const leaves = (holding: Holding): boolean => holding.method === 'group' && leaving.has(holding.group.id);
  if (!holdings.some(leaves)) return false;
  const kept = new Set(holdings.filter((holding) => !leaves(holding)).map(access));
  return !kept.has('licence') && holdings.some((holding) => leaves(holding) && !kept.has(access(holding)));
}

/** Whether these groups' grants were read on every product; if not, what else ends is not known. */
export function endingsRead(groupIds: readonly string[], index: OrganizationIndex): boolean {
  return groupIds.every((id) => index.group(id)?.grantsComplete === true);
}

/** This seat's paths that remain: group ids, or `direct` and `inferred`. */
export function accessAfter(paths: readonly AccessPath[], removalSet: readonly string[]): string[] {
  const left = paths.map(({ groupId, via }) => groupId ?? via).filter((id) => !removalSet.includes(id));
  return sortedSet(left);
}

export function groupsOf(holdings: readonly Holding[]): GroupFacts[] {
  const groups: GroupFacts[] = [];
  for (const holding of holdings) if (holding.method === 'group') groups.push(holding.group);
  return groups;
}

function groupIdsOf(paths: readonly AccessPath[]): string[] {
  const ids: string[] = [];
  for (const { groupId } of paths) if (groupId !== undefined) ids.push(groupId);
  return sortedSet(ids);
}
