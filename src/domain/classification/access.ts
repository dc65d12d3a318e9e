import { byCodeUnit } from '../../lib/order';
import type { AccountFacts, AssignedRole } from '../account';
import type { GroupFacts } from '../group';
import { ACCESS_ROLES, SEAT_ROLES, isJiraFamily } from '../product';
import type { AccessPath } from '../seat';
import type { OrganizationIndex } from './organization-index';

/** One role of an account on a product: through a group, or on the account. */
export type Holding =
  | AssignedRole
  | { readonly product: string; readonly role: string; readonly method: 'group'; readonly group: GroupFacts };

/** All roles of an account on this site's products. Account-level reading replaces the bulk reading. */
export function holdingsOf(account: AccountFacts, index: OrganizationIndex): Holding[] {
  const holdings: Holding[] = [];
  for (const group of knownGroups(account, index)) {
    for (const { product, role } of group.grants) holdings.push({ product, role, method: 'group', group });
    // A product of another site goes by its resource: no seat here, but it may end with the group.
    for (const { resource, role } of group.elsewhere)
      holdings.push({ product: resource, role, method: 'group', group });
  }
  holdings.push(...assignedRoles(account));
  return holdings;
}

/** The account's groups that the snapshot knows. */
export function knownGroups({ groupIds }: AccountFacts, index: OrganizationIndex): GroupFacts[] {
  const groups: GroupFacts[] = [];
  for (const id of groupIds) {
    const group = index.group(id);
    if (group !== undefined) groups.push(group);
  }
  return groups;
}

/** Whether the account has a seat of Jira's family, and so opens pages there. */
export function usesJira(account: AccountFacts, index: OrganizationIndex): boolean {
  return holdingsOf(account, index).some((held) => isJiraFamily(held.product) && isSeatHolding(held));
}

/** Products on which the account uses anything, billable or not. */
export function accessByProduct(holdings: readonly Holding[]): Map<string, Holding[]> {
  const byProduct = new Map<string, Holding[]>();
  for (const holding of holdings) {
    if (!ACCESS_ROLES.includes(holding.role)) continue;
    const list = byProduct.get(holding.product);
    if (list === undefined) byProduct.set(holding.product, [holding]);
    else list.push(holding);
  }
  return byProduct;
}

/**
 * Products on which the account holds a seat (product.md §3 S1 to S3): `jira-core` is none beside another
 * Jira-family seat, and its `admin` role is privilege, never a seat.
 */
export function seatProducts(
  account: AccountFacts,
  access: ReadonlyMap<string, readonly Holding[]>,
  index: OrganizationIndex,
): string[] {
  if (!bills(account)) return [];
  const products: string[] = [];
  for (const [product, holdings] of access)
    if (index.product(product)?.scope === 'billable' && holdings.some(isSeatHolding)) products.push(product);
  const otherJira = products.some((product) => isJiraFamily(product) && product !== 'jira-core');
  return products.filter((product) => product !== 'jira-core' || !otherJira).sort(byCodeUnit);
}

/** product.md §3 S1. */
export function bills(account: AccountFacts): boolean {
  return (
    account.accountType === 'atlassian' &&
    account.accountStatus === 'active' &&
    account.membershipStatus === 'active'
  );
}

export function isSeatHolding({ product, role }: Pick<Holding, 'product' | 'role'>): boolean {
  return SEAT_ROLES.includes(role) && !(product === 'jira-core' && role === 'admin');
}

/** The seat's paths: one per group and role, sorted by source, group and role. */
export function pathsOf(
  product: string,
  holdings: readonly Holding[],
  index: OrganizationIndex,
): AccessPath[] {
  return toPaths(product, holdings.filter(isSeatHolding), index);
}

/** Any roles on a product as paths, those that do not bill included; sorted by source, group and role. */
export function toPaths(
  product: string,
  holdings: readonly Holding[],
  index: OrganizationIndex,
): AccessPath[] {
  const paths = holdings.map((holding) => toPath(holding, product, index));
  return paths.sort(
    (a, b) =>
      byCodeUnit(a.source, b.source) ||
      byCodeUnit(a.groupId ?? '', b.groupId ?? '') ||
      byCodeUnit(a.role, b.role),
  );
}

function toPath(holding: Holding, product: string, index: OrganizationIndex): AccessPath {
  const { role, method } = holding;
  if (method !== 'group')
    return { source: method, via: method, role, privileged: false, inferredSource: false };
  const { group } = holding;
  const { source, inferred } = index.source(group, product);
  return {
    source,
    via: 'group',
    groupId: group.id,
    groupName: group.name,
    role,
    privileged: index.privilege(group) === 'privileged',
    inferredSource: inferred,
  };
}

/** Roles without a granting group, as far as they were read. */
export function assignedRoles(account: AccountFacts): readonly AssignedRole[] {
  const deep = account.deep?.assigned;
  return deep?.known === true ? deep.value : account.assigned;
}

/**
 * Roles of an account that none of its groups gives, as far as Jira names the apps that the account may use: it tells
 * neither the role nor how it came about.
 */
export function rolesBesideGroups(
  account: AccountFacts,
  applicationRoles: readonly string[],
  index: OrganizationIndex,
): AssignedRole[] {
  const given = new Set(
    knownGroups(account, index).flatMap(({ grants }) => grants.map(({ product }) => product)),
  );
  return applicationRoles
    .filter((product) => !given.has(product))
    .map((product) => ({ product, role: 'user', method: 'direct' }));
}
