import type { Product, RoleMethod } from '../organization/entities';
import type { AdminCall, AdminReply, AdminRoute } from './call';
import { needGroup, needListedUser } from './call';
import { pageByIndex } from './cursor';
import { roleIdSchema } from './user-filter';

/** What an account may do on each product, and whether by group, directly or by inference; up to 30 s old. */
function getUserRoles(call: AdminCall): AdminReply {
  const account = needListedUser(call);
  const isAsked = roleTest(call);
  const { membershipStatus } = call.store.accountAt(account, call.times.roles);
  const assignments = askedProducts(call).flatMap((product) => {
    const methods = new Map<string, Set<RoleMethod>>();
    for (const { role, method } of call.store.holdings(account, product, call.times.roles)) {
      const id = `atlassian/${role}`;
      methods.set(id, (methods.get(id) ?? new Set()).add(method));
    }
    if (methods.size === 0 || !isAsked([...methods.keys()])) return [];
    return {
      directoryId: call.core.seed.org.directoryId,
      resourceId: product.resourceId,
      resourceOwner: product.key,
      userDirectoryStatus: membershipStatus,
      roles: [...methods.keys()],
      roleAssignments: [...methods].map(([role, ways]) => ({ role, roleAssignmentMethods: [...ways] })),
    };
  });
  return page(call, assignments);
}

/** What a group grants; `defaultRole` tells that it is a default group of the product. */
function getGroupRoles(call: AdminCall): AdminReply {
  const group = needGroup(call);
  const isAsked = roleTest(call);
  const assignments = askedProducts(call).flatMap((product) => {
    const roles = (product.rolesByGroup.get(group.id) ?? []).map((role) => `atlassian/${role}`);
    if (roles.length === 0 || !isAsked(roles)) return [];
    const isDefault = product.seed.defaultGroups.includes(group.id);
    const defaultRole = isDefault ? (roles.find((role) => role === 'atlassian/user') ?? roles[0]) : null;
    return { resourceId: product.resourceId, resourceOwner: product.key, roles, defaultRole };
  });
  return page(call, assignments);
}

function askedProducts({ core, store, query }: AdminCall): Product[] {
  const directories = query.list('directoryIds', { max: 10 });
  if (directories.length > 0 && !directories.includes(core.seed.org.directoryId)) return [];
  const resources = query.list('resourceIds', { max: 20 });
  const owners = query.list('resourceOwners', { max: 10 });
  return [...store.products.values()].filter(
    ({ resourceId, key }) =>
      (resources.length === 0 || resources.includes(resourceId)) &&
      (owners.length === 0 || owners.includes(key)),
  );
}

/** A test for the roles that are asked for. */
function roleTest({ query }: AdminCall): (roles: readonly string[]) => boolean {
  const asked = query.list('roleIds', { max: 10, among: roleIdSchema.options });
  return (roles) => asked.length === 0 || asked.some((role) => roles.includes(role));
}

function page(call: AdminCall, assignments: readonly unknown[]): AdminReply {
  const { query } = call;
  const limit = query.integer('limit', 20, { min: 1, max: 100 });
  const filters = ['directoryIds', 'resourceIds', 'resourceOwners', 'roleIds'].map((name) =>
    query.list(name),
  );
  const cursor = query.string('cursor');
  return { status: 200, body: pageByIndex(call, assignments, { limit, cursor, filters }) };
}

const directory = '/admin/v2/orgs/{orgId}/directories/{directoryId}';
const query = ['cursor', 'limit', 'directoryIds', 'resourceOwners', 'resourceIds', 'roleIds'];

export const roleAssignmentRoutes: readonly AdminRoute[] = [
  {
    method: 'GET',
    path: `${directory}/users/{accountId}/role-assignments`,
    scope: 'read:directories:admin',
    anyDirectory: true,
    query,
    handle: getUserRoles,
  },
  {
    method: 'GET',
    path: `${directory}/groups/{groupId}/role-assignments`,
    scope: 'read:groups:admin',
    anyDirectory: true,
    query,
    handle: getGroupRoles,
  },
];
