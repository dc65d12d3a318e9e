import type { Account, AccountState, Group, Product, Project, Role } from './entities';
import type { SeedAccount, SeedGroup, SeedProduct, SeedProject } from './seed';

/** Jira's own projects begin at this id; smaller ones never occur. */
const firstProjectId = 10_000;
/** Id of the role `Administrators`, as on most sites. */
const firstRoleId = 10_002;

export function toAccount(identity: SeedAccount): Account {
  return {
    id: identity.accountId,
    identity,
    ...toState({ ...identity, roles: identity.roles ?? [], guestOf: identity.guestOf ?? [] }),
    lastActive: identity.lastActive ?? {},
  };
}

/** The state alone, with every property: laid over another one, it leaves nothing of that. */
export function toState(state: AccountState): Required<AccountState> {
  const { accountStatus, membershipStatus, platformRoles, roles, guestOf } = state;
  return { accountStatus, membershipStatus, platformRoles, roles, guestOf };
}

export function toGroup({ id, name, description, accessType, provenance }: SeedGroup): Group {
  return { id, name, description, accessType, provenance };
}

export function toProduct(seed: SeedProduct, cloudId: string): Product {
  const rolesByGroup = new Map<string, readonly Role[]>();
  for (const { group, role } of seed.grants) {
    const roles = rolesByGroup.get(group) ?? [];
    if (!roles.includes(role)) rolesByGroup.set(group, [...roles, role]);
  }
  return {
    key: seed.key,
    name: seed.name,
    resourceId: `ari:cloud:${seed.key}::site/${cloudId}`,
    jiraFamily: seed.key.startsWith('jira-'),
    seed,
    rolesByGroup,
  };
}

export function toProject(seed: SeedProject, index: number): Project {
  return { id: firstProjectId + index, key: seed.key, seed };
}

/** `Administrators`, then every other role name that some project uses. */
export function toProjectRoles(projects: readonly Project[]): { id: number; name: string }[] {
  const names = new Set(['Administrators']);
  for (const { seed } of projects) for (const role of seed.roles ?? []) names.add(role.name);
  return [...names].map((name, index) => ({ id: firstRoleId + index, name }));
}
