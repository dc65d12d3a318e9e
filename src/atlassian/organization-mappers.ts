import type { MembershipEvent } from '../domain/review/after-removal';
import type { z } from 'zod';
import type { OrganizationGroup, OrganizationUser, Workspace } from '../ports/site-directory';
import type { getEvents, postGroupsSearch, postUsersSearch, postWorkspaces } from './organization-schemas';

type RawGroup = z.output<typeof postGroupsSearch>['data'][number];
type RawUser = z.output<typeof postUsersSearch>['data'][number];
type RawWorkspace = z.output<typeof postWorkspaces>['data'][number];
type RawEvent = z.output<typeof getEvents>['data'][number];

/** `atlassian/user` → `user`. */
export function withoutPrefix(role: string): string {
  return role.replace(/^atlassian\//, '');
}

/** Groups are ARIs in one place and bare ids elsewhere. */
export function bareGroupId(id: string): string {
  return id.replace(/^ari:cloud:identity::group\//, '');
}

/** Absent and null both mean that nothing was told. */
export function toGroup({
  id,
  name,
  externalSynced,
  managedBy,
  managementAccess,
  counts,
}: RawGroup): OrganizationGroup {
  return {
    id: bareGroupId(id),
    name: name ?? id,
    provenance: {
      externalSynced: externalSynced ?? undefined,
      managedBy: managedBy ?? undefined,
      modifiable: managementAccess?.modifiable ?? undefined,
    },
    resources: counts?.resources ?? null,
  };
}

export function toUser(raw: RawUser): OrganizationUser {
  return {
    accountId: raw.accountId,
    accountType: raw.accountType ?? 'unknown',
    accountStatus: raw.accountStatus ?? 'unknown',
    membershipStatus: raw.membershipStatus ?? 'unknown',
    claim: raw.claimStatus === 'managed' || raw.claimStatus === 'unmanaged' ? raw.claimStatus : 'unknown',
    synced: raw.managementSource === 'synced' ? true : raw.managementSource === 'invited' ? false : null,
    addedToOrg: raw.addedToOrg ?? null,
    name: raw.name ?? '',
    email: raw.email ?? undefined,
    platformRoles: raw.platformRoles?.map(withoutPrefix) ?? null,
    lastUse: toLastUse(raw.productAccess),
    groupIds: raw.groups?.map(({ id }) => bareGroupId(id)) ?? null,
  };
}

/** Null when nothing is told, or when a use cannot be laid to any product. */
function toLastUse(access: RawUser['productAccess']): OrganizationUser['lastUse'] {
  if (access === null || access === undefined) return null;
  const uses = access.map(({ id, key, lastActiveTimestamp }) => ({
    resource: id ?? null,
    product: key ?? (id ? productOfResource(id) : null),
    at: lastActiveTimestamp ?? null,
  }));
  if (uses.some(({ product, at }) => product === null && at !== null)) return null;
  return uses.flatMap(({ resource, product, at }) => (product === null ? [] : [{ resource, product, at }]));
}

export function toWorkspace({ id, attributes, relationships }: RawWorkspace): Workspace {
  const plans = Object.values(relationships ?? {}).flatMap((entries) =>
    (entries ?? []).flatMap((entry) => entry.attributes?.plan ?? []),
  );
  return {
    resource: id,
    key: attributes.typeKey ?? productOfResource(id),
    name: attributes.type ?? attributes.typeKey ?? id,
    url: attributes.hostUrl ?? null,
    plan: plans[0] ?? null,
    sandbox: attributes.sandbox?.type === 'CHILD',
  };
}

/** `ari:cloud:<key>::site/<cloudId>` → key. */
export function productOfResource(resource: string): string {
  return resource.split(':')[2] ?? resource;
}

/** An event that names one account and one group, else undefined. */
export function toMembershipEvent({ attributes }: RawEvent, action: string): MembershipEvent | undefined {
  if (attributes.action !== action) return undefined;
  const context = attributes.context ?? [];
  const account = context.find(({ type }) => type === 'users' || type === 'user');
  const group = context.find(({ type }) => type === 'groups' || type === 'group');
  if (account === undefined || group === undefined) return undefined;
  return {
    accountId: account.id,
    groupId: bareGroupId(group.id),
    at: attributes.time,
    by: attributes.actor?.id ?? attributes.actor?.name ?? null,
    log: 'organization',
  };
}
