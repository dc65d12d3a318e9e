import { asApp, route } from '@forge/api';
import type { z } from 'zod';
import { AppError } from '../lib/app-error';
import { BUDGETS } from '../lib/budgets';
import { byCodeUnit } from '../lib/order';
import type {
  ApplicationRole,
  AuditedChange,
  AuditedKind,
  GroupMember,
  JiraPerson,
  NumberedPage,
  SiteDirectory,
} from '../ports/site-directory';
import { toAuditedChanges } from './audit-mappers';
import type { Http } from './http';
import { createJiraDependents } from './jira-dependents-gateway';
import { createJiraProjects, JSON_HEADERS, nextStart } from './jira-project-gateway';
import * as schemas from './jira-schemas';

const MEMBERS_PAGE = 50;
const GROUPS_PAGE = 50;
const AUDIT_PAGE = 1_000;
const USERS_PER_BULK = 50;

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
    readUser: (accountId) => readUser(http, accountId),
    readAuditedChanges: (change, from, offset) => readAuditedChanges(http, change, { from, offset }),
    async readGroupsOf(accountId) {
      const groups = await http.read('groups of an account', schemas.getUserGroups, () =>
        asApp().requestJira(route`/rest/api/3/user/groups?accountId=${accountId}`),
      );
      return groups.map(({ groupId, name }) => ({ id: groupId, name: name ?? groupId }));
    },
    ...createJiraProjects(http),
    ...createJiraDependents(http),
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
    rows: answer.values.map(toMember),
    next: nextStart(startAt, answer),
  };
}

type ToldUser = z.infer<typeof schemas.getGroupMember>['values'][number];

function toMember({ accountId, accountType, active, displayName, emailAddress }: ToldUser): GroupMember {
  return {
    accountId,
    accountType: accountType ?? 'unknown',
    active,
    displayName: displayName ?? '',
    email: emailAddress ?? undefined,
  };
}

async function readUser(http: Http, accountId: string): Promise<JiraPerson> {
  const user = await http.read('an account', schemas.getUser, () =>
    asApp().requestJira(route`/rest/api/3/user?accountId=${accountId}&expand=applicationRoles`),
  );
  const { size, items } = user.applicationRoles ?? { size: null, items: [] };
  return {
    member: toMember(user),
    applicationRoles: size === items.length ? items.map(({ key }) => key) : null,
  };
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

async function readAuditedChanges(
  http: Http,
  change: AuditedKind,
  { from, offset }: { readonly from: string; readonly offset: number },
): Promise<NumberedPage<AuditedChange>> {
  const { records } = await http.read('the audit log', schemas.getAuditingRecord, () =>
    asApp().requestJira(route`/rest/api/3/auditing/record?from=${from}&offset=${offset}&limit=${AUDIT_PAGE}`),
  );
  return {
    rows: records.flatMap((record) => toAuditedChanges(record, change)),
    next: records.length === 0 ? null : offset + records.length,
  };
}

export function endless(source: string): AppError {
  return new AppError('atlassian.malformed', `Atlassian's listing of ${source} does not end.`, {
    context: { source },
  });
}
