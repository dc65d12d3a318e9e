import type { JiraCall, JiraReply, JiraRoute } from './call';
import { badRequest } from './errors';
import { issueTypes } from './issue-fields';
import { findProject } from './projects';
import { toPage } from './replies';

const systemFields: readonly [id: string, name: string, type: string, required: boolean, items?: string][] = [
  ['summary', 'Summary', 'string', true],
  ['issuetype', 'Issue Type', 'issuetype', true],
  ['project', 'Project', 'project', true],
  ['description', 'Description', 'string', false],
  ['assignee', 'Assignee', 'user', false],
  ['reporter', 'Reporter', 'user', false],
  ['labels', 'Labels', 'array', false, 'string'],
  ['duedate', 'Due date', 'date', false],
  ['priority', 'Priority', 'priority', false],
  ['environment', 'Environment', 'string', false],
];

function toSchema([id, , type, , items]: (typeof systemFields)[number]): Record<string, string> {
  return { type, system: id, ...(items === undefined ? {} : { items }) };
}

function listFields(): JiraReply {
  const body = systemFields.map((field) => ({
    id: field[0],
    key: field[0],
    name: field[1],
    custom: false,
    orderable: true,
    navigable: true,
    searchable: true,
    clauseNames: [field[0]],
    schema: toSchema(field),
  }));
  return { status: 200, body, others: body.length };
}

/** These endpoints document no 404: what is not there is a wrong request. */
function needCreatable({ store, params }: JiraCall): void {
  const { projectIdOrKey = '', issueTypeId } = params;
  if (findProject(store, projectIdOrKey) === undefined)
    throw badRequest(`No project could be found with key '${projectIdOrKey}'.`);
  if (issueTypeId !== undefined && !issueTypes.some(({ id }) => id === issueTypeId))
    throw badRequest('The issue type was not found.');
}

function listIssueTypes(call: JiraCall): JiraReply {
  needCreatable(call);
  const { startAt, maxResults } = call.query.page({ fallback: 50, max: 200 });
  const shown = issueTypes.slice(startAt, startAt + maxResults).map((type) => ({
    self: `${call.core.baseUrl}/rest/api/3/issuetype/${type.id}`,
    ...type,
  }));
  const body = { startAt, maxResults, total: issueTypes.length, issueTypes: shown };
  return { status: 200, body, others: shown.length };
}

function listCreateFields(call: JiraCall): JiraReply {
  needCreatable(call);
  const { startAt, maxResults } = call.query.page({ fallback: 50, max: 200 });
  const fields = systemFields.slice(startAt, startAt + maxResults).map((field) => ({
    fieldId: field[0],
    key: field[0],
    name: field[1],
    required: field[3],
    hasDefaultValue: false,
    operations: field[0] === 'labels' ? ['add', 'set', 'remove'] : ['set'],
    schema: toSchema(field),
  }));
  return {
    status: 200,
    body: { startAt, maxResults, total: systemFields.length, fields },
    others: fields.length,
  };
}

const orders = ['description', 'id', 'name', 'owner'];
const filterOrders = [...orders, 'favourite_count', 'is_favourite', 'is_shared'];
const dashboardOrders = [...orders, 'favorite_count', 'is_favorite'];

/** A seed has no filters: the page is always empty. */
function searchFilters(call: JiraCall): JiraReply {
  call.query.string('orderBy', withDirections(filterOrders));
  return emptyPage(call);
}

/** A seed has no dashboards either. */
function searchDashboards(call: JiraCall): JiraReply {
  call.query.string('orderBy', withDirections(dashboardOrders));
  call.query.string('status', ['active', 'archived', 'deleted']);
  return emptyPage(call);
}

function withDirections(names: readonly string[]): string[] {
  return names.flatMap((name) => [name, `-${name}`, `+${name}`]);
}

function emptyPage(call: JiraCall): JiraReply {
  const page = call.query.page({ fallback: 50, max: 100 });
  return { status: 200, body: toPage(call, { values: [], total: 0 }, page), others: 0 };
}

const at = { method: 'GET', scopes: ['read:jira-work'], needs: 'access' } as const;
const owned = [
  'accountId',
  'owner',
  'groupname',
  'groupId',
  'projectId',
  'orderBy',
  'startAt',
  'maxResults',
  'expand',
];

export const issueCatalogRoutes: readonly JiraRoute[] = [
  { ...at, path: '/rest/api/3/field', handle: listFields },
  {
    ...at,
    path: '/rest/api/3/issue/createmeta/{projectIdOrKey}/issuetypes',
    query: ['startAt', 'maxResults'],
    handle: listIssueTypes,
  },
  {
    ...at,
    path: '/rest/api/3/issue/createmeta/{projectIdOrKey}/issuetypes/{issueTypeId}',
    query: ['startAt', 'maxResults'],
    handle: listCreateFields,
  },
  {
    ...at,
    path: '/rest/api/3/filter/search',
    query: ['filterName', 'id', 'overrideSharePermissions', 'isSubstringMatch', ...owned],
    ignored: { booleans: ['overrideSharePermissions', 'isSubstringMatch'], integers: ['id', 'projectId'] },
    handle: searchFilters,
  },
  {
    ...at,
    path: '/rest/api/3/dashboard/search',
    query: ['dashboardName', 'status', ...owned],
    ignored: { integers: ['projectId'] },
    handle: searchDashboards,
  },
];
