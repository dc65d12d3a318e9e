import { z } from 'zod';
import { toIso } from '../organization/time';
import type { JiraCall, JiraReply, JiraRoute } from './call';
import { callerAccount } from './call';
import { badFields, badRequest, forbidden, notFound } from './errors';
import { applyWrite, readIssueWrite } from './issue-fields';
import { toComment, toIssueBean } from './issue-replies';
import type { Issue } from './issue-store';
import { statuses } from './issue-store';
import { hasPermission } from './permission-rules';
import { findProject } from './projects';

function createIssue(call: JiraCall): JiraReply {
  const { core, times } = call;
  const caller = callerAccount(call);
  const write = readIssueWrite(call);
  const faults: Record<string, string> = {};
  if (write.projectKey === undefined) faults['project'] = 'Specify a valid project ID or key';
  if (write.fields['summary'] === undefined) faults['summary'] = 'You must specify a summary of the issue.';
  if (write.fields['issuetype'] === undefined) faults['issuetype'] = 'Specify an issue type';
  if (write.projectKey === undefined || Object.keys(faults).length > 0) throw badFields(faults);
  const now = toIso(times.now);
  const issue = core.issues.create(write.projectKey, {
    statusId: statuses[0].id,
    created: now,
    updated: now,
    assignee: null,
    reporter: caller.id,
    fields: {},
    comments: [],
    notifications: [],
  });
  applyWrite(issue, write, now);
  const self = `${core.baseUrl}/rest/api/3/issue/${issue.id}`;
  return { status: 201, body: { id: issue.id, key: issue.key, self } };
}

function getIssue(call: JiraCall): JiraReply {
  const body = toIssueBean(call.core, needIssue(call), call.query.list('fields'));
  return { status: 200, body, others: 1 };
}

function editIssue(call: JiraCall): JiraReply {
  const issue = needIssue(call, 'EDIT_ISSUES');
  const write = readIssueWrite(call);
  if (write.projectKey !== undefined) throw badFields({ project: "Field 'project' cannot be set." });
  applyWrite(issue, write, toIso(call.times.now));
  call.core.issues.keep(issue);
  if (!call.query.boolean('returnIssue', false)) return { status: 204, body: undefined };
  return { status: 200, body: toIssueBean(call.core, issue, []) };
}

const commentSchema = z.looseObject({
  body: z.looseObject({ type: z.literal('doc'), version: z.literal(1) }),
});

function addComment(call: JiraCall): JiraReply {
  const issue = needIssue(call, 'ADD_COMMENTS');
  const parsed = commentSchema.safeParse(call.request.body);
  if (!parsed.success) throw badFields({ comment: 'Comment body is not valid!' });
  const id = String(10_000 + issue.comments.length + Number(issue.id));
  const comment = {
    id,
    author: callerAccount(call).id,
    created: toIso(call.times.now),
    body: parsed.data.body,
  };
  issue.comments.push(comment);
  call.core.issues.keep(issue);
  return { status: 201, body: toComment(call.core, issue, comment) };
}

const bulkSchema = z.strictObject({
  issueIdsOrKeys: z.array(z.string()).min(1).max(100),
  fields: z.array(z.string()).optional(),
  expand: z.array(z.string()).optional(),
  fieldsByKeys: z.boolean().optional(),
  properties: z.array(z.string()).optional(),
});

function bulkFetchIssues(call: JiraCall): JiraReply {
  const parsed = bulkSchema.safeParse(call.request.body);
  if (!parsed.success) throw badRequest('Between 1 and 100 issueIdsOrKeys must be given.');
  const { issueIdsOrKeys, fields = [] } = parsed.data;
  const found = issueIdsOrKeys.map((asked) => ({ asked, issue: call.core.issues.find(asked) }));
  const issues = found.flatMap(({ issue }) =>
    issue === undefined ? [] : toIssueBean(call.core, issue, fields),
  );
  const issueErrors = found
    .filter(({ issue }) => issue === undefined)
    .map(({ asked }) => ({
      id: asked,
      errorMessage: 'Issue does not exist or you do not have permission to see it.',
    }));
  return { status: 200, body: { issues, issueErrors }, others: issues.length };
}

/**
 * The issue of the path, for somebody who has the permission in its project.
 * @throws JiraError 404 when there is no such issue, 403 without the permission
 */
export function needIssue(call: JiraCall, permission = 'BROWSE_PROJECTS'): Issue {
  const { core, store, params } = call;
  const issue = core.issues.find(params['issueIdOrKey'] ?? '');
  if (issue === undefined) throw notFound('Issue does not exist or you do not have permission to see it.');
  if (!hasPermission(core, callerAccount(call), permission, findProject(store, issue.projectKey)))
    throw forbidden(`You do not have the permission ${permission} in this project.`);
  return issue;
}

const reads = { scopes: ['read:jira-work'], needs: 'access' } as const;
const writes = { scopes: ['write:jira-work'], needs: 'access' } as const;
const issuePath = '/rest/api/3/issue/{issueIdOrKey}';

export const issueRoutes: readonly JiraRoute[] = [
  {
    ...writes,
    method: 'POST',
    path: '/rest/api/3/issue',
    query: ['updateHistory'],
    ignored: { booleans: ['updateHistory'] },
    handle: createIssue,
  },
  {
    ...reads,
    method: 'GET',
    path: issuePath,
    query: ['fields', 'fieldsByKeys', 'expand', 'properties', 'updateHistory', 'failFast'],
    ignored: { booleans: ['fieldsByKeys', 'updateHistory', 'failFast'] },
    handle: getIssue,
  },
  {
    ...writes,
    method: 'PUT',
    path: issuePath,
    query: ['notifyUsers', 'overrideScreenSecurity', 'overrideEditableFlag', 'returnIssue', 'expand'],
    ignored: { booleans: ['notifyUsers', 'overrideScreenSecurity', 'overrideEditableFlag'] },
    handle: editIssue,
  },
  { ...writes, method: 'POST', path: `${issuePath}/comment`, query: ['expand'], handle: addComment },
  { ...reads, method: 'POST', path: '/rest/api/3/issue/bulkfetch', handle: bulkFetchIssues },
];
