import { z } from 'zod';
import { issuesDumpSchema } from '../jira/issue-store';
import { ownedItemSchema } from '../jira/owned-item';
import type { JiraRateLimits } from '../jira/rate-limits';
import type { OrganizationCore } from './core';
import { accountRoleSchema, accountStatusSchema, membershipStatusSchema, roleSchema } from './seed-schema';
import { toState } from './to-entities';

const changeSchema = z.object({
  id: z.int(),
  time: z.number(),
  accountId: z.string(),
  groupId: z.string(),
  added: z.boolean(),
  actor: z.object({ id: z.string(), name: z.string(), email: z.string().optional() }),
});

const grantChangeSchema = z.object({
  group: z.string(),
  product: z.string(),
  role: roleSchema,
  granted: z.boolean(),
});

const stateShape = {
  accountStatus: accountStatusSchema,
  membershipStatus: membershipStatusSchema,
  platformRoles: z.array(z.string()).optional(),
  roles: z.array(accountRoleSchema),
  guestOf: z.array(z.string()),
};

const accountSchema = z.object({
  id: z.string(),
  ...stateShape,
  lastActive: z.record(z.string(), z.string()),
  groups: z.array(z.string()),
});

const provenanceSchema = z.record(z.string(), z.unknown());

/** Absent in what was stored before reads of this kind were delayed. */
function formerSchema<S extends z.ZodType>(state: S) {
  return z.array(z.object({ id: z.string(), time: z.number(), state })).default([]);
}

const dumpSchema = z.object({
  app: z.object({ installedAt: z.number().optional(), rightsDelay: z.number() }),
  accounts: z.array(accountSchema),
  provenance: z.record(z.string(), provenanceSchema),
  formerAccounts: formerSchema(z.object(stateShape)),
  formerProvenance: formerSchema(provenanceSchema),
  grants: z.record(z.string(), z.array(z.string())),
  /** Absent in what was stored before grants could change. */
  grantChanges: z.array(grantChangeSchema).default([]),
  changes: z.array(changeSchema),
  pendingActivity: z.array(z.object({ time: z.number(), accountId: z.string(), product: z.string() })),
  resyncs: z.array(
    z.object({ dueAt: z.number(), accountId: z.string(), groupId: z.string(), restore: z.boolean() }),
  ),
  seatDeltas: z.array(z.object({ time: z.number(), product: z.string(), delta: z.number() })),
  issues: issuesDumpSchema,
  /** Absent in what was stored before there were any. */
  owned: z.array(ownedItemSchema).default([]),
  quota: z.object({ hourStart: z.number(), spent: z.number() }),
});

/** What differs from the seed, as JSON: small as long as little has changed, whatever the size of the organization. */
export function dumpOrganization(
  { store, appUser, rights, issues, owned }: OrganizationCore,
  limits: JiraRateLimits,
): unknown {
  const accounts = [...store.touched].flatMap((id) => store.accounts.get(id) ?? []);
  const dump: z.infer<typeof dumpSchema> = {
    app: { installedAt: appUser.installedAt, rightsDelay: appUser.rightsDelay },
    accounts: accounts.map((account) => {
      const { id, lastActive } = account;
      return { id, ...toState(account), lastActive, groups: [...store.memberships.groups(id)] };
    }),
    provenance: Object.fromEntries(
      [...store.touchedGroups].map((id) => [id, store.groups.get(id)?.provenance ?? {}]),
    ),
    formerAccounts: store.formerAccounts.dump(),
    formerProvenance: store.formerProvenance.dump(),
    grants: Object.fromEntries([...rights.grantedGroups].map(([key, groups]) => [key, [...groups]])),
    grantChanges: store.grantChanges,
    changes: store.changes,
    pendingActivity: store.pendingActivity,
    resyncs: store.resyncs,
    seatDeltas: store.seats.dump(),
    issues: issues.dump(),
    owned,
    quota: limits.dump(),
  };
  // A copy: the state goes on changing while a dump is kept.
  return JSON.parse(JSON.stringify(dump));
}

/** Makes a core that was fresh from its seed what it was when the dump was made. */
export function loadOrganization(core: OrganizationCore, limits: JiraRateLimits, value: unknown): void {
  const dump = dumpSchema.parse(value);
  const { store, appUser, rights, issues } = core;
  appUser.rightsDelay = dump.app.rightsDelay;
  if (dump.app.installedAt !== undefined) appUser.install(dump.app.installedAt);
  for (const change of dump.grantChanges) store.changeGrant(change, 0);
  for (const record of dump.accounts) restoreAccount(core, record);
  for (const [id, provenance] of Object.entries(dump.provenance)) {
    const group = store.groups.get(id);
    if (group === undefined) continue;
    group.provenance = provenance;
    store.touchedGroups.add(id);
  }
  for (const former of dump.formerAccounts)
    store.formerAccounts.keep({ ...former, state: toState(former.state) });
  for (const former of dump.formerProvenance) store.formerProvenance.keep(former);
  for (const [key, groups] of Object.entries(dump.grants)) rights.grantedGroups.set(key, new Set(groups));
  store.changes.push(...dump.changes);
  store.memberships.remember(dump.changes);
  store.pendingActivity = dump.pendingActivity;
  store.resyncs = dump.resyncs;
  store.seats.load(dump.seatDeltas);
  issues.load(dump.issues);
  core.owned.push(...dump.owned);
  limits.load(dump.quota);
}

function restoreAccount({ store }: OrganizationCore, record: z.infer<typeof accountSchema>): void {
  const account = store.accounts.get(record.id);
  if (account === undefined)
    throw new Error(`The dump knows an account that the seed has not: ${record.id}.`);
  store.mutate(account, 0, () => {
    Object.assign(account, toState(record), { lastActive: record.lastActive });
    const wanted = new Set(record.groups);
    for (const id of store.groupIds) store.memberships.set(account.id, id, wanted.has(id));
  });
}
