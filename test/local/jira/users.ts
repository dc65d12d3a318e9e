import type { Account } from '../organization/entities';
import { lowerBound } from '../organization/memberships';
import { isActive, isSeat } from '../organization/seats';
import type { JiraCall, JiraReply, JiraRoute } from './call';
import { callerAccount } from './call';
import { badRequest, notFound } from './errors';
import { burstPerSecond } from './rate-limits';
import { cutPage, toGroupName, toPage, toUser } from './replies';

const scopes = ['read:jira-user'];

/** Every account that Jira has ever known: apps, inactive and former users too, as a bare list. */
function searchAllUsers(call: JiraCall): JiraReply {
  const { core, store, query } = call;
  const { rows } = cutPage(call, store.accountIds, query.page({ fallback: 50, max: 1000 }));
  const body = rows.flatMap((id) => store.accounts.get(id) ?? []).map((account) => toUser(core, account));
  return { status: 200, body, identities: body.length };
}

function getUser(call: JiraCall): JiraReply {
  return expandUser(call, needAccount(call, call.query.string('accountId')));
}

function getMyself(call: JiraCall): JiraReply {
  return expandUser(call, callerAccount(call));
}

/** Application roles in an expanded user carry key and name only; `applicationrole` has the rest. */
function expandUser(call: JiraCall, current: Account): JiraReply {
  const { core, store, query, times } = call;
  const account = store.accountAt(current, times.jira);
  const user = toUser(core, account);
  const groups = [...store.memberships.groups(account.id, times.jira)].sort();
  const roles = store.jiraProducts.filter((product) =>
    isSeat(account, store.holdings(account, product, times.jira)),
  );
  const expand = query.list('expand');
  const withGroups = expand.includes('groups');
  const withRoles = expand.includes('applicationRoles');
  const names = withGroups ? groups.flatMap((id) => store.groups.get(id) ?? []) : [];
  user['groups'] = { size: groups.length, items: names.map((group) => toGroupName(core, group)) };
  user['applicationRoles'] = {
    size: roles.length,
    items: withRoles ? roles.map(({ key, name }) => ({ key, name })) : [],
  };
  user['expand'] = 'groups,applicationRoles';
  return { status: 200, body: user, identities: 1 + names.length + (withRoles ? roles.length : 0) };
}

function bulkGetUsers(call: JiraCall): JiraReply {
  const { core, store, query, times } = call;
  if (query.strings('username').length + query.strings('key').length > 0) {
    throw badRequest("The 'username' and 'key' query parameters are not supported in GDPR strict mode.");
  }
  const asked = [...new Set(query.strings('accountId'))];
  if (asked.length === 0) throw badRequest("The query parameter 'accountId' is required.");
  const page = query.page({ fallback: 10, max: 200 });
  const found = asked.flatMap((id) => store.accounts.get(id) ?? []);
  const { rows, total } = cutPage(call, found, page);
  const values = rows.map((account) => toUser(core, store.accountAt(account, times.jira)));
  return {
    status: 200,
    body: toPage(call, { values, total }, page),
    identities: values.length,
  };
}

function getUserGroups(call: JiraCall): JiraReply {
  const account = needAccount(call, call.query.string('accountId'));
  const ids = [...call.store.memberships.groups(account.id, call.times.jira)].sort();
  const body = ids
    .flatMap((id) => call.store.groups.get(id) ?? [])
    .map((group) => toGroupName(call.core, group));
  return { status: 200, body, identities: body.length };
}

/** Finds active people by name or e-mail; looks through the first 1,000 matches only, as Jira does. */
function searchUsers(call: JiraCall): JiraReply {
  const { core, store, query } = call;
  const page = query.page({ fallback: 50, max: 1000 });
  const accountId = query.string('accountId');
  const text = query.string('query')?.toLowerCase();
  if (accountId === undefined && text === undefined && query.string('property') === undefined) {
    throw badRequest("At least one of the query parameters 'query', 'accountId' and 'property' is required.");
  }
  const from = accountId === undefined ? 0 : lowerBound(store.accountIds, accountId);
  const ids = accountId === undefined ? store.accountIds : store.accountIds.slice(from, from + 1);
  const found: Account[] = [];
  for (const id of ids) {
    const account = store.accounts.get(id);
    if (account === undefined || !isActive(account)) continue;
    if (accountId !== undefined ? id === accountId : matches(account, text ?? '')) found.push(account);
    if (found.length === Math.min(1000, page.startAt + page.maxResults)) break;
  }
  const body = cutPage(call, found, page).rows.map((account) => toUser(core, account));
  return { status: 200, body, identities: body.length };
}

function matches({ identity }: Account, text: string): boolean {
  return (
    identity.name.toLowerCase().includes(text) || (identity.email?.toLowerCase().startsWith(text) ?? false)
  );
}

function needAccount({ store, query }: JiraCall, accountId: string | undefined): Account {
  if (query.string('username') !== undefined || query.string('key') !== undefined) {
    throw badRequest("The 'username' and 'key' query parameters are not supported in GDPR strict mode.");
  }
  if (accountId === undefined) throw badRequest("The query parameter 'accountId' is required.");
  const account = store.accounts.get(accountId);
  if (account === undefined)
    throw notFound('Specified user does not exist or you do not have required permissions');
  return account;
}

const at = { method: 'GET', scopes, needs: 'access' } as const;

export const userRoutes: readonly JiraRoute[] = [
  {
    ...at,
    path: '/rest/api/3/users/search',
    query: ['startAt', 'maxResults', 'expand'],
    handle: searchAllUsers,
  },
  {
    ...at,
    path: '/rest/api/3/user',
    query: ['accountId', 'username', 'key', 'expand'],
    burst: burstPerSecond.user,
    handle: getUser,
  },
  {
    ...at,
    path: '/rest/api/3/user/bulk',
    query: ['startAt', 'maxResults', 'username', 'key', 'accountId'],
    handle: bulkGetUsers,
  },
  { ...at, path: '/rest/api/3/user/groups', query: ['accountId', 'username', 'key'], handle: getUserGroups },
  {
    ...at,
    path: '/rest/api/3/user/search',
    query: ['query', 'username', 'accountId', 'startAt', 'maxResults', 'property'],
    handle: searchUsers,
  },
  { ...at, path: '/rest/api/3/myself', query: ['expand'], handle: getMyself },
];
