import type { OrganizationCore } from '../organization/core';
import type { Project } from '../organization/entities';
import { isActive } from '../organization/seats';
import type { JiraCall, JiraReply, JiraRoute } from './call';
import { notFound, unauthorized, type JiraError } from './errors';
import { needProject } from './projects';
import { burstPerSecond } from './rate-limits';
import { displayName } from './replies';

function listProjectRoles(call: JiraCall): JiraReply {
  const project = needRoleProject(call, unauthorized());
  const roles = call.store.projectRoles;
  const base = `${call.core.baseUrl}/rest/api/3/project/${String(project.id)}/role`;
  const body = Object.fromEntries(roles.map(({ id, name }) => [name, `${base}/${String(id)}`]));
  return { status: 200, body, identities: roles.length };
}

function getProjectRole(call: JiraCall): JiraReply {
  const project = needRoleProject(call, notFound('You do not have permission to access this project role.'));
  const role = needRole(call);
  const actors = toActors(call, project, role.name);
  return {
    status: 200,
    body: { ...toRole(call.core, role, project), actors },
    identities: 1 + actors.length,
  };
}

function listRoles({ core, store }: JiraCall): JiraReply {
  const body = store.projectRoles.map((role) => ({ ...toRole(core, role), actors: [] }));
  return { status: 200, body, identities: body.length };
}

/** Default actors, which a seed never has. */
function getRoleActors(call: JiraCall): JiraReply {
  return { status: 200, body: { ...toRole(call.core, needRole(call)), actors: [] }, identities: 1 };
}

/** Who administers neither Jira nor the project is refused as documented: 401 for the list of roles, 404 for one of them. */
function needRoleProject(call: JiraCall, refusal: JiraError): Project {
  const { caller, core, params } = call;
  const project = needProject(call, params['projectIdOrKey']);
  const own = caller.account !== undefined && core.rights.administersProject(caller.account, project.id);
  if (!caller.administersJira && !own) throw refusal;
  return project;
}

function needRole({ store, params }: JiraCall): { id: number; name: string } {
  const role = store.projectRoles.find(({ id }) => String(id) === params['id']);
  if (role === undefined) throw notFound(`Can not find a role with id ${params['id'] ?? ''}.`);
  return role;
}

function toRole(
  core: OrganizationCore,
  role: { id: number; name: string },
  project?: Project,
): Record<string, unknown> {
  const place = project === undefined ? '' : `project/${String(project.id)}/`;
  return {
    self: `${core.baseUrl}/rest/api/3/${place}role/${String(role.id)}`,
    id: role.id,
    name: role.name,
    description: `The role ${role.name} of a project`,
  };
}

function toActors({ store, query }: JiraCall, project: Project, name: string): Record<string, unknown>[] {
  const roles = (project.seed.roles ?? []).filter((role) => role.name === name);
  const withoutInactive = query.boolean('excludeInactiveUsers', false);
  const users = roles
    .flatMap((role) => role.accounts ?? [])
    .flatMap((id) => store.accounts.get(id) ?? [])
    .filter((account) => !withoutInactive || isActive(account))
    .map((account) => ({
      displayName: displayName(account),
      type: 'atlassian-user-role-actor',
      actorUser: { accountId: account.id },
    }));
  const groups = roles
    .flatMap((role) => role.groups ?? [])
    .flatMap((id) => store.groups.get(id) ?? [])
    .map((group) => ({
      displayName: group.name,
      type: 'atlassian-group-role-actor',
      name: group.name,
      actorGroup: { displayName: group.name, groupId: group.id, name: group.name },
    }));
  return [...users, ...groups].map((actor, index) => ({ id: project.id * 1000 + index, ...actor }));
}

const projectScopes = { method: 'GET', scopes: ['read:jira-work'], needs: 'access' } as const;
const siteScopes = { method: 'GET', scopes: ['manage:jira-configuration'], needs: 'administer' } as const;

export const projectRoleRoutes: readonly JiraRoute[] = [
  { ...projectScopes, path: '/rest/api/3/project/{projectIdOrKey}/role', handle: listProjectRoles },
  {
    ...projectScopes,
    path: '/rest/api/3/project/{projectIdOrKey}/role/{id}',
    query: ['excludeInactiveUsers'],
    burst: burstPerSecond.projectRole,
    handle: getProjectRole,
  },
  { ...siteScopes, path: '/rest/api/3/role', handle: listRoles },
  { ...siteScopes, path: '/rest/api/3/role/{id}/actors', handle: getRoleActors },
];
