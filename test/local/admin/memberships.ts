import { z } from 'zod';
import type { MembershipRefusal } from '../organization/changes';
import { addMember, removeMember } from '../organization/changes';
import type { Account } from '../organization/entities';
import type { AdminCall, AdminReply, AdminRoute } from './call';
import { needGroup } from './call';
import type { AdminError } from './errors';
import {
  conflict,
  invalidBody,
  invalidResource,
  licenceLimit,
  notAllowedOnGroup,
  notAllowedOnOrg,
  unknownUser,
} from './errors';

const bodySchema = z.strictObject({ accountId: z.string().min(1) });

function addMembership(call: AdminCall): AdminReply {
  const body = bodySchema.safeParse(call.request.body);
  if (!body.success) throw invalidBody('The body must hold an accountId and nothing else.');
  const group = needGroup(call);
  const account = needUser(call, body.data.accountId);
  const refusal = addMember(call.store, { account, group }, call.core.keyActor(), call.times.now);
  if (refusal !== undefined) throw toError(refusal);
  return { status: 204, body: undefined };
}

function removeMembership(call: AdminCall): AdminReply {
  const group = needGroup(call);
  const account = needUser(call, call.params['accountId']);
  const refusal = removeMember(call.store, { account, group }, call.core.keyActor(), call.times.now);
  if (refusal !== undefined) throw toError(refusal);
  return { status: 204, body: undefined };
}

/** Any account of the directory: an administrator may also take apps out of groups. */
function needUser({ store }: AdminCall, accountId: string | undefined): Account {
  const account = store.accounts.get(accountId ?? '');
  if (account === undefined) throw unknownUser('The user was not found in the directory.');
  return account;
}

function toError(refusal: MembershipRefusal): AdminError {
  switch (refusal) {
    case 'already-a-member':
      return conflict('The user is already a member of the group.');
    case 'not-a-member':
      return unknownUser('The user is not a member of the group.');
    case 'synced-403':
      return notAllowedOnGroup('The memberships of this group are managed by an identity provider.');
    case 'synced-400':
      return invalidResource('The memberships of this group are managed by an identity provider.');
    case 'last-administrator':
      return notAllowedOnOrg('The last administrator cannot be removed.');
    case 'licence-full':
      return licenceLimit('The user limit of an app that this group grants has been reached.');
  }
}

const memberships = '/admin/v2/orgs/{orgId}/directories/{directoryId}/groups/{groupId}/memberships';

export const membershipRoutes: readonly AdminRoute[] = [
  { method: 'POST', path: memberships, scope: null, handle: addMembership },
  { method: 'DELETE', path: `${memberships}/{accountId}`, scope: null, handle: removeMembership },
];
