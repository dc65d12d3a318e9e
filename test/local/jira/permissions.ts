import { z } from 'zod';
import type { Account, Project } from '../organization/entities';
import type { JiraCall, JiraReply, JiraRoute } from './call';
import { callerAccount } from './call';
import { badRequest, forbidden, notFound } from './errors';
import { findPermission, hasPermission, projectTest } from './permission-rules';
import { findProject, findProjectById } from './projects';

const maxProjects = 1000;

/** The caller's own permissions; `permissions` has been required since 2019. */
function getMyPermissions(call: JiraCall): JiraReply {
  const { core, query } = call;
  const account = callerAccount(call);
  const keys = query.list('permissions');
  if (keys.length === 0) throw badRequest("The 'permissions' query parameter is required.");
  const project = askedProject(call);
  const permissions = keys.map((key) => {
    const info = findPermission(core, key);
    if (info === undefined) throw badRequest(`Unrecognized permission: ${key}`);
    const { id, name, type } = info;
    return {
      id,
      key,
      name,
      type,
      description: name,
      havePermission: hasPermission(core, account, key, project),
    };
  });
  const body = {
    permissions: Object.fromEntries(permissions.map((permission) => [permission.key, permission])),
  };
  return { status: 200, body, identities: permissions.length };
}

function askedProject(call: JiraCall): Project | undefined {
  const { query, core } = call;
  const issue = query.string('issueKey') ?? query.string('issueId');
  const asked = query.string('projectKey') ?? query.string('projectId');
  if (issue === undefined && asked === undefined) return undefined;
  const key = issue === undefined ? asked : core.issues.find(issue)?.projectKey;
  const project = key === undefined ? undefined : findProject(call.store, key);
  if (project === undefined) throw notFound('No project could be found with the given key or id.');
  return project;
}

const numbers = z.array(z.int());
const checkSchema = z.strictObject({
  accountId: z.string().optional(),
  globalPermissions: z.array(z.string()).optional(),
  projectPermissions: z
    .array(
      z.strictObject({
        permissions: z.array(z.string()),
        projects: numbers.optional(),
        issues: numbers.optional(),
      }),
    )
    .optional(),
});

type ProjectCheck = NonNullable<z.infer<typeof checkSchema>['projectPermissions']>[number];

/** Permissions of any account; those of somebody else only for who administers Jira. */
function checkPermissions(call: JiraCall): JiraReply {
  const { core, caller } = call;
  const parsed = checkSchema.safeParse(call.request.body);
  if (!parsed.success) throw badRequest(`Invalid request payload: ${parsed.error.issues[0]?.message ?? ''}`);
  const { accountId, globalPermissions = [], projectPermissions = [] } = parsed.data;
  const account = checkedAccount(call, accountId);
  if (account.id !== caller.account?.id && !caller.administersJira) {
    throw forbidden('You are not permitted to check permissions of other users.');
  }
  refuseUnknown(call, globalPermissions, 'GLOBAL');
  const granted = globalPermissions.filter((key) => hasPermission(core, account, key));
  const projects = projectPermissions.flatMap((check) => checkProjects(call, account, check));
  return {
    status: 200,
    body: { globalPermissions: granted, projectPermissions: projects },
    identities: granted.length + projects.length,
  };
}

function checkedAccount(call: JiraCall, accountId: string | undefined): Account {
  if (accountId === undefined) return callerAccount(call);
  const account = call.store.accounts.get(accountId);
  if (account === undefined) throw badRequest(`The account ${accountId} does not exist.`);
  return account;
}

function refuseUnknown({ core }: JiraCall, keys: readonly string[], type: 'GLOBAL' | 'PROJECT'): void {
  const unknown = keys.filter((key) => findPermission(core, key)?.type !== type);
  if (unknown.length > 0) throw badRequest(`Unrecognized permissions: ${unknown.join(', ')}`);
}

function checkProjects(call: JiraCall, account: Account, check: ProjectCheck): unknown[] {
  const { core, store } = call;
  const { permissions, projects = [], issues = [] } = check;
  if (projects.length > maxProjects)
    throw badRequest(`A maximum of ${String(maxProjects)} projects can be checked.`);
  if (issues.length > maxProjects)
    throw badRequest(`A maximum of ${String(maxProjects)} issues can be checked.`);
  refuseUnknown(call, permissions, 'PROJECT');
  return permissions.map((permission) => {
    const test = projectTest(core, account, permission);
    const allows = (project: Project | undefined) => project !== undefined && test(project);
    return {
      permission,
      projects: projects.filter((id) => allows(findProjectById(store, id))),
      issues: issues.filter((id) => {
        const issue = core.issues.find(String(id));
        return issue !== undefined && allows(findProject(store, issue.projectKey));
      }),
    };
  });
}

export const permissionRoutes: readonly JiraRoute[] = [
  {
    method: 'GET',
    path: '/rest/api/3/mypermissions',
    scopes: ['read:jira-work'],
    needs: 'login',
    query: [
      'projectKey',
      'projectId',
      'issueKey',
      'issueId',
      'permissions',
      'projectUuid',
      'projectConfigurationUuid',
      'commentId',
    ],
    handle: getMyPermissions,
  },
  {
    method: 'POST',
    path: '/rest/api/3/permissions/check',
    scopes: [],
    needs: 'login',
    handle: checkPermissions,
  },
];
