import { z } from 'zod';
import type { Account } from '../organization/entities';
import { lowerBound } from '../organization/memberships';
import type { OrganizationStore } from '../organization/store';
import type { AdminCall, AdminReply, AdminRoute } from './call';
import { needListedUser, optionalBody } from './call';
import { decodeCursor, encodeCursor } from './cursor';
import { invalidBody, invalidSyntax } from './errors';
import type { UserFilter } from './user-filter';
import {
  candidates,
  compileUserFilter,
  roleIdSchema,
  userFilterSchema,
  userFilterShape,
} from './user-filter';
import { toDirectoryUser } from './user-replies';

const searchSchema = z
  .strictObject({
    ...userFilterShape,
    cursor: z.string().optional(),
    limit: z.int().min(1).max(100).optional(),
    expand: z.array(z.enum(['platformRoles', 'counts.resources', 'productAccess', 'groups'])).optional(),
    sortBy: z
      .array(z.strictObject({ field: z.literal('nick_name'), direction: z.enum(['asc', 'desc']) }))
      .min(1)
      .max(1)
      .optional(),
  })
  .refine(({ emails, searchTerm }) => emails === undefined || searchTerm === undefined, {
    message: 'searchTerm and emails are mutually exclusive',
  });

/** One sweep gives everything that the directory knows of a hundred people at a time. */
function searchUsers(call: AdminCall): AdminReply {
  const parsed = searchSchema.safeParse(optionalBody(call));
  if (!parsed.success) throw invalidBody(describe(parsed.error));
  const { cursor, limit = 50, expand = [], sortBy, ...filter } = parsed.data;
  const order = sortBy?.[0]?.direction;
  const ids = order === undefined ? candidates(call, filter) : byNickname(call.store, order);
  const list = { request: call.request, filters: { ...filter, order } };
  const after = decodeCursor(list, cursor);
  const found: Account[] = [];
  const matches = compileUserFilter(call, filter);
  for (let i = startIndex(ids, after, order); i < ids.length && found.length <= limit; i += 1) {
    const account = call.store.accounts.get(ids[i] ?? '');
    if (account !== undefined && matches(account)) found.push(account);
  }
  const shown = found.slice(0, limit);
  const last = shown.at(-1 - call.core.overlap(limit));
  const links = found.length > limit && last !== undefined ? { next: encodeCursor(list, last.id) } : {};
  return {
    status: 200,
    body: { data: shown.map((account) => toDirectoryUser(call, account, expand)), links },
  };
}

/** A page goes on after the last id of the page before, so that changes in between shift nothing. */
function startIndex(
  ids: readonly string[],
  after: string | undefined,
  order: 'asc' | 'desc' | undefined,
): number {
  if (after === undefined) return 0;
  if (order !== undefined) return ids.indexOf(after) + 1;
  const index = lowerBound(ids, after);
  return ids[index] === after ? index + 1 : index;
}

const orders = new WeakMap<OrganizationStore, { count: number; asc: string[] }>();

/** Names never change, so that the order holds until an account is added. */
function byNickname(store: OrganizationStore, direction: 'asc' | 'desc'): readonly string[] {
  let order = orders.get(store);
  if (order?.count !== store.accountIds.length) {
    const name = (id: string) => store.accounts.get(id)?.identity.name.toLowerCase() ?? '';
    const asc = [...store.accountIds].sort((a, b) => (name(a) < name(b) ? -1 : name(a) > name(b) ? 1 : 0));
    order = { count: store.accountIds.length, asc };
    orders.set(store, order);
  }
  return direction === 'asc' ? order.asc : [...order.asc].reverse();
}

function getUser(call: AdminCall): AdminReply {
  const account = needListedUser(call);
  const data = toDirectoryUser(call, account, ['platformRoles', 'counts.resources']);
  return { status: 200, body: { data } };
}

function countUsers(call: AdminCall): AdminReply {
  const { query } = call;
  const list = (name: string) => (query.list(name).length === 0 ? undefined : query.list(name));
  const asked = {
    accountIds: list('accountIds'),
    directoryIds: list('directoryIds'),
    resourceIds: list('resourceIds'),
    groupIds: list('groupIds'),
    mfaEnabled: query.string('mfaEnabled') === undefined ? undefined : query.boolean('mfaEnabled', false),
    claimStatus: query.string('claimStatus'),
    status: list('status'),
    accountStatus: list('accountStatus'),
    membershipStatus: list('membershipStatus'),
    roleIds: list('roleIds'),
    searchTerm: query.string('searchTerm'),
    emailDomains: list('emailDomains'),
  };
  const parsed = userFilterSchema.safeParse(asked);
  if (!parsed.success) throw invalidSyntax(describe(parsed.error));
  return { status: 200, body: { count: countMatching(call, parsed.data) } };
}

/** Number of listed accounts that a filter matches. */
export function countMatching(call: AdminCall, filter: UserFilter): number {
  const matches = compileUserFilter(call, filter);
  return candidates(call, filter).reduce((count, id) => {
    const account = call.store.accounts.get(id);
    return account !== undefined && matches(account) ? count + 1 : count;
  }, 0);
}

/** Counts by account status and by role; who holds a role on several products counts once. */
function getUserStats(call: AdminCall): AdminReply {
  const statuses = new Map<string, number>();
  const matches = compileUserFilter(call, {});
  for (const account of call.store.accounts.values()) {
    if (!matches(account)) continue;
    const { accountStatus } = call.store.accountAt(account, call.times.directory);
    statuses.set(accountStatus, (statuses.get(accountStatus) ?? 0) + 1);
  }
  const roles = roleIdSchema.options.map((roleId) => ({
    roleId,
    count: countMatching(call, { roleIds: [roleId] }),
  }));
  const accountStatus = [...statuses].map(([status, count]) => ({ status, count }));
  return { status: 200, body: { accountStatus, roles: roles.filter(({ count }) => count > 0) } };
}

/** The first fault of a request, with its place. */
export function describe(error: z.ZodError): string {
  const issue = error.issues[0];
  return issue === undefined ? 'The request is not valid.' : `${issue.path.join('.')}: ${issue.message}`;
}

const users = '/admin/v2/orgs/{orgId}/directories/{directoryId}/users';
const filters = [
  'accountIds',
  'directoryIds',
  'resourceIds',
  'groupIds',
  'mfaEnabled',
  'claimStatus',
  'status',
];
const moreFilters = ['accountStatus', 'membershipStatus', 'roleIds', 'searchTerm', 'emailDomains'];

export const userRoutes: readonly AdminRoute[] = [
  { method: 'POST', path: `${users}/search`, scope: null, anyDirectory: true, handle: searchUsers },
  {
    method: 'GET',
    path: `${users}/count`,
    scope: null,
    anyDirectory: true,
    query: [...filters, ...moreFilters],
    handle: countUsers,
  },
  {
    method: 'GET',
    path: `${users}/stats`,
    scope: 'read:directories:admin',
    anyDirectory: true,
    handle: getUserStats,
  },
  { method: 'GET', path: `${users}/{accountId}`, scope: null, anyDirectory: true, handle: getUser },
];
