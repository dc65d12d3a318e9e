import type { Account } from '../organization/entities';
import { stableId } from '../organization/app-user';
import type { AdminCall, AdminReply, AdminRoute } from './call';
import { needListedUser } from './call';
import { decodeCursor } from './cursor';
import { AdminError, userManagementErrors } from './errors';
import { lastActiveDatesPerMinute } from './rate-limits';

/** When the account last used each product; products never used are left out. */
function getLastActiveDates(call: AdminCall): AdminReply {
  const account = needListedUser(call);
  // All products fit on one page, so that no cursor was ever given.
  decodeCursor(call, call.query.string('cursor'));
  const used = [...call.store.products.values()].flatMap(({ key, resourceId }) => {
    const time = account.lastActive[key];
    return time === undefined
      ? []
      : { id: resourceId, key, last_active: dayOf(time), last_active_timestamp: time };
  });
  const { addedToOrg } = account.identity;
  const added =
    addedToOrg === undefined || addedToOrg === null
      ? {}
      : { added_to_org: dayOf(addedToOrg), added_to_org_timestamp: addedToOrg };
  return { status: 200, body: { data: { product_access: used, ...added }, links: {} } };
}

function dayOf(time: string): string {
  return new Date(time).toISOString().slice(0, 10);
}

const privileges = [
  'profile',
  'profile.write',
  'profile.read',
  'email.set',
  'lifecycle.enablement',
  'lifecycle.delete',
];
const allPrivileges = [...privileges, 'apiToken.read', 'apiToken.delete'];
const profileFields = ['name', 'nickname', 'zoneinfo', 'locale'];

/** What an organization may do to a managed account, and which identity provider forbids the rest. */
function getManageability(call: AdminCall): AdminReply {
  const account = needManagedAccount(call);
  const asked = call.query.list('privileges');
  const unknown = asked.find((privilege) => !allPrivileges.includes(privilege));
  if (unknown !== undefined)
    throw userManagementErrors.invalidParameter(`The privilege ${unknown} is not known.`, 'privileges');
  const shown = asked.length === 0 ? allPrivileges : asked;
  const synced = account.identity.managementSource === 'synced';
  const provider = { allowed: false, reason: { key: 'externalDirectory.scim' } };
  const rules = shown.map((privilege): [string, unknown] => {
    const isRead = privilege === 'profile.read' || privilege.startsWith('apiToken.');
    const rule = synced && !isRead ? provider : { allowed: true };
    const isProfile = privilege === 'profile' || privilege === 'profile.write';
    return [privilege, isProfile ? Object.fromEntries(profileFields.map((field) => [field, rule])) : rule];
  });
  return { status: 200, body: Object.fromEntries(rules) };
}

/** One token for an account whose token was used; which tokens there are besides, a seed does not tell. */
function listApiTokens(call: AdminCall): AdminReply {
  const account = needManagedAccount(call);
  const { tokenLastUsed } = account.identity;
  if (tokenLastUsed === undefined) return { status: 200, body: [] };
  const token = {
    id: stableId(account.id, 'api-token'),
    label: 'Script',
    createdAt: account.identity.addedToOrg ?? tokenLastUsed,
    lastAccess: tokenLastUsed,
  };
  return { status: 200, body: [token] };
}

function needManagedAccount({ store, params }: AdminCall): Account {
  const account = store.accounts.get(params['account_id'] ?? '');
  if (account === undefined) throw new AdminError(404, { body: { key: 'accountNotFound' } });
  if (account.identity.claimStatus !== 'managed') throw new AdminError(403, { body: { key: 'forbidden' } });
  return account;
}

export const accountRoutes: readonly AdminRoute[] = [
  {
    method: 'GET',
    path: '/admin/v1/orgs/{orgId}/directory/users/{accountId}/last-active-dates',
    scope: null,
    perMinute: lastActiveDatesPerMinute,
    query: ['cursor'],
    handle: getLastActiveDates,
  },
  {
    method: 'GET',
    path: '/users/{account_id}/manage',
    scope: null,
    query: ['privileges'],
    handle: getManageability,
  },
  { method: 'GET', path: '/users/{account_id}/manage/api-tokens', scope: null, handle: listApiTokens },
];
