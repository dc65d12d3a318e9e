/** One endpoint of the local Atlassian: what is emulated, what only nearly, and what its shape comes from. */
export interface CoverageRow {
  readonly method: 'GET' | 'POST' | 'PUT' | 'DELETE';
  readonly path: string;
  readonly emulated: string;
  /** Empty when nothing is known to differ. */
  readonly approximate: string;
  /** Whether the shape was taken from a document or from recorded answers of real sites. */
  readonly shape: 'document' | 'recording';
}

function row(
  endpoint: string,
  emulated: string,
  approximate = '',
  shape: CoverageRow['shape'] = 'document',
): CoverageRow {
  const [method, path] = endpoint.split(' ');
  if (
    path === undefined ||
    (method !== 'GET' && method !== 'POST' && method !== 'PUT' && method !== 'DELETE')
  ) {
    throw new Error(`${endpoint} is no endpoint.`);
  }
  return { method, path, emulated, approximate, shape };
}

const jira = '/rest/api/3';
const v1 = '/admin/v1/orgs';
const v2 = '/admin/v2/orgs/{orgId}';
const directory = `${v2}/directories/{directoryId}`;

/** Every endpoint that is served; a test keeps this equal to the registered routes. */
export const coverage: readonly CoverageRow[] = [
  row(
    `GET ${jira}/applicationrole`,
    'roles, groups, seats, counted users with lag',
    'numberOfSeats is -1 where the seed gives none',
    'recording',
  ),
  row(`GET ${jira}/applicationrole/{key}`, 'one role', 'as the list', 'recording'),
  row(
    `GET ${jira}/users/search`,
    'all accounts as a bare list, 1,000 a page',
    'expand is ignored; repeated rows lose none',
  ),
  row(
    `GET ${jira}/user`,
    'user, groups and application roles',
    'expanded roles carry key and name only; shows changes at once',
  ),
  row(`GET ${jira}/user/bulk`, 'users by id, 200 a page', 'the largest page is not documented; as user'),
  row(`GET ${jira}/user/groups`, 'groups of an account', 'shows changes at once'),
  row(`GET ${jira}/user/search`, 'active people by name, e-mail or id', 'property search finds everybody'),
  row(`GET ${jira}/myself`, 'the calling account', 'as user; 403 without access to Jira'),
  row(
    `GET ${jira}/group/bulk`,
    'filters, accessType with and without application',
    'pages hold 50 at most',
    'recording',
  ),
  row(
    `GET ${jira}/group/member`,
    'pages of 50, inactive and suspended members hidden by default',
    'shows changes at once',
  ),
  row(
    `POST ${jira}/group/user`,
    'adds a member as a site administrator; synced, full and double refused',
    'bodies of synced and licence refusals',
    'recording',
  ),
  row(
    `DELETE ${jira}/group/user`,
    'removes a member as a site administrator; the app is refused',
    'bodies of synced and last-administrator refusals; 404 when not a member',
    'recording',
  ),
  row(`GET ${jira}/groups/picker`, 'groups by part of a name', 'no markup in html, no labels'),
  row(
    `GET ${jira}/mypermissions`,
    "administration, projects, the app's own global permissions",
    'who administers a project may do everything in it',
  ),
  row(`POST ${jira}/permissions/check`, 'any account for administrators, 1,000 projects', 'as mypermissions'),
  row(
    `GET ${jira}/permissionscheme`,
    'the default scheme, and one per project with permissions',
    'holders are not expanded into objects',
  ),
  row(`GET ${jira}/permissionscheme/{schemeId}`, 'one scheme with its grants', 'as the list'),
  row(`GET ${jira}/project/{projectKeyOrId}/permissionscheme`, 'the scheme of a project', 'as the list'),
  row(
    `GET ${jira}/project/search`,
    'pages of 100, filters by id, key and text, lead',
    'orders other than key and name are by key',
  ),
  row(
    `GET ${jira}/project/{projectIdOrKey}`,
    'a company-managed software project with its lead',
    'no components, versions or issue types',
  ),
  row(`GET ${jira}/project/{projectIdOrKey}/role`, 'all roles of the site'),
  row(`GET ${jira}/project/{projectIdOrKey}/role/{id}`, 'accounts and groups of a role'),
  row(`GET ${jira}/role`, 'roles of the site without default actors'),
  row(`GET ${jira}/role/{id}/actors`, 'default actors', 'there never are any'),
  row(`GET ${jira}/serverInfo`, 'address and time', 'version and build are made up'),
  row(
    `GET ${jira}/instance/license`,
    'plan per Jira app',
    'TRIAL, where the seed says so, is no documented value',
  ),
  row(
    `GET ${jira}/license/approximateLicenseCount/product/{applicationKey}`,
    'counted users',
    'not seven days old, as real ones may be; 0 for an unknown application',
  ),
  row(
    `GET ${jira}/auditing/record`,
    'membership changes of the last 180 days, whoever made them',
    "no other records; nothing of the app's own entry at install",
  ),
  row(
    `POST ${jira}/issue`,
    'creates an issue with system fields',
    'screens and required custom fields are not emulated',
  ),
  row(`GET ${jira}/issue/{issueIdOrKey}`, 'an issue', 'expand is ignored'),
  row(
    `PUT ${jira}/issue/{issueIdOrKey}`,
    'edits fields and labels, with EDIT_ISSUES',
    'update knows labels only',
  ),
  row(`POST ${jira}/issue/{issueIdOrKey}/comment`, 'adds a comment', 'visibility is ignored'),
  row(
    `POST ${jira}/issue/{issueIdOrKey}/notify`,
    'keeps the message; refuses mail to oneself alone, and all where mail is switched off',
    'no mail is sent; watchers and voters are nobody',
  ),
  row(
    `GET ${jira}/issue/{issueIdOrKey}/transitions`,
    'three statuses, each reachable',
    'one workflow for all projects',
  ),
  row(`POST ${jira}/issue/{issueIdOrKey}/transitions`, 'moves an issue, with TRANSITION_ISSUES'),
  row(`POST ${jira}/issue/bulkfetch`, 'up to 100 issues with errors for the rest'),
  row(
    `GET ${jira}/search/jql`,
    'conditions joined by AND, token pages',
    'no OR, no functions; ORDER BY is ignored',
  ),
  row(`POST ${jira}/search/jql`, 'as GET', 'as GET'),
  row(`GET ${jira}/field`, 'system fields', 'no custom fields'),
  row(`GET ${jira}/issue/createmeta/{projectIdOrKey}/issuetypes`, 'three issue types'),
  row(
    `GET ${jira}/issue/createmeta/{projectIdOrKey}/issuetypes/{issueTypeId}`,
    'system fields',
    'the same for all types',
  ),
  row(
    `POST ${jira}/search/approximate-count`,
    'how many issues a search finds',
    'as the search; counts changes at once',
  ),
  row(
    `GET ${jira}/filter/search`,
    'filters by owner and name, shared with all or private; overriding that',
    'seeds have none; orders by name; 400 for who may not override',
  ),
  row(
    `GET ${jira}/dashboard/search`,
    'dashboards by owner and name, shared with all or private',
    'seeds have none; orders by name',
  ),
  row(`GET ${v1}`, 'the organization of the key'),
  row(`GET ${v1}/{orgId}`, 'the organization'),
  row(`GET ${v2}/directories`, 'the one directory', 'centralized user management only'),
  row(
    `POST ${v2}/workspaces`,
    'products of this site, other sites, queries, plan as entitlement',
    'field names in queries; links.next is a bare cursor',
    'recording',
  ),
  row(
    `POST ${directory}/users/search`,
    'all filters, expansions, opaque cursors; 2 s late, roles 30 s late',
    'mfaEnabled matches nobody; a cursor needs its filters; never sooner',
  ),
  row(`GET ${directory}/users/count`, 'as the search', 'as the search'),
  row(`GET ${directory}/users/stats`, 'counts by status and role', 'as late as the search'),
  row(`GET ${directory}/users/{accountId}`, 'one user', 'no deactivatedOn; as late as the search'),
  row(
    `GET ${directory}/users/{accountId}/role-assignments`,
    'roles by group, direct and inferred, 30 s late',
    'platform roles are not listed as assignments; always 30 s late',
  ),
  row(`POST ${directory}/groups/search`, 'all filters, counts; 2 s late', 'always 2 s late'),
  row(`GET ${directory}/groups/count`, 'as the search', 'as the search'),
  row(`GET ${directory}/groups/stats`, 'totals and types; 2 s late', 'USERBASE_GROUP is not told apart'),
  row(`GET ${directory}/groups/{groupId}`, 'one group with counts', 'as the search'),
  row(`GET ${directory}/groups/{groupId}/role-assignments`, 'roles per product, default role'),
  row(
    `POST ${directory}/groups/{groupId}/memberships`,
    'adds a member; 409 when a member or when the licence is full',
    'which refusal a synced group gives',
  ),
  row(
    `DELETE ${directory}/groups/{groupId}/memberships/{accountId}`,
    'removes a member; synced groups answer 403, 400, or 204 and put back',
    'the three refusals; 404 when not a member',
  ),
  row(
    `POST ${v1}/{orgId}/users/{userId}/roles/revoke`,
    'takes roles away, product or platform; none when one group refuses',
    'codes for synced groups and last administrators',
    'recording',
  ),
  row(
    `GET ${v1}/{orgId}/directory/users/{accountId}/last-active-dates`,
    'use per product, a day late; 200 a minute',
  ),
  row(
    `GET ${v1}/{orgId}/events`,
    'membership events of 180 days; 10 a minute',
    "at once; no other events, nothing of the app's entry; limit per path",
    'recording',
  ),
  row(
    'GET /users/{account_id}/manage',
    'what may be done to a managed account',
    'SCIM is the only reason given',
    'recording',
  ),
  row('GET /users/{account_id}/manage/api-tokens', 'the last use of any token', 'one token at most'),
];
