import type { Account, Actor, Group } from './entities';
import { isAdminGroup } from './rights';
import { isActive, isCounted } from './seats';
import type { OrganizationStore } from './store';
import { delays } from './store';

type SyncedRefusal = 'synced-403' | 'synced-400';
export type RemovalRefusal = SyncedRefusal | 'not-a-member' | 'last-administrator';
export type AdditionRefusal = SyncedRefusal | 'already-a-member' | 'licence-full';
/** Why Atlassian does not carry a membership change out. */
export type MembershipRefusal = RemovalRefusal | AdditionRefusal;

export interface MembershipWrite {
  readonly account: Account;
  readonly group: Group;
}

/** Whether an identity provider owns the group's memberships (atlassian-api: any of the three fields says so). */
export function isSynced({ provenance }: Group): boolean {
  const { externalSynced, managedBy, managementAccess } = provenance;
  const access = typeof managementAccess === 'object' && managementAccess !== null ? managementAccess : {};
  return (
    externalSynced === true ||
    managedBy === 'external' ||
    ('modifiable' in access && access.modifiable === false)
  );
}

/** Why an account cannot be taken out of a group now, or undefined when it can. */
export function refuseRemoval(
  store: OrganizationStore,
  { account, group }: MembershipWrite,
): RemovalRefusal | undefined {
  if (!store.memberships.has(account.id, group.id)) return 'not-a-member';
  return (
    refuseSynced(store, group) ??
    (isLastAdministrator(store, account, group) ? 'last-administrator' : undefined)
  );
}

/** Takes an account out of a group on somebody's request; answers why not, or undefined when it was done. */
export function removeMember(
  store: OrganizationStore,
  { account, group }: MembershipWrite,
  actor: Actor,
  now: number,
): RemovalRefusal | undefined {
  const refusal = refuseRemoval(store, { account, group });
  if (refusal !== undefined) return refusal;
  store.setMembership({ account, groupId: group.id, member: false }, actor, now);
  scheduleResync(store, { account, group }, now);
  return undefined;
}

/** Puts an account into a group on somebody's request; answers why not, or undefined when it was done. */
export function addMember(
  store: OrganizationStore,
  { account, group }: MembershipWrite,
  actor: Actor,
  now: number,
): AdditionRefusal | undefined {
  if (store.memberships.has(account.id, group.id)) return 'already-a-member';
  const refusal = refuseSynced(store, group);
  if (refusal !== undefined) return refusal;
  if (exceedsLicence(store, account, group)) return 'licence-full';
  store.setMembership({ account, groupId: group.id, member: true }, actor, now);
  scheduleResync(store, { account, group }, now);
  return undefined;
}

/** Undoes accepted writes to synced groups whose time has come, or all of one group when its sync runs. */
export function resync(store: OrganizationStore, now: number, groupId?: string): void {
  if (store.resyncs.length === 0) return;
  const isDue = (entry: { dueAt: number; groupId: string }) =>
    entry.dueAt <= now || entry.groupId === groupId;
  const due = store.resyncs.filter(isDue);
  store.resyncs = store.resyncs.filter((entry) => !isDue(entry));
  for (const entry of due) {
    const account = store.accounts.get(entry.accountId);
    if (account === undefined) continue;
    const membership = { account, groupId: entry.groupId, member: entry.restore };
    store.setMembership(membership, identityProvider, Math.min(entry.dueAt, now));
  }
}

export const identityProvider: Actor = { id: '557058:identity-provider', name: 'Identity provider sync' };
/** Somebody in Atlassian Administration, as the seed's script and the demo's buttons change things. */
export const administration: Actor = { id: '557058:administration', name: 'Atlassian Administration' };

function refuseSynced(store: OrganizationStore, group: Group): SyncedRefusal | undefined {
  if (!isSynced(group)) return undefined;
  const mode = store.seed.behaviour?.syncedRefusal ?? '403';
  if (mode === '204-resync') return undefined;
  return mode === '400' ? 'synced-400' : 'synced-403';
}

function scheduleResync(store: OrganizationStore, { account, group }: MembershipWrite, now: number): void {
  if (!isSynced(group)) return;
  const restore = !store.memberships.has(account.id, group.id);
  store.resyncs = store.resyncs.filter(
    (entry) => entry.accountId !== account.id || entry.groupId !== group.id,
  );
  store.resyncs.push({ dueAt: now + delays.resync, accountId: account.id, groupId: group.id, restore });
}

/** Atlassian keeps at least one active person in a group that administers the site or Jira. */
function isLastAdministrator(store: OrganizationStore, account: Account, group: Group): boolean {
  if (!isAdminGroup(store, group) || !isPerson(account)) return false;
  return !store.memberships.members(group.id).some((id) => {
    const other = store.accounts.get(id);
    return other !== undefined && id !== account.id && isPerson(other);
  });
}

function isPerson(account: Account): boolean {
  return account.identity.accountType === 'atlassian' && isActive(account);
}

function exceedsLicence(store: OrganizationStore, account: Account, group: Group): boolean {
  if (!isPerson(account)) return false;
  return [...store.products.values()].some((product) => {
    const { numberOfSeats } = product.seed;
    const roles = product.rolesByGroup.get(group.id) ?? [];
    if (numberOfSeats === undefined || !roles.some((role) => role === 'user' || role === 'admin'))
      return false;
    return (
      !isCounted(account, product, store.holdings(account, product)) &&
      store.seats.count(product.key) >= numberOfSeats
    );
  });
}
