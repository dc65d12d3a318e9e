import { fetch } from '@forge/api';
import type { z } from 'zod';
import { AppError } from '../lib/app-error';
import type { AssignedRole } from '../domain/account';
import type { OrganizationDirectory } from '../ports/site-directory';
import type { OrganizationKey } from '../ports/stores';
import type { Http, HttpAnswer } from './http';
import * as schemas from './organization-schemas';
import { toAddition, toGroup, toUser, toWorkspace, withoutPrefix } from './organization-mappers';

const BASE = 'https://api.atlassian.com';
const PAGE = 100;
const EVENTS_PAGE = 500;
const SEAT_ROLE_IDS = ['atlassian/user', 'atlassian/admin'];

/** The organization API, read with the organization's key. */
export function createOrganizationDirectory(
  http: Http,
  key: OrganizationKey,
  cloudId: string,
): OrganizationDirectory {
  const { get, post } = keyedRequests(key.key);
  const directory = `/admin/v2/orgs/${key.organizationId}/directories/${key.directoryId}`;
  const search = <Schema extends z.ZodType>(
    what: string,
    schema: Schema,
    body: object,
  ): Promise<z.output<Schema>> => http.read(what, schema, () => post(`${directory}/users/search`, body));
  return {
    readWorkspaces: () => readWorkspaces(http, key),
    async readGroups(cursor) {
      const body = { limit: PAGE, expand: ['counts.resources'], ...(cursor === null ? {} : { cursor }) };
      const page = await http.read('groups', schemas.postGroupsSearch, () =>
        post(`${directory}/groups/search`, body),
      );
      return { rows: page.data.map(toGroup), next: nextCursor(page.links) };
    },
    async readGroupsById(groupIds) {
      const page = await http.read('provenance of groups', schemas.postGroupsSearch, () =>
        post(`${directory}/groups/search`, { limit: PAGE, groupIds }),
      );
      return page.data.map(toGroup);
    },
    async readGroupRoles(groupId) {
      const page = await http.read('grants of a group', schemas.getGroupRoleAssignments, () =>
        get(`${directory}/groups/${encodeURIComponent(groupId)}/role-assignments?limit=${String(PAGE)}`),
      );
      return (page.data ?? []).map(({ resourceId, resourceOwner, roles, defaultRole }) => ({
        resource: resourceId,
        product: resourceOwner ?? '',
        roles: (roles ?? []).map(withoutPrefix),
        defaultRole: defaultRole == null ? null : withoutPrefix(defaultRole),
      }));
    },
    async readUsers(cursor) {
      const expand = ['platformRoles', 'productAccess', 'groups'];
      const page = await search('users', schemas.postUsersSearch, {
        limit: PAGE,
        expand,
        ...(cursor === null ? {} : { cursor }),
      });
      return { rows: page.data.map(toUser), next: nextCursor(page.links) };
    },
    async countUsers() {
      const { count } = await http.read('the number of users', schemas.getUsersCount, () =>
        get(`${directory}/users/count`),
      );
      return count;
    },
    async findUser(accountId) {
      const expand = ['platformRoles', 'productAccess', 'groups'];
      const page = await search('an account', schemas.postUsersSearch, {
        limit: 1,
        accountIds: [accountId],
        expand,
      });
      return page.data.map(toUser).find((user) => user.accountId === accountId);
    },
    async readSeatHolders(resource, cursor) {
      const page = await search('holders of a product', schemas.postUsersSearchIds, {
        limit: PAGE,
        resourceIds: [resource],
        roleIds: SEAT_ROLE_IDS,
        ...(cursor === null ? {} : { cursor }),
      });
      return { rows: page.data.map(({ accountId }) => accountId), next: nextCursor(page.links) };
    },
    async countSeatHolders(resource) {
      const query = new URLSearchParams({ resourceIds: resource });
      for (const role of SEAT_ROLE_IDS) query.append('roleIds', role);
      for (const [name, value] of [
        ['accountStatus', 'active'],
        ['membershipStatus', 'active'],
      ] as const)
        query.append(name, value);
      const { count } = await http.read('the number of holders', schemas.getUsersCount, () =>
        get(`${directory}/users/count?${query.toString()}`),
      );
      return count;
    },
    readAssignedRoles: (accountId) => readAssignedRoles(http, get, { directory, accountId, cloudId }),
    async readGroupAdditions(from, cursor) {
      const query = new URLSearchParams({ action: 'user_added_to_group', limit: String(EVENTS_PAGE) });
      query.set('from', String(Date.parse(from)));
      if (cursor !== null) query.set('cursor', cursor);
      const page = await http.read('group events', schemas.getEvents, () =>
        get(`/admin/v1/orgs/${key.organizationId}/events?${query.toString()}`),
      );
      return {
        rows: page.data.flatMap((event) => toAddition(event) ?? []),
        next: nextCursor(page.links) ?? nextCursor(page.meta),
      };
    },
    async readTokenLastUse(accountId) {
      const tokens = await http.read('API tokens of an account', schemas.getApiTokens, () =>
        get(`/users/${encodeURIComponent(accountId)}/manage/api-tokens`),
      );
      const uses = tokens.flatMap(({ lastAccess }) => (lastAccess ? [lastAccess] : []));
      return uses.sort().at(-1) ?? null;
    },
  };
}

/** Finds the organization and the directory that a key opens. */
export async function findOrganization(
  http: Http,
  key: string,
): Promise<{ organizationId: string; name: string; directoryId: string }> {
  const { get } = keyedRequests(key);
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

interface KeyedRequests {
  readonly get: (path: string) => Promise<HttpAnswer>;
  readonly post: (path: string, body: object) => Promise<HttpAnswer>;
}

/** The only place where the key meets a request. */
function keyedRequests(key: string): KeyedRequests {
  const headers = { Authorization: `Bearer ${key}`, Accept: 'application/json' };
  return {
    get: (path) => fetch(`${BASE}${path}`, { method: 'GET', headers }),
    post: (path, body) =>
      fetch(`${BASE}${path}`, {
        method: 'POST',
        headers: { ...headers, 'Content-Type': 'application/json' },
        body: JSON.stringify(body),
      }),
  };
}

async function readWorkspaces(http: Http, key: OrganizationKey): Promise<ReturnType<typeof toWorkspace>[]> {
  const { post } = keyedRequests(key.key);
  const rows: ReturnType<typeof toWorkspace>[] = [];
  for (let cursor: string | null = null; ;) {
    // A cursor stands alone: the query that made it is part of it.
    const body: object = cursor === null ? { limit: 1000 } : { cursor };
    const page: z.output<typeof schemas.postWorkspaces> = await http.read(
      'products of the organization',
      schemas.postWorkspaces,
      () => post(`/admin/v2/orgs/${key.organizationId}/workspaces`, body),
    );
    rows.push(...page.data.map(toWorkspace));
    cursor = nextCursor(page.links);
    if (cursor === null || page.data.length === 0) return rows;
  }
}

async function readAssignedRoles(
  http: Http,
  get: KeyedRequests['get'],
  { directory, accountId, cloudId }: { directory: string; accountId: string; cloudId: string },
): Promise<AssignedRole[]> {
  const roles: AssignedRole[] = [];
  for (let cursor: string | null = null; ;) {
    const query = new URLSearchParams({ limit: String(PAGE), ...(cursor === null ? {} : { cursor }) });
    const page: z.output<typeof schemas.getUserRoleAssignments> = await http.read(
      'roles of an account',
      schemas.getUserRoleAssignments,
      () => get(`${directory}/users/${encodeURIComponent(accountId)}/role-assignments?${query.toString()}`),
    );
    for (const { resourceId, resourceOwner, roleAssignments } of page.data ?? []) {
      if (!resourceId.endsWith(`/${cloudId}`)) continue;
      for (const { role, roleAssignmentMethods } of roleAssignments ?? [])
        for (const method of roleAssignmentMethods ?? [])
          if (method === 'direct' || method === 'inferred')
            roles.push({ product: resourceOwner ?? '', role: withoutPrefix(role), method });
    }
    cursor = nextCursor(page.links);
    if (cursor === null || (page.data ?? []).length === 0) return roles;
  }
}

/** A bare token, or an address that carries one: both occur. */
export function nextCursor(links: { next?: string | null | undefined } | null | undefined): string | null {
  const next = links?.next;
  if (next === null || next === undefined || next === '') return null;
  if (!next.includes('cursor=')) return next;
  return new URL(next, BASE).searchParams.get('cursor');
}
