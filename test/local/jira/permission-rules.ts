import type { OrganizationCore } from '../organization/core';
import type { Account, Project } from '../organization/entities';
import { isSiteAdministrator } from '../organization/rights';
import { isActive } from '../organization/seats';
import type { PermissionInfo } from './permission-catalog';
import { builtInPermissions, everybodysPermissions } from './permission-catalog';

/** What a permission key means on this site: built in, or a global permission of the app; undefined for neither. */
export function findPermission(core: OrganizationCore, key: string): PermissionInfo | undefined {
  const builtIn = builtInPermissions.get(key);
  if (builtIn !== undefined) return builtIn;
  const own = core.app.globalPermissions.find((permission) => core.permissionKey(permission.key) === key);
  return own === undefined ? undefined : { id: key, key, name: own.key, type: 'GLOBAL' };
}

/** Whether an account has a permission; a project permission without a project is asked of any project. */
export function hasPermission(
  core: OrganizationCore,
  account: Account,
  key: string,
  project?: Project,
): boolean {
  if (!isActive(account)) return false;
  const builtIn = builtInPermissions.get(key);
  if (builtIn === undefined) return hasOwnPermission(core, account, key);
  if (key === 'SYSTEM_ADMIN') return isSiteAdministrator(account);
  if (everybodysPermissions.has(key) && core.usesJira(account)) return true;
  if (builtIn.type === 'GLOBAL') return core.administersJira(account);
  return projectGrants(key).some((grant) => core.rights.holdsInProject(account, grant, project?.id));
}

/** A test of one permission for many projects: what depends on the account alone is found once. */
export function projectTest(
  core: OrganizationCore,
  account: Account,
  key: string,
): (project: Project) => boolean {
  if (everybodysPermissions.has(key) && core.usesJira(account)) return () => true;
  const granted = projectGrants(key).map((grant) => core.rights.projectsOf(account, grant));
  return ({ id }) => granted.some((projects) => projects.has(id));
}

/** Approximate: who administers a project may do everything in it. */
function projectGrants(key: string): readonly string[] {
  return key === 'ADMINISTER_PROJECTS' ? [key] : [key, 'ADMINISTER_PROJECTS'];
}

function hasOwnPermission(core: OrganizationCore, account: Account, key: string): boolean {
  const own = core.app.globalPermissions.find((permission) => core.permissionKey(permission.key) === key);
  if (own === undefined) return false;
  const defaults = core.options.withoutDefaultGrants === true ? [] : own.defaultGrants;
  if (defaults.includes('all')) return true;
  if (defaults.includes('jira-administrators') && core.administersJira(account)) return true;
  return core.rights.isGranted(account, own.key);
}
