import type { Account, Group, Product, Project } from './entities';
import { isActive } from './seats';
import type { OrganizationStore } from './store';

/** Whether members of a group administer Jira: by its access type, or by `admin` on a Jira app (contracts §1). */
export function isAdminGroup(store: OrganizationStore, { id, accessType }: Group): boolean {
  const grantsAdmin = (product: Product) => product.rolesByGroup.get(id)?.includes('admin') === true;
  return accessType !== undefined || store.jiraProducts.some(grantsAdmin);
}

/** Organization and site administrators: the only people who may change group memberships. */
export function isSiteAdministrator(account: Account): boolean {
  const roles = account.platformRoles ?? [];
  return isActive(account) && (holds(roles, 'org-admin') || holds(roles, 'site-admin'));
}

function holds(roles: readonly string[], role: string): boolean {
  return roles.includes(role) || roles.includes(`atlassian/${role}`);
}

/** Answers who may do what in Jira; knows projects by group and by account, so that a check costs no sweep. */
export class JiraRights {
  readonly adminGroups: ReadonlySet<string>;
  private readonly projectsByAccount = new Map<string, Set<number>>();
  private readonly projectsByGroup = new Map<string, Set<number>>();
  /** Groups that hold one of the app's own global permissions, by permission key. */
  readonly grantedGroups = new Map<string, Set<string>>();

  constructor(private readonly store: OrganizationStore) {
    const groups = [...store.groups.values()].filter((group) => isAdminGroup(store, group));
    this.adminGroups = new Set(groups.map(({ id }) => id));
    for (const project of store.projects) this.indexProject(project);
  }

  administersJira(account: Account): boolean {
    if (!isActive(account)) return false;
    if (isSiteAdministrator(account)) return true;
    for (const groupId of this.store.memberships.groups(account.id))
      if (this.adminGroups.has(groupId)) return true;
    return false;
  }

  /** `ADMINISTER_PROJECTS`: through the role Administrators and through the project's permissions. */
  administersProject(account: Account, projectId: number): boolean {
    if (!isActive(account)) return false;
    if (this.projectsByAccount.get(account.id)?.has(projectId) === true) return true;
    for (const groupId of this.store.memberships.groups(account.id)) {
      if (this.projectsByGroup.get(groupId)?.has(projectId) === true) return true;
    }
    return false;
  }

  /** Ids of all projects that the account administers. */
  administeredProjects(account: Account): ReadonlySet<number> {
    const projects = new Set<number>();
    if (!isActive(account)) return projects;
    for (const id of this.projectsByAccount.get(account.id) ?? []) projects.add(id);
    for (const groupId of this.store.memberships.groups(account.id)) {
      for (const id of this.projectsByGroup.get(groupId) ?? []) projects.add(id);
    }
    return projects;
  }

  administersAnyProject(account: Account): boolean {
    if (!isActive(account)) return false;
    if (this.projectsByAccount.has(account.id)) return true;
    for (const groupId of this.store.memberships.groups(account.id))
      if (this.projectsByGroup.has(groupId)) return true;
    return false;
  }

  /** Whether a group of the account was granted a global permission of the app. */
  isGranted(account: Account, permission: string): boolean {
    const granted = this.grantedGroups.get(permission);
    if (granted === undefined || !isActive(account)) return false;
    for (const groupId of this.store.memberships.groups(account.id)) if (granted.has(groupId)) return true;
    return false;
  }

  private indexProject({ id: projectId, seed: project }: Project): void {
    const permissions = project.permissions ?? [];
    const administering = new Set(['Administrators']);
    for (const { permission, group, account, projectRole } of permissions) {
      if (permission !== 'ADMINISTER_PROJECTS') continue;
      if (group !== undefined) add(this.projectsByGroup, group, projectId);
      if (account !== undefined) add(this.projectsByAccount, account, projectId);
      if (projectRole !== undefined) administering.add(projectRole);
    }
    for (const role of project.roles ?? []) {
      if (!administering.has(role.name)) continue;
      for (const id of role.accounts ?? []) add(this.projectsByAccount, id, projectId);
      for (const id of role.groups ?? []) add(this.projectsByGroup, id, projectId);
    }
  }
}

function add(index: Map<string, Set<number>>, key: string, projectId: number): void {
  const projects = index.get(key) ?? new Set();
  projects.add(projectId);
  index.set(key, projects);
}
