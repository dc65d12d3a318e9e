import type { OrganizationCore } from '../organization/core';
import type { Project } from '../organization/entities';
import type { JiraCall, JiraReply, JiraRoute } from './call';
import { needsAdministration, notFound } from './errors';
import { builtInPermissions, everybodysPermissions } from './permission-catalog';
import { needProject } from './projects';

interface Holder {
  readonly type: string;
  readonly parameter?: string;
  readonly value?: string;
}

interface Scheme {
  readonly id: number;
  readonly name: string;
  readonly grants: readonly { permission: string; holder: Holder }[];
}

/** Projects without permissions of their own share this one. */
const defaultSchemeId = 0;

/** A project with permissions in the seed has a scheme of its own, whose id is the project's. */
function schemeOf(core: OrganizationCore, project: Project): Scheme {
  const own = project.seed.permissions ?? [];
  if (own.length === 0) return defaultScheme(core);
  const grants = own.map(({ permission, group, account, projectRole }) => {
    if (group !== undefined) {
      const holder = { type: 'group', parameter: core.store.groups.get(group)?.name ?? group, value: group };
      return { permission, holder };
    }
    if (account !== undefined)
      return { permission, holder: { type: 'user', parameter: account, value: account } };
    return { permission, holder: roleHolder(core, projectRole) };
  });
  const name = `${project.seed.name} permission scheme`;
  return { id: project.id, name, grants: [...grants, ...defaultScheme(core).grants] };
}

/** Everything goes to who administers the project, and some things to everybody. */
function defaultScheme(core: OrganizationCore): Scheme {
  const administrators = roleHolder(core, 'Administrators');
  const projectPermissions = [...builtInPermissions.values()].filter(({ type }) => type === 'PROJECT');
  const grants = projectPermissions.map(({ key }) => ({
    permission: key,
    holder: everybodysPermissions.has(key) ? { type: 'applicationRole' } : administrators,
  }));
  return { id: defaultSchemeId, name: 'Default Permission Scheme', grants };
}

function roleHolder(core: OrganizationCore, name: string | undefined): Holder {
  const id = String(core.store.projectRoles.find((role) => role.name === name)?.id ?? '');
  return { type: 'projectRole', parameter: id, value: id };
}

function listSchemes({ core, query }: JiraCall): JiraReply {
  const own = core.store.projects.filter((project) => (project.seed.permissions ?? []).length > 0);
  const schemes = [defaultScheme(core), ...own.map((project) => schemeOf(core, project))];
  return reply(core, schemes, query.list('expand'), (permissionSchemes) => ({ permissionSchemes }));
}

function getScheme({ core, params, query }: JiraCall): JiraReply {
  const id = Number(params['schemeId']);
  const project = core.store.projects.find((candidate) => candidate.id === id);
  if (id === defaultSchemeId)
    return reply(core, [defaultScheme(core)], withPermissions(query.list('expand')), first);
  const scheme = project === undefined ? undefined : schemeOf(core, project);
  if (scheme?.id !== id) throw notFound(`The permission scheme ${params['schemeId'] ?? ''} does not exist.`);
  return reply(core, [scheme], withPermissions(query.list('expand')), first);
}

function getProjectScheme(call: JiraCall): JiraReply {
  const { core, caller, params, query } = call;
  const project = needProject(call, params['projectKeyOrId']);
  const own = caller.account !== undefined && core.rights.administersProject(caller.account, project.id);
  if (!caller.administersJira && !own) throw needsAdministration();
  return reply(core, [schemeOf(core, project)], query.list('expand'), first);
}

/** One scheme is always shown with its permissions; lists and a project's scheme only when expanded. */
function withPermissions(expand: readonly string[]): string[] {
  return [...expand, 'permissions'];
}

function first(schemes: readonly unknown[]): unknown {
  return schemes[0];
}

function reply(
  core: OrganizationCore,
  schemes: readonly Scheme[],
  expand: readonly string[],
  wrap: (schemes: unknown[]) => unknown,
): JiraReply {
  const full = ['permissions', 'all', 'group', 'user', 'projectRole', 'field'].some((name) =>
    expand.includes(name),
  );
  const shown = schemes.map((scheme) => toScheme(core, scheme, full));
  const grants = full ? schemes.reduce((sum, scheme) => sum + scheme.grants.length, 0) : 0;
  return { status: 200, body: wrap(shown), identities: grants, others: schemes.length };
}

function toScheme(
  core: OrganizationCore,
  { id, name, grants }: Scheme,
  full: boolean,
): Record<string, unknown> {
  const self = `${core.baseUrl}/rest/api/3/permissionscheme/${String(id)}`;
  const permissions = grants.map(({ permission, holder }, index) => {
    const grantId = id * 100 + index + 1;
    return { id: grantId, self: `${self}/permission/${String(grantId)}`, holder, permission };
  });
  return {
    expand: 'permissions,user,group,projectRole,field,all',
    self,
    id,
    name,
    ...(full ? { permissions } : {}),
  };
}

const at = { method: 'GET', scopes: ['read:jira-work'], needs: 'access', query: ['expand'] } as const;

export const permissionSchemeRoutes: readonly JiraRoute[] = [
  { ...at, path: '/rest/api/3/permissionscheme', handle: listSchemes },
  { ...at, path: '/rest/api/3/permissionscheme/{schemeId}', handle: getScheme },
  { ...at, path: '/rest/api/3/project/{projectKeyOrId}/permissionscheme', handle: getProjectScheme },
];
