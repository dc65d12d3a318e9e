import { administration, identityProvider, resync } from './changes';
import type { Account, Group } from './entities';
import type { ScriptStep } from './seed';
import type { OrganizationStore } from './store';

/** Carries out one step of what happens without the app (contracts/README.md §1), at `now`. */
export function applyStep(store: OrganizationStore, step: ScriptStep, now: number): void {
  switch (step.do) {
    case 'idp-sync':
      return syncGroup(store, step, now);
    case 'activity':
      store.pendingActivity.push({
        time: now,
        accountId: needAccount(store, step.account).id,
        product: step.product,
      });
      return;
    case 'add-to-group':
    case 'remove-from-group': {
      const { id } = needGroup(store, step.group);
      const account = needAccount(store, step.account);
      store.setMembership({ account, groupId: id, member: step.do === 'add-to-group' }, administration, now);
      return;
    }
    case 'suspend': {
      store.changeAccount(needAccount(store, step.account), { membershipStatus: 'suspended' }, now);
      return;
    }
    case 'make-admin': {
      const account = needAccount(store, step.account);
      const platformRoles = [...new Set([...(account.platformRoles ?? []), step.role])];
      store.changeAccount(account, { platformRoles }, now);
      return;
    }
    case 'set-provenance':
      store.changeProvenance(needGroup(store, step.group), step.provenance, now);
  }
}

function syncGroup(
  store: OrganizationStore,
  step: Extract<ScriptStep, { do: 'idp-sync' }>,
  now: number,
): void {
  const { id: groupId } = needGroup(store, step.group);
  const leaving = step.remove.map((id) => needAccount(store, id));
  const joining = step.add.map((id) => needAccount(store, id));
  resync(store, now, groupId);
  for (const account of leaving)
    store.setMembership({ account, groupId, member: false }, identityProvider, now);
  for (const account of joining)
    store.setMembership({ account, groupId, member: true }, identityProvider, now);
}

function needAccount(store: OrganizationStore, id: string): Account {
  const account = store.accounts.get(id);
  if (account === undefined) throw new Error(`The organization has no account ${id}.`);
  return account;
}

function needGroup(store: OrganizationStore, id: string): Group {
  const group = store.groups.get(id);
  if (group === undefined) throw new Error(`The organization has no group ${id}.`);
  return group;
}
