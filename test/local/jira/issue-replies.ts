import type { OrganizationCore } from '../organization/core';
import type { Issue } from './issue-store';
import { statuses } from './issue-store';
import { findProject } from './projects';
import { toUserDetails } from './replies';
import { toJiraTime } from './site';

/** An issue with the fields asked for; only its id when nothing else was. */
export function toIssueBean(
  core: OrganizationCore,
  issue: Issue,
  fields: readonly string[],
): Record<string, unknown> {
  if (fields.length > 0 && fields.every((name) => name === 'id')) return { id: issue.id };
  const all = toFields(core, issue);
  const isAll = fields.length === 0 || fields.some((name) => name === '*all' || name === '*navigable');
  const shown = Object.entries(all).filter(
    ([name]) => (isAll || fields.includes(name)) && !fields.includes(`-${name}`),
  );
  return {
    expand: 'renderedFields,names,schema,operations,editmeta,changelog,versionedRepresentations',
    id: issue.id,
    self: `${core.baseUrl}/rest/api/3/issue/${issue.id}`,
    key: issue.key,
    fields: Object.fromEntries(shown),
  };
}

export function toStatus(core: OrganizationCore, statusId: string): Record<string, unknown> {
  const status = statuses.find(({ id }) => id === statusId) ?? statuses[0];
  const self = `${core.baseUrl}/rest/api/3/status/${status.id}`;
  const category = `${core.baseUrl}/rest/api/3/statuscategory/${String(status.category.id)}`;
  return {
    self,
    id: status.id,
    name: status.name,
    description: '',
    statusCategory: { self: category, ...status.category },
  };
}

export function toComment(
  core: OrganizationCore,
  issue: Issue,
  comment: Issue['comments'][number],
): Record<string, unknown> {
  const author = toPerson(core, comment.author);
  return {
    self: `${core.baseUrl}/rest/api/3/issue/${issue.id}/comment/${comment.id}`,
    id: comment.id,
    ...(author === null ? {} : { author, updateAuthor: author }),
    body: comment.body,
    created: toJiraTime(Date.parse(comment.created)),
    updated: toJiraTime(Date.parse(comment.created)),
    jsdPublic: true,
  };
}

function toFields(core: OrganizationCore, issue: Issue): Record<string, unknown> {
  const project = findProject(core.store, issue.projectKey);
  const isDone = issue.statusId === statuses[2].id;
  return {
    description: null,
    duedate: null,
    ...issue.fields,
    project: {
      id: String(project?.id ?? 0),
      key: issue.projectKey,
      name: project?.seed.name ?? issue.projectKey,
    },
    status: toStatus(core, issue.statusId),
    resolution: isDone ? { id: '10000', name: 'Done' } : null,
    assignee: toPerson(core, issue.assignee),
    reporter: toPerson(core, issue.reporter),
    created: toJiraTime(Date.parse(issue.created)),
    updated: toJiraTime(Date.parse(issue.updated)),
    comment: {
      comments: issue.comments.map((comment) => toComment(core, issue, comment)),
      total: issue.comments.length,
      maxResults: issue.comments.length,
      startAt: 0,
    },
  };
}

function toPerson(core: OrganizationCore, accountId: string | null): Record<string, unknown> | null {
  const account = accountId === null ? undefined : core.store.accounts.get(accountId);
  return account === undefined ? null : toUserDetails(core, account);
}
