import { z } from 'zod';
import type { Group } from '../organization/entities';
import { isSynced } from '../organization/changes';
import type { AdminCall, AdminReply, AdminRoute } from './call';
import { isListed, needGroup, optionalBody } from './call';
import { pageByIndex } from './cursor';
import { invalidBody, invalidSyntax } from './errors';
import { productsOf, roleIdSchema, texts } from './user-filter';
import { describe } from './users';

const filterShape = {
  groupIds: texts(10),
  groupNames: texts(100),
  searchTerm: z.string().optional(),
  accountIds: texts(10),
  directoryIds: texts(10),
  resourceIds: texts(20),
  resourceOwners: texts(10),
  roleIds: texts(10),
};

const filterSchema = z.strictObject(filterShape);
type GroupFilter = z.infer<typeof filterSchema>;

const searchSchema = z
  .strictObject({
    ...filterShape,
    cursor: z.string().optional(),
    limit: z.int().min(1).max(100).optional(),
    expand: z
      .array(z.enum(['counts.resources', 'counts.users']))
      .min(1)
      .max(2)
      .optional(),
    sortBy: z
      .array(z.strictObject({ field: z.literal('name'), direction: z.enum(['asc', 'desc']) }))
      .min(1)
      .max(1)
      .optional(),
  })
  .refine(
    ({ groupIds, groupNames, searchTerm }) => [groupIds, groupNames, searchTerm].filter(isGiven).length <= 1,
    {
      message: 'groupIds, groupNames and searchTerm are mutually exclusive',
    },
  );

function isGiven(value: unknown): boolean {
  return value !== undefined;
}

function searchGroups(call: AdminCall): AdminReply {
  const parsed = searchSchema.safeParse(optionalBody(call));
  if (!parsed.success) throw invalidBody(describe(parsed.error));
  const { cursor, limit = 20, expand = [], sortBy, ...filter } = parsed.data;
  const found = filterGroups(call, filter);
  if (sortBy !== undefined) found.sort((a, b) => (a.name < b.name ? -1 : 1));
  if (sortBy?.[0]?.direction === 'desc') found.reverse();
  const page = pageByIndex(call, found, { limit, cursor, filters: { ...filter, sortBy } });
  const data = page.data.map((group) => toDirectoryGroup(call, group, expand));
  return { status: 200, body: { data, links: page.links } };
}

/** Matching groups by id. */
function filterGroups(call: AdminCall, filter: GroupFilter): Group[] {
  const { core, store, times } = call;
  const { groupIds, groupNames, accountIds, directoryIds } = filter;
  if (directoryIds?.includes(core.seed.org.directoryId) === false) return [];
  const term = filter.searchTerm?.toLowerCase();
  const grants = grantTest(call, filter);
  const joined = accountIds?.flatMap((id) => [...store.memberships.groups(id, times.directory)]);
  return store.groupIds
    .flatMap((id) => store.groups.get(id) ?? [])
    .filter(
      (group) =>
        (groupIds === undefined || groupIds.includes(group.id)) &&
        (groupNames === undefined || groupNames.includes(group.name)) &&
        (term === undefined || group.name.toLowerCase().includes(term)) &&
        (joined === undefined || joined.includes(group.id)) &&
        grants(group),
    );
}

function grantTest({ store }: AdminCall, { resourceIds, resourceOwners, roleIds }: GroupFilter) {
  if (resourceIds === undefined && resourceOwners === undefined && roleIds === undefined) return () => true;
  const products = productsOf(store, resourceIds).filter(({ key }) => resourceOwners?.includes(key) ?? true);
  return ({ id }: Group): boolean =>
    products.some((product) =>
      (product.rolesByGroup.get(id) ?? []).some((role) => roleIds?.includes(`atlassian/${role}`) ?? true),
    );
}

/** Provenance is shown as the seed gives it: a field that is absent or null there is absent here. */
function toDirectoryGroup(call: AdminCall, group: Group, expand: readonly string[]): Record<string, unknown> {
  const { core, store } = call;
  const shown: Record<string, unknown> = {
    id: group.id,
    name: group.name,
    directoryId: core.seed.org.directoryId,
  };
  if (group.description !== undefined) shown['description'] = group.description;
  Object.assign(shown, withoutNulls(store.groupAt(group, call.times.directory).provenance));
  const resources = [...store.products.values()].filter(({ rolesByGroup }) =>
    rolesByGroup.has(group.id),
  ).length;
  const counts = {
    ...(expand.includes('counts.users') ? { users: countMembers(call, group) } : {}),
    ...(expand.includes('counts.resources') ? { resources } : {}),
  };
  if (expand.length > 0) shown['counts'] = counts;
  return shown;
}

function withoutNulls(fields: Readonly<Record<string, unknown>>): Record<string, unknown> {
  const given = Object.entries(fields).filter(([, value]) => value !== null && value !== undefined);
  return Object.fromEntries(
    given.map(([name, value]) => {
      const isObject = typeof value === 'object' && value !== null && !Array.isArray(value);
      return [name, isObject ? withoutNulls({ ...value }) : value];
    }),
  );
}

/** Members of every status that the directory lists, so that a walk through them reaches this number. */
function countMembers(call: AdminCall, group: Group): number {
  return call.store.memberships.members(group.id, call.times.directory).reduce((count, id) => {
    const account = call.store.accounts.get(id);
    return account !== undefined && isListed(call, account) ? count + 1 : count;
  }, 0);
}

function getGroup(call: AdminCall): AdminReply {
  const data = toDirectoryGroup(call, needGroup(call), ['counts.users', 'counts.resources']);
  return { status: 200, body: { data } };
}

function countGroups(call: AdminCall): AdminReply {
  const { query } = call;
  const list = (name: string, among?: readonly string[]) => {
    const values = query.list(name, { among });
    return values.length === 0 ? undefined : values;
  };
  const parsed = filterSchema.safeParse({
    directoryIds: list('directoryIds'),
    accountIds: list('accountIds'),
    groupIds: list('groupIds'),
    resourceOwners: list('resourceOwners'),
    resourceIds: list('resourceIds'),
    roleIds: list('roleIds', roleIdSchema.options),
    searchTerm: query.string('searchTerm'),
  });
  if (!parsed.success) throw invalidSyntax(describe(parsed.error));
  return { status: 200, body: { count: filterGroups(call, parsed.data).length } };
}

function getGroupStats({ store, times }: AdminCall): AdminReply {
  const groups = [...store.groups.values()].map((group) => store.groupAt(group, times.directory));
  const synced = groups.filter(isSynced).length;
  const isTeam = ({ provenance }: Group) =>
    provenance['managedBy'] === 'team-members' || provenance['managedBy'] === 'open';
  const teams = groups.filter(isTeam).length;
  const totals = { all: groups.length, managed: groups.length - synced, synced };
  const types = [
    { type: 'TEAM', count: teams },
    { type: 'GROUP', count: groups.length - teams },
  ];
  return { status: 200, body: { totals, types } };
}

const groups = '/admin/v2/orgs/{orgId}/directories/{directoryId}/groups';
const reads = { scope: null, anyDirectory: true, method: 'GET' } as const;

export const groupRoutes: readonly AdminRoute[] = [
  { method: 'POST', path: `${groups}/search`, scope: null, anyDirectory: true, handle: searchGroups },
  {
    ...reads,
    path: `${groups}/count`,
    query: [
      'directoryIds',
      'accountIds',
      'groupIds',
      'resourceOwners',
      'resourceIds',
      'searchTerm',
      'roleIds',
    ],
    handle: countGroups,
  },
  { ...reads, path: `${groups}/stats`, handle: getGroupStats },
  { ...reads, path: `${groups}/{groupId}`, handle: getGroup },
];
