import type { Account, Group, Product, Project, RoleHolding } from './entities';
import { isActive } from './seats';
import type { SeedProject } from './seed';
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
  private adminGroupsAt = { grantChanges: -1, ids: new Set<string>() };
  /** By project permission. */
  private readonly projectGrants = new Map<string, ProjectGrants>();
  /** Groups that hold one of the app's own global permissions, by permission key. */
  readonly grantedGroups = new Map<string, Set<string>>();

  constructor(private readonly store: OrganizationStore) {
    for (const project of store.projects) this.indexProject(project);
  }

  /** Groups whose members administer Jira; found anew only when what groups grant has changed. */
  get adminGroups(): ReadonlySet<string> {
    const { grantChanges, groups } = this.store;
    if (this.adminGroupsAt.grantChanges !== grantChanges.length) {
      const found = [...groups.values()].filter((group) => isAdminGroup(this.store, group));
      this.adminGroupsAt = { grantChanges: grantChanges.length, ids: new Set(found.map(({ id }) => id)) };
    }
    return this.adminGroupsAt.ids;
  }

  administersJira(account: Account): boolean {
    if (!isActive(account)) return false;
    if (isSiteAdministrator(account)) return true;
    for (const groupId of this.store.memberships.groups(account.id))
      if (this.adminGroups.has(groupId)) return true;
    return false;
  }

  /**
   * Whether the account holds a role on a Jira app that lets people in. Approximate: customers see the portal of
   * Jira Service Management alone and are kept out here; guests and the other free roles get in.
   */
  holdsJiraRole(account: Account): boolean {
    const letsIn = ({ role }: RoleHolding) => role !== 'customer' && role !== 'user-access-admin';
    return (
      isActive(account) && this.store.jiraProducts.some((it) => this.store.holdings(account, it).some(letsIn))
    );
  }

  /** Whether the account was granted a permission in a project, or in any when none is named. */
  holdsInProject(account: Account, permission: string, projectId?: number): boolean {
    return this.grantedProjects(account, permission).some(
      (projects) => projectId === undefined || projects.has(projectId),
    );
  }

  /** Ids of all projects in which the account was granted a permission. */
  projectsOf(account: Account, permission: string): ReadonlySet<number> {
    return new Set(this.grantedProjects(account, permission).flatMap((projects) => [...projects]));
  }

  administersProject(account: Account, projectId: number): boolean {
    return this.holdsInProject(account, 'ADMINISTER_PROJECTS', projectId);
  }

  /** Whether a group of the account was granted a global permission of the app. */
  isGranted(account: Account, permission: string): boolean {
    const granted = this.grantedGroups.get(permission);
    if (granted === undefined || !isActive(account)) return false;
    for (const groupId of this.store.memberships.groups(account.id)) if (granted.has(groupId)) return true;
    return false;
  }

  private grantedProjects(account: Account, permission: string): ReadonlySet<number>[] {
    const grants = this.projectGrants.get(permission);
    if (grants === undefined || !isActive(account)) return [];
    const groups = [...this.store.memberships.groups(account.id)];
    const found = [grants.byAccount.get(account.id), ...groups.map((id) => grants.byGroup.get(id))];
    return found.filter((projects) => projects !== undefined);
  }

  /** The role `Administrators` grants `ADMINISTER_PROJECTS`, besides what the permissions say (contracts §1). */
  private indexProject({ id, seed: { roles = [], permissions = [] } }: Project): void {
    const administrators: Permission = { permission: 'ADMINISTER_PROJECTS', projectRole: 'Administrators' };
    for (const { permission, group, account, projectRole } of [administrators, ...permissions]) {
      const holders = roles.filter(({ name }) => name === projectRole);
      const grants = this.projectGrants.get(permission) ?? { byAccount: new Map(), byGroup: new Map() };
      this.projectGrants.set(permission, grants);
      const accounts = holders.flatMap((role) => role.accounts ?? []);
      const groups = holders.flatMap((role) => role.groups ?? []);
      for (const it of account === undefined ? accounts : [account]) add(grants.byAccount, it, id);
      for (const it of group === undefined ? groups : [group]) add(grants.byGroup, it, id);
    }
  }
}

type Permission = NonNullable<SeedProject['permissions']>[number];

/** Ids of the projects in which an account or a group was granted one permission. */
interface ProjectGrants {
  readonly byAccount: Map<string, Set<number>>;
  readonly byGroup: Map<string, Set<number>>;
}

function add(index: Map<string, Set<number>>, key: string, projectId: number): void {
  const projects = index.get(key) ?? new Set();
  projects.add(projectId);
  index.set(key, projects);
}
