import type { GroupView } from './organization-reader';

/** What a group's provenance says, one fact each (product.md §4). */

export function isSynced({
  provenance: { externalSynced, managedBy, managementAccess },
}: GroupView): boolean {
  const team = managedBy === 'team-members' || managedBy === 'open';
  if (team && externalSynced !== true) return false;
  return managementAccess?.modifiable === false || managedBy === 'external' || externalSynced === true;
}

export function isTeam({ provenance: { externalSynced, managedBy } }: GroupView): boolean {
  return (managedBy === 'team-members' || managedBy === 'open') && externalSynced !== true;
}

export function isByAdmins(group: GroupView): boolean {
  const { managedBy, managementAccess } = group.provenance;
  return managedBy === 'admins' && managementAccess?.modifiable === true && !isSynced(group);
}

/** Default for the product by the administrators' own groups. */
export function isDefault(group: GroupView, product: string): boolean {
  return group.defaultOf.has(product) && isByAdmins(group);
}

/** Made by administrators and default for nothing. */
export function isLocal(group: GroupView): boolean {
  return group.defaultOf.size === 0 && isByAdmins(group);
}

export function wasSynced({
  provenance: { externalSynced, managedBy, managementAccess },
}: GroupView): boolean {
  return externalSynced === true && managedBy === 'admins' && managementAccess?.modifiable === true;
}

/** Neither synced nor a team nor anybody's by what is told, and default for nothing. */
export function isUntold(group: GroupView): boolean {
  const { managedBy, managementAccess, externalSynced } = group.provenance;
  const modifiableLocal =
    (managedBy ?? undefined) === undefined &&
    managementAccess?.modifiable === true &&
    externalSynced === false;
  return (
    !isSynced(group) &&
    !isTeam(group) &&
    managedBy !== 'admins' &&
    !modifiableLocal &&
    group.defaultOf.size === 0
  );
}

export function administers({ grants, accessType }: GroupView): boolean {
  return accessType !== undefined || [...grants].some((grant) => /\/(admin|user-access-admin)$/.test(grant));
}
