import { z } from 'zod';
import { toIso } from '../organization/time';
import type { JiraCall, JiraReply, JiraRoute } from './call';
import { callerAccount } from './call';
import { badRequest, forbidden } from './errors';
import { applyWrite, readIssueWrite } from './issue-fields';
import { toStatus } from './issue-replies';
import { statuses } from './issue-store';
import { needIssue } from './issues';

const transitions = statuses.map((status, index) => ({ id: String(11 + 10 * index), status }));

const text = z.string().optional();
const flag = z.boolean().optional();

/** A user and a group as Jira itself gives them: whole ones may be sent back. */
const user = z.strictObject({
  accountId: z.string().max(128),
  ...{ accountType: text, displayName: text, emailAddress: text, key: text, name: text, self: text },
  ...{ timeZone: text, active: flag, avatarUrls: z.record(z.string(), z.string()).optional() },
});
const group = z.strictObject({ groupId: z.string().nullable().optional(), name: text, self: text });
const groups = { groupIds: z.array(z.string()).optional(), groups: z.array(group).optional() };

/** Restrictions are read and not applied: whoever is named may see every issue here. */
const notifySchema = z.looseObject({
  ...{ subject: text, textBody: text, htmlBody: text },
  restrict: z
    .strictObject({ ...groups, permissions: z.array(z.looseObject({ id: text, key: text })).optional() })
    .optional(),
  to: z.looseObject({
    ...groups,
    users: z.array(user).optional(),
    ...{ assignee: flag, reporter: flag, voters: flag, watchers: flag },
  }),
});

/**
 * Sends no mail: the message is kept with the issue. Who writes only to themselves is refused, as by Jira, and so is
 * everybody where mail is switched off.
 */
function notifyPeople(call: JiraCall): JiraReply {
  const issue = needIssue(call);
  const parsed = notifySchema.safeParse(call.request.body);
  if (!parsed.success) throw badRequest('No recipients were defined for notification.');
  if (!call.core.sendsMail) throw forbidden('Outgoing mail is disabled on this site.');
  const { users = [], assignee = false, reporter = false, ...to } = parsed.data.to;
  const named = (to.groups ?? []).flatMap(({ groupId }) => groupId ?? []);
  const groupIds = [...(to.groupIds ?? []), ...named];
  const asked = [assignee ? issue.assignee : null, reporter ? issue.reporter : null].filter(
    (id) => id !== null,
  );
  const people = new Set([...users.map(({ accountId }) => accountId), ...asked]);
  if (people.size + groupIds.length === 0) throw badRequest('No recipients were defined for notification.');
  const unknown = [...people].find((id) => !call.store.accounts.has(id));
  if (unknown !== undefined) throw badRequest(`The user with accountId '${unknown}' was not found.`);
  people.delete(callerAccount(call).id);
  if (people.size + groupIds.length === 0)
    throw badRequest('The only recipient is the sender of the notification.');
  const { subject = '', textBody = '', htmlBody = '' } = parsed.data;
  issue.notifications.push({
    at: toIso(call.times.now),
    from: callerAccount(call).id,
    to: [...people].sort(),
    groupIds,
    subject,
    textBody,
    htmlBody,
  });
  call.core.issues.keep(issue);
  return { status: 204, body: undefined };
}

function getTransitions(call: JiraCall): JiraReply {
  const issue = needIssue(call);
  const asked = call.query.string('transitionId');
  const shown = transitions.filter(
    ({ id, status }) => status.id !== issue.statusId && (asked === undefined || id === asked),
  );
  const body = shown.map(({ id, status }) => ({
    id,
    name: status.name,
    to: toStatus(call.core, status.id),
    hasScreen: false,
    isGlobal: true,
    isInitial: false,
    isAvailable: true,
    isConditional: false,
    looped: false,
  }));
  return { status: 200, body: { expand: 'transitions', transitions: body }, others: body.length };
}

function doTransition(call: JiraCall): JiraReply {
  const issue = needIssue(call, 'TRANSITION_ISSUES');
  const write = readIssueWrite(call);
  const transition = transitions.find(({ id }) => id === write.transitionId);
  if (transition === undefined) throw badRequest('The transition is not valid for this issue.');
  applyWrite(issue, write, toIso(call.times.now));
  issue.statusId = transition.status.id;
  call.core.issues.keep(issue);
  return { status: 204, body: undefined };
}

const reads = { scopes: ['read:jira-work'], needs: 'access' } as const;
const writes = { scopes: ['write:jira-work'], needs: 'access' } as const;
const issuePath = '/rest/api/3/issue/{issueIdOrKey}';

/** What is done to an issue besides writing its fields. */
export const issueActionRoutes: readonly JiraRoute[] = [
  { ...writes, method: 'POST', path: `${issuePath}/notify`, handle: notifyPeople },
  {
    ...reads,
    method: 'GET',
    path: `${issuePath}/transitions`,
    query: [
      'expand',
      'transitionId',
      'skipRemoteOnlyCondition',
      'includeUnavailableTransitions',
      'sortByOpsBarAndStatus',
    ],
    ignored: {
      booleans: ['skipRemoteOnlyCondition', 'includeUnavailableTransitions', 'sortByOpsBarAndStatus'],
    },
    handle: getTransitions,
  },
  { ...writes, method: 'POST', path: `${issuePath}/transitions`, handle: doTransition },
];
