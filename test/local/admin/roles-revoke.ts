import { z } from 'zod';
import type { RemovalRefusal } from '../organization/changes';
import { refuseRemoval, removeMember } from '../organization/changes';
import type { Account, Group, Product } from '../organization/entities';
import { isSiteAdministrator } from '../organization/rights';
import type { AdminCall, AdminReply, AdminRoute } from './call';
import type { AdminError } from './errors';
import { invalidRoleRequest, invalidRoleResource, roleForbidden, unknownUser } from './errors';

const bodySchema = z.strictObject({
  role: z.enum([
    'atlassian/user',
    'atlassian/user-access-admin',
    'atlassian/admin',
    'atlassian/guest',
    'atlassian/contributor',
    'atlassian/customer',
    'atlassian/basic',
    'atlassian/stakeholder',
    'atlassian/site-admin',
    'atlassian/org-admin',
  ]),
  resource: z.string().optional(),
});

/** Blunt: takes the account out of every group that grants the role on the resource, and the role off the account. */
function revokeRole(call: AdminCall): AdminReply {
  const account = call.store.accounts.get(call.params['userId'] ?? '');
  if (account === undefined) throw unknownUser('The user was not found.');
  const body = bodySchema.safeParse(call.request.body);
  if (!body.success)
    throw invalidRoleRequest('The body must hold a known role, and a resource but for org-admin.');
  const role = body.data.role.replace('atlassian/', '');
  if (role === 'org-admin' || role === 'site-admin') {
    revokePlatformRole(call, account, role);
    return { status: 204, body: undefined };
  }
  const product = call.store.productsByResource.get(body.data.resource ?? '');
  if (product === undefined) throw invalidRoleResource('Cloud Resource is invalid');
  if (isSiteAdministrator(account)) throw roleForbidden('An organization admin must lose that role first.');
  revokeProductRole(call, { account, product, role });
  return { status: 204, body: undefined };
}

function revokePlatformRole({ store, times }: AdminCall, account: Account, role: string): void {
  const holds = (other: Account) =>
    (other.platformRoles ?? []).some((held) => held.replace('atlassian/', '') === role);
  if (!holds(account)) return;
  const others = [...store.accounts.values()].filter(
    (other) => other !== account && isSiteAdministrator(other),
  );
  if (!others.some(holds)) throw roleForbidden('The last administrator cannot be removed.');
  const kept = (account.platformRoles ?? []).filter((held) => held.replace('atlassian/', '') !== role);
  store.changeAccount(account, { platformRoles: kept }, times.now);
}

/** All or nothing: no group is left before each of them lets the account go. */
function revokeProductRole(
  { store, times, core }: AdminCall,
  { account, product, role }: { account: Account; product: Product; role: string },
): void {
  const granting = [...store.memberships.groups(account.id)]
    .filter((id) => (product.rolesByGroup.get(id) ?? []).some((held) => held === role))
    .flatMap((id) => store.groups.get(id) ?? []);
  for (const group of granting) {
    const refusal = refuseRemoval(store, { account, group });
    if (refusal !== undefined) throw toError(refusal, group);
  }
  for (const group of granting) removeMember(store, { account, group }, core.keyActor(), times.now);
  const roles = account.roles.filter((held) => held.product !== product.key || held.role !== role);
  const guestOf = account.guestOf.filter((key) => role !== 'guest' || key !== product.key);
  store.changeAccount(account, { roles, guestOf }, times.now);
}

/** Approximate: which code a synced group or the last administrator gives here is published nowhere. */
function toError(refusal: RemovalRefusal, group: Group): AdminError {
  switch (refusal) {
    case 'not-a-member':
      return unknownUser(`The user is not a member of ${group.name}.`);
    case 'synced-403':
      return roleForbidden(`Access comes through the synced group ${group.name}.`);
    case 'synced-400':
      return invalidRoleRequest(`Access comes through the synced group ${group.name}.`);
    case 'last-administrator':
      return roleForbidden(`The last administrator cannot be removed from ${group.name}.`);
  }
}

export const roleRevokeRoutes: readonly AdminRoute[] = [
  {
    method: 'POST',
    path: '/admin/v1/orgs/{orgId}/users/{userId}/roles/revoke',
    scope: null,
    handle: revokeRole,
  },
];
