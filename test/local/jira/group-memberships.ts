import { z } from 'zod';
import type { MembershipRefusal, MembershipWrite } from '../organization/changes';
import { addMember, removeMember } from '../organization/changes';
import type { JiraCall, JiraReply, JiraRoute } from './call';
import { callerAccount } from './call';
import type { JiraError } from './errors';
import { badRequest, membershipForbidden, notFound } from './errors';
import { needGroup } from './groups';
import { toGroupName } from './replies';

const bodySchema = z.object({ accountId: z.string().min(1).max(128), name: z.string().optional() });

/** Only organization and site administrators change memberships, and only themselves: never the app. */
function authorizeWrite({ caller }: JiraCall): void {
  if (caller.kind !== 'user' || !caller.siteAdministrator) throw membershipForbidden();
}

function removeUserFromGroup(call: JiraCall): JiraReply {
  authorizeWrite(call);
  const accountId = call.query.string('accountId');
  if (accountId === undefined) throw badRequest("The query parameter 'accountId' is required.");
  const write = needWrite(call, accountId);
  const refusal = removeMember(call.store, write, call.core.actor(callerAccount(call).id), call.times.now);
  if (refusal !== undefined) throw toError(refusal, write);
  return { status: 200, body: undefined };
}

function addUserToGroup(call: JiraCall): JiraReply {
  authorizeWrite(call);
  const body = bodySchema.safeParse(call.request.body);
  if (!body.success) throw badRequest('The request body must name an accountId.');
  const write = needWrite(call, body.data.accountId);
  const refusal = addMember(call.store, write, call.core.actor(callerAccount(call).id), call.times.now);
  if (refusal !== undefined) throw toError(refusal, write);
  const size = call.store.memberships.members(write.group.id).length;
  const users = { size, items: [], 'max-results': 50, 'start-index': 0, 'end-index': 0 };
  return { status: 201, body: { ...toGroupName(call.core, write.group), users, expand: 'users' } };
}

function needWrite(call: JiraCall, accountId: string): MembershipWrite {
  const group = needGroup(call);
  const account = call.store.accounts.get(accountId);
  if (account === undefined) throw notFound('The user does not exist.');
  return { group, account };
}

/** Bodies of synced refusals and of the last administrator are approximate: nobody has published the real ones. */
function toError(refusal: MembershipRefusal, { account, group }: MembershipWrite): JiraError {
  switch (refusal) {
    case 'already-a-member':
      // The placeholder stands like this in Jira's own answer (AX-17).
      return badRequest("Cannot add user. User is already a member of '{1}'");
    case 'not-a-member':
      return notFound(
        `Cannot remove user '${account.id}' from group '${group.name}' since user is not a member of '${group.name}'`,
      );
    case 'synced-403':
      return membershipForbidden();
    case 'synced-400':
      return badRequest(
        `Group '${group.name}' is managed by an identity provider and cannot be changed here.`,
      );
    case 'last-administrator':
      return badRequest(`Cannot remove the last administrator from group '${group.name}'.`);
    case 'licence-full':
      return badRequest(
        'com.atlassian.jira.exception.LicenceExceededException: the user limit has been reached.',
      );
  }
}

const at = { path: '/rest/api/3/group/user', scopes: ['manage:jira-configuration'], needs: 'login' } as const;

export const groupMembershipRoutes: readonly JiraRoute[] = [
  { ...at, method: 'POST', query: ['groupname', 'groupId'], handle: addUserToGroup },
  {
    ...at,
    method: 'DELETE',
    query: ['groupname', 'groupId', 'username', 'accountId'],
    handle: removeUserFromGroup,
  },
];
