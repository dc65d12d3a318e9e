import type { z } from 'zod';
import { AppError } from '../lib/app-error';
import { BUDGETS } from '../lib/budgets';
import type { AssignedRole } from '../domain/account';
import type { CursorPage, OrganizationDirectory } from '../ports/site-directory';
import type { OrganizationKey } from '../ports/stores';
import type { Egress } from './egress';
import type { Http } from './http';
import { directoryOf, ORGANIZATION_API, requestsWith, type KeyedRequests } from './keyed-requests';
import { toGroup, toMembershipEvent, toUser, toWorkspace, withoutPrefix } from './organization-mappers';
import * as schemas from './organization-schemas';

const PAGE = 100;
const EVENTS_PAGE = 500;
const SEAT_ROLE_IDS = ['atlassian/user', 'atlassian/admin'];
const USER_EXPANSIONS = ['platformRoles', 'productAccess', 'groups'];

/** Requests with one key, and the addresses that it opens. */
interface Keyed extends Pick<KeyedRequests, 'get' | 'post'> {
  readonly http: Http;
  readonly organization: string;
  readonly directory: string;
  readonly cloudId: string;
}

/** The organization API, read with the organization's key in one invocation, whose requests `egress` counts. */
export function createOrganizationDirectory(
  http: Http,
  key: OrganizationKey,
  cloudId: string,
  egress: Egress,
): OrganizationDirectory {
  const keyed: Keyed = {
    http,
    ...requestsWith(key.key, () => egress.count()),
    organization: key.organizationId,
    directory: directoryOf(key),
    cloudId,
  };
  return {
    requestsLeft: () => egress.left(),
    ...groupReads(keyed),
    ...userReads(keyed),
    ...holderReads(keyed),
    ...accountReads(keyed),
  };
}

type Reads<Names extends keyof OrganizationDirectory> = Pick<OrganizationDirectory, Names>;

function groupReads({
  http,
  get,
  post,
  ...keyed
}: Keyed): Reads<'readWorkspaces' | 'readGroups' | 'readGroupsById' | 'readGroupRoles'> {
  const search = `${keyed.directory}/groups/search`;
  return {
    readWorkspaces: () => readWorkspaces({ http, get, post, ...keyed }),
    async readGroups(cursor) {
      const body = withCursor({ limit: PAGE, expand: ['counts.resources'] }, cursor);
      const page = await http.read('groups', schemas.postGroupsSearch, () => post(search, body));
      return { rows: page.data.map(toGroup), next: nextCursor(page.links) };
    },
    async readGroupsById(groupIds) {
      const body = { limit: PAGE, groupIds };
      const page = await http.read('provenance of groups', schemas.postGroupsSearch, () =>
        post(search, body),
      );
      return page.data.map(toGroup);
    },
    async readGroupRoles(groupId) {
      const path = `${keyed.directory}/groups/${encodeURIComponent(groupId)}/role-assignments`;
      const rows = await everyPage(async (cursor) => {
        const query = new URLSearchParams(withCursor({ limit: String(PAGE) }, cursor));
        const page = await http.read('grants of a group', schemas.getGroupRoleAssignments, () =>
          get(`${path}?${query.toString()}`),
        );
        return { rows: page.data, next: nextCursor(page.links) };
      });
      return rows.map(({ resourceId, resourceOwner, roles, defaultRole }) => ({
        resource: resourceId,
        product: resourceOwner,
        roles: roles.map(withoutPrefix),
        defaultRole: defaultRole ? withoutPrefix(defaultRole) : null,
      }));
    },
  };
}

function userReads({ http, get, post, directory }: Keyed): Reads<'readUsers' | 'countUsers' | 'findUser'> {
  const search = (what: string, body: object) =>
    http.read(what, schemas.postUsersSearch, () =>
      post(`${directory}/users/search`, { expand: USER_EXPANSIONS, ...body }),
    );
  return {
    async readUsers(cursor) {
      const page = await search('users', withCursor({ limit: PAGE }, cursor));
      return { rows: page.data.map(toUser), next: nextCursor(page.links) };
    },
    async countUsers() {
      const { count } = await http.read('the number of users', schemas.getUsersCount, () =>
        get(`${directory}/users/count`),
      );
      return count;
    },
    async findUser(accountId) {
      const page = await search('an account', { limit: 1, accountIds: [accountId] });
      return page.data.map(toUser).find((user) => user.accountId === accountId);
    },
  };
}

function holderReads({
  http,
  get,
  post,
  directory,
  organization,
}: Keyed): Reads<'readSeatHolders' | 'countSeatHolders' | 'readGroupEvents'> {
  return {
    async countSeatHolders(resource) {
      const query = new URLSearchParams({ accountStatus: 'active', membershipStatus: 'active' });
      query.append('resourceIds', resource);
      for (const role of SEAT_ROLE_IDS) query.append('roleIds', role);
      const { count } = await http.read('the number of holders of a product', schemas.getUsersCount, () =>
        get(`${directory}/users/count?${query.toString()}`),
      );
      return count;
    },
    async readSeatHolders(resource, cursor) {
      const body = withCursor({ limit: PAGE, resourceIds: [resource], roleIds: SEAT_ROLE_IDS }, cursor);
      const page = await http.read('holders of a product', schemas.postUsersSearchIds, () =>
        post(`${directory}/users/search`, body),
      );
      return { rows: page.data.map(({ accountId }) => accountId), next: nextCursor(page.links) };
    },
    async readGroupEvents(change, from, cursor) {
      const query = new URLSearchParams(
        withCursor(
          { action: GROUP_ACTIONS[change], limit: String(EVENTS_PAGE), from: String(Date.parse(from)) },
          cursor,
        ),
      );
      const page = await http.read('group events', schemas.getEvents, () =>
        get(`/admin/v1/orgs/${organization}/events?${query.toString()}`),
      );
      return {
        rows: page.data.flatMap((event) => toMembershipEvent(event, GROUP_ACTIONS[change]) ?? []),
        next: nextCursor(page.links) ?? nextCursor(page.meta),
      };
    },
  };
}

const GROUP_ACTIONS = { added: 'user_added_to_group', removed: 'user_removed_from_group' } as const;

function accountReads({
  http,
  get,
  directory,
  cloudId,
}: Keyed): Reads<'readAssignedRoles' | 'readTokenLastUse'> {
  return {
    async readAssignedRoles(accountId) {
      const path = `${directory}/users/${encodeURIComponent(accountId)}/role-assignments`;
      const rows = await everyPage(async (cursor) => {
        const query = new URLSearchParams(withCursor({ limit: String(PAGE) }, cursor));
        const page = await http.read('roles of an account', schemas.getUserRoleAssignments, () =>
          get(`${path}?${query.toString()}`),
        );
        return { rows: page.data, next: nextCursor(page.links) };
      });
      return rows.flatMap((row) => (row.resourceId.endsWith(`/${cloudId}`) ? assignedIn(row) : []));
    },
    async readTokenLastUse(accountId) {
      const tokens = await http.read('API tokens of an account', schemas.getApiTokens, () =>
        get(`/users/${encodeURIComponent(accountId)}/manage/api-tokens`),
      );
      const uses = tokens.flatMap(({ lastAccess }) => (lastAccess ? [lastAccess] : []));
      return uses.sort((a, b) => Date.parse(a) - Date.parse(b)).at(-1) ?? null;
    },
  };
}

/** Finds the organization and the directory that a key opens. */
export async function findOrganization(
  http: Http,
  key: string,
): Promise<{ organizationId: string; name: string; directoryId: string }> {
  const { get } = requestsWith(key);
  const orgs = await http.read('the organization', schemas.getOrgs, () => get('/admin/v1/orgs'));
  const [organization] = orgs.data;
  if (organization === undefined) throw new AppError('key.refused', 'This key opens no organization.');
  const directories = await http.read('directories', schemas.getDirectories, () =>
    get(`/admin/v2/orgs/${organization.id}/directories`),
  );
  const [directory] = directories.data;
  if (directory === undefined || directories.data.length > 1)
    throw new AppError(
      'key.refused',
      `SeatTrace needs an organization with one user directory; this key shows ${String(directories.data.length)}.`,
    );
  return {
    organizationId: organization.id,
    name: organization.attributes?.name ?? organization.id,
    directoryId: directory.directoryId,
  };
}

/** A workspaces cursor stands alone: the query that made it is part of it. */
function readWorkspaces({ http, post, organization }: Keyed): Promise<ReturnType<typeof toWorkspace>[]> {
  return everyPage(async (cursor) => {
    const body = cursor === null ? { limit: 1000 } : { cursor };
    const page = await http.read('products of the organization', schemas.postWorkspaces, () =>
      post(`/admin/v2/orgs/${organization}/workspaces`, body),
    );
    return { rows: page.data.map(toWorkspace), next: nextCursor(page.links) };
  });
}

type RoleRow = z.output<typeof schemas.getUserRoleAssignments>['data'][number];

/** Roles that sit on the account or follow from another; those through groups are known from the groups. */
function assignedIn({ resourceOwner, roleAssignments }: RoleRow): AssignedRole[] {
  return roleAssignments.flatMap(({ role, roleAssignmentMethods }) =>
    roleAssignmentMethods.flatMap((method): AssignedRole[] =>
      method === 'direct' || method === 'inferred'
        ? [{ product: resourceOwner, role: withoutPrefix(role), method }]
        : [],
    ),
  );
}

/** An empty page may stand in the middle of a listing: only a missing cursor ends it. */
async function everyPage<Row>(read: (cursor: string | null) => Promise<CursorPage<Row>>): Promise<Row[]> {
  const rows: Row[] = [];
  let cursor: string | null = null;
  for (let pages = 0; pages < BUDGETS.pages; pages += 1) {
    const page: CursorPage<Row> = await read(cursor);
    rows.push(...page.rows);
    cursor = page.next;
    if (cursor === null) return rows;
  }
  throw new AppError('atlassian.malformed', "Atlassian's listing does not end.");
}

function withCursor<Body extends object>(body: Body, cursor: string | null): Body & { cursor?: string } {
  return cursor === null ? body : { ...body, cursor };
}

/** A bare token, or an address that carries one: both occur. */
export function nextCursor(links: { next?: string | null | undefined } | null | undefined): string | null {
  const next = links?.next;
  if (next === null || next === undefined || next === '') return null;
  if (!next.includes('cursor=')) return next;
  return new URL(next, ORGANIZATION_API).searchParams.get('cursor');
}
