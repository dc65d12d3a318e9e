import { asApp, route } from '@forge/api';
import { AppError } from '../lib/app-error';
import { BUDGETS } from '../lib/budgets';
import { byCodeUnit } from '../lib/order';
import type {
  ApplicationRole,
  AuditedAddition,
  GroupMember,
  NumberedPage,
  Project,
  SiteDirectory,
} from '../ports/site-directory';
import { toGroupAdditions } from './audit-mappers';
import type { Http } from './http';
import * as schemas from './jira-schemas';

const MEMBERS_PAGE = 50;
const GROUPS_PAGE = 50;
const PROJECTS_PAGE = 100;
const AUDIT_PAGE = 1_000;
/** Projects that one `permissions/check` takes. */
const PROJECTS_PER_CHECK = 1_000;
const USERS_PER_BULK = 50;
const JSON_HEADERS = { 'Content-Type': 'application/json', Accept: 'application/json' };

/** Jira's REST API, read as the app. */
export function createJiraSite(http: Http): SiteDirectory {
  return {
    async readSite() {
      const info = await http.read('the site', schemas.getServerInfo, () =>
        asApp().requestJira(route`/rest/api/3/serverInfo`),
      );
      return { url: info.baseUrl };
    },
    readApplicationRoles: () => readApplicationRoles(http),
    async readPlans() {
      const { applications } = await http.read('plans', schemas.getInstanceLicense, () =>
        asApp().requestJira(route`/rest/api/3/instance/license`),
      );
      return Object.fromEntries(applications.flatMap(({ id, plan }) => (plan ? [[id, plan]] : [])));
    },
    readAdministeringGroups: (accessType) => readAdministeringGroups(http, accessType),
    readGroupMembers: (groupId, startAt) => readGroupMembers(http, groupId, startAt),
    readProjects: (startAt) => readProjects(http, startAt),
    readAdministeredProjects: (accountId, projects) => readAdministeredProjects(http, accountId, projects),
    async readAdministersJira(accountId) {
      const body = JSON.stringify({ accountId, globalPermissions: ['ADMINISTER'] });
      const answer = await http.read('global administration', schemas.postPermissionsCheckGlobal, () =>
        asApp().requestJira(route`/rest/api/3/permissions/check`, {
          method: 'POST',
          headers: JSON_HEADERS,
          body,
        }),
      );
      return answer.globalPermissions.includes('ADMINISTER');
    },
    readUsers: (accountIds) => readUsers(http, accountIds),
    readGroupAdditions: (from, offset) => readGroupAdditions(http, from, offset),
    async readGroupsOf(accountId) {
      const groups = await http.read('groups of an account', schemas.getUserGroups, () =>
        asApp().requestJira(route`/rest/api/3/user/groups?accountId=${accountId}`),
      );
      return groups.map(({ groupId, name }) => ({ id: groupId, name: name ?? groupId }));
    },
    readProjectAdministrators: (projectKey) => readProjectAdministrators(http, projectKey),
  };
}

async function readApplicationRoles(http: Http): Promise<ApplicationRole[]> {
  const roles = await http.read('application roles', schemas.getApplicationRole, () =>
    asApp().requestJira(route`/rest/api/3/applicationrole`),
  );
  return roles.map(({ key, name, groupDetails, defaultGroupsDetails, userCount }) => ({
    key,
    name: name ?? key,
    groups: groupDetails.map((group) => ({ id: group.groupId, name: group.name ?? group.groupId })),
    defaultGroupIds: (defaultGroupsDetails ?? []).map(({ groupId }) => groupId),
    userCount: userCount ?? null,
  }));
}

async function readAdministeringGroups(http: Http, accessType: 'admin' | 'site-admin'): Promise<string[]> {
  const ids = new Set<string>();
  for (let startAt = 0, page = 0; page < BUDGETS.pages; page += 1) {
    const answer = await http.read(`groups with access type ${accessType}`, schemas.getGroupBulk, () =>
      asApp().requestJira(
        route`/rest/api/3/group/bulk?accessType=${accessType}&startAt=${startAt}&maxResults=${GROUPS_PAGE}`,
      ),
    );
    for (const { groupId } of answer.values) ids.add(groupId);
    if (answer.isLast !== false || answer.values.length === 0) return [...ids].sort(byCodeUnit);
    startAt += answer.values.length;
  }
  throw endless(`groups with access type ${accessType}`);
}

async function readGroupMembers(
  http: Http,
  groupId: string,
  startAt: number,
): Promise<NumberedPage<GroupMember>> {
  const answer = await http.read('members of a group', schemas.getGroupMember, () =>
    asApp().requestJira(
      route`/rest/api/3/group/member?groupId=${groupId}&includeInactiveUsers=true&startAt=${startAt}&maxResults=${MEMBERS_PAGE}`,
    ),
  );
  return {
    rows: answer.values.map(({ accountId, accountType, active, displayName, emailAddress }) => ({
      accountId,
      accountType: accountType ?? 'unknown',
      active,
      displayName: displayName ?? '',
      email: emailAddress ?? undefined,
    })),
    next: nextStart(startAt, answer),
  };
}

async function readProjects(http: Http, startAt: number): Promise<NumberedPage<Project>> {
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

async function readUsers(http: Http, accountIds: readonly string[]): ReturnType<SiteDirectory['readUsers']> {
  const users: Awaited<ReturnType<SiteDirectory['readUsers']>>[number][] = [];
  for (let start = 0; start < accountIds.length; start += USERS_PER_BULK) {
    const query = new URLSearchParams({ maxResults: String(USERS_PER_BULK) });
    for (const id of accountIds.slice(start, start + USERS_PER_BULK)) query.append('accountId', id);
    const { values } = await http.read('kinds of accounts', schemas.getUserBulk, () =>
      asApp().requestJira(route`/rest/api/3/user/bulk?${query}`),
    );
    for (const { accountId, accountType, appType, guest } of values)
      users.push({
        accountId,
        accountType: accountType ?? 'unknown',
        appType: appType ?? null,
        guest: guest ?? null,
      });
  }
  return users;
}

async function readProjectAdministrators(
  http: Http,
  projectKey: string,
): Promise<{ accountIds: string[]; groupIds: string[] }> {
  const roles = await http.read('roles of a project', schemas.getProjectRoles, () =>
    asApp().requestJira(route`/rest/api/3/project/${projectKey}/role`),
  );
  const address = Object.entries(roles).find(([name]) => name === 'Administrators')?.[1];
  const roleId = address?.split('/').at(-1);
  if (roleId === undefined) return { accountIds: [], groupIds: [] };
  const role = await http.read('administrators of a project', schemas.getProjectRole, () =>
    asApp().requestJira(route`/rest/api/3/project/${projectKey}/role/${roleId}`),
  );
  const actors = role.actors ?? [];
  return {
    accountIds: actors.flatMap(({ actorUser }) => (actorUser?.accountId ? [actorUser.accountId] : [])),
    groupIds: actors.flatMap(({ actorGroup }) => (actorGroup?.groupId ? [actorGroup.groupId] : [])),
  };
}

async function readGroupAdditions(
  http: Http,
  from: string,
  offset: number,
): Promise<NumberedPage<AuditedAddition>> {
  const { records } = await http.read('the audit log', schemas.getAuditingRecord, () =>
    asApp().requestJira(route`/rest/api/3/auditing/record?from=${from}&offset=${offset}&limit=${AUDIT_PAGE}`),
  );
  return {
    rows: records.flatMap(toGroupAdditions),
    next: records.length === 0 ? null : offset + records.length,
  };
}

/** A page that says nothing of its end goes on as long as rows come. */
function nextStart(
  startAt: number,
  page: { isLast?: boolean | null | undefined; values: readonly unknown[] },
): number | null {
  if (page.isLast === true || page.values.length === 0) return null;
  return startAt + page.values.length;
}

export function endless(source: string): AppError {
  return new AppError('atlassian.malformed', `Atlassian's listing of ${source} does not end.`, {
    context: { source },
  });
}
