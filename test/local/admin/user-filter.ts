import { z } from 'zod';
import type { Account, Product } from '../organization/entities';
import { put } from '../organization/memberships';
import type { OrganizationStore } from '../organization/store';
import type { AdminCall } from './call';
import { isListed } from './call';
import { toStatus } from './user-replies';

export const roleIdSchema = z.enum([
  'atlassian/user',
  'atlassian/admin',
  'atlassian/guest',
  'atlassian/customer',
  'atlassian/user-access-admin',
  'atlassian/contributor',
  'atlassian/basic',
  'atlassian/stakeholder',
  'atlassian/org-admin',
  'atlassian/site-admin',
  'atlassian/ai-access',
]);

/** A list of one to `max` texts. */
export function texts(max: number) {
  return z.array(z.string()).min(1).max(max).optional();
}

/** Filters that `users/search` and `users/count` share. */
export const userFilterShape = {
  accountIds: texts(10),
  directoryIds: texts(10),
  groupIds: texts(10),
  resourceIds: texts(20),
  roleIds: z.array(roleIdSchema).min(1).max(10).optional(),
  claimStatus: z.enum(['managed', 'unmanaged']).optional(),
  status: z
    .array(z.enum(['active', 'suspended', 'not_invited', 'deactivated', 'for_deletion']))
    .min(1)
    .max(4)
    .optional(),
  accountStatus: z
    .array(z.enum(['active', 'inactive', 'closed']))
    .min(1)
    .max(3)
    .optional(),
  membershipStatus: z
    .array(z.enum(['active', 'suspended', 'no_membership']))
    .min(1)
    .max(3)
    .optional(),
  emailDomains: texts(10),
  emails: texts(100),
  searchTerm: z.string().optional(),
  mfaEnabled: z.boolean().optional(),
};

export const userFilterSchema = z.strictObject(userFilterShape);
export type UserFilter = z.infer<typeof userFilterSchema>;

/** Accounts that can match at all, sorted by id: far fewer than all when a filter names accounts or groups. */
export function candidates(
  { store, times }: AdminCall,
  { accountIds, groupIds }: UserFilter,
): readonly string[] {
  if (accountIds !== undefined) return [...new Set(accountIds)].sort();
  const first = groupIds?.[0];
  if (groupIds === undefined || first === undefined) return store.accountIds;
  const members = store.memberships.members(first, times.directory);
  if (groupIds.length === 1) return members;
  const union = [...members];
  for (const id of groupIds.slice(1)) {
    for (const member of store.memberships.members(id, times.directory)) put(union, member, true);
  }
  return union;
}

/** A test for one account; what the filter says once is looked up once. */
export function compileUserFilter(call: AdminCall, filter: UserFilter): (account: Account) => boolean {
  const tests = [
    (account: Account) => isListed(call, account),
    directoryTest(call, filter),
    statusTest(filter),
    identityTest(filter),
    roleTest(call, filter),
  ];
  return (account) => {
    const seen = call.store.accountAt(account, call.times.directory);
    return tests.every((test) => test(seen));
  };
}

function directoryTest({ core, store, times }: AdminCall, { directoryIds, groupIds }: UserFilter) {
  const elsewhere = directoryIds?.includes(core.seed.org.directoryId) === false;
  return ({ id }: Account): boolean => {
    if (elsewhere) return false;
    if (groupIds === undefined) return true;
    const groups = store.memberships.groups(id, times.directory);
    return groupIds.some((groupId) => groups.has(groupId));
  };
}

function statusTest({ status, accountStatus, membershipStatus, claimStatus, mfaEnabled }: UserFilter) {
  return (account: Account): boolean =>
    (status === undefined || status.includes(toStatus(account))) &&
    (accountStatus === undefined || accountStatus.includes(account.accountStatus)) &&
    (membershipStatus === undefined || membershipStatus.includes(account.membershipStatus)) &&
    (claimStatus === undefined || account.identity.claimStatus === claimStatus) &&
    // Seeds say nothing about two-step verification, so that neither value matches anybody.
    mfaEnabled === undefined;
}

function identityTest({ emailDomains, emails, searchTerm }: UserFilter) {
  const domains = emailDomains?.map((domain) => `@${domain.toLowerCase()}`);
  const addresses = emails === undefined ? undefined : new Set(emails.map((email) => email.toLowerCase()));
  const term = searchTerm?.toLowerCase();
  return ({ identity }: Account): boolean => {
    const email = identity.email?.toLowerCase() ?? '';
    return (
      (domains === undefined || domains.some((domain) => email.endsWith(domain))) &&
      (addresses === undefined || addresses.has(email)) &&
      (term === undefined || identity.name.toLowerCase().includes(term) || email.includes(term))
    );
  };
}

/** Resources and roles together mean: one of these roles on one of these resources, by whatever way. */
function roleTest({ store, times }: AdminCall, { resourceIds, roleIds }: UserFilter) {
  if (resourceIds === undefined && roleIds === undefined) return () => true;
  const products = productsOf(store, resourceIds);
  const roles = roleIds === undefined ? undefined : new Set<string>(roleIds);
  return (account: Account): boolean => {
    const { platformRoles = [] } = store.accountAt(account, times.roles);
    const asked = resourceIds === undefined ? platformRoles : [];
    if (asked.some((role) => roles?.has(`atlassian/${role.replace('atlassian/', '')}`))) return true;
    return products.some((product) =>
      store
        .holdings(account, product, times.directory)
        .some(({ role }) => roles === undefined || roles.has(`atlassian/${role}`)),
    );
  };
}

export function productsOf(store: OrganizationStore, resourceIds: readonly string[] | undefined): Product[] {
  if (resourceIds === undefined) return [...store.products.values()];
  return resourceIds.flatMap((id) => store.productsByResource.get(id) ?? []);
}
