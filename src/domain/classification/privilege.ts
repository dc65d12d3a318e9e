import { sortedSet } from '../../lib/order';
import type { AccountFacts } from '../account';
import type { GroupFacts } from '../group';
import { isJiraFamily } from '../product';
import type { AccessPath } from '../seat';
import type { Holding } from './access';
import type { OrganizationIndex } from './organization-index';

/** Platform roles that any colleague may have. */
const PLAIN_PLATFORM_ROLES: readonly string[] = ['ai-access'];
const KNOWN_PLATFORM_ROLES: readonly string[] = ['org-admin', 'site-admin', 'user-access-admin'];
const ADMIN_ROLES: readonly string[] = ['admin', 'user-access-admin'];

/** What roles and groups say of a seat. */
interface SeatRoles {
  readonly product: string;
  readonly privilege: readonly string[];
}

/** Codes that the roles and groups of an account give on a product, whoever it is; sorted. */
export function privilegeThroughRoles(held: {
  readonly product: string;
  readonly holdings: readonly Holding[];
  readonly paths: readonly AccessPath[];
  readonly groups: readonly GroupFacts[];
}): string[] {
  const codes: string[] = [];
  if (held.holdings.some((holding) => administers(holding, held.product))) codes.push('product-admin');
  if (held.groups.some(({ accessType }) => accessType.known && accessType.value !== null))
    codes.push('admin-group');
  if (held.paths.some(({ privileged }) => privileged)) codes.push('privileged-group');
  return sortedSet(codes);
}

/** Codes that the account has on every product. */
export function privilegeOfAccount({ platformRoles, deep }: AccountFacts): string[] {
  const codes: string[] = [];
  if (platformRoles.known)
    for (const role of platformRoles.value)
      if (!PLAIN_PLATFORM_ROLES.includes(role))
        codes.push(KNOWN_PLATFORM_ROLES.includes(role) ? role : `platform-role:${role}`);
  if (deep?.leads.known === true && deep.leads.value.length > 0) codes.push('project-lead');
  if (deep?.administers.known === true && deep.administers.value.length > 0) codes.push('project-admin');
  return codes;
}

/**
 * Whatever makes this account more than a plain user of this product, sorted (product.md §5). `ofAccount` are the
 * codes that it has on every product.
 */
export function privilegeOfSeat(
  { deep }: AccountFacts,
  ofAccount: readonly string[],
  { product, privilege }: SeatRoles,
): readonly string[] {
  const administersJira = deep?.administersJira;
  const throughJira = administersJira?.known === true && administersJira.value && isJiraFamily(product);
  if (ofAccount.length === 0 && !throughJira) return privilege;
  return sortedSet([...ofAccount, ...privilege, ...(throughJira ? ['product-admin'] : [])]);
}

/** Whether the account holds a platform role that not every colleague may have. */
export function holdsPlatformRole({ platformRoles }: AccountFacts): boolean {
  return platformRoles.known && platformRoles.value.some((role) => !PLAIN_PLATFORM_ROLES.includes(role));
}

function administers({ product, role }: Holding, seatProduct: string): boolean {
  if (!ADMIN_ROLES.includes(role)) return false;
  return product === seatProduct || (product === 'jira-core' && isJiraFamily(seatProduct));
}

/** What of an account's privilege could not be read, as phrases; `ofGroups` is what could not be of its groups. */
export function unreadOf(
  account: AccountFacts,
  ofGroups: readonly string[],
  index: OrganizationIndex,
): readonly string[] {
  const { deep } = account;
  // Without the organization API, Jira's own answer on global administration stands in for platform roles.
  const jiraTells = index.header.mode === 'jira-only' && (deep === null || deep.administersJira.known);
  const unread: string[] = [];
  if (!account.platformRoles.known && !jiraTells) unread.push('platform roles');
  unread.push(...ofGroups);
  // Only an organization key tells them; the mode without one says so instead of holding every seat.
  if (deep !== null && !deep.assigned.known && index.header.mode === 'org-key')
    unread.push('roles on the account');
  if (deep !== null && !deep.leads.known) unread.push('projects led');
  if (deep !== null && !deep.administers.known) unread.push('projects administered');
  return unread;
}

/** The same of groups alone: `groups` are those of the ids that are known. */
export function unreadOfGroups(
  groupIds: readonly string[],
  groups: readonly GroupFacts[],
  index: OrganizationIndex,
): string[] {
  const unread: string[] = [];
  if (groups.some((group) => !group.accessType.known)) unread.push('administration through groups');
  const unseen = groups.length < groupIds.length || groups.some(({ grantsComplete }) => !grantsComplete);
  if (index.header.mode === 'org-key' && unseen) unread.push('grants of a group of the account');
  return unread;
}
