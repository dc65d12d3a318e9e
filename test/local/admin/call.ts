import type { RestRequest } from '../call';
import type { OrganizationCore } from '../organization/core';
import type { Account, Group } from '../organization/entities';
import type { Query } from '../organization/query';
import type { RoutePattern } from '../organization/router';
import type { OrganizationStore, ReadTimes } from '../organization/store';
import { unknownGroup, unknownUser } from './errors';

/** One call of the organization key on its way through an endpoint. */
export interface AdminCall {
  readonly core: OrganizationCore;
  readonly store: OrganizationStore;
  readonly request: RestRequest;
  readonly params: Readonly<Record<string, string>>;
  readonly query: Query;
  readonly times: ReadTimes;
}

export interface AdminReply {
  readonly status: number;
  readonly body: unknown;
}

export interface AdminRoute extends RoutePattern {
  /** Scope that a scoped key needs; null where none is documented, and then only an unscoped key gets through. */
  readonly scope: string | null;
  /** Requests a minute, where a limit is documented. */
  readonly perMinute?: number;
  /** Whether `-` may stand for the directory, as reads allow. */
  readonly anyDirectory?: boolean;
  /** Whether an application error is one bare object here, where the other endpoints have a list of them. */
  readonly bareErrors?: boolean;
  readonly query?: readonly string[];
  readonly handle: (call: AdminCall) => AdminReply;
}

/** The body of an endpoint that documents it as optional; JSON's `null` is a body, and a wrong one. */
export function optionalBody({ request }: AdminCall): unknown {
  return request.body === undefined ? {} : request.body;
}

/** The API documents people only; a seed may say that other account types are listed too. */
export function isListed({ core }: AdminCall, account: Account): boolean {
  return account.identity.accountType === 'atlassian' || core.seed.behaviour?.orgListsApps === true;
}

/** @throws AdminError 404 for an account that the directory does not list */
export function needListedUser(call: AdminCall): Account {
  const account = call.store.accounts.get(call.params['accountId'] ?? '');
  if (account === undefined || !isListed(call, account))
    throw unknownUser('The user was not found in the directory.');
  return account;
}

/** @throws AdminError 404 */
export function needGroup({ store, params }: AdminCall): Group {
  const group = store.groups.get(params['groupId'] ?? '');
  if (group === undefined) throw unknownGroup('The group was not found in the directory.');
  return group;
}
