import type { GroupFacts, Provenance } from '../group';

/** Where a group path comes from; `why` is the fact that decided, in words for a screen. */
export interface GroupSource {
  readonly source: 'team' | 'scim' | 'default' | 'local' | 'unknown';
  readonly why: string;
  /** Believed without the organization's own word: enough to recommend, not to write. */
  readonly inferred: boolean;
}

const TEAM_MANAGED: readonly string[] = ['team-members', 'open'];

/**
 * Source of a group's paths for one product: first match wins (product.md §4).
 * Provenance belongs to the group, `default` to group and product.
 */
export function sourceOf(group: GroupFacts, product: string): GroupSource {
  const told: Provenance = group.provenance.known ? group.provenance.value : {};
  if (told.managedBy !== undefined && TEAM_MANAGED.includes(told.managedBy) && told.externalSynced !== true)
    return {
      source: 'team',
      why: told.managedBy === 'open' ? 'a team that anybody may join' : 'managed by the members of its team',
      inferred: false,
    };
  const synced = syncedBecause(told);
  if (synced !== undefined) return { source: 'scim', why: synced, inferred: false };
  const local = localBecause(told);
  if (isDefaultFor(group, product))
    return local !== undefined
      ? { source: 'default', why: `default group, ${local}`, inferred: false }
      : { source: 'default', why: 'default group; default groups cannot be synced', inferred: true };
  if (local !== undefined) return { source: 'local', why: local, inferred: false };
  if (group.grants.some((grant) => grant.isDefault))
    return {
      source: 'local',
      why: 'default group of another product; default groups cannot be synced',
      inferred: true,
    };
  return { source: 'unknown', why: unknownBecause(group), inferred: false };
}

/** Contradiction worth telling: the provider's mark is still there, but administrators manage the group. */
export function wasSynced(group: GroupFacts): boolean {
  if (!group.provenance.known) return false;
  const { externalSynced, managedBy, modifiable } = group.provenance.value;
  return externalSynced === true && managedBy === 'admins' && modifiable === true;
}

export function isDefaultFor(group: GroupFacts, product: string): boolean {
  return group.grants.some((grant) => grant.product === product && grant.isDefault);
}

export type GroupPrivilege = 'privileged' | 'plain' | 'unread';

/**
 * A group is privileged when it administers anything (product.md §4). `unread` when a source that would tell
 * was not readable and nothing else proves the privilege.
 */
export function privilegeOf(group: GroupFacts): GroupPrivilege {
  const administers = (role: string): boolean => role === 'admin' || role === 'user-access-admin';
  if (group.grants.some(({ role }) => administers(role))) return 'privileged';
  if (group.elsewhere.some(({ role }) => administers(role))) return 'privileged';
  if (!group.accessType.known) return 'unread';
  return group.accessType.value === null ? 'plain' : 'privileged';
}

function syncedBecause(told: Provenance): string | undefined {
  if (told.modifiable === false) return 'cannot be modified here';
  if (told.managedBy === 'external') return 'managed by the identity provider';
  if (told.externalSynced === true) return 'synced from the identity provider';
  return undefined;
}

function localBecause(told: Provenance): string | undefined {
  if (told.managedBy === 'admins') return 'managed by administrators';
  if (told.managedBy === undefined && told.modifiable === true && told.externalSynced === false)
    return 'can be modified here and is not synced';
  return undefined;
}

function unknownBecause(group: GroupFacts): string {
  if (!group.provenance.known) return group.provenance.reason;
  const { managedBy } = group.provenance.value;
  return managedBy === undefined
    ? 'the organization tells too little'
    : `managed by "${managedBy}", which we do not know`;
}
