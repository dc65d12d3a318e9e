import { directory, groups, people } from './an-organization';
import type { World } from './an-organization';

/** An endpoint as documented, a call of it that succeeds, and the call's body. */
export type SuccessfulCall = readonly [endpoint: string, call: string, body?: unknown];

const document = { type: 'doc', version: 1, content: [] };

/** Has to be sent once before the others: they work on the issue that it makes, OPS-4. */
export const newIssue = {
  fields: { project: { key: 'OPS' }, issuetype: { name: 'Task' }, summary: 'Who owns this?' },
};

const rest = '/rest/api/3';

/** For calls without parameters in their path. */
function same(call: string, body?: unknown): SuccessfulCall {
  return [call.split('?')[0] ?? '', call, body];
}

/** A call of every endpoint. */
export function successfulCalls(world: World): readonly SuccessfulCall[] {
  return [
    ...peopleCalls(),
    ...permissionCalls(),
    ...siteCalls(),
    ...issueCalls(),
    ...issueSearchCalls(),
    ...organizationCalls(world),
    ...directoryUserCalls(world),
    ...directoryGroupCalls(world),
    ...accountCalls(world),
  ];
}

function peopleCalls(): SuccessfulCall[] {
  return [
    same(`GET ${rest}/applicationrole`),
    [`GET ${rest}/applicationrole/{key}`, `GET ${rest}/applicationrole/jira-software`],
    same(`GET ${rest}/users/search?maxResults=1000`),
    same(`GET ${rest}/user?accountId=${people.ada}&expand=groups,applicationRoles`),
    same(`GET ${rest}/user/bulk?accountId=${people.ada}&accountId=${people.casey}`),
    same(`GET ${rest}/user/groups?accountId=${people.ada}`),
    same(`GET ${rest}/user/search?query=a`),
    same(`GET ${rest}/myself?expand=groups`),
    same(`GET ${rest}/group/bulk?maxResults=2`),
    same(`GET ${rest}/group/member?groupId=${groups.default}&maxResults=2`),
    same(`POST ${rest}/group/user?groupId=${groups.local}`, { accountId: people.gil }),
    same(`DELETE ${rest}/group/user?groupId=${groups.local}&accountId=${people.gil}`),
    same(`GET ${rest}/groups/picker?query=jira`),
  ];
}

function permissionCalls(): SuccessfulCall[] {
  const project = `${rest}/project/OPS`;
  const check = {
    accountId: people.ada,
    globalPermissions: ['ADMINISTER'],
    projectPermissions: [{ permissions: ['ADMINISTER_PROJECTS'], projects: [10_000] }],
  };
  return [
    same(`GET ${rest}/mypermissions?permissions=ADMINISTER,ADMINISTER_PROJECTS`),
    same(`POST ${rest}/permissions/check`, check),
    same(`GET ${rest}/permissionscheme?expand=permissions`),
    [`GET ${rest}/permissionscheme/{schemeId}`, `GET ${rest}/permissionscheme/10000`],
    [`GET ${rest}/project/{projectKeyOrId}/permissionscheme`, `GET ${project}/permissionscheme?expand=all`],
    same(`GET ${rest}/project/search?expand=lead`),
    [`GET ${rest}/project/{projectIdOrKey}`, `GET ${rest}/project/10000`],
    [`GET ${rest}/project/{projectIdOrKey}/role`, `GET ${project}/role`],
    [`GET ${rest}/project/{projectIdOrKey}/role/{id}`, `GET ${project}/role/10002`],
    same(`GET ${rest}/role`),
    [`GET ${rest}/role/{id}/actors`, `GET ${rest}/role/10002/actors`],
  ];
}

function siteCalls(): SuccessfulCall[] {
  const count = `GET ${rest}/license/approximateLicenseCount/product`;
  const types = `GET ${rest}/issue/createmeta`;
  return [
    same(`GET ${rest}/serverInfo`),
    same(`GET ${rest}/instance/license`),
    [`${count}/{applicationKey}`, `${count}/jira-software`],
    same(`GET ${rest}/auditing/record`),
    same(`GET ${rest}/field`),
    [`${types}/{projectIdOrKey}/issuetypes`, `${types}/OPS/issuetypes`],
    [`${types}/{projectIdOrKey}/issuetypes/{issueTypeId}`, `${types}/OPS/issuetypes/10001`],
    same(`GET ${rest}/filter/search?accountId=${people.ada}`),
    same(`GET ${rest}/dashboard/search?accountId=${people.ada}`),
  ];
}

function issueCalls(): SuccessfulCall[] {
  const issue = (method: string, tail: string, body?: unknown): SuccessfulCall => [
    `${method} ${rest}/issue/{issueIdOrKey}${tail}`,
    `${method} ${rest}/issue/OPS-4${tail}`,
    body,
  ];
  const mail = {
    subject: 'Seat',
    textBody: 'Still needed?',
    htmlBody: '<p>Still needed?</p>',
    to: {
      users: [{ accountId: people.casey }],
      groups: [{ name: 'legacy-contractors' }],
      groupIds: [groups.local],
      ...{ assignee: true, reporter: true, voters: false, watchers: false },
    },
    restrict: { groupIds: [groups.default], groups: [], permissions: [{ key: 'BROWSE_PROJECTS' }] },
  };
  return [
    same(`POST ${rest}/issue`, newIssue),
    issue('GET', ''),
    issue('PUT', '', { fields: { labels: ['seattrace'] } }),
    issue('POST', '/comment', { body: document }),
    issue('POST', '/notify', mail),
    issue('GET', '/transitions'),
    issue('POST', '/transitions', { transition: { id: '31' } }),
  ];
}

function issueSearchCalls(): SuccessfulCall[] {
  const jql = encodeURIComponent('project = OPS');
  return [
    same(`POST ${rest}/issue/bulkfetch`, {
      issueIdsOrKeys: ['OPS-1', 'OPS-99'],
      fields: ['summary', 'status'],
    }),
    same(`GET ${rest}/search/jql?jql=${jql}&fields=summary,assignee&maxResults=1`),
    same(`POST ${rest}/search/jql`, { jql: `assignee = "${people.casey}" AND statusCategory != Done` }),
    same(`POST ${rest}/search/approximate-count`, { jql: 'project = OPS' }),
  ];
}

function organizationCalls({ seed }: World): SuccessfulCall[] {
  const org = (version: string, id: string) => `/admin/${version}/orgs/${id}`;
  return [
    same('GET /admin/v1/orgs'),
    [`GET ${org('v1', '{orgId}')}`, `GET ${org('v1', seed.org.id)}`],
    [`GET ${org('v2', '{orgId}')}/directories`, `GET ${org('v2', seed.org.id)}/directories`],
    [`POST ${org('v2', '{orgId}')}/workspaces`, `POST ${org('v2', seed.org.id)}/workspaces`, { limit: 2 }],
    [`GET ${org('v1', '{orgId}')}/events`, `GET ${org('v1', seed.org.id)}/events?limit=1`],
  ];
}

const documented = '/admin/v2/orgs/{orgId}/directories/{directoryId}';

function directoryUserCalls({ seed }: World): SuccessfulCall[] {
  const users = `${directory(seed)}/users`;
  const expand = ['platformRoles', 'productAccess', 'groups', 'counts.resources'];
  return [
    [`POST ${documented}/users/search`, `POST ${users}/search`, { limit: 3, expand }],
    [`GET ${documented}/users/count`, `GET ${users}/count?claimStatus=managed`],
    [`GET ${documented}/users/stats`, `GET ${users}/stats`],
    [`GET ${documented}/users/{accountId}`, `GET ${users}/${people.ada}`],
    [`GET ${documented}/users/{accountId}/role-assignments`, `GET ${users}/${people.casey}/role-assignments`],
  ];
}

function directoryGroupCalls({ seed }: World): SuccessfulCall[] {
  const list = `${directory(seed)}/groups`;
  const one = `${documented}/groups/{groupId}`;
  const memberships = `${list}/${groups.local}/memberships`;
  const expand = ['counts.users', 'counts.resources'];
  return [
    [`POST ${documented}/groups/search`, `POST ${list}/search`, { limit: 2, expand }],
    [`GET ${documented}/groups/count`, `GET ${list}/count`],
    [`GET ${documented}/groups/stats`, `GET ${list}/stats`],
    [`GET ${one}`, `GET ${list}/${groups.synced}`],
    [`GET ${one}/role-assignments`, `GET ${list}/${groups.default}/role-assignments`],
    [`POST ${one}/memberships`, `POST ${memberships}`, { accountId: people.gil }],
    [`DELETE ${one}/memberships/{accountId}`, `DELETE ${memberships}/${people.gil}`],
  ];
}

function accountCalls({ seed }: World): SuccessfulCall[] {
  const org = '/admin/v1/orgs/{orgId}';
  const own = `/admin/v1/orgs/${seed.org.id}`;
  const role = { role: 'atlassian/user', resource: `ari:cloud:confluence::site/${seed.site.cloudId}` };
  const dates = 'last-active-dates';
  return [
    [`POST ${org}/users/{userId}/roles/revoke`, `POST ${own}/users/${people.gil}/roles/revoke`, role],
    [`GET ${org}/directory/users/{accountId}/${dates}`, `GET ${own}/directory/users/${people.erin}/${dates}`],
    ['GET /users/{account_id}/manage', `GET /users/${people.devi}/manage`],
    ['GET /users/{account_id}/manage/api-tokens', `GET /users/${people.casey}/manage/api-tokens`],
  ];
}
