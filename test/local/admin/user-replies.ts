import type { Account, Product } from '../organization/entities';
import type { AdminCall } from './call';

/** The one status that sums up account and membership. */
export function toStatus({ accountStatus, membershipStatus }: Account) {
  if (accountStatus === 'closed') return 'for_deletion';
  if (accountStatus === 'inactive') return 'deactivated';
  if (membershipStatus === 'suspended') return 'suspended';
  return membershipStatus === 'no_membership' ? 'not_invited' : 'active';
}

/** A user of the directory; what the seed leaves out or gives as null is absent. */
export function toDirectoryUser(
  call: AdminCall,
  account: Account,
  expand: readonly string[],
): Record<string, unknown> {
  const { identity } = account;
  const seen = call.store.accountAt(account, call.times.directory);
  const { platformRoles } = call.store.accountAt(account, call.times.roles);
  const user: Record<string, unknown> = {
    accountId: account.id,
    accountType: identity.accountType,
    status: toStatus(seen),
    accountStatus: seen.accountStatus,
    membershipStatus: seen.membershipStatus,
    name: identity.name,
    nickname: identity.name,
  };
  const optional = {
    email: identity.email,
    claimStatus: identity.claimStatus,
    managementSource: identity.managementSource,
    addedToOrg: identity.addedToOrg,
  };
  for (const [name, value] of Object.entries(optional))
    if (value !== undefined && value !== null) user[name] = value;
  if (expand.includes('platformRoles') && platformRoles !== undefined) {
    user['platformRoles'] = platformRoles.map((role) => (role.includes('/') ? role : `atlassian/${role}`));
  }
  if (expand.includes('productAccess')) user['productAccess'] = toProductAccess(call, account);
  if (expand.includes('groups')) user['groups'] = toUserGroups(call, account);
  if (expand.includes('counts.resources'))
    user['counts'] = { resources: accessibleProducts(call, account).length };
  return user;
}

/** Products that the account can use, or has used; never used means that no time is given. */
function toProductAccess(call: AdminCall, account: Account): Record<string, string>[] {
  const accessible = new Set(accessibleProducts(call, account));
  const access: Record<string, string>[] = [];
  for (const product of call.store.products.values()) {
    const lastActive = account.lastActive[product.key];
    if (!accessible.has(product) && lastActive === undefined) continue;
    const time = lastActive === undefined ? {} : { lastActiveTimestamp: lastActive };
    access.push({ id: product.resourceId, key: product.key, ...time });
  }
  return access;
}

/** `user-access-admin` manages access and gives none. */
export function accessibleProducts({ store, times }: AdminCall, account: Account): Product[] {
  return [...store.products.values()].filter((product) =>
    store.holdings(account, product, times.directory).some(({ role }) => role !== 'user-access-admin'),
  );
}

/** Here alone a group's id is an ARI; everywhere else it is bare. */
function toUserGroups({ store, times }: AdminCall, account: Account): Record<string, string>[] {
  const ids = [...store.memberships.groups(account.id, times.directory)].sort();
  return ids.flatMap((id) => {
    const group = store.groups.get(id);
    if (group === undefined) return [];
    const description = group.description === undefined ? {} : { description: group.description };
    return { id: `ari:cloud:identity::group/${id}`, name: group.name, ...description };
  });
}
