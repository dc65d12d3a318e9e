import { asApp, route } from '@forge/api';
import type { z } from 'zod';
import type { GroupRef, Holder, PermissionScheme } from '../domain/project-reading';
import { byCodeUnit } from '../lib/order';
import type { Project, SiteDirectory } from '../ports/site-directory';
import type { Http } from './http';
import * as schemas from './jira-schemas';

const PROJECTS_PAGE = 100;
/** Projects that one `permissions/check` takes. */
const PROJECTS_PER_CHECK = 1_000;
export const JSON_HEADERS = { 'Content-Type': 'application/json', Accept: 'application/json' };

type ProjectDirectory = Pick<
  SiteDirectory,
  | 'readProjects'
  | 'readAdministeredProjects'
  | 'readProjectAdministrators'
  | 'readProjectRoles'
  | 'readRoleActors'
  | 'readSchemeOf'
  | 'readPermissionScheme'
>;

/** What Jira tells of projects, read as the app, which administers Jira. */
export function createJiraProjects(http: Http): ProjectDirectory {
  return {
    readProjects: (startAt) => readProjects(http, startAt),
    readAdministeredProjects: (accountId, projects) => readAdministeredProjects(http, accountId, projects),
    async readProjectAdministrators(projectKey) {
      const roles = await readProjectRoles(http, projectKey);
      const role = roles.find(({ name }) => name === 'Administrators');
      if (role === undefined) return { accountIds: [], groupIds: [] };
      const { accounts, groups } = await readRoleActors(http, projectKey, role.id, 'active');
      return { accountIds: accounts, groupIds: groups.flatMap(({ id }) => id ?? []) };
    },
    readProjectRoles: (project) => readProjectRoles(http, project),
    readRoleActors: (project, roleId) => readRoleActors(http, project, roleId),
    async readSchemeOf(project) {
      const scheme = await http.read(
        `the permission scheme of project ${project}`,
        schemas.getProjectPermissionScheme,
        () => asApp().requestJira(route`/rest/api/3/project/${project}/permissionscheme`),
      );
      return String(scheme.id);
    },
    async readPermissionScheme(schemeId) {
      const scheme = await http.read(`permission scheme ${schemeId}`, schemas.getPermissionScheme, () =>
        asApp().requestJira(route`/rest/api/3/permissionscheme/${schemeId}?expand=permissions`),
      );
      return toScheme(scheme);
    },
  };
}

async function readProjects(http: Http, startAt: number): ReturnType<SiteDirectory['readProjects']> {
  const answer = await http.read('projects', schemas.getProjectSearch, () =>
    asApp().requestJira(
      route`/rest/api/3/project/search?expand=lead&orderBy=key&startAt=${startAt}&maxResults=${PROJECTS_PAGE}`,
    ),
  );
  return {
    rows: answer.values.map(({ id, key, lead }) => ({
      id: Number(id),
      key,
      leadAccountId: lead?.accountId ?? null,
    })),
    next: nextStart(startAt, answer),
    total: answer.total ?? null,
  };
}

async function readAdministeredProjects(
  http: Http,
  accountId: string,
  projects: readonly Project[],
): Promise<string[]> {
  const keys = new Map(projects.map(({ id, key }) => [id, key]));
  const administered: string[] = [];
  for (let start = 0; start < projects.length; start += PROJECTS_PER_CHECK) {
    const ids = projects.slice(start, start + PROJECTS_PER_CHECK).map(({ id }) => id);
    const body = JSON.stringify({
      accountId,
      projectPermissions: [{ permissions: ['ADMINISTER_PROJECTS'], projects: ids }],
    });
    const answer = await http.read('project administration', schemas.postPermissionsCheckProjects, () =>
      asApp().requestJira(route`/rest/api/3/permissions/check`, {
        method: 'POST',
        headers: JSON_HEADERS,
        body,
      }),
    );
    for (const { permission, projects: granted } of answer.projectPermissions)
      if (permission === 'ADMINISTER_PROJECTS')
        for (const id of granted) administered.push(keys.get(id) ?? String(id));
  }
  return administered.sort(byCodeUnit);
}

async function readProjectRoles(http: Http, project: string): Promise<{ id: string; name: string }[]> {
  const source = `roles of project ${project}`;
  const roles = await http.read(source, schemas.getProjectRoles, () =>
    asApp().requestJira(route`/rest/api/3/project/${project}/role`),
  );
  return Object.entries(roles).map(([name, address]) => ({ id: address.split('/').at(-1) ?? '', name }));
}

async function readRoleActors(
  http: Http,
  project: string,
  roleId: string,
  whom: 'all' | 'active' = 'all',
): Promise<{ groups: GroupRef[]; accounts: string[] }> {
  const role = await http.read(`members of a role of project ${project}`, schemas.getProjectRole, () =>
    asApp().requestJira(
      route`/rest/api/3/project/${project}/role/${roleId}?excludeInactiveUsers=${String(whom === 'active')}`,
    ),
  );
  const actors = role.actors ?? [];
  return {
    accounts: actors.flatMap(({ actorUser }) => (actorUser?.accountId ? [actorUser.accountId] : [])),
    groups: actors.flatMap(({ actorUser, actorGroup }) =>
      actorUser ? [] : [{ id: actorGroup?.groupId ?? null, name: actorGroup?.name ?? null }],
    ),
  };
}

function toScheme({ id, name, permissions }: z.output<typeof schemas.getPermissionScheme>): PermissionScheme {
  return {
    id: String(id),
    name,
    grants: permissions.map(({ permission, holder }) => ({ permission, holder: toHolder(holder) })),
  };
}

/** "About permission schemes and grants": `value` is the id where Jira tells it; of a group `parameter` is the name. */
function toHolder({
  type,
  parameter,
  value,
}: z.output<typeof schemas.getPermissionScheme>['permissions'][number]['holder']): Holder {
  const id = value ?? parameter ?? '';
  switch (type) {
    case 'group':
      return { type: 'group', group: { id: value ?? null, name: parameter ?? null } };
    case 'projectRole':
      return { type: 'role', roleId: id };
    case 'user':
      return { type: 'account', accountId: id };
    case 'projectLead':
      return { type: 'lead' };
    case 'applicationRole':
      return { type: 'product', product: id === '' ? null : id };
    case 'anyone':
      return { type: 'anyone' };
    default:
      return { type: 'other' };
  }
}

/** A page that says nothing of its end goes on as long as rows come. */
export function nextStart(
  startAt: number,
  page: { isLast?: boolean | null | undefined; values: readonly unknown[] },
): number | null {
  if (page.isLast === true || page.values.length === 0) return null;
  return startAt + page.values.length;
}
