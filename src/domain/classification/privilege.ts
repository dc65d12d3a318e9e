import { sortedSet } from '../../lib/order';
import type { AccountFacts } from '../account';
import { isJiraFamily } from '../product';
import type { AccessPath } from '../seat';
import type { Holding } from './access';
import type { OrganizationIndex } from './organization-index';

/** Platform roles that any colleague may have. */
const PLAIN_PLATFORM_ROLES: readonly string[] = ['ai-access'];
const KNOWN_PLATFORM_ROLES: readonly string[] = ['org-admin', 'site-admin', 'user-access-admin'];
const ADMIN_ROLES: readonly string[] = ['admin', 'user-access-admin'];

export interface Privilege {
  /** Sorted codes of product.md §5. */
  readonly codes: readonly string[];
  /** What could not be read, as phrases; empty when everything was. Account-level facts not asked for yet are not in it. */
  readonly unread: readonly string[];
}

export interface PrivilegeQuestion {
  readonly account: AccountFacts;
  readonly product: string;
  readonly holdings: readonly Holding[];
  readonly paths: readonly AccessPath[];
  readonly index: OrganizationIndex;
}

/** Whatever makes this account more than a plain user of this product (product.md §5). */
export function privilegeOfSeat({ account, product, holdings, paths, index }: PrivilegeQuestion): Privilege {
  const groups = account.groupIds.flatMap((id) => index.group(id) ?? []);
  const deep = account.deep;
  const codes = [
    ...platformCodes(account),
    ...(holdings.some((holding) => administers(holding, product)) ? ['product-admin'] : []),
    ...(deep?.administersJira.known === true && deep.administersJira.value && isJiraFamily(product)
      ? ['product-admin']
      : []),
    ...(groups.some(({ accessType }) => accessType.known && accessType.value !== null)
      ? ['admin-group']
      : []),
    ...(paths.some(({ privileged }) => privileged) ? ['privileged-group'] : []),
    ...(deep?.leads.known === true && deep.leads.value.length > 0 ? ['project-lead'] : []),
    ...(deep?.administers.known === true && deep.administers.value.length > 0 ? ['project-admin'] : []),
  ];
  return { codes: sortedSet(codes), unread: unreadOf(account, index) };
}

function platformCodes(account: AccountFacts): string[] {
  if (!account.platformRoles.known) return [];
  return account.platformRoles.value
    .filter((role) => !PLAIN_PLATFORM_ROLES.includes(role))
    .map((role) => (KNOWN_PLATFORM_ROLES.includes(role) ? role : `platform-role:${role}`));
}

function administers({ product, role }: Holding, seatProduct: string): boolean {
  if (!ADMIN_ROLES.includes(role)) return false;
  return product === seatProduct || (product === 'jira-core' && isJiraFamily(seatProduct));
}

function unreadOf(account: AccountFacts, index: OrganizationIndex): string[] {
  const unread: string[] = [];
  const { deep } = account;
  // Without the organization API, Jira's own answer on global administration stands in for platform roles.
  const jiraTells = index.header.mode === 'jira-only' && (deep === null || deep.administersJira.known);
  if (!account.platformRoles.known && !jiraTells) unread.push('platform roles');
  const groups = account.groupIds.flatMap((id) => index.group(id) ?? []);
  if (groups.some((group) => !group.accessType.known)) unread.push('administration through groups');
  const unseen =
    groups.length < account.groupIds.length || groups.some(({ grantsComplete }) => !grantsComplete);
  if (index.header.mode === 'org-key' && unseen) unread.push('grants of a group of the account');
  if (deep !== null && !deep.assigned.known) unread.push('roles on the account');
  if (deep !== null && !deep.leads.known) unread.push('projects led');
  if (deep !== null && !deep.administers.known) unread.push('projects administered');
  return unread;
}
