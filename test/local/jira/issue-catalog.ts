import type { JiraCall, JiraReply, JiraRoute } from './call';
import { badRequest } from './errors';
import { issueTypes } from './issue-fields';
import { findProject } from './projects';

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

const at = { method: 'GET', scopes: ['read:jira-work'], needs: 'access' } as const;

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
];
