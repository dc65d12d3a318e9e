import type { AccountFacts, DeepFacts } from '../../../src/domain/account';
import { exemptionMatches } from '../../../src/domain/classification/exemption';
import { findServiceWord } from '../../../src/domain/classification/service-word';
import type { GroupFacts } from '../../../src/domain/group';
import type { Policy } from '../../../src/domain/policy';
import { DEFAULT_POLICY, DEFAULT_WORDS } from '../../../src/domain/policy';
import { scopeOf } from '../../../src/domain/product';
import { known } from '../../../src/domain/signal';
import type { Snapshot } from '../../../src/domain/snapshot';
import type { OrgSeed, SeedAccount, SeedGroup, SeedProject } from '../../local/organization/seed';

/** The snapshot of a scan that could read everything, account by account too, without any request. */
export function snapshotOf(seed: OrgSeed): Snapshot {
  const policy = policyOf(seed);
  return {
    header: {
      id: 'snapshot-1',
      takenAt: seed.clock,
      completedAt: seed.clock,
      mode: 'org-key',
      depth: 'deep',
      site: seed.site,
      organization: { id: seed.org.id, directoryId: seed.org.directoryId },
      otherSites: seed.otherSites ?? [],
      policy,
      products: seed.products.map(({ key, name, plan = null }) => ({
        key,
        name,
        resource: `ari:cloud:${key}::site/${seed.site.cloudId}`,
        plan,
        scope: scopeOf(key, plan),
        reported: null,
      })),
      groups: seed.groups.map((group) => groupFacts(group, seed)),
      managesAccounts: seed.accounts.some(({ claimStatus }) => claimStatus === 'managed'),
      movedDuringScan: [],
      sources: [],
      accountCount: seed.accounts.length,
    },
    accounts: seed.accounts.map((account) => accountFacts(account, seed, policy)),
  };
}

function policyOf({ policy }: OrgSeed): Policy {
  return {
    ...DEFAULT_POLICY,
    technical: policy?.technical ?? [],
    jsmOnCall: policy?.jsmOnCall ?? DEFAULT_POLICY.jsmOnCall,
    exemptions: (policy?.exemptions ?? []).map(({ match, ...exemption }) => ({
      ...exemption,
      match: oneMatch(match),
    })),
  };
}

type Match = NonNullable<NonNullable<OrgSeed['policy']>['exemptions']>[number]['match'];

function oneMatch({
  account,
  group,
  emailDomain,
  namePattern,
}: Match): Policy['exemptions'][number]['match'] {
  if (account !== undefined) return { account };
  if (group !== undefined) return { group };
  return emailDomain === undefined ? { namePattern: namePattern ?? '' } : { emailDomain };
}

function groupFacts({ id, name, accessType, provenance }: SeedGroup, { products }: OrgSeed): GroupFacts {
  return {
    id,
    name,
    provenance: known({
      externalSynced: provenance.externalSynced ?? undefined,
      managedBy: provenance.managedBy ?? undefined,
      modifiable: provenance.managementAccess?.modifiable ?? undefined,
    }),
    accessType: known(accessType ?? null),
    grants: products.flatMap((product) =>
      product.grants
        .filter(({ group }) => group === id)
        .map(({ role }) => ({ product: product.key, role, isDefault: product.defaultGroups.includes(id) })),
    ),
    grantsComplete: true,
    elsewhere: [],
  };
}

function accountFacts(account: SeedAccount, seed: OrgSeed, policy: Policy): AccountFacts {
  const person = {
    accountId: account.accountId,
    name: account.name,
    email: account.email,
    groupIds: account.groups,
  };
  const deep = deepFacts(account, seed);
  return {
    accountId: account.accountId,
    accountType: account.accountType,
    accountStatus: account.accountStatus,
    membershipStatus: account.membershipStatus,
    claim: account.claimStatus ?? 'unknown',
    synced: account.managementSource === undefined ? null : account.managementSource === 'synced',
    addedToOrg: account.addedToOrg ?? null,
    lastActive: known(account.lastActive ?? {}),
    exported: null,
    appType: known(account.appType ?? null),
    lastActiveElsewhere: null,
    platformRoles: known(account.platformRoles ?? []),
    groupIds: account.groups,
    joined: account.joined ?? {},
    assigned: deep.assigned.known ? deep.assigned.value : [],
    firstSeen: {},
    undone: {},
    serviceWord: findServiceWord(person, new Set(DEFAULT_WORDS)),
    exemptions: policy.exemptions.flatMap((exemption, index) =>
      exemptionMatches(exemption, person) ? [index] : [],
    ),
    deep,
  };
}

function deepFacts(account: SeedAccount, { clock, projects = [] }: OrgSeed): DeepFacts {
  const guest = (account.guestOf ?? []).map((product) => ({
    product,
    role: 'guest',
    method: 'direct' as const,
  }));
  return {
    readAt: clock,
    assigned: known([...(account.roles ?? []), ...guest]),
    tokenLastUsed: known(account.tokenLastUsed ?? null),
    leads: known(projects.filter(({ lead }) => lead === account.accountId).map(({ key }) => key)),
    administers: known(projects.filter((project) => administers(account, project)).map(({ key }) => key)),
    administersJira: known(false),
    guest: known(guest.length > 0),
  };
}

function administers(account: SeedAccount, { roles = [], permissions = [] }: SeedProject): boolean {
  const inRole = (name: string | undefined): boolean =>
    roles.some(
      (role) =>
        role.name === name &&
        (role.accounts?.includes(account.accountId) ||
          role.groups?.some((group) => account.groups.includes(group))),
    );
  const entries = permissions.filter(({ permission }) => permission === 'ADMINISTER_PROJECTS');
  return (
    inRole('Administrators') ||
    entries.some(
      (entry) =>
        entry.account === account.accountId ||
        (entry.group !== undefined && account.groups.includes(entry.group)) ||
        inRole(entry.projectRole),
    )
  );
}
